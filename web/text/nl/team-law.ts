/** Beside what the law adds to a measure or a letter. */
export default {
  law: 'Wat de wet zegt',
  lawUnchecked: 'Laat de school dit nakijken: {source}.',
  lawChecked: 'Bron: {source}.',
} as const
