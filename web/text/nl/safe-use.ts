/** Safe use: who else can see that somebody was here, and what helps. */
export default {
  title: 'Veilig gebruiken',
  heading: 'Veilig gebruiken',
  intro:
    'Misschien wil je niet dat iemand ziet dat je hier bent. Hieronder staat wat deze site voor je doet, en wat je zelf kunt doen.',
  short: 'Het veiligst is een telefoon die alleen jij gebruikt, in een privévenster en niet op de wifi van school.',
  sections: [
    {
      id: 'weg',
      heading: 'Snel weg van deze site',
      paragraphs: [
        'Boven aan elke pagina staat de knop ‘Verlaat deze site’. Druk je daarop, dan wordt de pagina meteen leeg en komt er een gewone pagina.',
        'Heb je een toetsenbord? Dan kun je ook 3 keer snel op Shift drukken.',
        'Wat je nog niet had verstuurd, is dan weg. Ook met de terugknop komt het niet terug. Wel kan de terugknop een eerdere pagina van deze site laten zien.',
      ],
      list: [],
    },
    {
      id: 'geschiedenis',
      heading: 'Wat je browser onthoudt',
      paragraphs: [
        'Deze site bewaart zelf niets op je telefoon of computer. Maar je browser houdt een lijst bij van de sites die je hebt bezocht. Die lijst kunnen wij niet wissen.',
        'In een privévenster komt deze site niet in de lijst. Zo open je dat:',
      ],
      list: [
        'Chrome: tik op de drie puntjes en kies ‘Nieuw incognitotabblad’.',
        'Safari op een iPhone: open het overzicht van je tabbladen en kies ‘Privé’.',
        'Samsung Internet: tik op het menu met de streepjes en kies de geheime modus.',
        'Firefox: open het menu en kies een nieuw privévenster.',
        'Edge: open het menu en kies een nieuw InPrivate-venster.',
      ],
    },
    {
      id: 'wissen',
      heading: 'Was je hier al zonder privévenster?',
      paragraphs: [
        'Zoek in je browser naar ‘Geschiedenis’ en haal alleen deze site uit de lijst. Wis liever niet alles, want een lege lijst kan ook opvallen.',
      ],
      list: [],
    },
    {
      id: 'gedeeld',
      heading: 'Een telefoon of computer die je deelt',
      paragraphs: ['Gebruikt iemand anders hetzelfde toestel, bijvoorbeeld thuis? Let dan op deze dingen:'],
      list: [
        'Maak geen schermafbeelding van je code, want die komt bij je foto’s te staan. Schrijf de code liever op papier.',
        'Sla je een bestand op, dan blijft dat bij de downloads staan.',
        'Kopieer je de code, dan onthoudt het toestel die tot je iets anders kopieert. Sommige toetsenborden bewaren de code nog langer.',
        'Vraagt je browser of hij iets moet bewaren? Kies dan ‘Nee’.',
      ],
    },
    {
      id: 'invullen',
      heading: 'Woorden die vanzelf verschijnen',
      paragraphs: [
        'Een toetsenbord op een telefoon onthoudt soms woorden en namen. Daardoor kunnen ze later verschijnen als iemand anders typt. Bij veel toetsenborden kun je dat uitzetten met een privé- of incognitostand.',
        'Wij hebben de spellingcontrole uitgezet, omdat sommige browsers je tekst daarvoor naar een bedrijf sturen. Taalfouten maken hier dus niet uit.',
      ],
      list: [],
    },
    {
      id: 'wifi',
      heading: 'De wifi van school',
      paragraphs: [
        'De school kan zien dát je deze site bezoekt, niet wat je schrijft. Thuis kan degene die de wifi beheert dat soms ook zien.',
        'Wil je dat niet? Zet dan de wifi uit en gebruik je eigen internet, of ga naar een andere plek met wifi.',
      ],
      list: [],
    },
    {
      id: 'laptop',
      heading: 'Een laptop of tablet van school',
      paragraphs: [
        'Op een apparaat van school kan een programma staan waarmee een medewerker je scherm kan zien. Dan kan die ook lezen wat je typt, en daar kunnen wij niets aan doen.',
        'Gebruik daarom liever je eigen telefoon, of die van iemand die je vertrouwt.',
      ],
      list: [],
    },
    {
      id: 'code',
      heading: 'Je code',
      paragraphs: [
        'Wie jouw code heeft, kan je melding en de antwoorden lezen. Bewaar hem daarom op een plek waar een ander niet kijkt, en geef hem aan niemand.',
      ],
      list: [],
    },
  ],
  after: 'Kun je nergens veilig typen? Bel dan de Kindertelefoon, of vertel het aan iemand op school.',
  start: 'Vertel wat er gebeurt',
} as const
