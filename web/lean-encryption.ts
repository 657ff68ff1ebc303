/**
 * age can do more than any page of ours asks of it, and says so in ways a bundler cannot see through. This takes out of
 * the browser's bundle what nothing here can reach, and the bundler then drops all that stood behind it. Whatever would
 * use it throws; nothing is replaced by anything weaker. It spares a phone 18 kB, and the server runs the whole library
 * as it is.
 */
export function leanEncryption({ keepsPassphrases = false } = {}) {
  const cuts = keepsPassphrases ? unreachable : [...unreachable, ...passphrases]
  return {
    name: 'vijfspoor-lean-encryption',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const here = cuts.filter(({ file }) => id.includes(file))
      return here.length > 0 ? { code: here.reduce(cut, code), map: null } : null
    },
  }
}

type Cut = Readonly<{ file: string; what: RegExp; by: string }>

function cut(code: string, { file, what, by }: Cut): string {
  const rest = code.replace(what, by)
  if (rest === code) throw new Error(`${file} has changed: look anew at what a phone can do without.`)
  return rest
}

const withoutClass = (name: string): Cut => ({
  file: 'age-encryption/dist/recipients.js',
  what: new RegExp(`^export class ${name} \\{[\\s\\S]*?^\\}`, 'm'),
  by: `export class ${name} { constructor() { throw new Error('this build has no ${name}') } }`,
})

const unreachable: readonly Cut[] = [
  // Everything is sealed to hybrid identities. These bring the NIST curves along.
  ...['X25519Recipient', 'X25519Identity', 'TagRecipient', 'HybridTagRecipient'].map(withoutClass),
  // Hybrids that are built at import and used by nobody: marked, so that the bundler leaves them out.
  {
    file: '@noble/post-quantum/hybrid.js',
    what: /(?<!function )\b(QSF|createKitchenSink|ecdhKem)\(/g,
    by: '/* @__PURE__ */ $&',
  },
  // A short cut to public keys by all the arithmetic of Ed25519. Without it noble takes the ladder, as for shared keys.
  { file: '@noble/curves/ed25519.js', what: /^ {8}scalarMultBase: [\s\S]*?^ {8}\},$/m, by: '' },
]
const passphrases = ['ScryptRecipient', 'ScryptIdentity'].map(withoutClass)
