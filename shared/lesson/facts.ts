/**
 * What a story has made known by the time it ends: an ending answers as much as is known. Authors mark a fact at the step or the
 * choice where it becomes known; every ending that such a path leads to has to answer it. Each fact stands in one row of the table
 * of responses in docs/lesson-standard.md; null adds to whatever row the others call for.
 */
const factRows = {
  /** Somebody seemed odd: nothing given, nothing sexual. */
  odd: 'A',
  /** Somebody asked to keep it from others. */
  secrecy: 'B',
  /** Anything sexual was said or sent. */
  sexual: 'B',
  /** A picture of the child was asked for: an ordinary one. */
  'picture-asked': 'B',
  /** Name, school or routine is known to somebody who lied, or was asked for. */
  details: 'B',
  /** A meeting was asked for; nothing is agreed. */
  'meeting-asked': 'B',
  /** A meeting is agreed: day, time or place. */
  'meeting-set': 'C',
  /** Somebody who lied knows where to find the child: home, street, the way to school. */
  'place-known': 'C',
  /** Somebody is on the way, or it is now or today. */
  'happening-now': 'C',
  'life-at-risk': 'C',
  /** A private picture was asked for; there is none. */
  'private-picture-asked': 'D1',
  /** A private picture of an under-18 exists or was sent. */
  'private-picture-exists': 'D2',
  /** A picture was made up by a computer. */
  'picture-faked': 'D2',
  /** A private picture has been passed on. */
  'picture-out': 'D2',
  /** A picture is used as a threat. */
  'picture-threat': 'D2',
  'money-paid': 'B',
  /** Somebody cannot see how to go on, whatever else is known. */
  'cannot-go-on': null,
  /** It is about what a young person did themselves, and their worry about it. */
  'own-behaviour': 'E',
  /** Whoever harms is known to the child offline. */
  'person-known': 'F',
  'home-unsafe': 'F',
  /** An adult who works or helps with children. */
  'works-with-children': 'F',
  /** Debt, work, carrying something for others. */
  exploited: 'G',
  /** Whoever harmed is under 18: the school's lead decides about police and CEOP. */
  'by-under-18': null,
} as const

export type Fact = keyof typeof factRows
export type ResponseRow = NonNullable<(typeof factRows)[Fact]>

export const facts = Object.keys(factRows) as [Fact, ...Fact[]]

/** @returns the rows of the table that these facts call for, in its order */
export const rowsOf = (known: readonly Fact[]): ResponseRow[] =>
  [...new Set(known.flatMap(fact => factRows[fact] ?? []))].sort()
