// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import AssignedLessons from './AssignedLessons.vue'

const given = { id: 'a1', title: 'Seems legit', kind: 'lesson', opensOn: '2026-07-06', dueOn: '2026-07-10', isClosed: false, undoUntil: null, sittings: [] }
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

it('closes at once, says what comes of it, and undoes it as long as that can be', async () => {
  const close = await open({ 'POST /api/assignments/a1/close': null })
  await close.press('Close lesson Seems legit')
  expect([close.asked, close.told('change')]).toEqual([[{ what: 'POST /api/assignments/a1/close', body: undefined }], [[]]])
  expect(close.text()).toContain('You can undo that for a day; then single answers are deleted')
  const closed = await open({ 'POST /api/assignments/a1/reopen': null }, { isClosed: true, undoUntil: '2026-07-07T09:00:00Z' })
  await closed.press('Undo closing Seems legit')
  expect(closed.asked).toEqual([{ what: 'POST /api/assignments/a1/reopen', body: undefined }])
  expect(closed.text()).toContain('is open again, as it was')
})

it('says why, where the server does not close it', async () => {
  const { press, text } = await open({ 'POST /api/assignments/a1/close': new Refused(409, 'It is closed already.') })
  await press('Close lesson Seems legit')
  expect(text()).toContain('It is closed already.')
  expect(text()).not.toContain('You can undo that')
})

it('takes nothing away before somebody who has read what goes agrees, and not where they leave it', async () => {
  const what = 'DELETE /api/assignments/a1'
  const { press, asked, told, text, find } = await open({ [what]: null })
  await press('Take away Seems legit')
  expect(text()).toContain('Everything pupils did in it goes too.')
  await press('Leave it as it is')
  expect(asked).toEqual([])
  await press('Take away Seems legit')
  await press('Take it away for good')
  expect([asked, told('change')]).toEqual([[{ what, body: undefined }], [[]]])
  expect(find.queryByRole('button', { name: 'Take it away for good' })).toBeNull()
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
