import { hasOwnKey } from '#shared/attempt/has-own-key'
import { seededRandom, shuffled } from '#shared/attempt/random'
import { underWay, type Outcome } from '#shared/attempt/score'
import type { QuizAnswer, QuizConfig, QuizItem } from '#activities/quiz/schema'
import { HIDDEN, SKIPPED } from '#activities/quiz/skipped'

/** A quiz as a class may be given it. */
export type PlayedQuiz = QuizConfig & {
  /** The same questions in the same order for all: goes are shuffled by this one, the next, and so on. */
  readonly orderSeed?: number
  /** Ids of questions that every go asks. */
  readonly always?: readonly string[]
}

/** @returns the seed of a go where it is the same for all; undefined where each pupil has one of their own */
export const seedOfGo = ({ orderSeed }: PlayedQuiz, go: number): number | undefined =>
  orderSeed === undefined ? undefined : (orderSeed + go - 1) >>> 0

/**
 * The items of one go, in order, with their options in order.
 * Each objective gets its fair share (two of ten with five objectives, as far as the pool allows) before chance fills the rest;
 * what is always asked comes first, and counts for the share of its objective.
 */
export function drawItems(config: PlayedQuiz, seed: number): QuizItem[] {
  const random = seededRandom(seed)
  const pool = shuffled(config.pool, random)
  const objectives = [...new Set(config.pool.map(item => item.objective))]
  const share = Math.max(1, Math.floor(config.draw / objectives.length))
  const always = pool.filter(({ id }) => config.always?.includes(id))
  const byObjective = objectives.flatMap(objective =>
    [...always, ...pool.filter(item => !always.includes(item))].filter(item => item.objective === objective).slice(0, share))
  const chosen = [...always, ...byObjective.filter(item => !always.includes(item))].slice(0, config.draw)
  const rest = pool.filter(item => !chosen.includes(item)).slice(0, config.draw - chosen.length)
  return shuffled([...chosen, ...rest], random).map(item => ({ ...item, options: shuffled(item.options, random) }))
}

/** @returns a first or further go with nothing answered yet */
export function newGo(seed: number, go = 1): QuizAnswer {
  return { seed: seed >>> 0, go, responses: {}, ended: false }
}

/**
 * Complete when every drawn item is answered or skipped; a skipped one gives no point.
 * Where some of it was done elsewhere, only the server can count; until it has told, there is no score.
 */
export function score(config: QuizConfig, answer: QuizAnswer): Outcome {
  const items = drawItems(config, answer.seed)
  if (!items.every(item => hasOwnKey(answer.responses, item.id))) return underWay
  const points = items.some(({ id }) => answer.responses[id] === HIDDEN)
    ? answer.total
    : items.filter(item => isCorrect(item, answer.responses[item.id])).length
  return {
    complete: true,
    score: points === undefined ? null : { points: Math.min(points, items.length), max: items.length },
    ended: answer.ended,
  }
}

/** Whether this response is the item's correct option. */
export function isCorrect(item: Pick<QuizItem, 'options'>, response: string | undefined): boolean {
  return item.options.some(option => option.correct === true && option.id === response)
}

/**
 * A later go is newer; of two that were begun on two devices as the same go, the one with more items in it, or with the end, and
 * where they are equally far the larger seed, so that any order comes to the same.
 */
function isNewer(before: QuizAnswer, after: QuizAnswer): boolean {
  const rank = ({ go, responses, ended, seed }: QuizAnswer) => [go, Object.keys(responses).length, ended ? 1 : 0, seed] as const
  const [first, second] = [rank(before), rank(after)]
  const place = first.findIndex((value, index) => value !== second[index])
  return place >= 0 && (second[place] ?? 0) > (first[place] ?? 0)
}

const isSameGo = (a: QuizAnswer, b: QuizAnswer) => a.go === b.go && a.seed === b.seed

/**
 * How an answer that is told meets the one that is kept.
 * In one go each item is answered once: the first answer that was heard stands, whatever is told later. So nobody who comes in on
 * another device can change one and see from the total what it was. What is told as hidden tells nothing, and a total is believed
 * of nobody but who keeps the answers.
 * @returns the answer as it is then known, and whether it takes the place of the one that is kept
 */
export function meet(
  config: QuizConfig,
  kept: QuizAnswer | undefined,
  given: QuizAnswer,
): { readonly answer: QuizAnswer, readonly stands: boolean } {
  const said = Object.fromEntries(Object.entries(given.responses).filter(([, response]) => response !== HIDDEN))
  if (!kept || !isSameGo(kept, given)) {
    const { total: _, ...answer } = { ...given, responses: said }
    return { answer, stands: kept === undefined || isNewer(kept, answer) }
  }
  const responses = Object.fromEntries(
    drawItems(config, kept.seed).flatMap(({ id }) => {
      const before = hasOwnKey(kept.responses, id) ? kept.responses[id] : undefined
      const response = before === undefined || (before === HIDDEN && hasOwnKey(said, id)) ? said[id] : before
      return response === undefined ? [] : [[id, response]]
    }),
  )
  return { answer: { ...kept, responses, ended: kept.ended || given.ended }, stands: true }
}

/** @returns the answer as another device may have it: the draw, what is done, and the total once all is done. Nothing of what was chosen */
export function hide(config: QuizConfig, answer: QuizAnswer): QuizAnswer {
  const { score: counted } = score(config, answer)
  return {
    ...answer,
    responses: Object.fromEntries(Object.keys(answer.responses).map(id => [id, HIDDEN])),
    ...(counted ? { total: counted.points } : {}),
  }
}

/**
 * @returns this device's answer with the total that the server has told of the same go; where the quiz went on elsewhere
 * meanwhile, what it is now
 */
export function learn(mine: QuizAnswer, told: QuizAnswer): QuizAnswer {
  if (!isSameGo(mine, told)) return told
  return told.total === undefined ? mine : { ...mine, total: told.total }
}

/**
 * The answer as text for suspend data: `seed.go.ended~item*option~item*option`, ids only; `seed.go.ended.total~…` where the
 * server has told the total.
 */
export function pack(answer: QuizAnswer): string {
  const head = [answer.seed.toString(36), answer.go, answer.ended ? 1 : 0, ...(answer.total === undefined ? [] : [answer.total])].join('.')
  return [head, ...Object.entries(answer.responses).map(([item, option]) => `${item}*${option}`)].join('~')
}

/** @returns the packed answer, or null when it is not one of this quiz */
export function unpack(config: PlayedQuiz, packed: string): QuizAnswer | null {
  const [head = '', ...pairs] = packed.split('~')
  const [, seed = '', go = '', ended = '', total] = /^([0-9a-z]{1,7})\.([1-9]\d{0,2})\.([01])(?:\.(1?\d|20))?$/.exec(head) ?? []
  const answer: QuizAnswer = {
    seed: Number.parseInt(seed, 36),
    go: Number(go),
    responses: {},
    ended: ended === '1',
    ...(total === undefined ? {} : { total: Number(total) }),
  }
  if (!(answer.seed >= 0 && answer.seed <= 0xFFFFFFFF)) return null
  if (answer.seed !== (seedOfGo(config, answer.go) ?? answer.seed)) return null
  const items = drawItems(config, answer.seed)
  for (const pair of pairs) {
    const [itemId = '', response = ''] = pair.split('*')
    const item = items.find(candidate => candidate.id === itemId)
    if (!item || !(response === SKIPPED || response === HIDDEN || item.options.some(option => option.id === response))) return null
    answer.responses[itemId] = response
  }
  return answer
}
