import { own } from '#shared/own'
import { seededRandom, shuffled } from '#shared/random'
import { underWay, type Outcome } from '#shared/score'
import type { QuizAnswer, QuizConfig, QuizItem } from '#activities/quiz/schema'
import { SKIPPED } from '#activities/quiz/skipped'

/**
 * The items of one go, in order, with their options in order.
 * Each objective gets its fair share (two of ten with five objectives, as far as the pool allows) before chance fills the rest.
 */
export function drawItems(config: QuizConfig, seed: number): QuizItem[] {
  const random = seededRandom(seed)
  const pool = shuffled(config.pool, random)
  const objectives = [...new Set(config.pool.map(item => item.objective))]
  const share = Math.max(1, Math.floor(config.draw / objectives.length))
  const chosen = objectives.flatMap(objective => pool.filter(item => item.objective === objective).slice(0, share)).slice(0, config.draw)
  const rest = pool.filter(item => !chosen.includes(item)).slice(0, config.draw - chosen.length)
  return shuffled([...chosen, ...rest], random).map(item => ({ ...item, options: shuffled(item.options, random) }))
}

/** @returns a first or further go with nothing answered yet */
export function newGo(seed: number, go = 1): QuizAnswer {
  return { seed: seed >>> 0, go, responses: {}, ended: false }
}

/** Complete when every drawn item is answered or skipped; a skipped one gives no point. */
export function score(config: QuizConfig, answer: QuizAnswer): Outcome {
  const items = drawItems(config, answer.seed)
  if (!items.every(item => own(answer.responses, item.id))) return underWay
  const points = items.filter(item => isCorrect(item, answer.responses[item.id])).length
  return { complete: true, score: { points, max: items.length }, ended: answer.ended }
}

/** Whether this response is the item's correct option. */
export function isCorrect(item: Pick<QuizItem, 'options'>, response: string | undefined): boolean {
  return item.options.some(option => option.correct === true && option.id === response)
}

/**
 * A later go is newer; in one go the answer with more items in it, or with the end. Where two devices were equally far in one go, neither is newer
 * to the pupil: the larger seed is kept, then the text that sorts later, so that any order comes to the same.
 */
export function isNewer(before: QuizAnswer, after: QuizAnswer): boolean {
  const rank = ({ go, responses, ended, seed }: QuizAnswer) => [go, Object.keys(responses).length, ended ? 1 : 0, seed] as const
  const [first, second] = [rank(before), rank(after)]
  const place = first.findIndex((value, index) => value !== second[index])
  return place >= 0 ? (second[place] ?? 0) > (first[place] ?? 0) : pack(after) > pack(before)
}

/** The answer as text for suspend data: `seed.go.ended~item*option~item*option`, ids only. */
export function pack(answer: QuizAnswer): string {
  const head = `${answer.seed.toString(36)}.${answer.go}.${answer.ended ? 1 : 0}`
  return [head, ...Object.entries(answer.responses).map(([item, option]) => `${item}*${option}`)].join('~')
}

/** @returns the packed answer, or null when it is not one of this quiz */
export function unpack(config: QuizConfig, packed: string): QuizAnswer | null {
  const [head = '', ...pairs] = packed.split('~')
  const [, seed = '', go = '', ended = ''] = /^([0-9a-z]{1,7})\.([1-9]\d{0,2})\.([01])$/.exec(head) ?? []
  const answer: QuizAnswer = { seed: Number.parseInt(seed, 36), go: Number(go), responses: {}, ended: ended === '1' }
  if (!(answer.seed >= 0 && answer.seed <= 0xFFFFFFFF)) return null
  const items = drawItems(config, answer.seed)
  for (const pair of pairs) {
    const [itemId = '', response = ''] = pair.split('*')
    const item = items.find(candidate => candidate.id === itemId)
    if (!item || !(response === SKIPPED || item.options.some(option => option.id === response))) return null
    answer.responses[itemId] = response
  }
  return answer
}
