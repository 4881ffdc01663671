/** What a sum over classes says, and how sure that is. Pure. */
import { wordNames, type WordName } from '#shared/api/insight'
import type { Reading, Verdict } from '#shared/api/evidence'
import type { Sum } from './sums.ts'

/** 95 times in a hundred it lies so many standard deviations around. */
const SURE = 1.96
/**
 * Pupils of a class answer more alike than pupils of different classes do, so a class tells less than as many pupils from
 * everywhere: the intraclass correlation, as surveys in schools allow for where they have no better figure (Kish's design effect,
 * 1 + (m - 1)ρ, for classes of m).
 */
const ALIKE = 0.05

interface Estimate {
  /** From 0 to 1. */
  readonly share: number
  readonly variance: number
}

function estimateOf({ of, sum, spread, classes }: Sum): Estimate {
  const share = Math.min(1, Math.max(0, sum / of))
  // Agresti and Coull: two more on each side, so that "none of 30" is not taken for certain.
  const careful = (share * of + 2) / (of + 4)
  const design = 1 + (of / classes - 1) * ALIKE
  return { share, variance: careful * (1 - careful) * design / of + spread / of ** 2 }
}

const wordOf = (share: number): WordName => wordNames[Math.min(wordNames.length - 1, Math.max(0, Math.floor(share * wordNames.length)))] ?? 'some'

/** @returns the words between which it lies, as far as chance could move it */
export function readingOf(sum: Sum): Reading {
  const { share, variance } = estimateOf(sum)
  const off = SURE * Math.sqrt(variance)
  return { low: wordOf(share - off), high: wordOf(share + off) }
}

/** @returns the word that it most likely is */
export const likeliest = (sum: Sum): WordName => wordOf(estimateOf(sum).share)

/** @returns whether more or fewer are likely, and whether even the most cautious reading moves by a window */
export function verdictOf(before: Sum, after: Sum): Verdict {
  const [first, second] = [estimateOf(before), estimateOf(after)]
  const change = second.share - first.share
  const least = Math.abs(change) - SURE * Math.sqrt(first.variance + second.variance)
  if (least <= 0) return 'close'
  const how = least >= 1 / wordNames.length ? 'clear' : 'likely'
  return change > 0 ? `${how}-more` : `${how}-fewer`
}
