import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 A and AA, and axe's own good practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails with what axe-core finds on the page and in its frames, named by rule and element.
 * @param except rules that do not apply to this page; the caller says why
 */
export async function expectAccessible(page: Page, where: string, except: readonly string[] = []) {
  await expectNothing(page, axe => axe.withTags(tags).disableRules([...except]), where)
}

/** The same where nothing but the colours is another than when the whole was looked at. */
export async function expectContrast(page: Page, where: string) {
  await expectNothing(page, axe => axe.withRules(['color-contrast', 'link-in-text-block']), where)
}

async function expectNothing(page: Page, rules: (axe: AxeBuilder) => AxeBuilder, where: string) {
  const axe = rules(new AxeBuilder({ page }).options({ resultTypes: ['violations'] }))
  // Without frames nothing is put together from several, which would take a page of its own each time: a quarter of these tests' time.
  if (page.frames().length === 1) axe.setLegacyMode()
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id} (${help}): ${node.target.join(' ')}`))
  expect(found, where).toEqual([])
}
