import type { YearlyItem } from '../yearly.ts'

const section = '2.2.1'

/** Spoor 1: what a location does each school year, who sees to it, and under which heading it stands. */
export const yearlyPlan: readonly YearlyItem[] = [
  {
    ...{ key: 'y-staff-informed', theme: 'Informatie', section, owner: 'bullyingCoordinator' },
    title: 'Collega’s weten wat pesten is en wat zij doen',
    asks: 'Leg uit wat pesten is, hoe je het ziet en hoe de school het aanpakt.',
  },
  {
    ...{ key: 'y-staff-step-plan', theme: 'Informatie', section, owner: 'teamLeader' },
    title: 'Collega’s kennen het stappenplan',
    asks: 'Iedereen weet wat er na een melding gebeurt, en dat de mentor het altijd hoort.',
  },
  {
    ...{ key: 'y-students-rules', theme: 'Informatie', section, owner: 'mentor' },
    title: 'Leerlingen kennen de regels over gedrag en veiligheid',
    asks: 'Bespreek de regels in elke klas.',
  },
  {
    ...{ key: 'y-students-where', theme: 'Informatie', section, owner: 'mentor' },
    title: 'Leerlingen weten waar zij terechtkunnen',
    asks: 'Zij kunnen het elke collega vertellen, en hun mentor of coach helpt.',
  },
  {
    ...{ key: 'y-staff-signals', theme: 'Informatie', section, owner: 'teamLeader' },
    title: 'Collega’s letten op signalen en luisteren',
    asks: 'Vraag leerlingen hoe zij de sfeer vinden.',
  },
  {
    ...{ key: 'y-student-reviews', theme: 'Informatie', section, owner: 'teamLeader' },
    title: 'De sfeer in de klas komt in elke leerlingbespreking terug',
    asks: 'Bespreek ook hoe het met leerlingen gaat. Spreek als team af hoe jullie het aanpakken.',
  },
  {
    ...{ key: 'y-parent-evening', theme: 'Informatie', section, owner: 'teamLeader' },
    title: 'Een ouderavond gaat over veiligheid op school',
    asks: 'Ouders horen bij wie zij terechtkunnen en wat de school doet.',
  },
  {
    ...{ key: 'y-names-in-guide', theme: 'Informatie', section, owner: 'director' },
    title: 'De namen staan in de schoolgids, met een link naar het protocol',
    asks: 'Het gaat om het aanspreekpunt en om wie het beleid coördineert.',
  },
  {
    ...{ key: 'y-lessons', theme: 'Lessen', section, owner: 'teamLeader' },
    title: 'Er zijn lessen en projecten over omgaan met elkaar',
    asks: 'Zij gaan over wat leerlingen voelen en hoe zij samenleven.',
  },
  {
    ...{ key: 'y-diversity', theme: 'Lessen', section, owner: 'teamLeader' },
    title: 'Er is een doorlopende lijn over verschillen',
    asks: 'Die gaat over cultuur, samenleving, gender en liefde, en loopt door alle leerjaren.',
  },
  {
    ...{ key: 'y-event', theme: 'Bewaken', section, owner: 'bullyingCoordinator' },
    title: 'Er is een jaarlijkse actie of een project tegen pesten',
    asks: 'De anti-pestcoördinator regelt dit met collega’s en leerlingen.',
  },
  {
    ...{ key: 'y-survey', theme: 'Bewaken', section, owner: 'director' },
    title: 'Leerlingen vertellen in een enquête hoe veilig zij zich voelen',
    asks: 'Elke locatie doet dit, met vragen over sociale veiligheid.',
  },
  {
    ...{ key: 'y-improvements', theme: 'Bewaken', section, owner: 'bullyingCoordinator' },
    title: 'Wat beter kan, komt terug in de aanpak en in het protocol',
    asks: 'Neem verbeterpunten uit de enquête mee, en ook in de evaluatie van dit protocol.',
  },
]
