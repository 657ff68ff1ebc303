import type { Duty } from '../../../api/domain/duty.ts'

/** As duty-replies.ts, to a parent. */
const replies: Readonly<Record<Duty, string>> = {
  danger: [
    'Wat goed dat u dit vertelt. Ik maak me zorgen, en daarom antwoord ik meteen.',
    'Is er nu gevaar? Bel dan 112.',
    'Denkt uw kind aan de dood of aan zelfmoord? Bel 113 of chat op 113.nl. Dat kan dag en nacht, het is gratis en een naam hoeft niet.',
    'Laat uw kind nu niet alleen. Ik wil u vandaag graag spreken. Schrijft u mij hoe ik u kan bereiken?',
  ].join('\n\n'),
  home: [
    'Wat goed dat u dit vertelt. Thuis hoort het voor iedereen veilig te zijn.',
    'Is er nu gevaar? Bel dan 112. Veilig Thuis denkt dag en nacht met u mee op 0800-2000. Dat is gratis.',
    'De school werkt bij zorgen over thuis met vaste stappen, de meldcode. Daarom overleg ik met een collega die hier veel van weet.',
    'Ik wil u graag spreken. Schrijft u mij hoe en wanneer dat veilig kan?',
  ].join('\n\n'),
  offence: [
    'Wat goed dat u dit vertelt. Wat u beschrijft, mag niet.',
    'Doet iemand van school zoiets? Dan moet ik dat meteen aan het bestuur van de school vertellen. Dat staat in de wet.',
    'Het bestuur overlegt met de vertrouwensinspecteur. Daarna doet het bestuur misschien aangifte bij de politie. U leest hier wat er gebeurt.',
    'U mag ook zelf met de vertrouwensinspecteur bellen: 0900 111 3 111, op werkdagen van 8 tot 17 uur. Bij gevaar belt u 112.',
  ].join('\n\n'),
  staff: [
    'Wat goed dat u dit vertelt. Iemand die op school werkt, mag een leerling niet pesten.',
    'Ik wil dit met de directeur bespreken. Met de medewerker zelf praat ik er niet over voordat u dat weet.',
    'Vindt u dat goed, of wilt u eerst iets anders? De vertrouwenspersoon van school kan u helpen. Die weet ook hoe u een klacht indient.',
    'U leest hier wat er gebeurt.',
  ].join('\n\n'),
}

export default replies
