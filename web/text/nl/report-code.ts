/** After sending: first the code, then what happens next. */
export default {
  title: 'Je code',
  heading: 'Je melding is verstuurd',
  answerBy: 'Je krijgt uiterlijk op {date} antwoord.',
  closed: 'Het is nu {holiday}. Tot en met {until} leest niemand op school je melding.',
  closedAnswer: 'Je krijgt uiterlijk op {date} antwoord.',
  closedCall: 'Wil je nu met iemand praten? De Kindertelefoon luistert.',
  earlier:
    'Je melding was al aangekomen, maar zonder wat je daarna hebt veranderd. Met je code kun je er nog iets bij schrijven.',
  needed: 'Zonder code kun je het antwoord niet lezen. Je hebt hem dus nodig.',
  haveIt: 'Ik heb mijn code',
  notNeeded: 'Ik hoef geen antwoord',
  next: {
    title: 'Wat er nu gebeurt',
    heading: 'Goed dat je het hebt verteld',
    reading: 'Je melding wordt gelezen',
    readingText: 'Alleen deze mensen kunnen erbij:',
    answer: 'Je krijgt antwoord',
    answerText: 'Dat is uiterlijk op {date}. Op vrije dagen leest niemand mee.',
    reply: 'Je leest het antwoord met je code',
    replyText: 'Ga naar ‘Mijn melding’ en typ je code. Je kunt dan ook terugschrijven.',
    without: 'Je wilt geen antwoord lezen. De school kan wel met je melding aan de slag.',
    read: 'Naar ‘Mijn melding’',
    traces: 'Wil je niet dat iemand ziet dat je hier was? Lees dan hoe je je geschiedenis wist.',
    tracesLink: 'Zo gebruik je deze site veilig',
    urgent: 'Er gaat iets rond, daarom staat je melding bovenaan.',
  },
} as const
