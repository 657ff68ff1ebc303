import { withoutComments } from './source-files.ts'

/** What a reader would see or hear of a .svelte or .astro file if its expressions gave nothing. */
export function screenTexts(path: string, text: string): string[] {
  const markup = markupOf(path, text)
  const spoken = [...markup.matchAll(/\s(?:aria-label|aria-description|title|alt|placeholder)\s*=\s*"([^"{}]*)"/g)]
  const betweenTags = withoutExpressions(markup).replace(/<[^>]*>/g, '\n')
  const texts = [...betweenTags.split('\n'), ...spoken.map(([, value]) => value ?? '')]
  return texts.map((line) => line.trim()).filter((line) => /\p{Letter}/u.test(line.replace(/&\w+;/g, '')))
}

/** Without front matter, scripts, styles and comments. */
export function markupOf(path: string, text: string): string {
  const body = path.endsWith('.astro') ? text.replace(/^---\n[\s\S]*?\n---\n/, '') : text
  return body.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '')
}

/** The style rules of a file: all of a .css, the style blocks of a component. */
export function stylesOf(path: string, text: string): string {
  if (path.endsWith('.css')) return withoutComments(text)
  return [...text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)]
    .map(([, rules]) => withoutComments(rules ?? ''))
    .join('\n')
}

/**
 * Takes out {…}. Markup inside an expression (a list, a condition) stays, and with it any text between its tags; what
 * is code there is not between tags.
 */
function withoutExpressions(markup: string): string {
  let before = markup
  for (;;) {
    const after = before.replace(/\{([^{}]*)\}/g, (_, code: string) => tagsIn(code))
    if (after === before) return after
    before = after
  }
}

/** From the first tag of a piece of code to its last. */
function tagsIn(code: string): string {
  const first = code.search(/<\/?[A-Za-z>]/)
  return first === -1 ? '' : code.slice(first, code.lastIndexOf('>') + 1).replace(/=>/g, '')
}
