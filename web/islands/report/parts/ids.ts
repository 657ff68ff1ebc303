/** The id of an input, so that an error summary can lead to the first one of a question by the name of its field. */
export const inputId = (name: string, index: number): string => (index === 0 ? name : `${name}-${index + 1}`)

export const hintId = (id: string): string => `${id}-hint`

export const errorId = (field: string): string => `${field}-error`
