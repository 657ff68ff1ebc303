import attachments from './attachments.ts'
import codeCard from './code-card.ts'
import answers from './report-answers.ts'
import check from './report-check.ts'
import code from './report-code.ts'
import errors from './report-errors.ts'
import questions from './report-questions.ts'
import start from './report-start.ts'

/** All words of the report form. Parents get report-parent.ts on top of it. */
export default {
  title: '{step} – {portal}',
  questionTitle: 'Vraag {number} van {of}: {question}',
  progress: 'Vraag {number} van {of}',
  followUp: 'Vraag {number} van {of}, vervolg',
  errorTitle: 'Fout: {title}',
  previous: 'Vorige vraag',
  previousStart: 'Terug',
  next: 'Volgende vraag',
  toCheck: 'Controleer je antwoorden',
  why: 'Waarom vragen we dit?',
  start,
  questions,
  answers,
  errors,
  check,
  code,
  attachments,
  codeCard,
} as const
