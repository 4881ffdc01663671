/** What comes out of a printer. */
import type { Page } from '@playwright/test'

/** @returns pages of the A4 document that printing gives */
export async function printedPages(page: Page): Promise<number> {
  // Nobody prints within the blink in which the letters are still the system's, which are wider.
  await page.evaluate(() => document.fonts.ready)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0
}
