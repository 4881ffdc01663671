/** A class answers a question of the quiz together: a board, a child at a tablet, and eleven more who answer beside them. */
import { expect, test, type APIRequestContext } from '@playwright/test'
import type { PupilPictures } from '#shared/api/classes'
import type { TakenList } from '#shared/api/rosters'
import { goTo, untilAlive } from '../support/alive.ts'
import { listFor, pupilsIn } from '../support/class-list'
import { expectAccessible } from '../support/axe'
import { startSchoolServer, type SchoolServer } from '../support/school-server'

let school: SchoolServer
test.beforeEach(async () => {
  school = await startSchoolServer()
})
test.afterEach(() => school.stop())

const headers = { 'sec-fetch-site': 'same-origin' }

test('pupils answer on their devices, the board says in words what the class said, and then it is forgotten', async ({ browser, playwright }) => {
  // Sixteen pupils come in, and at its end a board is waited for that does not come back.
  const board = await school.setUp(browser, { viewport: { width: 1366, height: 768 } })
  const ask = async <T>(request: APIRequestContext, method: 'post' | 'put', path: string, data: object): Promise<T> => {
    const answer = await request[method](`${school.address}${path}`, { data, headers })
    expect(answer.status()).toBe(200)
    return await answer.json() as T
  }
  const { id: classId } = await ask<{ id: string }>(board.request, 'post', '/api/classes', { name: '5B' })
  const names = ['Ali', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo', 'Kit', 'Lou']
  const pupils = pupilsIn(await ask<TakenList>(board.request, 'post', '/api/class-lists', listFor(classId, names)))
  await ask(board.request, 'put', `/api/classes/${classId}/open`, { minutes: 60 })
  const { code } = await (await board.request.get(`${school.address}/api/classes/${classId}`)).json() as { code: string }
  const comeIn = (request: APIRequestContext, { id: pupilId, pictures }: PupilPictures) =>
    ask(request, 'post', '/api/join', { classCode: code, pupilId, pictures })

  const child = await (await browser.newContext({ baseURL: school.address, viewport: { width: 360, height: 740 } })).newPage()
  const [first, ...others] = pupils
  if (!first) throw new Error('no pupils')
  await comeIn(child.request, first)
  await child.goto('/my')
  await expect(child.locator('[data-action="together"]')).toHaveCount(0)

  await goTo(board, `/lessons/lying-online-9-11/present?class=${classId}`)
  const where = board.locator('[data-action="where"]')
  const toQuiz = async () => where.selectOption(String(await where.locator('option').count() - 2))
  const together = board.locator('[data-action="answer-together"]')
  await expect(together, 'nothing but the quiz is answered on devices').toHaveCount(0)
  await toQuiz()
  await together.click()
  await expect(board.getByText('Nobody has answered yet.')).toBeVisible()

  await child.locator('[data-action="together"]').click()
  await expect(child.locator('[data-option]')).not.toHaveCount(0)
  await expectAccessible(child, 'answering together')
  await child.locator('[data-option]').nth(1).click()
  await expect(child.getByText('Your answer is with the class')).toBeVisible()
  // What only this page knew is gone with it: of a pass it does not say that it was an answer.
  await child.reload()
  await untilAlive(child)
  await expect(child.getByText('You have answered, or passed.')).toBeVisible()
  // By keyboard, another one in its place.
  await child.locator('[data-option]').first().focus()
  await child.keyboard.press('Enter')
  await expect(child.locator('[data-option]').first()).toHaveAttribute('aria-pressed', 'true')
  await expect(child.getByText('Your answer is with the class')).toBeVisible()

  // A board that is loaded anew finds its question with what was said.
  await board.reload()
  await untilAlive(board)
  await expect(board.getByText('1 has answered.')).toBeVisible()
  // So does one that was left for another page and come back to by the browser's own buttons: there it was ended, and is asked again.
  await board.locator('[data-action="close"]').click()
  await board.waitForURL(`**/teach/classes/${classId}`)
  await expect(child.getByText('No question just now')).toBeVisible()
  await board.goBack()
  await together.click()
  await expect(child.locator('[data-option]')).not.toHaveCount(0)
  await child.locator('[data-option]').first().click()
  await expect(board.getByText('1 has answered.')).toBeVisible()

  const { round } = await (await child.request.get(`${school.address}/api/my/round`)).json() as { round: { id: string, options: { id: string }[] } }
  // Pressed while the network is away: it is in as soon as that is back.
  const last = await (await browser.newContext({ baseURL: school.address })).newPage()
  const [inTheCorner, ...online] = others
  if (!inTheCorner) throw new Error('one pupil alone')
  await comeIn(last.request, inTheCorner)
  await goTo(last, '/my/together')
  await last.context().setOffline(true)
  await last.locator('[data-option]').first().click()
  await expect(last.getByText('No connection just now')).toBeVisible()
  for (const pupil of online) {
    const request = await playwright.request.newContext()
    await comeIn(request, pupil)
    await ask(request, 'post', '/api/my/round', { round: round.id, option: round.options[0]?.id })
    await request.dispose()
  }
  await last.context().setOffline(false)
  await expect(last.getByText('Your answer is with the class')).toBeVisible()
  await expect(board.getByText('12 have answered.')).toBeVisible()
  await board.locator('[data-action="show-together"]').click()
  const said = board.getByRole('region', { name: 'Answer together' })
  // One round in sixteen is left out by lot.
  await expect(said).toContainText(/Nearly everybody|Ask for fingers/)
  await expect(said).not.toContainText(/\d/)
  await expectAccessible(board, 'what the class said')
  await expect(child.locator('.right')).toHaveCount(1)
  // In words too, and the question stands whole above what the class said.
  await expect(child.locator('.panel')).toContainText(await child.locator('.right').innerText())
  await expect.poll(() => board.locator('.body').evaluate(body => body.scrollHeight - body.clientHeight)).toBeLessThan(2)

  await board.locator('[data-action="end-together"]').click()
  await expect(child.getByText('No question just now')).toBeVisible()
  expect(await (await board.request.get(`${school.address}/api/classes/${classId}/round`)).json()).toMatchObject({ round: null })

  // A board that is shut takes its question along, and the child is told what happened.
  await together.click()
  await expect(child.locator('[data-option]')).not.toHaveCount(0)
  await board.goto('about:blank')
  // Sooner than one that says nothing: half a minute, and not two.
  await expect(child.getByText('This question has stopped')).toBeVisible({ timeout: 180_000 })
  await expectAccessible(child, 'a question that has stopped')
})
