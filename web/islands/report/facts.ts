/** What the page and the catalogue of help tell the form. */
export type Facts = Readonly<{
  portal: string
  /** What the school calls a mentor. */
  mentor: string
  phones: Readonly<Record<'emergency' | 'inspector' | 'police' | 'helpwanted' | 'children', Phone>>
}>

export type Phone = Readonly<{ phone: string; dial: string; hours: string }>
