/** A catalogue with any words in it. Dutch is the source of the type; each other language has the same keys. */
export type Words<Catalogue> = Catalogue extends string
  ? string
  : { readonly [Key in keyof Catalogue]: Words<Catalogue[Key]> }
