// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { expect, it, vi } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import AddPupils from './AddPupils.vue'

const address = 'POST /api/classes/c1/pupils'
const open = (answers = {}) => openStaffPage(AddPupils, { props: { classId: 'c1', taken: ['Zoë'] }, answers })

async function chooseFile({ find }: Awaited<ReturnType<typeof open>>, bytes: BlobPart) {
  const field = find.getByLabelText(/CSV file/)
  Object.defineProperty(field, 'files', { value: [new File([bytes], 'list.csv')], configurable: true })
  fireEvent.change(field)
}

it('sends nothing before the list was looked through', async () => {
  const { fill, press, asked, find } = await open()
  await fill('Names', 'Ali\nSam')
  await press('Look through the list')
  expect(find.getAllByRole('textbox').map(field => (field as HTMLInputElement).value)).toEqual(['Ali', 'Sam'])
  expect(asked).toEqual([])
})

it('adds what was looked through, tells the page, and is empty again', async () => {
  const pupils = [{ id: 'p1', name: 'Ali', pictures: ['fish', 'sun', 'boat'] }]
  const { fill, press, asked, told, find } = await open({ [address]: pupils })
  await fill('Names', 'Ali')
  await press('Look through the list')
  await press('Add 1 pupil')
  expect(asked).toEqual([{ what: address, body: { names: ['Ali'] } }])
  expect(told('added')).toEqual([[pupils]])
  expect(find.getByLabelText<HTMLTextAreaElement>('Names').value).toBe('')
})

it('keeps every name where the server does not take them, and says why in its words', async () => {
  const { fill, press, told, find } = await open({ [address]: new Refused(409, 'There is an Ali in this class already.') })
  await fill('Names', 'Ali')
  await press('Look through the list')
  await press('Add 1 pupil')
  expect(find.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('There is an Ali in this class already.')
  expect(find.getByLabelText<HTMLInputElement>('Name in row 1').value).toBe('Ali')
  expect(told('added')).toEqual([])
})

it('puts names first that the class has already', async () => {
  const { fill, press, find } = await open()
  await fill('Names', 'Ali\nzoë')
  await press('Look through the list')
  const first = find.getByLabelText<HTMLInputElement>('Name in row 1')
  expect([first.value, first.getAttribute('aria-invalid')]).toEqual(['zoë', 'true'])
})

it('reads a file on this device: only names of pupils come out of it, from the column that has them', async () => {
  const page = await open()
  await chooseFile(page, 'Forename,DOB,UPN\nAli,2015-03-01,A1\nSam,2015-04-01,A2\n')
  await vi.waitFor(() =>
    expect(page.find.getAllByLabelText(/Name in row/).map(field => (field as HTMLInputElement).value)).toEqual(['Ali', 'Sam']),
  )
  expect(page.text()).not.toContain('2015')
  expect(page.asked).toEqual([])
})

it('says what to do with a file that is no list', async () => {
  const page = await open()
  await chooseFile(page, '%PDF-1.7\n%âãÏÓ\n1 0 obj')
  await vi.waitFor(() => expect(page.text()).toContain('This is a PDF.'))
  expect(page.find.getByLabelText('Names')).toBeTruthy()
})
