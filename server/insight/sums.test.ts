import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/attempt/random'
import { secondAnswers, shownOfClass, someClass } from '../../tests/support/insight/adversary'
import { wholeClasses } from '../../tests/support/insight/adversary-settings'
import { likeliest, readingOf, verdictOf } from './readings'
import { RULES, type Word } from './statements'
import { chance, sumsOf, together, type Part, type Sum } from './sums'

const words = [0, 1, 2, 3, 4] as const satisfies readonly Word[]
const part = (classId: string, of: number, word: Word): Part => ({ classId, classes: 1, pool: null, said: { belief: { of, word } } })

/** No chance at all. */
const none = () => 0.999
/** So that the next chance is this number: one of its two halves is 0. */
function drawing(wanted: number, scale: number): () => number {
  const halves = [Math.max(0, wanted), Math.max(0, -wanted)]
  return () => Math.exp(-((halves.shift() ?? 0) + 0.5) / scale)
}

/** Every way in which so many classes can have words. */
const worlds = (count: number): Word[][] => count === 0 ? [[]] : worlds(count - 1).flatMap(world => words.map(word => [...world, word]))

describe('somebody who knows the words of every class but one, and sees the sum', () => {
  it.each([[[10, 10]], [[15, 20]], [[10, 25]], [[10, 15, 30]]])(
    'can rule out no word for that one: classes of %j, every way, and every chance up to 12',
    (sizes) => {
      const scale = Math.max(...sizes) / 5 / 2
      const sumOf = (world: readonly Word[], wanted: number) =>
        JSON.stringify(sumsOf(world.map((word, index) => part(`c${index}`, sizes[index] ?? 10, word)), drawing(wanted, scale)))
      const all = Array.from({ length: 161 }, (_, index) => index - 80)
      for (const world of worlds(sizes.length)) {
        const seen = Array.from({ length: 25 }, (_, index) => sumOf(world, index - 12))
        for (const [at] of sizes.entries()) {
          for (const word of words.filter(other => other !== world[at])) {
            const couldBe = new Set(all.map(wanted => sumOf(world.with(at, word), wanted)))
            expect(seen.filter(one => !couldBe.has(one)), `${world.join()} and ${word} at ${at}`).toEqual([])
          }
        }
      }
    },
  )

  it('could be certain without chance, so this adversary can win', () => {
    const sums = worlds(2).map(world => JSON.stringify(sumsOf([part('a', 15, world[0] ?? 0), part('b', 15, world[1] ?? 0)], none)))
    expect(sums.filter(one => one === sums[0])).toHaveLength(1)
  })
})

describe('somebody who knows who was done when and with how many right, and sees a class\'s Insight and the sums that it is in', () => {
  it.each(wholeClasses(2))('finds two answers for everybody in a class of $pupils, without any chance', ({ sheet, pupils, asked, seed }) => {
    const truth = someClass(sheet, { pupils, asked, seed })
    const { outlet } = shownOfClass(sheet, truth, seed, RULES)
    const withSum = (world: typeof truth) => {
      const shown = outlet(world)
      const said = Object.fromEntries([...shown.matchAll(/"(belief \w+)":\{"of":(\d+),"word":(\d)\}/g)]
        .map(([, key = '', of, word]) => [key, { of: Number(of), word: Number(word) as Word }]))
      const other = Object.fromEntries(Object.keys(said).map(key => [key, { of: 15, word: 2 as Word }]))
      return shown + JSON.stringify(sumsOf([{ classId: 'a', classes: 1, pool: null, said }, { classId: 'b', classes: 1, pool: null, said: other }], none))
    }
    expect(withSum(truth)).toContain('"classes":2')
    expect(secondAnswers(sheet, truth, withSum, seededRandom(seed))).toEqual([])
  })
})

describe('a sum', () => {
  it('stands for two classes or more, the same class once, and what small classes were shown together once', () => {
    expect(sumsOf([part('a', 15, 2)], none)).toEqual({})
    expect(sumsOf([part('a', 15, 2), part('a', 15, 2)], none)).toEqual({})
    expect(sumsOf([part('a', 15, 2), part('b', 10, 4)], none)).toMatchObject({ belief: { classes: 2, of: 25, sum: 16 } })
    const pool = (classId: string): Part => ({ ...part(classId, 10, 2), classes: 2, pool: 'one' })
    expect(sumsOf([pool('a'), pool('b')], none)).toMatchObject({ belief: { classes: 2, of: 10 } })
    expect(sumsOf([pool('a'), pool('b'), part('c', 20, 0)], none)).toMatchObject({ belief: { classes: 3, of: 30 } })
  })

  it('leaves out a statement of which only one of the classes has a word', () => {
    const other: Part = { classId: 'b', classes: 1, pool: null, said: { else: { of: 10, word: 1 } } }
    expect(sumsOf([part('a', 15, 2), other], none)).toEqual({})
  })

  it('gets chance around 0, as much as it says', () => {
    const random = seededRandom(7)
    const drawn = Array.from({ length: 20_000 }, () => chance(2.5, () => Math.max(1e-9, random())))
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length
    const { spread } = sumsOf([part('a', 25, 2), part('b', 25, 2)], none).belief as Sum
    const within = 2 * ((6 ** 2 - 1) / 12)
    expect(Math.abs(mean)).toBeLessThan(0.1)
    expect(Math.abs(variance / (spread - within) - 1)).toBeLessThan(0.05)
  })
})

describe('what a sum says', () => {
  const of = (share: number, pupils: number): Sum => ({ classes: pupils / 25, of: pupils, sum: share * pupils, spread: pupils / 4 })

  it('is a range of words as far as chance could move it, narrower where more pupils are in it', () => {
    expect(readingOf(of(0.5, 50))).toEqual({ low: 'some', high: 'most' })
    expect(readingOf(of(0.5, 1000))).toEqual({ low: 'about-half', high: 'about-half' })
    expect(readingOf(of(0, 50)).low).toBe('few-or-none')
    expect(likeliest({ classes: 2, of: 30, sum: -4, spread: 9 })).toBe('few-or-none')
    expect(likeliest({ classes: 2, of: 30, sum: 34, spread: 9 })).toBe('nearly-all')
  })

  it('calls a change clear only where even the most cautious reading moves by a window, and none where it may be chance', () => {
    expect(verdictOf(of(0.7, 200), of(0.2, 200))).toBe('clear-fewer')
    expect(verdictOf(of(0.5, 200), of(0.3, 200))).toBe('likely-fewer')
    expect(verdictOf(of(0.5, 50), of(0.4, 50))).toBe('close')
    expect(verdictOf(of(0.2, 200), of(0.8, 200))).toBe('clear-more')
  })

  it('is seldom wrong: of invented schools where nothing changed, at most one in twenty is called a change', () => {
    const random = seededRandom(3)
    const uniform = () => Math.max(1e-9, random())
    const classOf = (share: number, id: string): Part => {
      const count = Array.from({ length: 25 }, () => random() < share).filter(Boolean).length
      return part(id, 25, Math.min(4, Math.floor(count / 5)) as Word)
    }
    const tries = Array.from({ length: 400 }, () => {
      const share = 0.1 + 0.8 * random()
      const [before, after] = [0, 1].map(() => sumsOf(['a', 'b', 'c', 'd'].map(id => classOf(share, id)), uniform).belief)
      return before && after ? verdictOf(before, after) : 'none'
    })
    expect(tries.filter(verdict => verdict !== 'close').length).toBeLessThanOrEqual(20)
  })

  it('adds up over sums of different classes', () => {
    expect(together([of(0.5, 50), of(0.1, 100)])).toEqual({ classes: 6, of: 150, sum: 35, spread: 37.5 })
  })
})
