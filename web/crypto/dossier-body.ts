import { type DossierEntry, entryKinds, type Part, parts } from '../../api/domain/dossier/entry.ts'
import { type ErasedEntry, isErasedList } from './dossier-erased.ts'
import type { DossierPurpose } from './dossier-header.ts'
import type { Reader } from './grant.ts'
import { isHybridIdentity, isHybridRecipient } from './identity.ts'
import { isCount, isDay, isHolderId, isListOf, isRecord, isText, isUuid } from './shape.ts'
import { isSigningKey } from './signing.ts'

/** Ouder of verzorger: stands in the record of the child, and nowhere else. */
export type Parent = Readonly<{ name: string; contact: string }>

/** Betrokkene: who a record is about. A member of staff can be one too, and then has no class group and no parents. */
export type InvolvedPerson = Readonly<{
  kind: 'student' | 'staff'
  name: string
  classGroup: string
  parents: readonly Parent[]
}>

/**
 * Materiaal dat rondgaat: a photo, a film or a post, told in words and never shown. What is written later about the same
 * `item` takes the place of what was written before; `goneOn` is the day on which it was seen to be gone.
 */
export type Material = Readonly<{
  item: string
  where: string
  spread: string
  askedOn: string | null
  goneOn: string | null
}>

/**
 * Incident: what it was above all, in codes, for the register of incidents and the numbers. What is written later takes the place of what was
 * written before. A code of a newer version is let through.
 */
export type Gist = Readonly<{ on: string; form: string; place: string; severity: string }>

/** What somebody wrote about an entry. All of it is theirs; nothing here is known to the server. */
export type EntryWords = Readonly<{
  text: string
  /** What the protocol's own prompts were answered with, by the key of the prompt. */
  answers?: Readonly<Record<string, string>>
  /** With whom there was a talk, as the writer names them. */
  withWhom?: readonly string[]
  /** Why a step was skipped, or a director went on although something lacked. */
  reason?: string
  /** Who the record is about: with `record-added`, or to put it right later. */
  person?: InvolvedPerson
  /** With a note in the list of what goes round; what it is stands in `text`. */
  material?: Material
  /** With a note that says what it was; `text` says the same in words. */
  gist?: Gist
  /** With `record-erased`: what was in the record, without a word of it. */
  erased?: readonly ErasedEntry[]
}>

/** An entry, with the plain facts as its writer signed them: what the server shows is held against these. */
export type EntryBody = Readonly<{ entry: DossierEntry; words: EntryWords }>

/** What a dossier's grant gives: the dossier key of one epoch, and the site key that its maker trusts. */
export type DossierGrantBody = Readonly<{
  identity: string
  /** Whom the grant is for. */
  holder: string
  siteKey: string
  /** Everyone the epoch was granted to. */
  readers: readonly Reader[]
}>

/** The key of one record of one epoch. */
export type RecordKeyBody = Readonly<{ record: string; identity: string }>

/** What a keeper of dossiers finds an earlier one by. */
export type CardBody = Readonly<{
  record: string
  kind: InvolvedPerson['kind']
  name: string
  classGroup: string
  part: Part
}>

export type DossierBodies = {
  entry: EntryBody
  /** The keys so far were given to this holder. */
  share: Reader
  /** This holder stops reading: the author, or a function of theirs. */
  leave: Reader
  /** From here on `next` is the epoch, and its key belongs to this recipient. */
  epoch: Readonly<{ next: number; recipient: string }>
  grant: DossierGrantBody
  record: RecordKeyBody
  card: CardBody
}

/**
 * Whether the body is what its purpose promises. Extra fields, of a newer version, are let through; how long a text is
 * does not matter, because it fitted in what was sealed.
 */
export const isDossierBody = <P extends DossierPurpose>(purpose: P, body: unknown): body is DossierBodies[P] =>
  checks[purpose](body)

const isReader = (value: unknown): value is Reader =>
  isRecord(value) && isHolderId(value['holder']) && isText(value['name'], 200)

const checks: Record<DossierPurpose, (body: unknown) => boolean> = {
  entry: (body) => isRecord(body) && isEntry(body['entry']) && isWords(body['words']),
  share: isReader,
  leave: isReader,
  epoch: (body) => isRecord(body) && isCount(body['next'], 2) && isHybridRecipient(body['recipient']),
  grant: (body) =>
    isRecord(body) &&
    isHybridIdentity(body['identity']) &&
    isHolderId(body['holder']) &&
    isSigningKey(body['siteKey']) &&
    isListOf(body['readers'], isReader, 100),
  record: (body) => isRecord(body) && isUuid(body['record']) && isHybridIdentity(body['identity']),
  card: (body) =>
    isRecord(body) &&
    isUuid(body['record']) &&
    isKind(body['kind']) &&
    isText(body['name']) &&
    isText(body['classGroup']) &&
    isPart(body['part']),
}

const isPart = (value: unknown): value is Part => parts.some((part) => part === value)
const isKind = (value: unknown) => value === 'student' || value === 'staff'
const orNull = (value: unknown, is: (given: unknown) => boolean) => value === null || is(value)

const isEntry = (value: unknown): value is DossierEntry =>
  isRecord(value) &&
  isUuid(value['id']) &&
  entryKinds.some((kind) => kind === value['kind']) &&
  orNull(value['code'], (code) => isText(code, 100)) &&
  orNull(value['record'], isUuid) &&
  isDay(value['happenedOn']) &&
  orNull(value['hour'], (hour) => isCount(hour, 0, 23)) &&
  isDay(value['recordedOn']) &&
  isHolderId(value['by']) &&
  orNull(value['refersTo'], isUuid) &&
  orNull(value['dueOn'], isDay) &&
  typeof value['isOverride'] === 'boolean'

const isWords = (value: unknown): value is EntryWords =>
  isRecord(value) &&
  isText(value['text']) &&
  (value['answers'] === undefined || isAnswers(value['answers'])) &&
  (value['withWhom'] === undefined || isListOf(value['withWhom'], (name) => isText(name), 200)) &&
  (value['reason'] === undefined || isText(value['reason'])) &&
  (value['person'] === undefined || isPerson(value['person'])) &&
  (value['material'] === undefined || isMaterial(value['material'])) &&
  (value['gist'] === undefined || isGist(value['gist'])) &&
  (value['erased'] === undefined || isErasedList(value['erased'], isEntry))

const isAnswers = (value: unknown) => isRecord(value) && Object.values(value).every((answer) => isText(answer))

const isPerson = (value: unknown): value is InvolvedPerson =>
  isRecord(value) &&
  isKind(value['kind']) &&
  isText(value['name']) &&
  isText(value['classGroup']) &&
  isListOf(value['parents'], isParent, 20)

const isMaterial = (value: unknown) =>
  isRecord(value) &&
  isUuid(value['item']) &&
  isText(value['where']) &&
  isText(value['spread']) &&
  orNull(value['askedOn'], isDay) &&
  orNull(value['goneOn'], isDay)

const isGist = (value: unknown) =>
  isRecord(value) &&
  isDay(value['on']) &&
  isText(value['form'], 40) &&
  isText(value['place'], 40) &&
  isText(value['severity'], 40)

const isParent = (value: unknown): value is Parent =>
  isRecord(value) && isText(value['name']) && isText(value['contact'])
