/**
 * age can do more than any page of ours asks of it, and says so in ways a bundler cannot see through. This leaves out of
 * the browser's bundle what nothing here can reach: recipients on NIST curves, passphrases (unless kept), and hybrids
 * that @noble/post-quantum builds when it is imported. Whatever would use them throws; nothing is replaced by anything
 * weaker. It spares a phone 9 kB, and the server runs the whole library as it is.
 */
export function leanEncryption({ keepsPassphrases = false } = {}) {
  const absent = new Map([['@noble/curves/nist.js', absentCurves]])
  if (!keepsPassphrases) absent.set('@noble/hashes/scrypt.js', absentPassphrases)
  return {
    name: 'vijfspoor-lean-encryption',
    enforce: 'pre' as const,
    resolveId: (source: string) => (absent.has(source) ? prefix + source : null),
    load: (id: string) => (id.startsWith(prefix) ? absent.get(id.slice(prefix.length)) : null),
    transform(code: string, id: string) {
      // Built at import and used by nobody: told to the bundler, which then leaves them out.
      const isHybrids = /@noble\/post-quantum\/hybrid\.js/.test(id)
      return isHybrids ? { code: code.replace(unusedHybrids, '/* @__PURE__ */ $&'), map: null } : null
    },
  }
}

/**
 * The encryption comes in one file instead of twenty, because one request is faster and compresses better. What pages
 * need at once stays out of it: the form of a code, the limits, and the small parts these stand on.
 */
export const sealingChunks = [
  {
    name: 'codes',
    priority: 1,
    test: /api\/domain\/|web\/crypto\/(access-code|bytes|check-symbols|crockford|random)\./,
  },
  { name: 'sizes', priority: 1, test: /web\/crypto\/(manifest|padding|shape)\./ },
  {
    name: 'sealing',
    test: new RegExp(`node_modules/(@noble|@scure|age-encryption)/|web/crypto/(${sealingParts()})\\.`),
  },
]

function sealingParts(): string {
  const keys = 'canonical|certificate|derive|identity|reporter-keys|signing|staff-names'
  return `${keys}|attachment|envelope|grant|header|json|message|new-report|sealed-shape|sealing`
}

const prefix = '\0absent:'
const unusedHybrids = /(?<!function )\b(QSF|createKitchenSink|ecdhKem)\(/g

// The lengths are read at import.
const absentCurves = `
const absent = () => { throw new Error('this build has no NIST curves') }
const lengths = { secretKey: 32, publicKey: 33, publicKeyUncompressed: 65, seed: 48 }
export const p256 = { lengths, getPublicKey: absent, getSharedSecret: absent, Point: { fromBytes: absent, Fn: {} } }
export const p384 = p256
`

const absentPassphrases = `
export const scrypt = () => { throw new Error('this build has no passphrases') }
`
