/** Who does what (2.1, 2.2.1, 2.3 and the annexes). */
export const roles = {
  mentor: { label: 'mentor', hasAccount: true },
  teamLeader: { label: 'teamleider', hasAccount: true },
  bullyingCoordinator: { label: 'anti-pestcoördinator', hasAccount: true },
  contactPerson: { label: 'aanspreekpunt', hasAccount: true },
  confidentialAdviser: { label: 'vertrouwenspersoon', hasAccount: true },
  supportCoordinator: { label: 'ondersteuningscoördinator', hasAccount: true },
  careCoordinator: { label: 'counselor of zorgcoördinator', hasAccount: true },
  director: { label: 'directeur', hasAccount: true },
  systemAdministrator: { label: 'systeembeheerder', hasAccount: true },
  institutionDirector: { label: 'instellingsdirecteur', hasAccount: false },
} as const

export const others = {
  parents: 'ouders of verzorgers',
  classGroup: 'de klas',
  team: 'het team',
  careTeam: 'het zorgteam',
  classmate: 'een leerling uit de klas',
} as const

export const parts = {
  target: 'leerling die gepest wordt',
  initiator: 'leerling die het doet',
  middleGroup: 'middengroep',
  bystander: 'omstander',
} as const
