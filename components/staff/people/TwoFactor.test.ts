// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import TwoFactor from './TwoFactor.vue'

const begin = 'POST /api/account/two-factor'
const confirm = 'POST /api/account/two-factor-code'
const end = 'POST /api/account/two-factor-off'
const begun = { address: 'otpauth://totp/Who?secret=JBSWY3DP', backupCodes: ['aaaa-1111', 'bbbb-2222'] }

async function beginSetUp(answers = {}) {
  const page = await openStaffPage(TwoFactor, { props: { isOn: false }, answers: { [begin]: begun, [confirm]: null, ...answers } })
  await page.fill('Current password', 'long enough for this')
  await page.press('Set up a second step')
  return page
}

it('asks for the password before anything is set up, and forgets it at once', async () => {
  const { asked, find, text } = await beginSetUp()
  expect(asked).toEqual([{ what: begin, body: { password: 'long enough for this' } }])
  expect([...document.querySelectorAll('input')].map(({ value }) => value)).toEqual([''])
  expect(text()).toContain('JBSWY3DP')
  expect(find.getByRole('img', { name: /QR code/ }).getAttribute('src')).toMatch(/^data:image\/svg/)
})

it('is on only after a right code, and shows the backup codes then', async () => {
  const { fill, press, told, text, asked } = await beginSetUp()
  expect([told('changed'), text().includes('aaaa-1111')]).toEqual([[], false])
  await fill('Code from the app', '123456')
  await press('Switch the second step on')
  expect(asked[1]).toEqual({ what: confirm, body: { code: '123456' } })
  expect(told('changed')).toHaveLength(1)
  expect(text()).toContain('aaaa-1111')
})

it('keeps the backup codes in view once the page knows that it is on', async () => {
  const { fill, press, setProps, text } = await beginSetUp()
  await fill('Code from the app', '123456')
  await press('Switch the second step on')
  await setProps({ isOn: true })
  expect(text()).toContain('bbbb-2222')
})

it('a wrong code keeps the picture, says so, and switches nothing on', async () => {
  const { fill, press, find, told, text } = await beginSetUp({ [confirm]: new Refused(400, 'The code is not right.') })
  await fill('Code from the app', '000000')
  await press('Switch the second step on')
  expect(find.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('The code is not right.')
  expect(find.getByRole('img', { name: /QR code/ })).toBeTruthy()
  expect([told('changed'), text().includes('aaaa-1111')]).toEqual([[], false])
})

it('is switched off with the password', async () => {
  const { fill, press, asked, told } = await openStaffPage(TwoFactor, { props: { isOn: true }, answers: { [end]: null } })
  await fill('Current password', 'long enough for this')
  await press('Switch the second step off')
  expect([asked, told('changed')]).toEqual([[{ what: end, body: { password: 'long enough for this' } }], [[]]])
})

it('is not switched off where somebody has to have it', async () => {
  const { find } = await openStaffPage(TwoFactor, { props: { isOn: true, isOwed: true } })
  expect(find.queryAllByRole('button')).toEqual([])
})
