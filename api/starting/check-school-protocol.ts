import type { SchoolConfig } from '../../db/school-config.ts'
import { checkProtocol } from '../domain/protocol/check/check-protocol.ts'
import type { Protocol } from '../domain/protocol/definition.ts'
import { findProtocol, knownProtocols } from '../domain/protocol/registry.ts'
import { roles } from '../domain/roles.ts'

/**
 * The protocol that the school works by, and every older one that a dossier may still keep.
 * @throws when the school names one that is not here, or when one cannot be worked with; the message names each problem.
 */
export function checkSchoolProtocol(
  { protocol: { id, version, terms = {} } }: Pick<SchoolConfig, 'protocol'>,
  among?: readonly Protocol[],
): Protocol {
  const own = findProtocol({ id, version }, among)
  if (!own) {
    const known = knownProtocols(among).map((one) => `${one.id} ${one.version}`)
    throw new Error(`school.json names protocol ${id} ${version}. This program has: ${known.join(', ')}.`)
  }
  const problems = knownProtocols(among).flatMap((name) => {
    const protocol = findProtocol(name, among)
    const numbers = protocol === own ? terms : {}
    return (protocol ? checkProtocol(protocol, roles, numbers) : []).map(
      (problem) => `protocol ${name.id} ${name.version}: ${problem}`,
    )
  })
  if (problems.length > 0) throw new Error(`A protocol cannot be worked with.\n${problems.join('\n')}`)
  return own
}
