/** One pupil, one LMS, the lesson open twice. */
import { expect } from '@playwright/test'
import { expectKept, expectOutcome } from './outcomes.ts'
import type { Scene } from './scene.ts'

const ANSWERED_IN_SECOND = 4

/**
 * Begun in one tab, carried on in another, and finished in the first one again. Whichever was used last decides, and what was
 * answered in between is not asked for again.
 */
export async function twoTabs(scene: Scene): Promise<void> {
  const { third, quizId, quiz } = scene.facts
  await scene.launch()
  await scene.play({ until: third })

  const second = await scene.inAnotherTab()
  await second.launch()
  await expect(second.find('main [data-screen]'), 'the second tab goes on where the first one is').toHaveAttribute('data-screen', third)
  const inSecond = await second.play({ until: quizId, answers: ANSWERED_IN_SECOND })
  expect(await second.held()).toMatchObject({ location: quizId, exit: 'suspend' })

  const bringHere = scene.find('[data-action="bring-here"]')
  await expect(bringHere, 'the first tab says that the lesson is open somewhere else').toBeVisible()
  await bringHere.click()
  await expect(scene.find('main [data-screen]'), 'the first tab goes on where the second one is').toHaveAttribute('data-screen', quizId)
  const inFirst = await scene.play({ until: 'over', already: inSecond.items.length })
  expect([...new Set([...inSecond.items, ...inFirst.items])]).toHaveLength(quiz.draw)
  await expectOutcome(scene)

  await second.leave()
  await expectOutcome(scene)
  await scene.leave()
  await expectKept(scene)
  second.expectCalm()
}
