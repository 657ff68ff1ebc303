import type { Condition } from '../definition.ts'

export const isDigital: Condition = { any: [{ way: 'digital' }, { circumstance: 'also-digital' }] }
export const withMentor: Condition = { handler: 'mentor' }
export const withCoordinator: Condition = { handler: 'bullyingCoordinator' }
/** As bijlage 1 goes; bijlage 2 has steps of its own instead. */
export const ordinaryWithMentor: readonly Condition[] = [withMentor, { not: isDigital }]
/** Somebody talked with whoever is bullied, along whichever of the three plans. */
export const targetHeard: Condition = {
  any: [{ settled: 'a1-talk-target' }, { settled: 'd-talk-target' }, { settled: 'c4-talk-target' }],
}
export const initiatorHeard: Condition = {
  any: [{ settled: 'a1-talk-initiator' }, { settled: 'd-talk-initiator' }, { settled: 'c3-talk-initiator' }],
}
export const goesOn: Condition = { circumstance: 'goes-on' }
export const isCalm: Condition = { circumstance: 'calm' }
/** 2.5: "herhaaldelijk en/of ernstig". */
export const repeatedOrGrave: Condition = { any: [{ circumstance: 'recurred' }, { circumstance: 'grave' }] }
