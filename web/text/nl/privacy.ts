/** What the school knows. Each sentence is a promise that the program keeps, or says plainly what it cannot promise. */
export default {
  title: 'Wat weet de school van mij?',
  heading: 'Wat weet de school van mij?',
  intro:
    'De school weet alleen wat jij vertelt. Hier lees je wat er wordt bewaard, wie het leest en wat we niet kunnen beloven.',
  stored: {
    heading: 'Dit wordt bewaard',
    sealed:
      'Alles wat je schrijft en elk bestand dat je meestuurt, wordt op jouw telefoon of computer eerst versleuteld. Dat betekent: wie de sleutel niet heeft, ziet alleen onleesbare tekens. Alleen jij en de mensen die jij kiest, hebben die sleutel.',
    plainIntro: 'Een paar dingen zijn niet versleuteld, omdat je melding anders niet bij de goede persoon komt:',
    plain: [
      'op welke locatie je zit, en aan wie je schrijft',
      'op welke dag je iets stuurt, maar niet hoe laat',
      'hoeveel berichten en bestanden er zijn, en ongeveer hoe groot ze zijn',
      'of een bericht van jou komt of van de school',
      'of er haast bij is',
      'een soort vingerafdruk van je code, waar niemand de code uit kan halen',
      'of je melding al gelezen is, en of de school ermee bezig is',
    ],
  },
  notStored: {
    heading: 'Dit wordt niet bewaard',
    list: [
      'je naam, behalve als je die zelf invult of ergens in je verhaal noemt',
      'je e-mailadres of telefoonnummer, want daar vragen we niet naar',
      'je IP-adres, en welke telefoon of browser je gebruikt',
      'wat je typt maar niet verstuurt (een bestand dat al onderweg was, wordt na twee dagen gewist)',
      'de plek en het toestel die in een foto zitten: die gegevens haalt de site eruit voordat je de foto stuurt',
    ],
    cookies: 'De pagina’s voor leerlingen en ouders plaatsen geen cookies en sturen niets naar andere bedrijven.',
  },
  named: {
    heading: 'Weet niemand dan wie ik ben?',
    paragraphs: [
      'Je kunt een melding doen zonder naam. Maar door wat je vertelt, kan iemand soms raden wie je bent. Let daarom op met namen en dingen die alleen jij kunt weten.',
      'In een filmpje, een geluid of een pdf kunnen verborgen gegevens zitten, zoals een naam of een plek. Die haalt de site er niet uit.',
    ],
  },
  readers: {
    heading: 'Wie leest het?',
    paragraphs: [
      'Alleen de mensen die jij kiest. Kies je bijvoorbeeld de vertrouwenspersoon, en zijn dat er op jouw locatie twee? Dan kunnen ze het allebei lezen. Bij het kiezen zie je hun namen, en je kunt iemand overslaan. Een opvolger kan het later ook lezen.',
      'De beheerder van deze site kan je melding niet lezen. Ook de directeur kan dat niet, behalve als je die zelf kiest.',
      'Wie je melding leest, mag er met een collega over praten als dat nodig is om te helpen. Vaak hoort ook je mentor ervan. Wil je dat niet, schrijf dat dan in je melding.',
      'Gaat de school ermee aan de slag? Dan schrijft iemand vaak een korte notitie in het leerlingdossier. Dat is een ander systeem dan deze site.',
    ],
  },
  mustAct: {
    heading: 'Soms moet de school iets doen',
    intro:
      'De mensen die je melding lezen, willen eerst met jou overleggen. Soms kunnen ze niets geheimhouden, ook al vraag je daarom:',
    list: [
      'als jij of een ander in groot gevaar is',
      'als het thuis misschien niet veilig is',
      'als iemand die op school werkt misschien iets seksueels met een leerling heeft gedaan',
    ],
    outside: 'Dan vragen ze hulp van buiten de school. Vraag gerust eerst wat ze wel en niet geheim kunnen houden.',
  },
  answer: {
    heading: 'Wanneer krijg je antwoord?',
    text: 'De afspraak op school is: binnen {days} schooldagen. In een vakantie leest niemand mee. Dat zeggen we erbij als je iets verstuurt.',
  },
  howLong: {
    heading: 'Hoelang blijft het bewaard?',
    text: 'Als je gesprek klaar is, bewaart de school het nog een tijd. Daarna wordt het voorgoed gewist. Je code zegt dat dan nog een jaar lang. Zolang de school er nog mee bezig is, blijft het bestaan.',
    ask: 'Wil je weten hoelang precies, of wil je dat je melding eerder wordt gewist? Vraag het dan in je melding, of aan het aanspreekpunt.',
    lost: 'Raak je je code kwijt, dan kan niemand hem terughalen. De mensen die je koos, kunnen je melding dan nog wel lezen.',
  },
  limits: {
    heading: 'Wat we niet kunnen beloven',
    paragraphs: [
      'Iemand kan inbreken op de computer waar deze site op draait. Oude meldingen kan die persoon niet lezen, want daarvan staat de sleutel daar niet.',
      'Wel kan een inbreker de pagina’s van deze site veranderen. Dan kan hij meelezen met wat je vanaf dat moment typt. We maken dat zo moeilijk als we kunnen, maar niemand kan het helemaal uitsluiten.',
      'Wie meekijkt op je scherm of je toestel in handen heeft, kan ook meelezen. En wie het internet regelt, zoals de school, kan zien dát je deze site bezoekt.',
    ],
    safe: 'Lees hoe je deze site veilig gebruikt',
    open: 'Hoe deze site werkt, is voor iedereen te controleren. De programmacode is openbaar.',
  },
} as const
