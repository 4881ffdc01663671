/** The stories that rows are played as. Each ends with the lesson finished, and with the LMS holding what is right or the page saying that it does not. */
import { expect } from '@playwright/test'
import { expectOutcome } from './outcomes.ts'
import type { Scene } from './scene.ts'

const ANSWERED_FIRST = 3

export async function playRow(scene: Scene): Promise<void> {
  await visits(scene)
}

/** Half a lesson and some of the quiz, then cut off; the rest; then one more look that must not change anything. */
async function visits(scene: Scene) {
  const { quizId, first, quiz } = scene.facts
  await scene.launch()
  const before = await scene.play({ until: quizId, answers: ANSWERED_FIRST })
  expect(before.screen).toBe(quizId)
  await scene.cutOff()

  const held = await scene.held()
  await scene.launch()
  const isBack = held.location !== '' && !scene.row.forgets
  await expect(scene.find('main [data-screen]'), 'the pupil is where the LMS knows them to be').toHaveAttribute('data-screen', isBack ? held.location : first)
  const already = isBack ? before.items.length : 0
  const after = await scene.play({ until: 'over', already })
  expect(after.screen, 'the lesson can be finished').toBe('over')
  if (isBack && held.location === quizId) {
    expect([...new Set([...before.items, ...after.items])], 'answers that were saved are not asked for again').toHaveLength(quiz.draw)
    expect(after.items).toHaveLength(quiz.draw - ANSWERED_FIRST)
  }
  await expectOutcome(scene)
  await scene.leave()
  await expectKept(scene)

  await scene.launch()
  await scene.cutOff()
  await expectKept(scene)
}

/** A result that the LMS has taken stays. */
async function expectKept(scene: Scene) {
  if (scene.row.outcome !== 'recorded') return
  const { status, score } = await scene.held()
  expect({ status, score }, 'the result is still there').toEqual({ status: scene.row.result ?? 'passed', score: String(Math.round((scene.row.share ?? 1) * 100)) })
}
