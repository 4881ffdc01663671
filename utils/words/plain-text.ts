/** @returns text as it is looked for: without marks on letters, in small ones */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
