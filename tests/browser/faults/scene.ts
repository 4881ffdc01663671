/** One row being played: the LMS's page, the lesson in it, and what the LMS holds. */
import { expect, type Frame, type Page } from '@playwright/test'
import type { Outline } from '#shared/lesson/outline'
import type { FaultFormat, FaultRow, LmsManner } from '../../support/faults/row.ts'
import type { FaultyLms, LoggedCall, Stored } from '../../support/faults/lms.d.ts'
import { playLesson, type Played, type PlayRequest } from '../../support/lessons/play-lesson.ts'
import { hasTakenOver } from '../../support/packages/taken-over.ts'
import type { FaultServer } from '../../support/faults/server.ts'

/** What the driver has to know of the lesson; screens by their ids. */
export interface LessonFacts {
  readonly first: string
  readonly third: string
  readonly middle: string
  readonly quizId: string
  readonly last: string
  readonly outline: Outline
  readonly quiz: PlayRequest['quiz']
}

/** What the LMS holds, in words of both versions. */
export interface Held {
  readonly status: string
  /** Only in SCORM 2004. */
  readonly completion: string | undefined
  readonly score: string
  readonly location: string
  readonly exit: string
  readonly suspendData: string
}

type LmsWindow = Window & { readonly lms: FaultyLms }

/** Runs in every frame before its scripts, and forbids what a lesson could keep anything in. */
function forbidStorage() {
  if (!location.pathname.startsWith('/package/')) return
  const forbidden = {
    configurable: true,
    get(): never {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    },
  }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, forbidden)
  Object.defineProperty(document, 'cookie', forbidden)
}

export class Scene {
  readonly page: Page
  readonly row: FaultRow
  readonly facts: LessonFacts
  private readonly format: FaultFormat
  private readonly server: FaultServer
  /** Where the lesson runs: a frame of the LMS's page, or of a pop-up. */
  lesson: Frame | null = null
  private readonly errors: string[] = []
  /** What any visit has met that no pupil should. */
  private readonly alarming: string[] = []

  constructor(page: Page, row: FaultRow, format: FaultFormat, server: FaultServer, facts: LessonFacts) {
    this.page = page
    this.row = row
    this.format = format
    this.server = server
    this.facts = facts
    page.context().on('weberror', error => this.errors.push(error.error().message))
  }

  /** Whether the LMS speaks SCORM 2004, whatever the package was made for. */
  get is2004() {
    return this.format.startsWith('scorm2004') !== (this.row.manner?.otherVersion === true)
  }

  get hasLms() {
    return this.format !== 'web'
  }

  get refusesToEnd() {
    return this.row.manner?.faults?.some(({ call, does }) => call === 'Terminate' && !['undefined', 'number'].includes(does)) === true
  }

  /** The lesson's frame as it is now: the last that was launched. */
  private newest: () => Frame | null = () => null

  private get core() {
    return this.is2004 ? 'cmi' : 'cmi.core'
  }

  /** Another window of the same pupil, with the same LMS. */
  async inAnotherTab(): Promise<Scene> {
    const tab = new Scene(await this.page.context().newPage(), this.row, this.format, this.server, this.facts)
    await tab.open()
    return tab
  }

  /** Opens the LMS's page; nothing is launched yet. */
  async open() {
    if (this.row.storage === 'forbidden') await this.page.addInitScript(forbidStorage)
    await this.page.goto(this.server.lmsUrl(this.is2004 ? '2004' : '1.2', this.row.place?.elsewhere))
  }

  /** Launches the lesson and waits until it has taken over from its prerendered page. */
  async launch(manner: LmsManner = this.row.manner ?? {}) {
    await this.start(manner)
    // The frame of the visit before may still be there for a moment, at the same address.
    await expect.poll(async () => {
      this.lesson = this.newest()
      return await this.lesson?.evaluate(hasTakenOver).catch(() => false) ?? false
    }, { intervals: [20] }).toBe(true)
  }

  /** Launches the lesson, whether it then starts or not. */
  async start(manner: LmsManner = this.row.manner ?? {}) {
    const { serving = 'plain' } = this.row
    const place = this.hasLms ? this.row.place ?? {} : { nowhere: true as const }
    const lessonUrl = this.server.packageUrl(this.format, serving)
    const source = (place.between ?? []).reduceRight((to, address) => this.server.betweenUrl(to, address, manner.decoy === true), lessonUrl)
    const popUp = place.popUp ? this.page.waitForEvent('popup') : undefined
    await this.page.evaluate(([source, manner, place]) => (window as unknown as LmsWindow).lms.launch(source, manner, place), [
      source,
      manner,
      place,
    ] as const)
    const page = await popUp ?? this.page
    // A link's fragment is part of a frame's address; what is being awaited is the lesson's own document.
    this.newest = () => page.frames().filter(frame => frame.url() === new URL(lessonUrl).href).at(-1) ?? null
    await expect.poll(() => this.newest() !== null, { intervals: [10, 20, 40] }).toBe(true)
    this.lesson = this.newest()
  }

  frame(): Frame {
    if (!this.lesson) throw new Error('The lesson has not been launched.')
    return this.lesson
  }

  find(selector: string) {
    return this.frame().locator(selector)
  }

  /** Plays on from where the pupil is. */
  async play(request: Omit<PlayRequest, 'quiz'>): Promise<Played> {
    const played = await this.frame().evaluate(playLesson, { share: this.row.share, ...request, quiz: this.facts.quiz })
    this.alarming.push(...played.alarming)
    // The driver is faster than any pupil, and would be gone before a late API is there.
    if (this.row.manner?.lateBy)
      await expect
        .poll(async () => (await this.log()).some(([call]) => call === 'Commit'), { message: 'the late API was found' })
        .toBe(true)
    return played
  }

  async screen(): Promise<string> {
    return await this.find('main [data-screen]').getAttribute('data-screen') ?? ''
  }

  /** Nothing more of this visit reaches the LMS, not even what a page sends as it goes. */
  async cutOff() {
    await this.page.evaluate(() => (window as unknown as LmsWindow).lms.cutOff())
    await this.gone()
  }

  /** The pupil leaves; the page's last calls still arrive. */
  async leave() {
    await this.page.evaluate(() => (window as unknown as LmsWindow).lms.close())
    await this.gone()
  }

  /** The page hears only `pagehide`, as on phones, and is then gone. */
  async hideForGood() {
    await this.frame().evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false })))
    await this.cutOff()
  }

  private async gone() {
    this.expectOncePerVisit(await this.log())
    if (this.row.place?.popUp) await this.lesson?.page().close()
    this.lesson = null
  }

  private expectOncePerVisit(log: readonly LoggedCall[]) {
    expect(log.filter(([call]) => call === 'Initialize').length, 'Initialize at most once').toBeLessThanOrEqual(1)
    expect(log.filter(([call]) => call === 'Terminate').length, 'Terminate at most once').toBeLessThanOrEqual(1)
  }

  log(): Promise<LoggedCall[]> {
    return this.page.evaluate(() => (window as unknown as LmsWindow).lms.log())
  }

  misbehave(faults: LmsManner['faults'] = []) {
    return this.page.evaluate(faults => (window as unknown as LmsWindow).lms.misbehave(faults), faults)
  }

  /** The network between the browser and the package's server. The LMS's page is there already, so it goes on. */
  async network(is: 'gone' | 'back' | 'sign-in page') {
    const context = this.page.context()
    await context.setOffline(is === 'gone')
    if (is === 'sign-in page')
      await context.route('**/package/**', route =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
      )
    else await context.unroute('**/package/**')
  }

  stored(): Promise<Stored> {
    return this.page.evaluate(() => (window as unknown as LmsWindow).lms.stored())
  }

  /** Puts something else in the place of what the LMS holds. */
  async change(values: Partial<Pick<Held, 'status' | 'location' | 'exit' | 'suspendData'>>) {
    const elements = {
      status: this.is2004 ? 'cmi.completion_status' : 'cmi.core.lesson_status',
      location: this.locationElement,
      exit: `${this.core}.exit`,
      suspendData: 'cmi.suspend_data',
    }
    const changes = Object.entries(values).map(([name, value]) => [elements[name as keyof typeof values], value])
    await this.page.evaluate(stored => (window as unknown as LmsWindow).lms.store(stored), {
      ...(await this.stored()),
      ...Object.fromEntries(changes),
    } as Stored)
  }

  private get locationElement() {
    return this.is2004 ? 'cmi.location' : 'cmi.core.lesson_location'
  }

  async held(): Promise<Held> {
    const stored = await this.stored()
    const completion = stored['cmi.completion_status'] ?? ''
    const success = stored['cmi.success_status']
    return {
      completion: this.is2004 ? completion : undefined,
      status: this.is2004 ? success ?? completion : stored['cmi.core.lesson_status'] ?? '',
      score: stored[`${this.core}.score.raw`] ?? '',
      location: stored[this.locationElement] ?? '',
      exit: stored[`${this.core}.exit`] ?? '',
      suspendData: stored['cmi.suspend_data'] ?? '',
    }
  }

  /** What must never happen, whatever the LMS does. */
  expectCalm() {
    expect(this.errors, 'uncaught errors').toEqual([])
    expect(this.alarming, 'words that frighten').toEqual([])
  }
}
