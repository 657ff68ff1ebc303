import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'
import { chunks } from './web/chunks.ts'
import { leanEncryption } from './web/lean-encryption.ts'

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
    plugins: [leanEncryption()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2022',
      rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
    },
    // One of the workers seals a saved conversation under a passphrase.
    worker: { format: 'es', plugins: () => [leanEncryption({ keepsPassphrases: true })] },
  },
})
