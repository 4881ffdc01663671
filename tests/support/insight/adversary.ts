/**
 * Somebody who wants to know what one pupil answered. They know the rules, who was asked what, in which order everybody was done
 * and with how many right, and see everything that is ever shown. They work on what the real module answers, and look for the
 * answers that fit all of it: at every question of every pupil there have to be two, but for pupils whose own full number says
 * that all were right.
 */
import { seededRandom } from '#shared/attempt/random'
import { lookFurther, newest, pictureOf } from '../../../server/insight/disclosure.ts'
import { wordFor, type Counted, type Known, type Look, type Rules, type Sheet, type Statement } from '../../../server/insight/statements.ts'

/** By pupil and question: the place of a value, -1 where the question did not come. */
export type World = readonly (readonly number[])[]

export interface Finding {
  readonly pupil: number
  readonly question: number
  /** The only answer that fits, or the belief that is certain. */
  readonly only: string
}

const answerOf = (sheet: Sheet, question: number, value: number) => sheet.questions[question]?.values[value]?.answer ?? ''
const rightIn = (sheet: Sheet, row: readonly number[]) =>
  row.filter((value, question) => sheet.questions[question]?.values[value]?.right).length
const metIn = (row: readonly number[]) => row.flatMap((value, question) => value >= 0 ? [question] : [])
const holds = ({ picks }: Statement, row: readonly number[]) => [...picks].some(([question, values]) => values.has(row[question] ?? -1))

function knownIn(sheet: Sheet, world: World, isScored: boolean): Known[] {
  return world.map(row => ({ met: metIn(row), right: isScored ? rightIn(sheet, row) : null }))
}

export function countedIn(sheet: Sheet, world: World, isScored = true): Counted {
  return {
    known: knownIn(sheet, world, isScored),
    count: (statement, members) => members.filter(member => holds(statement, world[member] ?? [])).length,
  }
}

/** A class that is looked at each time so many have entered, with lots that are drawn one after the other. @returns all looks, in order */
export function looksAt(sheet: Sheet, counted: Counted, times: readonly number[], isLeftOut: () => boolean, rules: Rules): Look[] {
  return times.reduce<Look[]>(
    (looks, entered) => [...looks, ...lookFurther(sheet, { ...counted, known: counted.known.slice(0, entered) }, looks, isLeftOut, rules)],
    [],
  )
}

/** What somebody sees who looks each of these times. */
function seenAt(sheet: Sheet, counted: Counted, times: readonly number[], isLeftOut: () => boolean, rules: Rules): string {
  let looks: Look[] = []
  return times.map((entered) => {
    looks = [...looks, ...lookFurther(sheet, { ...counted, known: counted.known.slice(0, entered) }, looks, isLeftOut, rules)]
    const picture = newest(looks)
    return picture
      ? `${picture.over}: ${Object.entries(picture.said)
        .map(([key, { of, word }]) => `${key} ${of} ${word}`)
        .join(', ')}`
      : 'nothing'
  }).join(' | ')
}

export interface Small {
  readonly pupils: number
  readonly questions: number
  /** What can be said at each question; the last of them is to leave it out. */
  readonly answers: readonly ('right' | 'a' | 'b' | '-')[]
  readonly isScored: boolean
  readonly rules: Rules
  /** How many have entered each time that somebody looks. */
  readonly times: readonly number[]
}

export function smallSheet({ questions, answers, isScored }: Pick<Small, 'questions' | 'answers' | 'isScored'>): Sheet {
  const said = answers.filter(answer => answer !== '-')
  const places = Array.from({ length: questions }, (_, place) => place)
  return {
    questions: places.map(place => ({
      id: `q${place}`,
      values: answers.map(answer => ({ answer, right: isScored && answer === 'right', sure: '' })),
    })),
    statements: [
      ...(isScored
        ? said
            .filter(answer => answer !== 'right')
            .map((answer): Statement => ({
              key: `belief ${answer}`,
              picks: new Map(places.map(place => [place, new Set([answers.indexOf(answer)])])),
              isHeld: true,
            }))
        : []),
      ...places.flatMap(place =>
        said.map((answer): Statement => ({
          key: `option q${place} ${answer}`,
          picks: new Map([[place, new Set([answers.indexOf(answer)])]]),
          isHeld: false,
        })),
      ),
    ],
  }
}

/**
 * Every way in which a small class can answer, each given to the real module with every outcome of the lots, and sorted by all
 * that can be seen.
 * @returns what is certain in any of them, and how many classes and views there were
 */
export function exhaust(setting: Small): {
  readonly findings: readonly (Finding & { readonly seen: string })[]
  readonly worlds: number
  readonly views: number
  readonly shown: number
} {
  const { pupils, questions, answers, isScored, rules, times } = setting
  const sheet = smallSheet(setting)
  const rows = Array.from({ length: answers.length ** questions }, (_, code) =>
    Array.from({ length: questions }, (_, place) => Math.floor(code / answers.length ** place) % answers.length),
  )
  const hit = rows.map(row => sheet.statements.map(statement => (holds(statement, row) ? 1 : 0)))
  const right = rows.map(row => rightIn(sheet, row))
  const beliefs = sheet.statements.filter(({ isHeld }) => isHeld)
  const overs = Array.from({ length: Math.floor(pupils / rules.step) }, (_, index) => (index + 1) * rules.step).filter(
    over => over >= rules.least,
  )
  const viewsOf = new Map<number, readonly number[]>()
  const names = new Map<string, number>()
  /** By view: for each pupil and question the answers that fit, then for each pupil and belief whether they can be without. */
  const fits: Uint8Array[] = []
  const width = pupils * questions
  const chosen = new Array<number>(pupils).fill(0)
  const countIn = (over: number, statement: number) => {
    let count = 0
    for (let pupil = 0; pupil < over; pupil++) count += hit[chosen[pupil] ?? 0]?.[statement] ?? 0
    return count
  }
  const worlds = rows.length ** pupils
  for (let world = 0; world < worlds; world++) {
    for (let pupil = 0, rest = world; pupil < pupils; pupil++, rest = Math.floor(rest / rows.length)) chosen[pupil] = rest % rows.length
    // Totals and words as one number. What else the module is given never reaches its decision, as a test of its own says.
    let key = 0
    for (let pupil = 0; pupil < pupils; pupil++) key = key * (questions + 1) + (isScored ? (right[chosen[pupil] ?? 0] ?? 0) : 0)
    for (const over of overs) {
      for (let statement = 0; statement < sheet.statements.length; statement++)
        key = key * rules.parts + wordFor(countIn(over, statement), over, rules)
    }
    if (!Number.isSafeInteger(key)) throw new Error('There is more to see than this adversary can number.')
    let views = viewsOf.get(key)
    if (!views) {
      const totals = chosen.map(row => (isScored ? right[row] : 0)).join('')
      const counts = overs.map(over => sheet.statements.map((_, statement) => countIn(over, statement)))
      const counted: Counted = {
        known: chosen.map(row => ({
          met: Array.from({ length: questions }, (_, place) => place),
          right: isScored ? (right[row] ?? 0) : null,
        })),
        count: (statement, members) => counts[overs.indexOf(members.length)]?.[sheet.statements.indexOf(statement)] ?? 0,
      }
      const seen = new Set(
        Array.from({ length: 2 ** overs.length }, (_, lots) => {
          let drawn = 0
          return `${totals} ${seenAt(sheet, counted, times, () => (lots >> drawn++) % 2 === 1, rules)}`
        }),
      )
      views = [...seen].map((name) => {
        const index = names.get(name) ?? names.size
        if (names.get(name) === undefined) {
          names.set(name, index)
          fits.push(new Uint8Array(width + pupils * beliefs.length))
        }
        return index
      })
      viewsOf.set(key, views)
    }
    for (const view of views) {
      const fit = fits[view]
      if (!fit) continue
      for (let pupil = 0; pupil < pupils; pupil++) {
        const row = rows[chosen[pupil] ?? 0] ?? []
        for (let place = 0; place < questions; place++) fit[pupil * questions + place]! |= 1 << (row[place] ?? 0)
        for (const [index, belief] of beliefs.entries()) if (!holds(belief, row)) fit[width + pupil * beliefs.length + index] = 1
      }
    }
  }
  const findings = [...names].flatMap(([seen, view]) => {
    const fit = fits[view] ?? new Uint8Array()
    return Array.from({ length: pupils }, (_, pupil) => pupil)
      .filter(pupil => !isScored || Number(seen[pupil]) !== questions)
      .flatMap((pupil): (Finding & { seen: string })[] => [
        ...Array.from({ length: questions }, (_, place) => place).flatMap((question) => {
          const only = answers.filter((_, value) => ((fit[pupil * questions + question] ?? 0) >> value) % 2 === 1)
          return only.length < 2 ? [{ pupil, question, only: only.join(), seen }] : []
        }),
        ...beliefs.flatMap((belief, index) =>
          fit[width + pupil * beliefs.length + index] === 1 ? [] : [{ pupil, question: -1, only: belief.key, seen }],
        ),
      ])
  })
  return { findings, worlds, views: names.size, shown: [...names.keys()].filter(name => name.includes(':')).length }
}

/**
 * Looks for a second answer at every question of every pupil, from the true ones on: by changes that leave each pupil's number of
 * right ones as it is.
 * @param outlet all that can be seen of a class that answered so
 * @returns where none was found
 */
export function secondAnswers(sheet: Sheet, truth: World, outlet: (world: World) => string, random: () => number, tries = 400): Finding[] {
  const seen = outlet(truth)
  const beliefs = sheet.statements.filter(({ isHeld }) => isHeld)
  const open = truth.flatMap((row, pupil) => rightIn(sheet, row) === metIn(row).length ? [] : [pupil])
  const cells = new Map(
    open.flatMap(pupil => metIn(truth[pupil] ?? []).map(question => [`${pupil} ${question}`, { pupil, question }] as const)),
  )
  const held = new Map(
    open.flatMap(pupil =>
      beliefs.flatMap(belief => (holds(belief, truth[pupil] ?? []) ? [[`${pupil} ${belief.key}`, { pupil, belief }] as const] : [])),
    ),
  )
  let world = truth
  const take = (other: World) => {
    if (outlet(other) !== seen) return false
    world = other
    for (const [key, { pupil, question }] of cells)
      if (answerOf(sheet, question, other[pupil]?.[question] ?? -1) !== answerOf(sheet, question, truth[pupil]?.[question] ?? -1))
        cells.delete(key)
    for (const [key, { pupil, belief }] of held) if (!holds(belief, other[pupil] ?? [])) held.delete(key)
    return true
  }
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  for (const { pupil, question } of [...cells.values()]) {
    for (let attempt = 0; attempt < tries && cells.has(`${pupil} ${question}`); attempt++) {
      // From time to time from the true answers again, and by way of others that fit as well.
      if (attempt % 50 === 0) world = truth
      const other = changed(sheet, world, attempt % 3 === 2 ? any(open) ?? pupil : pupil, attempt % 3 === 2 ? undefined : question, random)
      if (other) take(other)
    }
  }
  for (const { pupil, belief } of [...held.values()]) {
    for (let attempt = 0; attempt < tries && held.has(`${pupil} ${belief.key}`); attempt++) {
      const where = any([...belief.picks.keys()].filter(question => belief.picks.get(question)?.has(world[pupil]?.[question] ?? -1)))
      const other = changed(sheet, world, attempt % 2 === 0 ? pupil : any(open) ?? pupil, attempt % 2 === 0 ? where : undefined, random)
      if (other) take(other)
    }
  }
  return [
    ...[...cells.values()].map(({ pupil, question }) => ({
      pupil,
      question,
      only: answerOf(sheet, question, truth[pupil]?.[question] ?? -1),
    })),
    ...[...held.values()].map(({ pupil, belief }) => ({ pupil, question: -1, only: belief.key })),
  ]
}

/** One pupil answers a question otherwise; another question of theirs, or another pupil, makes up for it. */
function changed(sheet: Sheet, world: World, pupil: number, at: number | undefined, random: () => number): World | undefined {
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const row = world[pupil] ?? []
  const question = at ?? any(metIn(row))
  if (question === undefined) return undefined
  const valuesAt = (place: number) => (sheet.questions[place]?.values ?? []).map((value, index) => ({ ...value, index }))
  const is = (value: number, place: number) => sheet.questions[place]?.values[value]?.right === true
  const now = row[question] ?? -1
  const isRight = is(now, question)
  const set = (changes: readonly (readonly [number, number, number])[]) => world.map((old, who) => {
    const own = changes.filter(([whose]) => whose === who)
    return own.length === 0 ? old : old.map((value, place) => own.find(([, where]) => where === place)?.[2] ?? value)
  })
  if (!isRight && random() < 0.5) {
    const value = any(valuesAt(question).filter(({ right, index }) => !right && index !== now))
    const partner = any(world.flatMap((other, who) => who !== pupil && (other[question] ?? -1) === value?.index ? [who] : []))
    if (value && partner !== undefined && random() < 0.6) return set([[pupil, question, value.index], [partner, question, now]])
    return value && set([[pupil, question, value.index]])
  }
  const back = any(metIn(row).filter(place => place !== question && is(row[place] ?? -1, place) !== isRight))
  if (back === undefined) return undefined
  const partner = any(
    world.flatMap((other, who) =>
      who !== pupil
      && (other[question] ?? -1) >= 0
      && (other[back] ?? -1) >= 0
      && is(other[question] ?? -1, question) !== isRight
      && is(other[back] ?? -1, back) === isRight
        ? [who]
        : [],
    ),
  )
  if (partner !== undefined && random() < 0.6) {
    const other = world[partner] ?? []
    return set([
      [pupil, question, other[question] ?? -1],
      [pupil, back, other[back] ?? -1],
      [partner, question, now],
      [partner, back, row[back] ?? -1],
    ])
  }
  const [first, second] = [
    any(valuesAt(question).filter(({ right }) => right !== isRight)),
    any(valuesAt(back).filter(({ right }) => right === isRight)),
  ]
  return first && second && set([[pupil, question, first.index], [pupil, back, second.index]])
}

/** A class as classes are, and as they seldom are: each pupil is right with a chance of their own. */
export function someClass(
  sheet: Sheet,
  { pupils, asked, seed }: { readonly pupils: number, readonly asked: number, readonly seed: number },
): World {
  const random = seededRandom(seed)
  const kind = Math.floor(random() * 5)
  const favourite = sheet.questions.map(() => random())
  return Array.from({ length: pupils }, (_, pupil) => {
    const chance = [0.3 + 0.7 * random(), 0.95, 0.1, pupil < 2 ? 0 : 0.99, pupil % 2 === 0 ? 1 : 0.4][kind] ?? 0.5
    const order = sheet.questions
      .map((_, place) => ({ place, by: random() }))
      .sort((a, b) => a.by - b.by)
      .slice(0, asked)
      .map(({ place }) => place)
    return sheet.questions.map(({ values }, place) => {
      if (!order.includes(place)) return -1
      const wrong = values.flatMap(({ right }, index) => (right ? [] : [index]))
      const one = random() < 0.7 ? Math.floor((favourite[place] ?? 0) * (wrong.length - 1)) : Math.floor(random() * wrong.length)
      return random() < chance ? values.findIndex(({ right }) => right) : (wrong[one] ?? -1)
    })
  })
}

/** What the real module shows of a class that is looked at now and then, with lots; and nothing else. */
export function shownOfClass(
  sheet: Sheet,
  truth: World,
  seed: number,
  rules: Rules,
): { readonly looks: readonly Look[], readonly outlet: (world: World) => string } {
  const random = seededRandom(seed)
  const times = [...new Set([...Array.from({ length: 3 }, () => Math.ceil(random() * truth.length)).sort((a, b) => a - b), truth.length])]
  const looks = looksAt(sheet, countedIn(sheet, truth), times, () => random() < 1 / 16, rules)
  const shown = looks.flatMap(({ picture }) => picture ?? [])
  return {
    looks,
    outlet: world =>
      shown.map(({ over }) => JSON.stringify(pictureOf(sheet, countedIn(sheet, world), over, rules))).join()
      + JSON.stringify(knownIn(sheet, world, true)),
  }
}
