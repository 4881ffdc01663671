/** One activity type by itself in the gallery, fresh: where its own browser tests work it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './alive.ts'

export interface Example {
  /** The activity; looked at alone, so nothing else of the page is found in it. */
  readonly root: Locator
  /** All its live regions: what a screen reader says by itself. */
  readonly live: Locator
  /** Whether the player would now let the pupil go on. */
  isComplete(): Promise<boolean>
}

/**
 * @param options `register` is warm (7 to 11, the default) or clear (11 to 16); `dir` is the direction of writing
 */
export async function exampleFor(
  page: Page,
  type: string,
  options: { register?: 'warm' | 'clear', dir?: 'ltr' | 'rtl' } = {},
): Promise<Example> {
  const query = new URLSearchParams({ only: 'fresh', register: 'warm', ...options })
  await goTo(page, `/gallery/${type}?${query}`)
  const frame = page.locator('[data-example][data-ready]')
  await expect(frame).toHaveCount(1)
  const root = frame.locator('[data-activity]')
  return {
    root,
    live: root.locator('[aria-live], [role="status"]'),
    isComplete: async () => (await frame.getAttribute('data-complete')) === 'true',
  }
}
