/** Every page a pupil or parent can come to, with what is always on it. */
export const reporterPages = [
  '/',
  '/melden/',
  '/mijn-melding/',
  '/wie-helpt/',
  '/wie-helpt/ede/',
  '/veilig/',
  '/privacy/',
  '/toegankelijkheid/',
  '/bestaat-niet/',
  '/500.html',
] as const

export const pages = [...reporterPages, '/team/'] as const

/** The browser itself says on its console that a page was not found. */
export const notFoundNotice =
  /^error: Failed to load resource: the server responded with a status of 404 .*\/bestaat-niet\//
