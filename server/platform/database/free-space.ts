import { statfs } from 'node:fs/promises'

/** @returns bytes that are free where a folder lies; null where that cannot be told */
export const freeSpace = (folder: string): Promise<number | null> => statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => null)
