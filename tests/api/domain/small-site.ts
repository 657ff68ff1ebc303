import type { OwnedReport, Ownership } from '../../../api/domain/ownership.ts'

/** Two work at another site, to which the school may share a report. */
export const people = ['anna', 'bram', 'carla', 'daan', 'almere/dora', 'almere/emil'] as const
export const roles = ['confidentialAdviser', 'contactPerson', 'mentor', 'almere/contactPerson'] as const
export const reports = ['r1', 'r2', 'r3', 'd1', 'd2'] as const
export const addressees = [...people, 'confidentialAdviser', 'contactPerson', 'almere/contactPerson']

export const report = (id: string, holders: readonly string[], more: Partial<OwnedReport> = {}): OwnedReport => ({
  ...{ report: id, isOpen: true, holders, recused: [], standIns: [], isKeyDue: false },
  ...more,
})

export const autumn = { firstDay: '2026-10-19', lastDay: '2026-10-23' } as const
export const winter = { firstDay: '2026-12-21', lastDay: '2027-01-03' } as const

export const start: Ownership = {
  people: [
    { holder: 'anna', isAble: true, dossierRoles: ['confidentialAdviser'] },
    { holder: 'bram', isAble: true, dossierRoles: ['confidentialAdviser', 'mentor'] },
    { holder: 'carla', isAble: true, dossierRoles: ['contactPerson'] },
    { holder: 'daan', isAble: true, dossierRoles: ['mentor'] },
    ...['almere/dora', 'almere/emil'].map((holder) => ({ holder, isAble: true })),
  ],
  functions: [
    {
      role: 'confidentialAdviser',
      members: ['anna', 'bram'],
      keyHolders: ['anna', 'bram'],
      former: [],
      isRetired: false,
    },
    { role: 'contactPerson', members: ['carla'], keyHolders: ['carla'], former: [], isRetired: false },
    {
      ...{ role: 'almere/contactPerson', members: ['almere/dora'], keyHolders: ['almere/dora'] },
      ...{ former: [], isRetired: false },
    },
  ],
  deputies: [],
  reports: [
    ...[report('r1', ['confidentialAdviser']), report('r2', ['contactPerson', 'anna']), report('r3', ['daan'])],
    ...[report('d1', ['daan', 'carla'], { isDossier: true }), report('d2', ['bram'], { isDossier: true })],
  ],
}

export const reportIn = (state: Ownership, id: string) =>
  state.reports.find((one) => one.report === id) ?? report(id, [])
