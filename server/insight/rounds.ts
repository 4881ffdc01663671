/**
 * Questions that classes answer together, in this process's memory and nowhere else: neither database, log nor file has anything
 * of them. What may be shown is decided by disclosure.ts, once a round.
 */
import { randomInt } from 'node:crypto'
import type { QuizItem } from '#activities/quiz/schema'
import { SKIPPED } from '#activities/quiz/skipped'
import type { z } from 'zod'
import type { BoardRound, PupilRound, roundAnswerBody } from '#shared/api/rounds'
import { wordNames } from '#shared/api/insight'
import { newId } from '../platform/security/tokens.ts'
import { lookFurther, newest } from './disclosure.ts'
import type { Lot } from './looks.ts'
import { isTrue, keys, saidIn, wordedSheet } from './sheet.ts'
import { RULES, type Look, type Picture } from './statements.ts'

/**
 * Milliseconds that a round lasts after a board has asked for it. Boards ask every two seconds; browsers let a page that is not seen do
 * so once a minute, and a network may be away for as long. A laptop that sleeps, or is switched off, leaves its question no longer.
 */
const LEASE = 2 * 60_000
/** Milliseconds that a round lasts when its board says that it goes: so long a slow one may take to be loaded anew. */
const LEASE_OF_GONE = 30_000
/** Milliseconds for which pupils' devices are told that the board has gone: they look every few seconds, where nobody has shut them. */
const TOLD_FOR = 10 * 60_000
/** As for what is shown of a quiz (looks.ts): one in so many is left out. */
const LOTS = 16
const byLot: Lot = () => randomInt(LOTS) === 0

interface Round {
  readonly id: string
  readonly lesson: string
  readonly locale: string
  readonly item: QuizItem
  /** By pupil: an option, or "-". */
  readonly said: Map<string, string>
  shown: { readonly picture: Picture | null, readonly pupils: readonly string[] } | null
  /** A board is there until this moment at least. */
  until: number
}

/**
 * Milliseconds for which it is remembered who was counted at a question, and nothing of what they said: so long a class that is asked
 * again may well answer the same.
 */
export const COUNTED_FOR = 24 * 60 * 60_000

/** Who a picture of a question was made of. */
interface Counted {
  readonly classId: string
  readonly pupils: readonly string[]
  readonly until: number
}

/** Who has answered the same question in the quiz. */
export interface InQuiz {
  readonly pupils: ReadonlySet<string>
  /** Of whom what they chose there was shown; null where nothing was. */
  readonly shown: readonly string[] | null
}

/**
 * @param item asked; @param said by pupil
 * @param before who was counted when the class was asked the same before: of anybody else, the difference of two pictures could say
 * what one pupil chose
 * @returns what may be shown of it, or null, and who it is made of
 */
export function pictureOfRound(
  item: QuizItem,
  said: ReadonlyMap<string, string>,
  isLeftOut: Lot = byLot,
  before?: readonly string[],
): { readonly picture: Picture | null, readonly pupils: readonly string[] } {
  if (before?.some(pupil => !said.has(pupil))) return { picture: null, pupils: before }
  const sheet = wordedSheet('quiz', { questions: [item], beliefs: [] })
  // In an order that has nothing to do with what was said, nor with when.
  const pupils = before ?? [...said.keys()].sort()
  const answers = pupils.map(pupil => saidIn(sheet, { [item.id]: said.get(pupil) ?? SKIPPED }))
  const picture = newest(lookFurther(
    sheet,
    {
      // Nobody's total is on a board: of how many were right by whom, nothing is known.
      known: answers.map(() => ({ met: [0], right: null })),
      count: (statement, members) => members.filter(member => isTrue(statement, answers[member] ?? new Map())).length,
    },
    // Asked again, the same pupils or nobody: not a step of fewer.
    before === undefined ? [] : lesserSteps(before.length),
    isLeftOut,
  ))
  return { picture, pupils: before ?? pupils.slice(0, picture?.over ?? 0) }
}

/** @returns looks that are over and done with, so that all of so many are looked at or none */
function lesserSteps(pupils: number): Look[] {
  const steps = Math.max(0, pupils / RULES.step - 1)
  return Array.from({ length: steps }, (_, index) => ({ over: (index + 1) * RULES.step, picture: null }))
}

const keyOf = (lesson: string, item: string) => [lesson, item].join(' ')
/** It has been counted: who said what is of no more use. */
const forgetWhat = ({ said }: Round) => said.forEach((_, pupil) => said.set(pupil, SKIPPED))

export class Rounds {
  private readonly byClass = new Map<string, Round>()
  /** Classes whose board went away, and until when that is told. */
  private readonly gone = new Map<string, number>()
  /** By question. */
  private readonly counted = new Map<string, readonly Counted[]>()
  private readonly isLeftOut: Lot

  /** @param isLeftOut the lot, where it is not to fall by chance */
  constructor(isLeftOut: Lot = byLot) {
    this.isLeftOut = isLeftOut
  }

  /** Begins, in the place of one that is on: what was said there is gone. */
  begin(classId: string, asked: Pick<Round, 'lesson' | 'locale' | 'item'>, now = Date.now()): BoardRound {
    this.forgetOld(now)
    this.byClass.set(classId, { ...asked, id: newId(), said: new Map(), shown: null, until: now + LEASE })
    this.gone.delete(classId)
    return this.onBoard(classId, now) as BoardRound
  }

  /** @returns the round as the teacher's board shows it; null where none is on. Asking keeps it for as long as a board may be quiet */
  onBoard(classId: string, now = Date.now()): BoardRound | null {
    const round = this.roundOf(classId, now)
    if (!round) return null
    round.until = now + LEASE
    const { id, lesson, item, said, shown } = round
    return {
      id,
      lesson,
      item: item.id,
      answered: said.size,
      isShown: shown !== null,
      options: shown === null
        ? []
        : item.options.map((option) => {
            const told = shown.picture?.said[keys.option(item.id, option.id)]
            return { id: option.id, text: option.text, isRight: option.correct === true, word: told ? wordNames[told.word] ?? null : null }
          }),
    }
  }

  /** @returns the question of the round that is on and not shown yet; null where there is none */
  asked(classId: string, now = Date.now()): { readonly lesson: string, readonly item: string } | null {
    const round = this.roundOf(classId, now)
    return round && round.shown === null ? { lesson: round.lesson, item: round.item.id } : null
  }

  /** @returns who is in what was shown in words of the round that is on; nobody where nothing was */
  toldOf(classId: string): readonly string[] {
    return this.byClass.get(classId)?.shown?.pupils ?? []
  }

  /**
   * @param until of what the class was told of the question, in milliseconds since 1970
   * @returns whether it is known here of whom that was shown, by this class or by the one from which somebody came; not where the
   * server was started anew since, or another process has shown it
   */
  knowsOfWhom(classId: string, { lesson, item }: { readonly lesson: string, readonly item: string }, until: number): boolean {
    return this.counted.get(keyOf(lesson, item))?.some(one => one.classId === classId || one.until === until) ?? false
  }

  /**
   * Nobody answers any more, and what may be shown is decided, once.
   * @param inQuiz who is in no second picture of it; null where the class was shown it before and who was counted then is not known
   * any more: then nothing is shown
   */
  show(classId: string, inQuiz: InQuiz | null, now = Date.now()): BoardRound | null {
    const round = this.roundOf(classId, now)
    if (round?.shown === null && inQuiz === null) {
      round.shown = { picture: null, pupils: [] }
      forgetWhat(round)
    }
    else if (round?.shown === null && inQuiz !== null) {
      const key = keyOf(round.lesson, round.item.id)
      const all = this.counted.get(key) ?? []
      const others = all.filter(one => one.classId !== classId)
      // Whoever was moved here would stand out beside the picture of the class they were in.
      const elsewhere = new Set(others.flatMap(one => one.pupils))
      const here = new Map([...round.said].filter(([pupil]) => !elsewhere.has(pupil)))
      const again = inQuiz.shown?.every(pupil => here.has(pupil)) ? inQuiz.shown : undefined
      const before = all.find(one => one.classId === classId)?.pupils ?? again
      const said = before ? here : new Map([...here].filter(([pupil]) => !inQuiz.pupils.has(pupil)))
      const { picture, pupils } = pictureOfRound(round.item, said, this.isLeftOut, before)
      round.shown = { picture, pupils: picture ? pupils : [] }
      if (pupils.length > 0) this.counted.set(key, [...others, { classId, pupils, until: now + COUNTED_FOR }])
      forgetWhat(round)
    }
    return this.onBoard(classId, now)
  }

  /** A board ends its round. @param id the round's; of another one nothing changes */
  end(classId: string, id: string): void {
    if (this.byClass.get(classId)?.id !== id) return
    this.byClass.delete(classId)
    this.gone.delete(classId)
  }

  /** A board goes: its round ends soon, unless one asks for it. @param id the round's; of another one nothing changes */
  boardGoes(classId: string, id: string, now = Date.now()): void {
    const round = this.roundOf(classId, now)
    if (round?.id === id) round.until = Math.min(round.until, now + LEASE_OF_GONE)
  }

  /** @returns whether the class's last round ended because its board went away, a short while ago */
  hasBoardGone(classId: string, now = Date.now()): boolean {
    this.forgetOld(now)
    return this.gone.has(classId)
  }

  /** @returns the round as a pupil of the class sees it; null where none is on */
  forPupil(classId: string, pupilId: string, now = Date.now()): PupilRound | null {
    const round = this.roundOf(classId, now)
    if (!round) return null
    const { id, locale, item, said, shown } = round
    const right = item.options.find(({ correct }) => correct)
    return {
      id,
      locale,
      vignette: item.vignette ?? '',
      question: item.question,
      options: item.options.map(({ id, text }) => ({ id, text })),
      hasAnswered: said.has(pupilId),
      right: shown !== null && right ? { id: right.id, feedback: right.feedback } : null,
    }
  }

  /** A pupil answers, or passes with "-". What comes for another round, late, or is none of the options, changes nothing. */
  answer(classId: string, pupilId: string, given: z.infer<typeof roundAnswerBody>, now = Date.now()): PupilRound | null {
    const round = this.roundOf(classId, now)
    const isOption = given.option === SKIPPED || round?.item.options.some(({ id }) => id === given.option) === true
    if (round && round.id === given.round && round.shown === null && isOption) round.said.set(pupilId, given.option)
    return this.forPupil(classId, pupilId, now)
  }

  private roundOf(classId: string, now: number): Round | undefined {
    this.forgetOld(now)
    return this.byClass.get(classId)
  }

  /** Forgets what is over; also where nobody asks any more. */
  forgetOld(now = Date.now()): void {
    for (const [key, all] of this.counted) {
      const left = all.filter(({ until }) => until >= now)
      if (left.length > 0) this.counted.set(key, left)
      else this.counted.delete(key)
    }
    for (const [classId, { until, shown }] of this.byClass) {
      if (until >= now) continue
      this.byClass.delete(classId)
      // One that was shown was over.
      if (shown === null) this.gone.set(classId, until + TOLD_FOR)
    }
    for (const [classId, until] of this.gone) if (until < now) this.gone.delete(classId)
  }
}

/** Of this process. */
export const rounds = new Rounds()
