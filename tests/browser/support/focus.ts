/** Whether somebody on the keyboard always sees where they are. */
import { expect, type Page } from '@playwright/test'

/** Brings the focus to everything on the page that takes it, and fails with what is then hidden, or under what stays in view. */
export async function expectFocusSeen(page: Page, where: string) {
  const hidden = await page.evaluate(() => {
    const can = [...document.querySelectorAll<HTMLElement>(
      ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not([disabled], [tabindex="-1"])',
    )].filter(element => element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert], [aria-hidden="true"]') === null)
    return can.flatMap((element) => {
      element.focus()
      if (document.activeElement !== element) return []
      const { left, top, width, height } = element.getBoundingClientRect()
      const found = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
      const isSeen = found !== null && (element.contains(found) || found.contains(element) || found.closest('label')?.contains(element) === true)
      return isSeen ? [] : [`${element.tagName} ${element.textContent?.trim() ?? ''} ${element.getAttribute('data-action') ?? ''}`.trim()]
    })
  })
  expect(hidden, `hidden where it has the focus: ${where}`).toEqual([])
}
