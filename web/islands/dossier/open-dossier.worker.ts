import { answerQuestions } from '../team/answer-questions.ts'
import type { CardPage, SealedDossierParts, StoredDossier } from './dossier-api.ts'
import { type DossierKeys, openCardPage, openDossierLine, openStoredDossier } from './open-dossier.ts'

export type DossierQuestion =
  | Readonly<{ what: 'dossier'; stored: StoredDossier; keys: DossierKeys }>
  | Readonly<{ what: 'line'; stored: SealedDossierParts; keys: DossierKeys }>
  | Readonly<{ what: 'cards'; stored: CardPage & Readonly<{ site: string }>; keys: DossierKeys }>

answerQuestions<DossierQuestion>((question) => {
  const { keys } = question
  if (question.what === 'dossier') return openStoredDossier(question.stored, keys)
  return question.what === 'line' ? openDossierLine(question.stored, keys) : openCardPage(question.stored, keys)
})
