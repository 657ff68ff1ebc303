/**
 * Which parts come in one file, because one request is faster than twenty and compresses better. `shared` is what every
 * form needs at once (Svelte comes along with it), `sealing` the encryption, which is fetched while somebody types. All
 * the rest is split as pages ask for it.
 */
export const chunks = [
  {
    name: 'shared',
    priority: 1,
    test: among({
      'api/domain': 'report|roles',
      'web/text': 'fill',
      'web/crypto': 'access-code|bytes|check-symbols|crockford|manifest|padding|random|shape',
      'web/islands/shared': `ErrorSummary|ask-worker|code-keys|day|start-worker|${files()}`,
    }),
  },
  {
    name: 'sealing',
    test: among({
      node_modules: '(@noble|@scure|age-encryption)/.+',
      'web/crypto': `attachment|envelope|grant|header|json|message|new-report|sealed-shape|sealing|${keys()}`,
    }),
  },
]

function files(): string {
  return 'attachment-list|attachments|chunk-store|picked-file|picture|upload'
}

function keys(): string {
  return 'canonical|certificate|derive|identity|reporter-keys|signing|staff-names'
}

function among(folders: Readonly<Record<string, string>>): RegExp {
  const alternatives = Object.entries(folders).map(([folder, names]) => `${folder}/(${names})`)
  return new RegExp(`/(${alternatives.join('|')})\\.[\\w.]+$`)
}
