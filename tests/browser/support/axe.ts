import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { untilAlive } from './alive.ts'

/** WCAG 2.2 A and AA, and axe's own good practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Fails with what axe-core finds on the page and in its frames, named by rule and element.
 * @param except rules that do not apply to this page; the caller says why
 */
export async function expectAccessible(page: Page, where: string, except: readonly string[] = []) {
  const rules = Object.fromEntries(except.map(rule => [rule, { enabled: false }]))
  await expectNothing(page, { runOnly: { type: 'tag', values: tags }, rules }, where)
}

/** The same, with text at least 7:1 against what is behind it (WCAG AAA), as staff pages have it. */
export async function expectAccessibleAaa(page: Page, where: string) {
  await expectNothing(page, { runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast-enhanced': { enabled: true } } }, where)
}

/** The same where nothing but the colours is another than when the whole was looked at. */
export async function expectContrast(page: Page, where: string) {
  await expectNothing(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }, where)
}

async function expectNothing(page: Page, options: RunOptions, where: string) {
  let found: string[] = []
  // A frame that goes on to another document while axe is on its way does not answer; then all is looked at once more.
  await expect.poll(async () => {
    found = await findings(page, options).catch(error => [`frame-tested: ${error}`])
    return found.filter(one => one.startsWith('frame-tested'))
  }, where).toEqual([])
  expect(found, where).toEqual([])
}

/**
 * Runs in the page: waits until nothing moves any more. Colours change over a moment, which begins with the next frame. A frame of
 * another origin may be out of view, where a browser draws nothing, so there is no next one to wait for.
 */
async function settled() {
  try {
    if (!window.top?.document) return
  }
  catch {
    return
  }
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

async function findings(page: Page, options: RunOptions): Promise<string[]> {
  for (const frame of page.frames()) {
    await frame.waitForLoadState()
    await untilAlive(frame)
    await frame.evaluate(settled)
    // Half a megabyte, which takes longer than the looking: once for each document.
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source)
    await frame.evaluate(() => window.axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }))
  }
  return page.evaluate(async (options) => {
    const { violations, incomplete }: AxeResults = await window.axe.run(document, { ...options, resultTypes: ['violations'], pingWaitTime: 5_000 })
    // A frame that did not answer was not looked at; on a busy machine half a second, which axe gives it, is little.
    return [...violations, ...incomplete.filter(({ id }) => id === 'frame-tested')].flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id} (${help}): ${node.target.join(' ')}`),
    )
  }, options)
}

declare global {
  interface Window {
    readonly axe: typeof import('axe-core')
  }
}
