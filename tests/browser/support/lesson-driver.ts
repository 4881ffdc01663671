/** Takes a lesson as a pupil would, in the app or inside a package: whatever a screen asks for, until it lets the pupil go on. */
import type { Locator } from '@playwright/test'
import type { Lesson } from '#activities/lesson'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { findLesson, readLibrary } from '../../../server/content/library/library.ts'
import { pointer, type Hand } from './hand.ts'

export type QuizAnswers = 'right' | 'wrong'

/** Called on each screen and in each state of it. */
export type Look = (where: string) => Promise<void>

const nobodyLooks: Look = async () => {}

export async function readLesson(id: string): Promise<Lesson> {
  const lesson = findLesson(await readLibrary(folderSource('content')), id, 'en')
  if (!lesson) throw new Error(`no lesson ${id}`)
  return lesson
}

export class LessonDriver {
  readonly player: Locator
  private readonly lesson: Lesson
  private readonly hand: Hand
  private readonly look: Look
  private readonly pick: 'first' | 'last'

  /**
   * @param root a locator of the page or frame that holds the player
   * @param options how controls are worked, who looks at each state, and which of several options is taken in practice
   */
  constructor(
    root: { locator(selector: string): Locator },
    lesson: Lesson,
    { hand = pointer, look = nobodyLooks, pick = 'first' }: { hand?: Hand, look?: Look, pick?: 'first' | 'last' } = {},
  ) {
    this.player = root.locator('.player')
    this.lesson = lesson
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
    return this.hand.press(this.action(name).first())
  }

  /** Reads the ending to its last step, and finishes. */
  async finish() {
    while ((await this.action('finish').count()) === 0) await this.press('next')
    await this.press('finish')
  }

  /** Does what the present screen asks for. On the quiz: answers every question of one go and stops at its result. */
  async doScreen(quiz: QuizAnswers = 'right') {
    const id = await this.screenId()
    const type = await this.screen().getAttribute('data-screen-type')
    await this.look(id)
    if (type === 'quiz') await this.doQuiz(quiz)
    else for (let steps = 0; steps < 80 && !(await this.canGoOn()); steps++) await this.doSomething(id)
  }

  /** Goes from the present screen to the one named, doing each on the way. */
  async goTo(screenId: string, quiz: QuizAnswers = 'right') {
    while ((await this.screenId()) !== screenId) {
      const from = await this.screenId()
      await this.doScreen(quiz)
      await this.press('continue')
      await this.player.locator(`[data-screen]:not([data-screen="${from}"])`).waitFor()
    }
  }

  private async canGoOn(): Promise<boolean> {
    return (await this.player.locator('nav [data-action="continue"], nav [data-action="finish"]').count()) > 0
  }

  /** Whatever comes first: pick in an open question, check, press an option, go on inside the activity. */
  private async doSomething(id: string) {
    const groups = this.screen().locator('fieldset:not(:disabled)')
    for (let index = 0; index < (await groups.count()); index++) {
      const group = groups.nth(index)
      if ((await group.locator('input:checked').count()) > 0) continue
      const input = group.locator('input:is([type="radio"], [type="checkbox"])')[this.pick]()
      await ((await input.getAttribute('type')) === 'checkbox' ? this.hand.tick(input) : this.hand.choose(input))
      await this.look(`${id}: picked`)
      return
    }
    for (const selector of [
      '[data-action="check"]:enabled:not([aria-disabled="true"])',
      'button[data-option]:enabled:not([data-done]):not([aria-pressed="true"])',
      '[data-action="next"]:enabled',
      '[data-action="continue"]:enabled',
    ]) {
      const controls = this.player.locator('main').locator(`${selector}:visible`)
      const control = selector.includes('data-option') ? controls[this.pick]() : controls.first()
      if ((await control.count()) === 0) continue
      await this.hand.press(control)
      await this.look(`${id}: after ${selector}`)
      return
    }
    throw new Error(`Nothing to do on screen "${id}", and it does not let the pupil go on.`)
  }

  /** Answers every question of the go that is on. */
  async doQuiz(answers: QuizAnswers, questions = Number.POSITIVE_INFINITY) {
    if ((await this.action('start').count()) > 0) await this.press('start')
    for (let asked = 0; asked < questions; asked++) {
      const item = this.screen().locator('[data-item]')
      if ((await item.count()) === 0) return
      const itemId = await item.getAttribute('data-item')
      await this.hand.choose(item.locator(`[data-option="${this.optionFor(itemId ?? '', answers)}"] input`))
      await this.press('check')
      await this.look(`quiz item ${itemId}`)
      await this.press('continue')
      await this.player.locator(`[data-item="${itemId}"]`).waitFor({ state: 'detached' })
    }
  }

  private optionFor(itemId: string, answers: QuizAnswers): string {
    const quiz = this.lesson.screens.find(screen => screen.type === 'quiz')
    const item = quiz?.type === 'quiz' ? quiz.pool.find(({ id }) => id === itemId) : undefined
    const option = item?.options.find(({ correct }) => (correct === true) === (answers === 'right'))
    if (!option) throw new Error(`no such quiz item: ${itemId}`)
    return option.id
  }
}
