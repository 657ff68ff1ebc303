import { aeres11 } from './aeres-1-1/protocol.ts'
import type { Protocol } from './definition.ts'

/** Every version a dossier may have been opened under. One that is replaced stays: its dossiers keep it. */
const protocols: readonly Protocol[] = [aeres11]

export type ProtocolName = Readonly<{ id: string; version: string }>

/** The protocol of a school or a dossier, or null when this program does not have it. */
export const findProtocol = ({ id, version }: ProtocolName, among: readonly Protocol[] = protocols): Protocol | null =>
  among.find((one) => one.id === id && one.version === version) ?? null

export const knownProtocols = (among: readonly Protocol[] = protocols): readonly ProtocolName[] =>
  among.map(({ id, version }) => ({ id, version }))
