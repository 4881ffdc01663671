import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 A and AA, and axe's own good practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails with what axe-core finds on the page and in its frames, named by rule and element.
 * @param except rules that do not apply to this page; the caller says why
 */
export async function expectAccessible(page: Page, where: string, except: readonly string[] = []) {
  await expectNothing(new AxeBuilder({ page }).withTags(tags).disableRules([...except]), where)
}

/** The same where nothing but the colours is another than when the whole was looked at. */
export async function expectContrast(page: Page, where: string) {
  await expectNothing(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']), where)
}

async function expectNothing(axe: AxeBuilder, where: string) {
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id} (${help}): ${node.target.join(' ')}`))
  expect(found, where).toEqual([])
}
