export default {
  title: 'Dit is je code',
  purpose: 'Met deze code lees je het antwoord. Alleen wie de code heeft, kan erbij.',
  /** Read out before the groups, so that a screen reader gives each sign. */
  spelled: 'Je code, teken voor teken: {spelled}.',
  copy: 'Kopieer de code',
  copied: 'De code is gekopieerd. Plak hem op een plek die alleen jij ziet.',
  copyFailed: 'Het kopiëren lukt niet. Schrijf de code op, of print het kaartje.',
  print: 'Print het kaartje',
  paper: 'Je kunt de code ook op papier schrijven.',
  keepSafe: 'Bewaar de code goed, want wij kunnen hem niet opnieuw geven.',
  showQr: 'Laat de code als QR zien',
  qrHint: 'Met een andere telefoon kun je de code hier scannen. In de QR staat alleen de code.',
  qrLabel: 'QR met je code',
  printTitle: 'Kaartje',
  card: {
    title: 'Zo lees je het antwoord',
    steps: ['Ga naar {address}', 'Typ deze code:', 'Lees het antwoord en schrijf terug als je dat wilt.'],
    keep: 'Bewaar dit kaartje op een plek waar niemand anders komt.',
  },
} as const
