import { findProtocol, type ProtocolName } from '../protocol/registry.ts'
import type { YearlyDays, YearlyItem } from '../protocol/yearly.ts'

/** What a school's protocol wants done each year, and when a site may plan that. Start-up refuses one it does not have. */
export function askedEachYear(name: ProtocolName): Readonly<{ items: readonly YearlyItem[]; days: YearlyDays }> {
  const protocol = findProtocol(name)
  return { items: protocol?.yearlyPlan ?? [], days: protocol?.yearlyDays ?? {} }
}
