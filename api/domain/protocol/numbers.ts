import type { ProtocolName } from './registry.ts'
import type { Numbers } from './term.ts'

/** What a school says of the protocol it works by now. */
export type SchoolProtocol = ProtocolName & Readonly<{ terms?: Numbers | undefined }>

/** The school's own numbers belong to the version it works by now; an older dossier goes by what its own version says. */
export const numbersFor = (school: SchoolProtocol, { id, version }: ProtocolName): Numbers =>
  school.id === id && school.version === version ? (school.terms ?? {}) : {}
