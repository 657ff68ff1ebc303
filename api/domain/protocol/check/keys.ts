export const keys = (list: readonly Readonly<{ key: string }>[]): readonly string[] => list.map(({ key }) => key)
