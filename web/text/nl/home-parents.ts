/** The part of the first page for parents and carers. */
export default {
  heading: 'Bent u ouder of verzorger?',
  tell: 'Doe een melding',
  tellHint: 'Over uw kind of over een ander kind. U kiest zelf wie op school uw melding leest.',
} as const
