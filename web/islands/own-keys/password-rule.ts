/** Words that others can guess: who it is and where they work. */
export type Guessable = Readonly<{ name: string; email: string; schoolName: string }>

export const passwordTroubles = ['empty', 'short', 'simple', 'known'] as const
export type PasswordTrouble = (typeof passwordTroubles)[number]

export const shortest = 12
const strongFrom = 18
const fewestDifferent = 5

/** What must be left of a password when the guessable words are taken out. */
const leftOver = 8

/** Length is what stretching cannot give; the rest only keeps out what a stranger tries first. Null when it will do. */
export function passwordTrouble(password: string, guessable: Guessable): PasswordTrouble | null {
  const characters = charactersOf(password)
  if (characters.length === 0) return 'empty'
  if (characters.length < shortest) return 'short'
  if (new Set(characters).size < fewestDifferent) return 'simple'
  const plain = plainOf(password)
  const rest = wordsOf(guessable).reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && rest.length < leftOver ? 'known' : null
}

export type PasswordStrength = Readonly<{ kind: 'left'; number: number } | { kind: 'enough' } | { kind: 'strong' }>

/** What to say while somebody types. */
export function passwordStrength(password: string): PasswordStrength {
  const { length } = charactersOf(password)
  if (length < shortest) return { kind: 'left', number: shortest - length }
  return { kind: length < strongFrom ? 'enough' : 'strong' }
}

const charactersOf = (password: string) => [...password.normalize('NFKC')]

/** Small letters and digits only, accents left out. */
const plainOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The longest first, so that a whole name goes before its parts. */
function wordsOf({ name, email, schoolName }: Guessable): string[] {
  const parts = [name, email, schoolName].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return [...new Set(parts.map(plainOf))].filter((word) => word.length > 2).sort((a, b) => b.length - a.length)
}
