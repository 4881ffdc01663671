// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import Passkeys from './Passkeys.vue'

const passkey = { id: 'k1', name: 'My phone', madeAt: '2026-11-03T10:00:00Z' }
const begin = 'POST /api/account/passkeys/begin'
const options = {
  challenge: 'AAAA',
  rp: { name: 'Who', id: 'lessons.example' },
  user: { id: 'AAAA', name: 'a', displayName: 'a' },
  pubKeyCredParams: [],
}

afterEach(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))

/** A browser that knows passkeys, and a person who says no. */
function knowPasskeys() {
  Object.assign(window, { PublicKeyCredential: () => undefined })
  Object.defineProperty(navigator, 'credentials', {
    value: { create: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    configurable: true,
  })
}

it('lists each by its name and day, and takes one away by its name', async () => {
  const what = 'DELETE /api/account/passkeys/k1'
  const { find, press, asked, told } = await openStaffPage(Passkeys, { props: { passkeys: [passkey] }, answers: { [what]: null } })
  expect(find.getByRole('rowheader').textContent).toMatch(/My phone\s+Added on 3 Nov 2026/)
  await press('Remove the passkey My phone')
  expect([asked, told('changed')]).toEqual([[{ what, body: undefined }], [[]]])
})

it('offers none where the browser knows none, and says so', async () => {
  const { find, text } = await openStaffPage(Passkeys, { props: { passkeys: [] } })
  expect(text()).toContain('This browser cannot make passkeys.')
  expect(find.queryByRole('button', { name: 'Add a passkey' })).toBeNull()
})

it('needs the password, and does not begin without it', async () => {
  knowPasskeys()
  const { fill, press, find, asked, told } = await openStaffPage(Passkeys, {
    props: { passkeys: [] },
    answers: { [begin]: new Refused(400, 'The password is not right.') },
  })
  await fill('Name of the device', 'My phone')
  await fill('Current password', 'not this one')
  await press('Add a passkey')
  expect(asked).toEqual([{ what: begin, body: { password: 'not this one' } }])
  expect(find.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('The password is not right.')
  expect(find.getByLabelText<HTMLInputElement>('Name of the device').value).toBe('My phone')
  expect(told('changed')).toEqual([])
})

it('says what to do when somebody says no to their browser; nothing is kept of the password', async () => {
  knowPasskeys()
  const { fill, press, find, asked } = await openStaffPage(Passkeys, { props: { passkeys: [] }, answers: { [begin]: options } })
  await fill('Name of the device', 'My phone')
  await fill('Current password', 'long enough for this')
  await press('Add a passkey')
  await expect.poll(() => find.queryAllByRole('alert').map(({ textContent }) => textContent).join())
    .toContain('Your browser or device did not carry this out.')
  expect(asked.map(({ what }) => what)).toEqual([begin])
  expect(find.getByLabelText<HTMLInputElement>('Current password').value).toBe('')
})
