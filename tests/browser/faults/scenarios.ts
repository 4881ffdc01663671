/**
 * The stories that rows are played as. Each ends with the lesson finished, and with the LMS holding what is right or the page
 * saying that it does not.
 */
import { expect } from '@playwright/test'
import { newAttempt } from '#shared/attempt/attempt'
import { SERVER_FILE } from '#shared/scorm/server-file'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import type { Scenario } from '../../support/faults/row.ts'
import { expectKept, expectOutcome } from './outcomes.ts'
import type { Scene } from './scene.ts'
import { tamper } from './tamper.ts'
import { twoTabs } from './two-tabs.ts'

const ANSWERED_FIRST = 3

const scenarios: Readonly<Record<Scenario, (scene: Scene) => Promise<void>>> = {
  visits,
  'two-tabs': twoTabs,
  'passed-before': passedBefore,
  'cut-often': cutOften,
  'from-quiz': fromQuiz,
  'comes-back': comesBack,
  'never-back': neverBack,
  'no-proof': noProof,
  'signed-out': signedOut,
  async 'not-started'(scene) {
    await scene.start()
    await expectOutcome(scene)
  },
}

export async function playRow(scene: Scene): Promise<void> {
  await scenarios[scene.row.scenario ?? 'visits'](scene)
}

/** Half a lesson and some of the quiz, then cut off; the rest; then one more look that must not change anything. */
async function visits(scene: Scene) {
  const { row, facts: { quizId, quiz } } = scene
  await scene.launch()
  const before = await scene.play({ until: quizId, answers: ANSWERED_FIRST })
  expect(before.screen).toBe(quizId)
  if (row.leaves === 'pagehide') await scene.hideForGood()
  else await scene.cutOff()
  if (row.tampering) await tamper(scene, row.tampering)

  const { location } = await scene.held()
  await scene.launch()
  const isBack = location !== '' && !row.forgets && !row.tampering
  await expectScreen(scene, isBack ? location : scene.facts.first)
  const after = await scene.play({ until: 'over', already: isBack ? before.items.length : 0 })
  expect(after.screen, 'the lesson can be finished').toBe('over')
  if (isBack && location === quizId)
    expect([...new Set([...before.items, ...after.items])], 'answers that were saved are not asked for again').toHaveLength(quiz.draw)
  await expectOutcome(scene)
  await scene.leave()
  if (row.outcome !== 'recorded' || !scene.hasLms) return

  await expectKept(scene)
  await scene.launch()
  await scene.cutOff()
  await expectKept(scene)
}

const expectScreen = (scene: Scene, screen: string) =>
  expect(scene.find('main [data-screen]'), 'the pupil is where the LMS knows them to be').toHaveAttribute('data-screen', screen)

/** A pass; then a visit under the row's conditions, in which the pupil moves on and leaves. It takes nothing back. */
async function passedBefore(scene: Scene) {
  const { row, facts } = scene
  await scene.launch({})
  await scene.play({ until: 'over' })
  await scene.leave()
  await expectKept(scene)
  if (row.tampering) await tamper(scene, row.tampering)

  await scene.launch()
  await expectKept(scene)
  await scene.play({ until: facts.third })
  await expectKept(scene)
  await scene.leave()
  await expectKept(scene)
}

async function cutOften(scene: Scene) {
  const { third, middle, quizId, first, last } = scene.facts
  let already = 0
  let from = first
  for (const [until, answers] of [[third], [middle], [quizId, 2], [quizId, 5], [last]] as const) {
    await scene.launch()
    await expectScreen(scene, from)
    already += (await scene.play({ until, answers: answers === undefined ? undefined : answers - already, already })).items.length
    await scene.cutOff()
    from = until
  }
  await scene.launch()
  await expectScreen(scene, last)
  await scene.play({ until: 'over' })
  await expectOutcome(scene)
}

/** The pupil has come as far as the quiz before. */
async function fromQuiz(scene: Scene) {
  const { outline, quizId } = scene.facts
  await scene.change({
    status: 'incomplete',
    location: quizId,
    exit: 'suspend',
    suspendData: encodeAttempt({ ...newAttempt(outline), screenId: quizId }),
  })
  await scene.launch()
  await expectScreen(scene, quizId)
  await scene.play({ until: 'over' })
  await expectOutcome(scene)
  await scene.leave()
  await expectKept(scene)
}

/** The LMS stops working on the third screen and works again when the quiz has long been passed. */
async function comesBack(scene: Scene) {
  const { third, last } = scene.facts
  await launchAndLose(scene)
  await scene.play({ until: last })
  await expect(scene.find('[data-saving="retrying"]')).toBeVisible()
  expect((await scene.held()).location, 'only what it has acknowledged').toBe(third)
  await scene.misbehave([])
  await expect(scene.find('[data-saving]')).toHaveCount(0)
  await scene.cutOff()
  await expectKept(scene)

  await scene.launch({})
  await expectScreen(scene, last)
  await scene.play({ until: 'over' })
  await expectOutcome(scene)
}

/** The LMS stops working on the third screen for good; only the next visit finds it well again, and what waited in the tab is saved. */
async function neverBack(scene: Scene) {
  const { third, last } = scene.facts
  await launchAndLose(scene)
  const played = await scene.play({ until: 'over' })
  expect(played.screen, 'the lesson can be finished').toBe('over')
  await expectOutcome(scene, 'unsaved')
  await scene.leave()
  expect((await scene.held()).location, 'what was acknowledged is still there').toBe(third)

  await scene.launch({})
  await expectScreen(scene, last)
  await scene.play({ until: 'over' })
  await expectOutcome(scene)
}

/**
 * The network goes on the third screen, and the LMS's own script says "true" to everything. The lesson is played to its end; only
 * then the network is back.
 */
async function noProof(scene: Scene) {
  const { third } = scene.facts
  await launchAndLose(scene, { isServerAsked: true })
  const { location } = await scene.held()
  expect(location).toBe(third)
  await scene.network('gone')
  const played = await scene.play({ until: 'over' })
  expect(played.screen, 'the lesson can be finished').toBe('over')
  await expect(scene.find('[data-saving="retrying"]')).toBeVisible()
  await expect(scene.find('main'), 'nobody has said that it is saved').not.toContainText('is saved')
  expect((await scene.held()).location, 'nothing has arrived').toBe(third)
  await scene.misbehave([])
  await scene.network('back')
  await expect(scene.find('[data-saving]')).toHaveCount(0)
  await expect(scene.find('main')).toContainText('Your work is saved')
  await expectOutcome(scene)
  await scene.leave()
  await expectKept(scene)
}

/** The LMS's session ends on the third screen; the pupil goes on, signs in again elsewhere, and reloads this tab. */
async function signedOut(scene: Scene) {
  const { third, middle } = scene.facts
  await launchAndLose(scene, { isServerAsked: true })
  await scene.network('sign-in page')
  await scene.play({ until: middle })
  await expect(scene.find('[data-saving="lms-signed-out"]')).toBeVisible()
  expect((await scene.held()).location).toBe(third)
  await scene.cutOff()
  await scene.network('back')
  await scene.launch({})
  await expectScreen(scene, middle)
  await scene.play({ until: 'over' })
  await expectOutcome(scene)
  await scene.leave()
  await expectKept(scene)
}

/** @param isServerAsked waits until the package knows that its server answers, as it does a moment after every launch */
async function launchAndLose(scene: Scene, { isServerAsked = false } = {}) {
  const { faults, ...manner } = scene.row.manner ?? {}
  const asked = isServerAsked ? scene.page.waitForResponse(response => response.url().endsWith(`/${SERVER_FILE}`)) : undefined
  await scene.launch(manner)
  await asked
  await scene.play({ until: scene.facts.third })
  await scene.misbehave(faults)
}
