/** Takes a lesson as a pupil would, in the app or inside a package: whatever a screen asks for, until it lets the pupil go on. */
import type { Locator } from '@playwright/test'
import type { Lesson } from '#activities/lesson'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { findLesson, readLibrary } from '../../../server/content/library/library.ts'
import { playLesson, type Played, type PlayRequest } from '../../support/lessons/play-lesson.ts'
import { pointer, type Hand } from './hand.ts'

export type QuizAnswers = 'right' | 'wrong'

/** Called on each screen and in each state of it. */
export type Look = (where: string) => Promise<void>

const library = readLibrary(folderSource('content'))

export async function readLesson(id: string): Promise<Lesson> {
  const lesson = findLesson(await library, id, 'en')
  if (!lesson) throw new Error(`no lesson ${id}`)
  return lesson
}

/** The right option of each quiz item, and how many one go asks. */
export function quizOf(lesson: Lesson): PlayRequest['quiz'] {
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  if (quiz?.type !== 'quiz') return { right: {}, draw: 0 }
  return {
    right: Object.fromEntries(quiz.pool.map(({ id, options }) => [id, options.find(({ correct }) => correct)?.id ?? ''])),
    draw: quiz.draw,
  }
}

export interface Driving {
  /** How controls are worked. Without one the page presses them itself, in a hundredth of the time: where the way is not the point. */
  readonly hand?: Hand
  /** Who looks at each state; only without a hand. */
  readonly look?: Look
  /** Which of several options is taken in practice. */
  readonly pick?: 'first' | 'last'
}

const OPEN_QUESTION = 'fieldset:enabled:has(input):not(:has(input:checked))'
/** What there may be to press, the first of them first. */
const CONTROLS = [
  '[data-action="check"]:enabled:not([aria-disabled="true"])',
  'button[data-option]:enabled:not([data-done]):not([aria-pressed="true"])',
  '[data-action="next"]:enabled',
  '[data-action="continue"]:enabled',
]

export class LessonDriver {
  readonly player: Locator
  /** How often a pupil had to press so far; where a hand works the controls, the hand counts. */
  presses = 0
  private readonly quiz: PlayRequest['quiz']
  private readonly hand: Hand | undefined
  private readonly look: Look | undefined
  private readonly pick: 'first' | 'last'

  /** @param root a locator of the page or frame that holds the player */
  constructor(root: { locator(selector: string): Locator }, lesson: Lesson, { hand, look, pick = 'first' }: Driving = {}) {
    this.player = root.locator('.player')
    this.quiz = quizOf(lesson)
    this.hand = hand
    this.look = look
    this.pick = pick
  }

  readonly screen = () => this.player.locator('[data-screen]')
  readonly action = (name: string) => this.player.locator(`main [data-action="${name}"]:visible`)

  async screenId(): Promise<string> {
    return (await this.screen().getAttribute('data-screen')) ?? ''
  }

  status() {
    return this.player.getAttribute('data-status')
  }

  press(name: string) {
    return (this.hand ?? pointer).press(this.action(name).first())
  }

  /** Reads the ending as far as one of its steps. */
  async readTo(step: string) {
    while ((await this.screen().locator(`[data-step="${step}"]`).count()) === 0) await this.press('next')
  }

  /** Reads the ending to its last step, and finishes. */
  async finish() {
    while ((await this.action('finish').count()) === 0) await this.press('next')
    await this.press('finish')
  }

  /** Does what the present screen asks for. On the quiz: answers every question of one go and stops at its result. */
  async doScreen(quiz: QuizAnswers = 'right') {
    if (!this.hand) await this.play({ practice: this.pick, share: shareOf(quiz) })
    else if (await this.screen().getAttribute('data-screen-type') === 'quiz') await this.doQuizByHand(this.hand, quiz)
    else for (let steps = 0; steps < 80 && !(await this.canGoOn()); steps++) await this.doSomething(this.hand)
  }

  /** Answers every question of the go that is on, or some of them. */
  async doQuiz(quiz: QuizAnswers, answers?: number) {
    if (this.hand) await this.doQuizByHand(this.hand, quiz, answers)
    else await this.play({ share: shareOf(quiz), answers })
  }

  /** Goes from the present screen to the one named, doing each on the way. */
  async goTo(screenId: string, quiz: QuizAnswers = 'right') {
    if (!this.hand) await this.play({ until: screenId, practice: this.pick, share: shareOf(quiz), answers: 0 })
    else while ((await this.screenId()) !== screenId) {
      const from = await this.screenId()
      await this.doScreen(quiz)
      await this.press('continue')
      await this.player.locator(`[data-screen]:not([data-screen="${from}"])`).waitFor()
    }
  }

  /** The same without doing anything that can be skipped. */
  async skipTo(screenId: string) {
    await this.play({ until: screenId, answers: 0 })
  }

  private async play(request: Omit<PlayRequest, 'quiz'>) {
    const frame = await (await this.player.elementHandle())?.ownerFrame()
    if (!frame) throw new Error('There is no lesson here.')
    const play = async (most?: number): Promise<Played> => {
      const played = await frame.evaluate(playLesson, { ...request, presses: most, quiz: this.quiz })
      this.presses += played.presses
      return played
    }
    if (!this.look) await play()
    else for (let { screen, isThere } = await play(0); ; { screen, isThere } = await play(1)) {
      await this.look(screen)
      if (isThere) return
    }
  }

  private async canGoOn(): Promise<boolean> {
    return (await this.player.locator('nav [data-action="continue"], nav [data-action="finish"]').count()) > 0
  }

  /** Whatever comes first: pick in an open question, check, press an option, go on inside the activity. */
  private async doSomething(hand: Hand) {
    // A screen whose activity has yet to come has its words and nothing to press; a pupil reads meanwhile.
    await this.player.locator('main').locator([OPEN_QUESTION, ...CONTROLS.map(one => `${one}:visible`)].join(', ')).first()
      .waitFor({ timeout: 15_000 }).catch(() => undefined)
    const group = this.screen().locator(OPEN_QUESTION).first()
    if (await group.count() > 0) {
      const input = group.locator('input:is([type="radio"], [type="checkbox"])')[this.pick]()
      await ((await input.getAttribute('type')) === 'checkbox' ? hand.tick(input) : hand.choose(input))
      return
    }
    for (const selector of CONTROLS) {
      const controls = this.player.locator('main').locator(`${selector}:visible`)
      const control = selector.includes('data-option') ? controls[this.pick]() : controls.first()
      if ((await control.count()) === 0) continue
      await hand.press(control)
      return
    }
    throw new Error(`Nothing to do on screen "${await this.screenId()}", and it does not let the pupil go on.`)
  }

  private async doQuizByHand(hand: Hand, answers: QuizAnswers, questions = Number.POSITIVE_INFINITY) {
    if ((await this.action('start').count()) > 0) await this.press('start')
    for (let asked = 0; asked < questions; asked++) {
      const item = this.screen().locator('[data-item]')
      if ((await item.count()) === 0) return
      const itemId = await item.getAttribute('data-item') ?? ''
      const right = `[data-option="${this.quiz.right[itemId]}"]`
      await hand.press(item.locator(answers === 'right' ? right : `[data-option]:not(${right})`).first())
      await this.press('continue')
      await this.player.locator(`[data-item="${itemId}"]`).waitFor({ state: 'detached' })
    }
  }
}

const shareOf = (answers: QuizAnswers) => answers === 'right' ? 1 : 0
