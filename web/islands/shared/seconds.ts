const long = new Intl.NumberFormat('nl-NL', { style: 'unit', unit: 'second', unitDisplay: 'long' })

/** "1 seconde", "30 seconden". */
export const secondsInWords = (seconds: number): string => long.format(seconds)
