// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import AddColleague from './AddColleague.vue'
import AddColleagues from './AddColleagues.vue'
import ColleagueDialog from './ColleagueDialog.vue'
import LinkToPass from './LinkToPass.vue'
import StaffTable from './StaffTable.vue'

const made = { link: 'https://lessons.example/teach/set-password?key=k', email: 'bo@hill.example', mail: 'none' }
const colleague = {
  id: 's2',
  name: 'Bo Carr',
  email: 'bo@hill.example',
  role: 'teacher',
  state: 'active',
  hasTwoFactor: false,
  hasPasskey: false,
  lacksSecondStep: true,
  isYou: false,
}
const openDialog = (answers = {}, more = {}) => openStaffPage(ColleagueDialog, { props: { colleague: { ...colleague, ...more } }, answers })

it('adds a colleague, shows the link to pass on, and is ready for the next', async () => {
  const { fill, press, asked, told, find } = await openStaffPage(AddColleague, { answers: { 'POST /api/staff': made } })
  await fill('Name', 'Bo Carr')
  await fill('E-mail address', 'bo@hill.example')
  await press('Add')
  expect(asked[0]?.body).toEqual({ name: 'Bo Carr', email: 'bo@hill.example', role: 'teacher' })
  expect(find.getByLabelText<HTMLInputElement>('Link to set a password').value).toBe(made.link)
  expect([told('added').length, find.getByLabelText<HTMLInputElement>('Name').value]).toEqual([1, ''])
})

it('keeps what was typed where the server does not take it', async () => {
  const { fill, press, told, find, text } = await openStaffPage(AddColleague, {
    answers: { 'POST /api/staff': new Refused(409, 'This address has an account already.') },
  })
  await fill('Name', 'Bo Carr')
  await fill('E-mail address', 'bo@hill.example')
  await press('Add')
  expect(text()).toContain('This address has an account already.')
  expect([told('added').length, find.getByLabelText<HTMLInputElement>('Name').value]).toEqual([0, 'Bo Carr'])
})

it('adds several at once: what is wrong with one stops no other, and stays to be mended', async () => {
  let asks = 0
  const { fill, press, asked, told, find, text } = await openStaffPage(AddColleagues, {
    answers: { 'POST /api/staff': () => ++asks === 1 ? new Refused(409, 'This address has an account already.') : made },
  })
  await fill(/Their names and addresses/, 'Ann Lloyd <ann@hill.example>\nBo Carr bo@hill.example\nMr Nobody')
  expect(text()).toContain('No address in "Mr Nobody"')
  await press('Add 2 colleagues')
  await expect.poll(() => asked.length).toBe(2)
  await expect.poll(() => told('added').length).toBe(1)
  expect(asked.map(({ body }) => (body as { role: string }).role)).toEqual(['teacher', 'teacher'])
  expect(text()).toContain('ann@hill.example: This address has an account already.')
  expect(find.getByLabelText<HTMLTextAreaElement>(/Their names and addresses/).value).toBe('Ann Lloyd <ann@hill.example>')
  expect(find.getByLabelText<HTMLInputElement>('Link to set a password').value).toBe(made.link)
})

it('copies the link and says so; without a clipboard it is selected to be copied by hand', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  const { press, text, find } = await openStaffPage(LinkToPass, { props: made })
  await press('Copy the link')
  expect(writeText).toHaveBeenCalledWith(made.link)
  expect(text()).toContain('Copied.')
  const field = find.getByLabelText<HTMLInputElement>('Link to set a password')
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, made.link.length])
})

it.each([
  ['none', 'Pass this link on to bo@hill.example.'],
  ['sent', 'The link was mailed to bo@hill.example.'],
  ['failed', 'could not be sent'],
])('says what became of the mail (%s)', async (mail, said) => {
  const { find } = await openStaffPage(LinkToPass, { props: { ...made, mail } })
  expect(find.getAllByRole('status')[0]?.textContent).toContain(said)
})

it.each([
  [{}, 'Make an admin', { role: 'admin' }],
  [{ role: 'admin' }, 'Make a teacher', { role: 'teacher' }],
  [{}, 'Switch the account off', { disabled: true }],
  [{ state: 'disabled' }, 'Switch the account on', { disabled: false }],
])('an admin can change an account %j: %s', async (more, name, body) => {
  const { press, asked, told } = await openDialog({ 'PATCH /api/staff/s2': null }, more)
  await press(name)
  expect([asked, told('changed')]).toEqual([[{ what: 'PATCH /api/staff/s2', body }], [[]]])
})

it('removes nobody before it has asked by name', async () => {
  const { press, asked, told, text } = await openDialog({ 'DELETE /api/staff/s2': null })
  await press('Remove')
  expect([asked.length, text().includes('Remove Bo Carr for good?')]).toEqual([0, true])
  await press('Remove for good')
  expect([told('changed').length, told('close').length]).toEqual([1, 1])
})

it('stays open with the reason where an account cannot be changed', async () => {
  const { press, told, text } = await openDialog(
    { 'PATCH /api/staff/s2': new Refused(409, 'There has to be an admin.') },
    { role: 'admin' },
  )
  await press('Make a teacher')
  expect([text().includes('There has to be an admin.'), told('changed'), told('close')]).toEqual([true, [], []])
})

it('makes a new password link', async () => {
  const { press, find } = await openDialog({ 'POST /api/staff/s2/link': made })
  await press('New password link')
  expect(find.getByLabelText<HTMLInputElement>('Link to set a password').value).toBe(made.link)
})

it('makes no link for an account that is switched off, and takes no second step away where there is none', async () => {
  const { find } = await openDialog({}, { state: 'disabled' })
  expect(find.queryAllByRole('button', { name: 'New password link' })).toHaveLength(0)
  expect(find.queryByRole('button', { name: /second step/ })).toBeNull()
})

it('takes a second step or a passkey away where there is one', async () => {
  const { press, asked } = await openDialog({ 'DELETE /api/staff/s2/two-factor': null }, { hasPasskey: true })
  await press(/second step/)
  expect(asked.map(({ what }) => what)).toEqual(['DELETE /api/staff/s2/two-factor'])
})

it('in a large school somebody is found by name or address, without marks on letters, or by what is left to do', async () => {
  const colleagues = [...'abcdefgh'].map((letter, place) => ({
    ...colleague, id: letter, name: place === 0 ? 'Zoë Price' : `Person ${letter}`, email: `${letter}@hill.example`,
    state: place === 1 ? 'invited' : 'active', lacksSecondStep: place < 3,
  }))
  const { find, fill, press, setProps, text, told } = await openStaffPage(StaffTable, { props: { colleagues } })
  const shown = () => find.queryAllByRole('rowheader').map(({ textContent }) => textContent?.trim().split(' ')[1])
  await fill('Find a colleague', 'zoe')
  expect(shown()).toEqual(['Price'])
  await fill('Find a colleague', 'h@hill')
  expect(shown()).toEqual(['h'])
  await fill('Find a colleague', 'nobody')
  expect(text()).toContain('Nobody on the list is like that.')
  await fill('Find a colleague', '')
  await press('Not signed in yet 1')
  expect(shown()).toEqual(['b'])
  await press('No second step 3')
  expect(shown()).toEqual(['Price', 'b', 'c'])
  await press('Change Person c')
  expect(told('change')).toEqual([['c']])
  await press('All 8')
  await setProps({ colleagues: colleagues.slice(0, 3) })
  expect(find.queryByLabelText('Find a colleague'), 'few are seen at one look').toBeNull()
})
