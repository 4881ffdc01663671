/** Today as a teacher of a full school sees it: everything that matters in one window of a laptop, and nothing sideways on a phone. */
import { expect, test, type Page } from '@playwright/test'
import { daysAfter } from '#shared/lesson/school-days'
import { goTo } from '../support/alive.ts'
import { expectAccessibleAaa } from '../support/axe.ts'
import { addPupilsTo } from '../support/class-list.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

let server: SchoolServer
let page: Page
test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer()
  page = await server.setUp(browser, { viewport: { width: 1366, height: 768 } })
})
test.afterAll(() => server.stop())

const laptop = { width: 1366, height: 768 } as const
const sizes = [[360, 740], [768, 1024], [laptop.width, laptop.height]] as const
const post = async <T>(path: string, data: object): Promise<T> => {
  const answer = await page.request.post(path, { data })
  expect(answer.ok(), path).toBe(true)
  return await answer.json() as T
}
const open = async () => {
  await page.setViewportSize(laptop)
  await goTo(page, '/teach')
}
/** Pixels by which the page is longer and wider than its window. */
const beyond = () => page.evaluate(() => {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
  return [scrollHeight - clientHeight, scrollWidth - clientWidth]
})

test('a full school with long names, five needs and something to undo: whole on a laptop, the rest one press away', async () => {
  const names = ['Reception', 'Year Three', 'Year Four'].map(year => `${year} Rhododendron and Rosemary Wed`)
  const ids: string[] = []
  const lessons = await (await page.request.get('/api/lessons')).json() as { id: string }[]
  const { today } = await (await page.request.get('/api/assignments/choices')).json() as { today: string }
  for (const name of names) {
    const { id } = await post<{ id: string }>('/api/classes', { name })
    ids.push(id)
    // Each list is one more that can be undone.
    const [one, two] = await addPupilsTo(page.request, id, ['Wilhelmina-Alexandra Featherstonehaugh', 'Maximiliana-Anastasia Cholmondeley-M'])
    await page.request.put(`/api/classes/${id}/open`, { data: { minutes: 60 } })
    const { code } = await (await page.request.get(`/api/classes/${id}`)).json() as { code: string }
    for (const pupil of [one, two]) {
      for (let tries = 0; tries < 10; tries++)
        await page.request.post('/api/join', { data: { classCode: code, pupilId: pupil?.id, pictures: ['car', 'fish', 'sun'] } })
    }
  }
  const days = lessons.map(({ id }, place) =>
    ({ lessonId: id, kind: 'lesson', opensOn: daysAfter(today, Math.max(0, place - 1)), dueOn: daysAfter(today, place + 2) }))
  const lessonIds = lessons.map(({ id }) => id)
  await post('/api/assignments', { classIds: ids, lessonIds, opensOn: today, weekly: false, dueAfter: null, boosterWeeks: null, days })

  await open()
  const rows = page.locator('section > .week .list > li')
  await expect(page.getByText(/^And \d+ more, until/)).toBeInViewport({ ratio: 1 })
  await expect.poll(beyond).toEqual([0, 0])
  expect(await rows.count()).toBeGreaterThanOrEqual(2)
  for (const row of await rows.all()) {
    const box = await row.boundingBox()
    expect(Math.round(box?.height ?? 0)).toBe(88)
    await expect(row.locator('img')).toBeVisible()
  }
  // Nothing of a row lies over its neighbour, however long its words are.
  const spilt = await page.locator('.week .list > li, .needs > li').evaluateAll(all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length)
  expect(spilt).toBe(0)
  await expect(page.locator('.needs > li').first()).toBeInViewport({ ratio: 1 })
  await expect(page.locator('[data-action="more-needs"]')).toBeInViewport({ ratio: 1 })
  await expect(page.locator('[data-action="undo-roster"]')).toHaveCount(1)
  await expect(page.locator('[data-change="list"]')).toContainText('to Year Four Rhododendron and Rosemary Wed.')
  await page.locator('[data-action="more-changes"]').click()
  await expect(page.locator('[data-action="undo-roster"]')).toHaveCount(3)
  await page.locator('[data-action="more-needs"]').click()
  await expect(page.locator('.needs > li')).toHaveCount(5)
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await expect.poll(async () => (await beyond())[1], `at ${width} px`).toBe(0)
    await expectAccessibleAaa(page, `a full Today at ${width} px`)
  }
})
