import type { Duty } from '../../../api/domain/duty.ts'

/** What a reader can write to the reporter when there is a duty; staff change it before they send it. To parents: duty-replies-parent.ts. */
const replies: Readonly<Record<Duty, string>> = {
  danger: [
    'Wat goed dat je dit vertelt. Ik maak me zorgen, en daarom antwoord ik meteen.',
    'Is er nu gevaar? Bel dan 112.',
    'Denkt iemand aan de dood of aan zelfmoord? Bel 113 of chat op 113.nl. Dat kan dag en nacht, het is gratis en je naam hoeft niet.',
    'Ik wil hier vandaag met je over praten. Schrijf je me waar ik je kan vinden? Je mag ook naar me toe komen.',
    'Ik kan dit niet helemaal voor mezelf houden, want veiligheid gaat voor. Ik vertel je vooraf met wie ik praat.',
  ].join('\n\n'),
  home: [
    'Wat goed dat je dit vertelt. Thuis hoort het veilig te zijn, en het is niet jouw schuld.',
    'Is er nu gevaar? Bel dan 112. Wil je met iemand buiten school praten? Veilig Thuis luistert dag en nacht op 0800-2000. Dat is gratis.',
    'Ik wil je helpen en ik wil niets doen wat het erger maakt. Daarom overleg ik met iemand die hier veel van weet. Je naam noem ik daarbij alleen als het moet.',
    'Ik praat niet met je ouders voordat jij weet dat ik dat ga doen. Wil je me schrijven wat jij nu nodig hebt?',
  ].join('\n\n'),
  offence: [
    'Wat goed dat je dit vertelt. Wat jij beschrijft, mag niet. Het is niet jouw schuld.',
    'Doet iemand van school zoiets? Dan moet ik dat meteen aan het bestuur van de school vertellen. Dat staat in de wet. Ik vertel alleen wat nodig is.',
    'Het bestuur praat erover met de vertrouwensinspecteur. Daarna doet het bestuur misschien aangifte bij de politie. Ik laat je hier weten wat er gebeurt.',
    'Je mag ook zelf met de vertrouwensinspecteur bellen: 0900 111 3 111, op werkdagen van 8 tot 17 uur. Bij gevaar bel je 112.',
    'Wil je me schrijven wie jou nu kan steunen?',
  ].join('\n\n'),
  staff: [
    'Wat goed dat je dit vertelt. Iemand die op school werkt, mag een leerling niet pesten.',
    'Ik wil dit met de directeur bespreken. Met de medewerker zelf praat ik er niet over voordat jij dat weet.',
    'Vind je dat goed, of wil je eerst iets anders? De vertrouwenspersoon van school kan jou helpen. Die weet ook hoe je een klacht indient.',
    'Ik laat je hier weten wat er gebeurt.',
  ].join('\n\n'),
}

export default replies
