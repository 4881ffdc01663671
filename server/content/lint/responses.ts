/**
 * What an ending has to answer, by what is known in it, and by which words the lint knows that it does. Words that are right in one
 * nation only are no answer for the others: "safeguarding lead" is England's.
 */
import { rowsOf, type Fact, type ResponseRow } from '#shared/lesson/facts'
import { bands, type Band } from '#shared/lesson/bands'
import { mentions } from './phrases.ts'
import { helpers } from './words.ts'

interface Answer {
  /** What the author is told to say. */
  readonly says: string
  readonly isIn: (words: string) => boolean
}

const byWords = (says: string, ...words: readonly string[]): Answer => ({ says, isIn: text => mentions(text, words) })
const byPattern = (says: string, pattern: RegExp): Answer => ({ says, isIn: text => pattern.test(text) })

const answers = {
  adult: byWords('which adult is told', ...helpers.filter(word => !/^[A-Z\d]|police/.test(word))),
  childline: byWords('Childline', 'Childline'),
  keep: byPattern('that the words are kept', /\b(?:keep|keeps|kept|keeping|leaves? (?:them|it|the (?:chat|messages?|words)) where)\b/i),
  report: byPattern('that it is reported to the app', /\breport(?:s|ed|ing)?\b(?! remove)/i),
  lead: byPattern(
    'the person at school who keeps pupils safe, in words that all four nations use',
    /\bkeeps? (?:all )?(?:pupils|children|everyone|everybody) safe\b/i,
  ),
  ceopOrPolice: byPattern('CEOP, or the police on 101', /\bCEOP\b|\b101\b/),
  police: byPattern('the police: 101, or 999 if it is now', /\b101\b|\b999\b/),
  today: byPattern('that it is today', /\b(?:today|tonight|at once|straight away|now|that (?:same )?(?:day|evening|night|afternoon)|this (?:evening|afternoon|morning))\b/i),
  emergency: byPattern('999', /\b999\b/),
  reportRemove: byPattern('Report Remove', /\bReport Remove\b/),
  bank: byPattern('the bank', /\bbank\b/i),
  samaritans: byPattern('Samaritans', /\bSamaritans\b/),
  shore: byPattern('Shore, for whoever is 13 or older', /\bShore\b/),
  socialCare: byPattern('social workers, in words that all four nations use', /\bsocial workers?\b/i),
  head: byPattern('the head teacher', /\bhead(?:teacher| teacher)?\b/i),
} as const satisfies Readonly<Record<string, Answer>>

type AnswerName = keyof typeof answers

const everywhere: readonly AnswerName[] = ['adult', 'childline']
const b: readonly AnswerName[] = [...everywhere, 'keep', 'lead', 'ceopOrPolice', 'report']

const byRow: Readonly<Record<ResponseRow, readonly AnswerName[]>> = {
  A: [...everywhere, 'report'],
  B: b,
  C: [...everywhere, 'keep', 'lead', 'police', 'today', 'report'],
  D1: b,
  D2: [...b, 'reportRemove'],
  E: everywhere,
  F: [...everywhere, 'lead', 'police', 'socialCare'],
  G: [...everywhere, 'lead', 'police', 'socialCare'],
}

const byFact: Partial<Readonly<Record<Fact, readonly AnswerName[]>>> = {
  'happening-now': ['emergency'],
  'life-at-risk': ['emergency'],
  'money-paid': ['bank'],
  'cannot-go-on': ['emergency', 'samaritans'],
  'works-with-children': ['head'],
}

/** Whoever is 13 may be in it. */
const hasTeenagers = (band: Band) => bands.indexOf(band) >= bands.indexOf('11-14')

function needed(known: readonly Fact[], band: Band): AnswerName[] {
  const all = [
    ...everywhere,
    ...rowsOf(known).flatMap(row => byRow[row]),
    ...known.flatMap(fact => byFact[fact] ?? []),
    ...known.includes('own-behaviour') && hasTeenagers(band) ? ['shore' as const] : [],
  ]
  const isForTheLead = known.includes('by-under-18')
  return [...new Set(all)].filter(name => !(isForTheLead && name === 'ceopOrPolice'))
}

/**
 * @param words the ending's own: what happens in it, and how help comes
 * @returns what these facts call for and the words do not say, each as an author would be told
 */
export function unanswered(known: readonly Fact[], words: string, band: Band): string[] {
  const rows = rowsOf(known)
  const missing = needed(known, band).filter(name => !answers[name].isIn(words)).map(name => answers[name].says)
  const blocksFirst = answers.keep.isIn(words) && /\bblock/i.test(words) && words.search(/\bblock/i) < words.search(/\b(?:keep|kept)/i)
  const isBoth = !rows.includes('C') && !rows.includes('F') && /\bCEOP\b/.test(words) && /\b101\b/.test(words)
  return [
    ...missing,
    ...blocksFirst ? ['blocking last: first the words are kept'] : [],
    ...rows.includes('F') && /\bblock/i.test(words) ? ['no blocking before there is a plan: it can warn somebody who is near'] : [],
    ...isBoth ? ['CEOP or 101, not both'] : [],
  ]
}
