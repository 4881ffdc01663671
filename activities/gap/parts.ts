/** The gap of a sentence. */
export const GAP = '____'

/** @returns what stands before and after the gap */
export function aroundGap(sentence: string): { before: string, after: string } {
  const [before = '', after = ''] = sentence.split(GAP)
  return { before, after }
}
