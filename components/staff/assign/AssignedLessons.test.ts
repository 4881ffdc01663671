// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import AssignedLessons from './AssignedLessons.vue'

const given = { id: 'a1', title: 'Seems legit', kind: 'lesson', opensOn: '2026-07-06', dueOn: '2026-07-10', isClosed: false, sittings: [] }
const open = (answers = {}, more = {}, isArchived = false) =>
  openStaffPage(AssignedLessons, { props: { assignments: [{ ...given, ...more }], isArchived }, answers })

it('says where the break of a lesson in two sittings is, and how long each takes', async () => {
  const place = (title: string) => ({ id: 'x', number: 1, title })
  const sittings = [
    { minutes: 13, first: place('Hello'), last: place('Seven clues') },
    { minutes: 17, first: place('Secret?'), last: place('Goodbye') },
  ]
  expect((await open({}, { sittings })).text()).toContain('Break after “Seven clues”: about 13 minutes, then 17.')
})

it('says nothing of a break where there is one sitting', async () => {
  expect((await open()).text()).not.toContain('Break after')
})

it('says from when to when a lesson is given, and leads to what was understood', async () => {
  const { text, find } = await open()
  expect(text()).toContain('from 6 Jul, due 10 Jul')
  expect(find.getByRole('link', { name: 'What the class understood Seems legit' }).getAttribute('href')).toBe('/teach/assignments/a1')
})

it.each([
  ['Close lesson', 'Close it for good', 'POST /api/assignments/a1/close', 'single answers are deleted'],
  ['Take away', 'Take it away for good', 'DELETE /api/assignments/a1', 'Everything pupils did in it goes too.'],
])('%s: nothing happens before somebody who has read what goes agrees', async (name, agree, what, goes) => {
  const { press, asked, told, text, find } = await open({ [what]: null })
  await press(`${name} Seems legit`)
  expect(text()).toContain(goes)
  expect(asked).toEqual([])
  await press(agree)
  expect([asked, told('change')]).toEqual([[{ what, body: undefined }], [[]]])
  expect(find.queryByRole('button', { name: agree })).toBeNull()
})

it('leaves it as it is where somebody says so', async () => {
  const { press, asked, find } = await open()
  await press('Close lesson Seems legit')
  await press('Leave it as it is')
  expect(asked).toEqual([])
  expect(find.queryByRole('button', { name: 'Close it for good' })).toBeNull()
})

it('keeps asking, with the reason, where the server does not do it', async () => {
  const { press, find } = await open({ 'POST /api/assignments/a1/close': new Refused(409, 'It is closed already.') })
  await press('Close lesson Seems legit')
  await press('Close it for good')
  expect(find.getByRole('dialog', { name: 'Close “Seems legit” for the class' }).textContent).toContain('It is closed already.')
})

it('gives other days, and an empty one for no due day', async () => {
  const what = 'PATCH /api/assignments/a1'
  const { press, fill, asked, find } = await open({ [what]: null })
  await press('Other days Seems legit')
  expect(find.getByLabelText<HTMLInputElement>(/^Due/).value).toBe('2026-07-10')
  await fill(/^Due/, '')
  await press('Save')
  expect(asked).toEqual([{ what, body: { opensOn: '2026-07-06', dueOn: null } }])
})

it('a closed lesson can only be looked at or taken away; in an archived class nothing changes', async () => {
  const closed = await open({}, { isClosed: true })
  const names = closed.find.getAllByRole('button').map(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ').trim())
  expect(names).toEqual(['Take away Seems legit'])
  const archived = await open({}, {}, true)
  expect(archived.find.queryAllByRole('button', { name: /Other days/ })).toEqual([])
})
