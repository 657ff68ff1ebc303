import type { EntryKind, Part } from '../../api/domain/dossier/entry.ts'
import type { Gist } from '../../web/crypto/dossier-body.ts'

/** Something that somebody wrote down. `by` and `about`: the first part of an address, and whom of the people it is about. */
export type Deed = Readonly<{
  by: string
  daysAgo: number
  kind: EntryKind
  code: string | null
  about?: number
  dueInDays?: number
  text: string
  /** Its day is that of the deed. */
  gist?: Omit<Gist, 'on'>
}>

/** A made-up dossier. It is opened by the mentor. */
export type DossierStory = Readonly<{
  way: string
  daysAgo: number
  /** In person, beside the mentor; the coordinator's function always reads. */
  alsoReads: readonly string[]
  people: readonly Readonly<{ name: string; classGroup: string; part: Part; parent: string }>[]
  text: string
  deeds: readonly Deed[]
}>

const mentor = 'mentor1'
const coordinator = 'anti-pestcoordinator'

/** One that the mentor is in the middle of, one that is digital and urgent, one in aftercare, and one that is closed. */
export const dossierStories: readonly DossierStory[] = [
  {
    ...{ way: 'ordinary', daysAgo: 5, alsoReads: [] },
    people: [
      { name: 'Mila Verhoeven', classGroup: '2A', part: 'target', parent: 'Moeder, Karin Verhoeven' },
      { name: 'Sem de Ruiter', classGroup: '2A', part: 'initiator', parent: 'Vader, Peter de Ruiter' },
    ],
    text: 'Mila zit al weken alleen in de pauze. Sem maakt opmerkingen over haar kleren, en anderen lachen mee.',
    deeds: [
      { by: mentor, daysAgo: 5, kind: 'step-done', code: 'inform-mentor', text: 'Ik ben zelf de mentor.' },
      {
        ...{ by: mentor, daysAgo: 3, kind: 'step-done', code: 'a1-talk-target', about: 0 },
        text: 'Mila vertelt dat het na de herfstvakantie begon. Ze wil dat het stopt zonder dat iedereen ervan hoort.',
      },
      {
        ...{ by: mentor, daysAgo: 2, kind: 'step-done', code: 'a2-parents-target', about: 0 },
        text: 'Moeder merkte thuis dat Mila slecht slaapt. Zij is blij dat de school belt.',
      },
      {
        ...{ by: mentor, daysAgo: 5, kind: 'note', code: null },
        text: 'Uitsluiten of negeren, op het plein of bij de fietsen. Ernst: hier is het protocol voor nodig.',
        gist: { form: 'exclusion', place: 'schoolyard', severity: 'serious' },
      },
      { by: mentor, daysAgo: 1, kind: 'note', code: null, text: 'In de les was het vandaag rustig.' },
    ],
  },
  {
    ...{ way: 'digital', daysAgo: 1, alsoReads: ['teamleider'] },
    people: [{ name: 'Yara Bakir', classGroup: '2A', part: 'target', parent: 'Vader, Emin Bakir' }],
    text: 'In de groepsapp gaat een filmpje rond waarin Yara valt. Nog niet bekend wie het filmde.',
    deeds: [
      { by: mentor, daysAgo: 1, kind: 'step-done', code: 'inform-mentor', text: 'Ik ben zelf de mentor.' },
      {
        ...{ by: mentor, daysAgo: 1, kind: 'step-done', code: 'd-tell-team-leader' },
        text: 'Direct gebeld. We gaan morgen samen de klas in.',
      },
    ],
  },
  {
    ...{ way: 'ordinary', daysAgo: 40, alsoReads: [] },
    people: [
      { name: 'Jip van der Laan', classGroup: '1A', part: 'target', parent: 'Moeder, Sanne van der Laan' },
      { name: 'Noud Smeets', classGroup: '1A', part: 'initiator', parent: 'Moeder, Ilse Smeets' },
    ],
    text: 'Jip werd bij gym steeds als laatste gekozen en uitgelachen. Noud begon er vaak mee.',
    deeds: [
      { by: mentor, daysAgo: 40, kind: 'step-done', code: 'inform-mentor', text: 'Ik ben zelf de mentor.' },
      {
        ...{ by: mentor, daysAgo: 40, kind: 'note', code: null },
        text: 'Verbaal, bij de gymzaal, de kleedkamer of de wc. Ernst: hier is het protocol voor nodig.',
        gist: { form: 'verbal', place: 'changingRoom', severity: 'serious' },
      },
      {
        by: mentor,
        daysAgo: 39,
        kind: 'step-done',
        code: 'a1-talk-target',
        about: 0,
        text: 'Jip wil graag weer meedoen.',
      },
      {
        by: mentor,
        daysAgo: 38,
        kind: 'step-done',
        code: 'a1-talk-initiator',
        about: 1,
        text: 'Noud schrok van het effect.',
      },
      { by: mentor, daysAgo: 38, kind: 'step-done', code: 'a2-parents-target', about: 0, text: 'Moeder denkt mee.' },
      {
        by: mentor,
        daysAgo: 37,
        kind: 'step-done',
        code: 'a2-parents-initiator',
        about: 1,
        text: 'Moeder praat thuis met Noud.',
      },
      {
        ...{ by: mentor, daysAgo: 37, kind: 'step-done', code: 'a1-agreements' },
        text: 'Noud kiest voortaan gemengde teams. Jip komt meteen naar mij als het weer misgaat.',
      },
      {
        by: mentor,
        daysAgo: 36,
        kind: 'step-done',
        code: 'a1-inform-coordinator',
        text: 'Bijgepraat in de wandelgang.',
      },
      {
        by: mentor,
        daysAgo: 35,
        kind: 'step-done',
        code: 'a5-class-talk',
        text: 'De klas maakte zelf afspraken over gym.',
      },
      {
        by: mentor,
        daysAgo: 15,
        kind: 'circumstance',
        code: 'calm',
        text: 'Jip doet weer mee. De klas let op elkaar.',
      },
      {
        by: mentor,
        daysAgo: 8,
        kind: 'step-done',
        code: 'n-check-in-target',
        about: 0,
        text: 'Het gaat goed, zegt Jip.',
      },
      {
        ...{ by: coordinator, daysAgo: 3, kind: 'planned', code: 'n-contact-target', about: 0, dueInDays: 6 },
        text: 'Ik spreek Jip volgende week.',
      },
    ],
  },
  {
    ...{ way: 'ordinary', daysAgo: 190, alsoReads: [] },
    people: [
      { name: 'Fenna Dijkstra', classGroup: '1B', part: 'target', parent: 'Vader, Rients Dijkstra' },
      { name: 'Lotte Hoekstra', classGroup: '1B', part: 'initiator', parent: 'Moeder, Anke Hoekstra' },
    ],
    text: 'Fenna en Lotte gooien steeds elkaars etui van tafel. Fenna zegt dat het niet leuk meer is.',
    deeds: [
      { by: mentor, daysAgo: 190, kind: 'step-done', code: 'inform-mentor', text: 'Ik ben zelf de mentor.' },
      {
        ...{ by: coordinator, daysAgo: 175, kind: 'closed', code: 'teasing', dueInDays: 12 },
        text: 'Allebei begonnen, allebei gestopt. Zij zitten nu weer naast elkaar.',
      },
    ],
  },
]
