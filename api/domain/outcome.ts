/** What a rule of the domain answers: the new thing, or a literal that says why not. Throwing is for bugs only. */
export type Outcome<Value, Refusal extends string> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; refusal: Refusal }>

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const

export const refuse = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const
