/** How long a dossier is kept, what will be erased, and holding that up. Staff are addressed with "je". */
export default {
  period: {
    label: 'Hoeveel maanden blijft het bewaard?',
    hint: 'De school bewaart dit {n} maanden. Korter of langer mag ook. Schrijf dan op waarom.',
    until: 'Vanaf {day} wordt het gewist. Vier schoolweken eerder zie je dat hier.',
    error: 'Vul een heel getal in van {least} tot en met {most}.',
  },
  soon: {
    title: 'Wordt binnenkort gewist',
    intro:
      'Is iets nog nodig? Open het dossier dan weer, of vraag de anti-pestcoördinator of de directeur om het tegen te houden.',
    dossier: 'Dossier {name}',
    report: 'Melding {name}',
    on: 'Wordt gewist vanaf {day}',
    unread: 'Nog niemand las dit tot het eind. Daarom wordt het nog niet gewist.',
    whereReport: 'Je vindt deze melding bij Meldingen.',
  },
  keeping: {
    title: 'Bewaren en wissen',
    waiting: 'Dit dossier blijft bewaard tot {day}. Daarna wist het programma het voorgoed.',
    near: 'Dit dossier wordt vanaf {day} gewist: alle tekst, alle namen en alle sleutels. Niemand kan het dan terughalen.',
    unread: 'Nog niemand las dit dossier tot het eind. Daarom wordt het nog niet gewist.',
    held: 'Het wissen wordt tegengehouden. De reden staat in de geschiedenis.',
    needed: 'Dit dossier blijft bewaard zolang een ander dossier ermee verdergaat.',
    open: 'Zolang het dossier loopt, wordt er niets gewist.',
    hold: 'Houd het wissen tegen',
    holdTitle: 'Houd het wissen tegen',
    holdHint:
      'Bijvoorbeeld omdat de politie of de klachtencommissie erom vraagt. Dit blijft gelden tot iemand het weer toelaat.',
    lift: 'Laat het wissen weer toe',
    liftTitle: 'Laat het wissen weer toe',
    liftHint: 'Het dossier wordt niet meteen gewist. Eerst komt er weer een waarschuwing van vier schoolweken.',
    nowHeld: 'Het wissen wordt nu tegengehouden.',
    lifted: 'Het wissen is weer toegestaan.',
    reason: 'Waarom?',
    cancel: 'Stop, verander niets',
  },
  eraseFrom: 'Wordt bewaard tot {day}',
} as const
