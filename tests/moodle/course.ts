/** Several lessons in one package in Moodle: which of them record, and what a pupil reads where one cannot. */
import { expect, type FrameLocator, type Page } from '@playwright/test'
import type { Lesson } from '#activities/lesson'
import messages from '../../i18n/player/en.json' with { type: 'json' }
import { pointer } from '../browser/support/hand.ts'
import { LessonDriver } from '../browser/support/lesson-driver.ts'
import { settingsOfCourse, type Activity, type Moodle, type Settings } from './moodle.ts'
import type { Pupil } from './pupil.ts'

interface Stage {
  readonly moodle: Moodle
  readonly teacher: Page
  /** Three, in the order of the course. */
  readonly lessons: readonly Lesson[]
  readonly nextPupil: () => Promise<Pupil>
}

interface CourseScenarios {
  readonly format: string
  readonly title: string
  readonly settings: Settings
  /** By what the pupil does. Each has the course to itself, and tells what was seen. */
  readonly scenarios: Readonly<Record<string, (course: Activity) => Promise<string>>>
}

/** Of the course's settings only how the pupil gets from one lesson to the next differs from what docs/lms/moodle.md asks for. */
const contentsBeside: Settings = { ...settingsOfCourse, hidetoc: '0' }

export function courseScenarios({ moodle, teacher, lessons, nextPupil }: Stage): CourseScenarios[] {
  const [first, second, third] = lessons
  if (!first || !second || !third) throw new Error('Three lessons are needed.')

  /** From where the lesson stands to Finish. */
  async function finished(frame: FrameLocator, lesson: Lesson) {
    const driver = new LessonDriver(frame, lesson, { hand: pointer })
    expect(await frame.locator('.player').getAttribute('data-lesson')).toBe(lesson.id)
    await expect(driver.player.locator('[data-saving]')).toHaveCount(0)
    await driver.goTo(lesson.screens.at(-1)?.id ?? '')
    await driver.doScreen()
    await driver.finish()
    await expect(driver.player).toContainText(messages['over.saved'], { timeout: 60_000 })
  }

  /** The lesson says that it is not saved and what helps, on its first screen and on the next ones, and the report has nothing of it. */
  async function notSaved(frame: FrameLocator, lesson: Lesson, course: Activity, page: Page) {
    const driver = new LessonDriver(frame, lesson, { hand: pointer })
    const notice = driver.player.locator('[data-saving="reopen"]')
    await expect(notice).toHaveText(messages['saving.reopen'])
    await driver.goTo(lesson.screens[3]?.id ?? '')
    await expect(notice).toBeVisible()
    const rows = await moodle.reportOf(teacher, course, page)
    expect(rows.find(({ title }) => title === lesson.title)?.status).toBe('Not attempted')
    return `"${messages['saving.reopen']}"`
  }

  /** What the gradebook and the teacher's report hold. @param scores in the order of the course */
  async function held(course: Activity, { page }: Pupil, scores: readonly string[]) {
    const rows = await moodle.reportOf(teacher, course, page)
    expect(rows.map(({ score }) => score)).toEqual(scores)
    const grade = await moodle.gradeOf(page, course)
    expect(Number(grade)).toBe(scores.filter(score => score !== '').length)
    return `report: ${rows.map(({ title, status, score }) => `${title} ${status}${score && ` ${score}`}`).join(', ')}; grade (learning objects) ${grade}`
  }

  return [
    {
      format: 'scorm12', title: 'contents beside the lesson', settings: contentsBeside,
      scenarios: {
        'plays one lesson after the other without closing': async (course) => {
          const pupil = await nextPupil()
          await finished(await moodle.open(pupil.page, course), first)
          await finished(await moodle.choose(pupil.page, second.title), second)
          await finished(await moodle.choose(pupil.page, third.title), third)
          return `each is saved; ${await held(course, pupil, ['100', '100', '100'])}`
        },
      },
    },
    {
      format: 'scorm2004-4', title: 'contents beside the lesson', settings: contentsBeside,
      scenarios: {
        'finishes a lesson, goes on to the next without closing': async (course) => {
          const pupil = await nextPupil()
          await finished(await moodle.open(pupil.page, course), first)
          const said = await notSaved(await moodle.choose(pupil.page, second.title), second, course, pupil.page)
          await pupil.page.locator('a', { hasText: 'Exit activity' }).first().click()
          await pupil.page.waitForURL('**/course/view.php**', { waitUntil: 'commit' })
          await finished(await moodle.open(pupil.page, course), second)
          return `${said}, and nothing of it is recorded; Exit activity, then Enter opens that lesson, and it is saved; ${await held(course, pupil, ['100', '100', ''])}`
        },
        'leaves a lesson in its middle, goes on to the next without closing': async (course) => {
          const pupil = await nextPupil()
          const begun = new LessonDriver(await moodle.open(pupil.page, course), first, { hand: pointer })
          await begun.goTo(first.screens[2]?.id ?? '')
          await notSaved(await moodle.choose(pupil.page, second.title), second, course, pupil.page)
          await finished(await moodle.openFromList(pupil.page, course, second.title), second)
          const again = new LessonDriver(await moodle.openFromList(pupil.page, course, first.title), first, { hand: pointer })
          expect(await again.screenId()).toBe(first.screens[2]?.id)
          return `the same words; opened again from the list it is saved, and the first stands on the exact screen; ${await held(course, pupil, ['', '100', ''])}`
        },
      },
    },
    {
      format: 'scorm2004-4', title: 'contents only on the first page', settings: settingsOfCourse,
      scenarios: {
        'takes each lesson from the list': async (course) => {
          const pupil = await nextPupil()
          for (const lesson of [first, second, third]) await finished(await moodle.openFromList(pupil.page, course, lesson.title), lesson)
          return `each is saved; ${await held(course, pupil, ['100', '100', '100'])}`
        },
      },
    },
  ]
}
