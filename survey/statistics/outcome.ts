/** What a formula answers where there is more than one reason to have no figure: the figure, or a literal that says why not. */
export type Figure<Value, Refusal extends string> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; refusal: Refusal }>

export const figure = <Value>(value: Value) => ({ ok: true, value }) as const

export const noFigure = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const
