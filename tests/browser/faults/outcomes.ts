/** What a finished lesson has to leave: the right data with the LMS, or a page that says calmly that it is not there. */
import { expect } from '@playwright/test'
import { SUSPEND_DATA_LIMIT } from '#shared/attempt/suspend-data'
import type { Outcome } from '../../support/faults/row.ts'
import type { Scene } from './scene.ts'

/** The notice that a lesson starts again stands in the same place, with "saved". */
const TROUBLE = '[data-saving]:not([data-saving="saved"])'
/** Whoever seems to be signed out is told so after a few tries; how soon that is, the machine decides. */
const WAITS = ':is([data-saving="retrying"], [data-saving="lms-signed-out"])'

const outcomes: Readonly<Record<Outcome, (scene: Scene) => Promise<void>>> = {
  async recorded(scene) {
    await expect(scene.find(TROUBLE)).toHaveCount(0)
    const held = await scene.held()
    const isOpen = scene.row.result === 'failed'
    expect(held).toMatchObject({ ...resultOf(scene), location: scene.facts.last })
    // An end that the LMS has refused leaves the attempt open, which does no harm.
    if (!scene.refusesToEnd) expect(held.exit).toBe(isOpen ? 'suspend' : scene.is2004 ? 'normal' : '')
    expect(held.suspendData.length).toBeLessThanOrEqual(SUSPEND_DATA_LIMIT)
    expect(held.completion).toBe(scene.is2004 ? (isOpen ? 'incomplete' : 'completed') : undefined)
  },
  async 'not-recorded'(scene) {
    await expect(scene.find('[data-saving="not-recorded"]')).toBeVisible()
  },
  async unsaved(scene) {
    await expect(scene.find(WAITS)).toBeVisible()
    await scene.find('[data-action="save-again"]').click()
    await expect(scene.find(WAITS)).toBeVisible()
  },
  async review(scene) {
    await expect(scene.find('[data-saving="review"]')).toBeVisible()
    expect((await scene.log()).filter(([call]) => call === 'SetValue')).toEqual([])
  },
  async 'not-started'(scene) {
    await expect(scene.find('[data-not-started]')).toBeVisible()
    await expect(scene.find('[data-not-started]')).not.toContainText(/fail|error/i)
    await expect(scene.find('main [data-screen] h1')).toBeVisible()
  },
}

export async function expectOutcome(scene: Scene, outcome = scene.row.outcome): Promise<void> {
  if (scene.hasLms || outcome === 'not-started') await outcomes[outcome](scene)
  else await expect(scene.find(TROUBLE)).toHaveCount(0)
}

/** A result that the LMS has taken stays. */
export async function expectKept(scene: Scene): Promise<void> {
  const { status, score } = await scene.held()
  expect({ status, score }, 'the result is still there').toEqual(resultOf(scene))
}

const resultOf = ({ row }: Scene) => ({ status: row.result ?? 'passed', score: String(Math.round((row.share ?? 1) * 100)) })
