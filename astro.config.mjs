import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'

// Nothing is inlined, so that one Content-Security-Policy without hashes or 'unsafe-inline' fits every page.
export default defineConfig({
  srcDir: './web',
  publicDir: './web/public',
  outDir: './dist',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  i18n: { defaultLocale: 'nl', locales: ['nl'] },
  integrations: [svelte()],
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022' },
    worker: { format: 'es' },
  },
})
