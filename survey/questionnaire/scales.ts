import type { Scale } from './definition.ts'

/** Four steps and no middle: somebody who does not know can skip. */
export const fits: Scale = {
  key: 'fits',
  isOrdered: true,
  options: [
    { key: 'not', label: { nl: 'Klopt niet' }, value: 1 },
    { key: 'little', label: { nl: 'Klopt een beetje' }, value: 2 },
    { key: 'mostly', label: { nl: 'Klopt best wel' }, value: 3 },
    { key: 'fully', label: { nl: 'Klopt helemaal' }, value: 4 },
  ],
}

/** As `fits`, for somebody who tells of another: they may not know. */
export const fitsAsFarAsKnown: Scale = {
  key: 'fits-as-far-as-known',
  isOrdered: true,
  options: [...fits.options, { key: 'unknown', label: { nl: 'Weet ik niet' }, value: null }],
}

/** Four single words, for who reads with effort. */
export const often: Scale = {
  key: 'often',
  isOrdered: true,
  options: [
    { key: 'never', label: { nl: 'Nooit' }, value: 1 },
    { key: 'sometimes', label: { nl: 'Soms' }, value: 2 },
    { key: 'often', label: { nl: 'Vaak' }, value: 3 },
    { key: 'always', label: { nl: 'Altijd' }, value: 4 },
  ],
}

/**
 * How often something happened. The steps are those that research on bullying has in common, so that its cut-off can be
 * drawn: see `bullied`.
 */
export const frequency: Scale = {
  key: 'frequency',
  isOrdered: true,
  options: [
    { key: 'never', label: { nl: 'Nooit' }, value: 1 },
    { key: 'once-or-twice', label: { nl: '1 of 2 keer' }, value: 2 },
    { key: 'monthly', label: { nl: '2 of 3 keer per maand' }, value: 3 },
    { key: 'weekly', label: { nl: 'Ongeveer 1 keer per week' }, value: 4 },
    { key: 'more', label: { nl: 'Vaker dan 1 keer per week' }, value: 5 },
  ],
}

export const frequencyAsFarAsKnown: Scale = {
  key: 'frequency-as-far-as-known',
  isOrdered: true,
  options: [...frequency.options, { key: 'unknown', label: { nl: 'Weet ik niet' }, value: null }],
}

/**
 * From 2 or 3 times a month on somebody counts as bullied (Solberg & Olweus 2003, doi 10.1002/ab.10047): below it, those who
 * say so differ little from those who do not.
 */
export const bullied: readonly string[] = ['monthly', 'weekly', 'more']

/** Whoever answers this was asked for more: also once is asked about. */
export const everHappened: readonly string[] = ['once-or-twice', ...bullied]

export const yesOrNo: Scale = {
  key: 'yes-or-no',
  isOrdered: false,
  options: [
    { key: 'yes', label: { nl: 'Ja' }, value: null },
    { key: 'no', label: { nl: 'Nee' }, value: null },
    { key: 'unsure', label: { nl: 'Ik twijfel' }, value: null },
  ],
}

/** What became of it after it was told. */
export const becameBetter: Scale = {
  key: 'became-better',
  isOrdered: true,
  options: [
    { key: 'worse', label: { nl: 'Nee, het werd erger' }, value: 1 },
    { key: 'same', label: { nl: 'Nee, het bleef hetzelfde' }, value: 2 },
    { key: 'less', label: { nl: 'Ja, het werd minder' }, value: 3 },
    { key: 'stopped', label: { nl: 'Ja, het is gestopt' }, value: 4 },
    { key: 'unknown', label: { nl: 'Dat weet ik nog niet' }, value: null },
  ],
}

/** What a school can ask with. Nothing else, so that its items can be counted and hidden as all others are. */
export const ownScales: readonly Scale[] = [fits, often, frequency, yesOrNo]
