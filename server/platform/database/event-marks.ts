/**
 * What an attempt remembers of the events that it has taken, so that none counts twice however often it is sent.
 * Most of them need no memory: what is done, answered or finished comes to the same when it is told again
 * (activities/fold-changes.ts). Only where the pupil stands would go back with an old event. Of those the attempt keeps a hash of
 * the id, eight letters each, beside its state.
 */
import { hash } from 'node:crypto'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'

/** 48 bits: of 2,000 ids two look alike once in a hundred million attempts, and then one step back or forth is missed. */
const LETTERS = 8

/** A lesson has at most 40 screens; going through all of it is about 40 moves. */
export const MOST_MOVES = 2_000

export const markOf = (id: string): string => hash('sha256', id, 'base64url').slice(0, LETTERS)

/** @returns the marks in a text that `heardText` made */
export const heardIn = (text: string): Set<string> => new Set(text.match(/.{8}/g))

export const heardText = (marks: ReadonlySet<string>): string => [...marks].join('')

export interface Sorted {
  /** What is to be folded, in the order in which it was sent. */
  readonly fresh: readonly AttemptEvent[]
  /** Ids of moves beyond the most that an attempt takes. */
  readonly tooMany: readonly string[]
  /** What is remembered from now on. */
  readonly heard: string
}

/** @param text what the attempt remembers; @param events each id once */
export function sortNew(text: string, events: readonly AttemptEvent[]): Sorted {
  const marks = heardIn(text)
  const tooMany: string[] = []
  const fresh = events.filter(({ id, change }) => {
    if (change.kind !== 'arrived') return true
    const mark = markOf(id)
    if (marks.has(mark)) return false
    if (marks.size >= MOST_MOVES) {
      tooMany.push(id)
      return false
    }
    marks.add(mark)
    return true
  })
  return { fresh, tooMany, heard: heardText(marks) }
}
