// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import LoginCards from './LoginCards.vue'
import NewPictures from './NewPictures.vue'

const cards = Array.from({ length: 9 }, (_, place) => ({ id: `p${place}`, name: `Pupil ${place}`, key: `key-${place}` }))
const staff = { name: 'Ms Bird', role: 'teacher', school: { name: 'Hill School', logo: null }, secondStep: null }
const openCards = (some = cards) =>
  openStaffPage(LoginCards, { props: { cards: some, className: '5B', code: 'KTRM-4827' }, state: { staff } })

it('prints eight cards a sheet', async () => {
  const { find } = await openCards()
  expect(find.getAllByRole('list').map(sheet => sheet.querySelectorAll('.card').length)).toEqual([8, 1])
})

it('a card holds one child\'s name, the school, the class, the address and the code, and no key in letters', async () => {
  const { find } = await openCards()
  const [card] = find.getAllByRole('listitem')
  for (const said of ['Pupil 0', 'Hill School', 'Class 5B', 'lessons.example/join', 'KTRM-4827']) expect(card?.textContent).toContain(said)
  expect(card?.textContent).not.toMatch(/key-|Pupil 1/)
})

it('every card has a square of its own', async () => {
  await openCards()
  const squares = [...document.querySelectorAll('svg path')].map(path => path.getAttribute('d'))
  expect(new Set(squares).size).toBe(9)
})

it('a long name is set smaller', async () => {
  const { find } = await openCards([{ id: 'p', name: 'Bartholomew-Alexander', key: 'k' }])
  expect(find.getByText('Bartholomew-Alexander').closest('p')?.className).toContain('long')
})

const pupils = [{ id: 'p1', name: 'Ali', pictures: ['fish', 'sun', 'boat'] }]

it('new pictures are named in words, in their order, beside the one child they belong to', async () => {
  const { find } = await openStaffPage(NewPictures, { props: { pupils, className: '5B' } })
  const row = find.getByRole('rowheader', { name: 'Ali' }).closest('tr')
  expect(row?.querySelectorAll('img[alt=""]')).toHaveLength(3)
  expect([...row?.querySelectorAll('li') ?? []].map(({ textContent }) => textContent?.trim()).every(word => word)).toBe(true)
  expect(find.getByRole('table', { name: '5B' })).toBeTruthy()
})

it('new pictures take the focus, since they are told this once, and stay until they are noted', async () => {
  const print = vi.fn()
  window.print = print
  const { find, press, told } = await openStaffPage(NewPictures, { props: { pupils, className: '5B' } })
  expect(document.activeElement).toBe(find.getByRole('heading', { level: 2 }))
  await press('Print')
  expect(print).toHaveBeenCalledOnce()
  expect(told('done')).toEqual([])
  await press('I have them, hide the list')
  expect(told('done')).toHaveLength(1)
})
