// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import NamePreview from './NamePreview.vue'

const preview = (names: readonly object[], taken: readonly string[] = []) =>
  openStaffPage(NamePreview, { props: { modelValue: names, taken, isSending: false } })
const listed = (...names: string[]) => names.map(name => ({ name }))

it('begins at its heading, which counts the names, and says when nothing is in the way', async () => {
  const { find } = await preview(listed('Ali', 'Zoë'))
  expect(document.activeElement).toBe(find.getByRole('heading', { name: /2/ }))
  expect(find.getByRole<HTMLButtonElement>('button', { name: 'Add 2 pupils' }).disabled).toBe(false)
})

it('adds nothing while a row is in the way, and tells the row why', async () => {
  const { find, told, press } = await preview(listed('Ali', 'ali'))
  const second = find.getByLabelText('Name in row 2')
  expect(second.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(second.getAttribute('aria-describedby') ?? '')?.textContent).not.toBe('')
  await press('Add 2 pupils')
  expect(told('add')).toEqual([])
})

it('takes a suggestion, and all of them at once', async () => {
  const { find, press, told } = await preview(listed('Ali', 'ali', 'Ali'))
  const add = () => find.getByRole<HTMLButtonElement>('button', { name: 'Add 3 pupils' })
  expect(add().disabled).toBe(true)
  await press('Take every suggestion')
  expect(add().disabled).toBe(false)
  await press('Add 3 pupils')
  const [[names] = []] = told('add') as [readonly string[]][]
  expect(new Set(names?.map(name => name.toLowerCase())).size).toBe(3)
})

it('a name that is mended by hand is looked at again, also against those of the class', async () => {
  const { find, fill } = await preview(listed('Ali'), ['Zoë'])
  await fill('Name in row 1', 'zoë')
  expect(find.getByLabelText('Name in row 1').getAttribute('aria-invalid')).toBe('true')
  await fill('Name in row 1', 'Sam')
  expect(find.getByLabelText('Name in row 1').getAttribute('aria-invalid')).toBe('false')
})

it('a row that may be no pupil stops the list until somebody says what it is', async () => {
  const { find, press, told } = await preview([{ name: 'Class 5B', doubt: 'above' }, { name: 'Ali' }])
  expect(find.getByRole<HTMLButtonElement>('button', { name: 'Add 2 pupils' }).disabled).toBe(true)
  await press('Leave out the row that may be no pupil')
  await press('Add 1 pupil')
  expect(told('add')).toEqual([[['Ali']]])
})

it('it may be a pupil after all', async () => {
  const { press, told } = await preview([{ name: 'Total', doubt: 'total' }, { name: 'Ali' }])
  await press('Yes, add “Total”')
  await press('Add 2 pupils')
  expect(told('add')).toEqual([[['Total', 'Ali']]])
})

it('leaves one out, and goes back without adding', async () => {
  const { press, told, find } = await preview(listed('Ali', 'Zoë'))
  await press('Leave out Ali')
  expect(find.getAllByRole('textbox')).toHaveLength(1)
  await press('Back')
  expect([told('add'), told('back')]).toEqual([[], [[]]])
})

it('says that a class has room for no more', async () => {
  const { find } = await preview(listed('Ali', 'Zoë'), Array.from({ length: 199 }, (_, place) => `Pupil ${place}`))
  expect(find.getByRole('status').textContent).toContain('1')
  expect(find.getByRole<HTMLButtonElement>('button', { name: 'Add 2 pupils' }).disabled).toBe(true)
})
