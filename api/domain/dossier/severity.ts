/** Ernst, as the school sees it: what a teacher can settle, what needs the protocol, and what harmed somebody. */
export const severities = ['light', 'serious', 'grave'] as const
export type Severity = (typeof severities)[number]
