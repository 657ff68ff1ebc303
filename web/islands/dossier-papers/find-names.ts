import { type NamedPerson, type NameWords, nameWords, tellingWord, type Word, wordsIn } from './name-words.ts'

/** A name in a text: of one person, or of more who have that word in their name. */
export type FoundName = Readonly<{ start: number; end: number; people: readonly NamedPerson[]; isPossessive: boolean }>

/** What may stand between two words of one name. */
const within = /^[\s.'’-]{1,3}$/
const possessive = /^['’ʼ`´]s(?![\p{L}\p{N}])/iu

/**
 * All names in a text, whatever their capitals, accents and endings. A nickname or a slip of the pen is not found: somebody
 * has to read it.
 */
export function findNames(text: string, people: readonly NamedPerson[]): readonly FoundName[] {
  const names = people.map(nameWords)
  const words = wordsIn(text)
  const found: FoundName[] = []
  let [at, free] = [0, 0]
  while (at < words.length) {
    const run = runFrom(at, words, names, text)
    if (!run) {
      at += 1
      continue
    }
    const last = wordAt(words, run.last)
    const rest = text.slice(last.end)
    const sign = possessive.exec(rest)?.[0] ?? (last.end - last.start === 1 && rest.startsWith('.') ? '.' : '')
    const first = Math.max(free, backTo(at, words, run.names, text))
    found.push({
      start: wordAt(words, first).start,
      end: last.end + sign.length,
      people: run.names.map(({ person }) => person),
      isPossessive:
        sign.length > 1 || run.names.every((name) => tellingWord(name, last.plain) === last.plain.slice(0, -1)),
    })
    at = run.last + 1
    free = at
  }
  return found
}

type Run = Readonly<{ last: number; names: readonly NameWords[] }>

/** From a word that tells, on for as long as the words are of the same name: "Sara de Vries", "Sara V." */
function runFrom(first: number, words: readonly Word[], all: readonly NameWords[], text: string): Run | null {
  let names = all.filter((name) => tellingWord(name, wordAt(words, first).plain) !== null)
  if (names.length === 0) return null
  let last = first
  let next = first + 1
  while (next < words.length && isBeside(next - 1, words, text)) {
    const { plain, written } = wordAt(words, next)
    const same = names.filter((name) => tellingWord(name, plain) !== null || isInitial(name, plain, written))
    const between = names.filter(({ inOrder }) => inOrder.includes(plain))
    if (same.length > 0) [names, last] = [same, next]
    else if (between.length === 0) break
    next += 1
  }
  return { last, names }
}

/** Over tussenvoegsels and an initial that stand before it as they do in the name: "S. de Vries". */
function backTo(first: number, words: readonly Word[], names: readonly NameWords[], text: string): number {
  const stem = (name: NameWords) => tellingWord(name, wordAt(words, first).plain) ?? ''
  const reaches = names.map((name) => {
    let at = first
    let part = name.inOrder.indexOf(stem(name)) - 1
    while (part >= 0 && at > 0 && isBeside(at - 1, words, text)) {
      const { plain, written } = wordAt(words, at - 1)
      const own = name.inOrder[part] ?? ''
      if (plain !== own && !(isCapital(written) && own.startsWith(plain) && [...plain].length === 1)) break
      at -= 1
      part -= 1
    }
    return at
  })
  return Math.max(...reaches)
}

const isBeside = (at: number, words: readonly Word[], text: string): boolean =>
  within.test(text.slice(wordAt(words, at).end, wordAt(words, at + 1).start))

const isCapital = (written: string): boolean => written !== written.toLowerCase()

const isInitial = ({ inOrder }: NameWords, plain: string, written: string): boolean =>
  [...plain].length === 1 && isCapital(written) && inOrder.some((own) => own.startsWith(plain))

function wordAt(words: readonly Word[], at: number): Word {
  const found = words[at]
  if (!found) throw new Error('past the end of a text')
  return found
}
