/** Sharing a report, passing it on, and staying out of one. Staff are addressed with "je". */
export default {
  title: 'Delen of doorgeven',
  cancel: 'Toch niet',
  busy: 'De sleutels worden gemaakt. Dat duurt een paar tellen.',
  asWhom: 'Voor wie is de melding niet?',
  inPerson: 'voor mij persoonlijk',
  cannotEncrypt: 'Er is niets veranderd, want de sleutel kon niet worden gemaakt. Laad de pagina opnieuw.',

  share: {
    open: 'Deel deze melding',
    title: 'Deel deze melding met een collega',
    explain: [
      'Je collega leest dan alles, vanaf het begin, en kan ook antwoorden. Jij leest mee.',
      'De melder ziet met wie je deelt en kan dat terugdraaien.',
    ],
    legend: 'Met wie deel je?',
    confirm: 'Deel de melding',
    done: 'Gedeeld met {name}. De melder ziet dat in het gesprek. Was dit de verkeerde? Vraag dan of die kiest voor “Deze melding is niet voor mij”.',
  },

  forward: {
    open: 'Deze melding is niet voor mij',
    title: 'Geef deze melding door',
    explain: [
      'Wie je kiest, leest alles vanaf het begin. Daarna kun jij de melding niet meer lezen.',
      'De melder ziet aan wie je haar doorgeeft.',
    ],
    legend: 'Voor wie is de melding?',
    confirm: 'Geef door en stop met lezen',
    done: 'Doorgegeven aan {name}. Jij leest niet meer mee.',
  },

  recuse: {
    open: 'Ik ben hier zelf bij betrokken',
    title: 'Je bent hier zelf bij betrokken',
    explain: [
      'De melding verdwijnt meteen uit jouw lijst. Je kunt haar niet meer openen, ook niet via een functie. Dat kun je niet terugdraaien.',
      'De melder ziet dat je niet meer meeleest. De reden staat er niet bij. De directeur ziet in het logboek dat je dit deed.',
    ],
    legend: 'Wie neemt de melding van je over?',
    confirm: 'Ja, ik wil dit niet meer lezen',
    done: 'Je leest deze melding niet meer. De melding is nu bij {name}.',
    alone: 'Je leest deze melding niet meer. Je collega’s gaan ermee verder.',
  },

  choose: {
    label: 'Zoek een collega op naam',
    hint: 'Wie al meeleest, wie erbij betrokken is en wie de melder niet wil, staat er niet bij.',
    search: 'Zoek',
    searching: 'Er wordt gezocht.',
    tooShort: 'Typ ten minste twee letters van de naam.',
    foundNone: 'Niemand gevonden die kan meelezen. Probeer een ander deel van de naam.',
    found: 'Gevonden: {n}. Kies hieronder.',
    unconfirmed:
      'Let op: wie dit sinds {day} doet, is niet bevestigd door wie het daarvoor deed. Vraag eerst na of dit klopt.',
    missing: 'Kies eerst iemand.',
    site: 'Op welke locatie?',
    otherSite:
      'De melder ziet dat ook mensen van een andere locatie meelezen. Zij antwoorden binnen de termijn van deze locatie.',
    otherKey:
      'De sleutel van deze locatie is niet de sleutel die je directeur vergeleek. Deel niets, en vertel het je directeur.',
    elsewhere: 'Hoort de melding bij een andere locatie?',
    elsewhereHow:
      'Dat kan nog niet. Je directeur moet eerst de sleutel van die locatie vergelijken en ondertekenen. Dat gaat op de pagina Sleutels.',
  },
} as const
