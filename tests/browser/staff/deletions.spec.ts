/** What goes by age, as an admin sees it: a clock that jumped, what is announced, and a shorter keeping that asks first. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { staffAuth } from '../../../server/accounts/sign-in/staff-auth.ts'
import { openDatabase } from '../../../server/platform/database/client.ts'
import { serverSecret } from '../../../server/platform/security/secret.ts'
import { goTo } from '../support/alive.ts'
import { expectAccessible } from '../support/axe'
import { schoolWith } from '../../support/databases/seed-school.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { startSchoolServer } from '../support/school-server.ts'

const PASSWORD = 'lamp otter violin mud'
const DAY = 24 * 60 * 60_000
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

test('an admin says that the clock is right, sees what goes and keeps it; a shorter keeping asks before it is saved', async ({
  browser,
}) => {
  const folder = temporaryFolder('deletions')
  const opened = await openDatabase(join(folder, 'whos-there.sqlite'))
  const { db } = opened
  const { staff, classId, schoolId } = await schoolWith(db, { pupils: 3, role: 'admin' as 'teacher' })
  const { internalAdapter, password } = await staffAuth({ ...opened, secret: await serverSecret(db), baseURL: 'http://localhost' }).$context
  await internalAdapter.createAccount({
    userId: staff.id,
    providerId: 'credential',
    accountId: staff.id,
    issuer: 'credential',
    password: await password.hash(PASSWORD),
  } as Parameters<typeof internalAdapter.createAccount>[0])
  await db
    .updateTable('class')
    .set({ year_ends: dayIn(-60) })
    .execute()
  // As after a summer.
  await db
    .insertInto('clock')
    .values({ id: 'server', seen_at: new Date(Date.now() - 50 * DAY).toISOString(), steady: 0 })
    .execute()
  await db.destroy()

  const summer = await startSchoolServer({ DATA_DIR: folder }, { hasSetupLink: false })
  const health = (address: string) => fetch(`${address}/api/health`).then(answer => answer.json())
  await expect.poll(() => health(summer.address)).toEqual({ status: 'ok', notes: ['clock'] })
  const page = await (await browser.newContext({ baseURL: summer.address })).newPage()
  await goTo(page, '/teach/sign-in')
  await page.getByLabel('E-mail address').fill(staff.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
  await goTo(page, '/teach/deletions')
  await expect(page.getByText('Just now nothing goes')).toBeVisible()
  await page.getByRole('link', { name: 'This server' }).click()
  await expect(page.locator('[data-clock]')).toContainText('after 7 more days')
  await page.locator('[data-action=clock-is-right]').click()
  await expect(page.locator('[data-clock]')).toHaveCount(0)
  await expect.poll(() => health(summer.address)).toEqual({ status: 'ok' })
  const { log } = await summer.end()
  expect(log).toMatch(/The clock of this server says .* nothing is deleted because of its age/)

  const server = await startSchoolServer({ DATA_DIR: folder }, { hasSetupLink: false })
  await page
    .context()
    .addCookies(
      (await page.context().cookies()).map(cookie => ({ ...cookie, url: server.address, domain: undefined, path: undefined }) as never),
    )
  await goTo(page, `${server.address}/teach/classes`)
  await page.getByRole('link', { name: 'What will be deleted, and when' }).click()
  const row = page.locator(`[data-class="${classId}"]`)
  await expect(row).toContainText(/3 pupils.*Will be deleted on/)
  await expectAccessible(page, 'what goes')
  await row.getByRole('button', { name: 'Keep for another month: 5B' }).click()
  await expect(page.getByRole('status').filter({ hasText: '5B is kept until' })).toBeVisible()
  await expect(row).not.toContainText('Will be deleted on')

  const again = await openDatabase(join(folder, 'whos-there.sqlite'))
  await again.db
    .updateTable('class')
    .set({ kept_until: null, year_ends: dayIn(-10) })
    .execute()
  await again.db.updateTable('school').set({ keep_months: 2 }).execute()
  await goTo(page, `${server.address}/teach/school`)
  await page.getByLabel('Months to keep a class after that').fill('0')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  const months = async () =>
    (await again.db.selectFrom('school').select('keep_months').where('id', '=', schoolId).executeTakeFirst())?.keep_months
  await save.click()
  const dialog = page.getByRole('dialog', { name: 'Classes would be deleted' })
  await expect(dialog).toContainText('one class would be deleted, with 3 pupils and no attempts at lessons')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await months()).toBe(2)
  await save.click()
  await dialog.getByRole('button', { name: 'Save it, and let them go' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  expect(await months()).toBe(0)
  await again.db.destroy()
  await server.stop()
  removeFolder(folder)
})

/** Debian's package faketime; `.ci/run` installs it. */
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

test('a server that starts with its clock a year ahead deletes nobody, says so, and goes on when the clock is right', async () => {
  test.skip(!existsSync(FAKETIME), 'The package faketime is not installed.')
  const folder = temporaryFolder('year-ahead')
  const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
  await schoolWith(db, { pupils: 30 })
  for (const [env, expected] of [
    [{}, { status: 'ok' }],
    [{ LD_PRELOAD: FAKETIME, FAKETIME: '+365d' }, { status: 'ok', notes: ['clock'] }],
    [{}, { status: 'ok' }],
  ] as const) {
    const server = await startSchoolServer({ DATA_DIR: folder, ...env }, { hasSetupLink: false })
    await expect.poll(() => fetch(`${server.address}/api/health`).then(answer => answer.json())).toEqual(expected)
    await server.end()
    for (const [table, rows] of [
      ['pupil', 30],
      ['class', 1],
      ['erasure', 0],
      ['deletion', 0],
    ] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toHaveLength(rows)
  }
  await db.destroy()
  removeFolder(folder)
})
