/** What a finished lesson has to leave: the right data with the LMS, or a page that says calmly that it is not there. */
import { expect } from '@playwright/test'
import { SUSPEND_DATA_LIMIT } from '#shared/suspend-data'
import type { Outcome } from '../../support/faults/row.ts'
import type { Scene } from './scene.ts'

/** Longer than the search for a late API, shorter than anybody's patience. */
const NOTICE_WITHIN = 8_000

const outcomes: Readonly<Record<Outcome, (scene: Scene) => Promise<void>>> = {
  async recorded(scene) {
    await expect(scene.find('[data-saving]')).toHaveCount(0)
    const held = await scene.held()
    const result = scene.row.result ?? 'passed'
    expect(held).toMatchObject({
      status: result,
      score: String(Math.round((scene.row.share ?? 1) * 100)),
      location: scene.facts.last,
      exit: result === 'failed' ? 'suspend' : scene.is2004 ? 'normal' : '',
    })
    expect(held.suspendData.length).toBeLessThanOrEqual(SUSPEND_DATA_LIMIT)
    expect((await scene.stored())['cmi.completion_status']).toBe(scene.is2004 ? (result === 'failed' ? 'incomplete' : 'completed') : undefined)
  },
  async 'not-recorded'(scene) {
    await expect(scene.find('[data-saving="not-recorded"]')).toBeVisible({ timeout: NOTICE_WITHIN })
  },
  async unsaved(scene) {
    await expect(scene.find('[data-saving="retrying"]')).toBeVisible({ timeout: NOTICE_WITHIN })
    await scene.find('[data-action="save-again"]').click({ timeout: 1_000 })
    await expect(scene.find('[data-saving="retrying"]')).toBeVisible()
  },
  async review(scene) {
    await expect(scene.find('[data-saving="review"]')).toBeVisible()
    expect((await scene.log()).filter(([call]) => call === 'SetValue')).toEqual([])
  },
  async quiet(scene) {
    await expect(scene.find('[data-saving]')).toHaveCount(0)
  },
}

export function expectOutcome(scene: Scene): Promise<void> {
  return outcomes[scene.row.outcome](scene)
}
