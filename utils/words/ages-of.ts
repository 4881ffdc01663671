/** @param band as 9-11 @returns "9–11", as people read it */
export const agesOf = (band: string) => band.replace('-', '–')
