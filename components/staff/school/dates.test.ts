// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import { useUndo } from '../../../composables/staff/use-undo'
import SchoolDates from './SchoolDates.vue'

const date = { id: 'd1', name: 'Half-term', from: '2027-02-15', to: '2027-02-19', source: 'typed' }

it('a date is removed at once, undone, and shown for a day with its way back', async () => {
  const { press, asked, text } = await openStaffPage(SchoolDates, {
    answers: {
      'GET /api/school/holidays': { holidays: [date], removed: [{ ...date, id: 'd2', name: 'INSET' }] },
      'POST /api/school/holidays/removed': { holidays: [], removed: [] },
    },
  })
  expect(text()).toContain('Mon 15 Feb to Fri 19 Feb')
  await press('Remove Half-term')
  await useUndo().shown.value?.undo?.()
  await press('Undo INSET')
  expect(asked.filter(({ what }) => what.startsWith('POST')).map(({ body }) => body)).toEqual([
    { ids: ['d1'], removed: true }, { ids: ['d1'], removed: false }, { ids: ['d2'], removed: false },
  ])
})

const empty = { 'GET /api/school/holidays': { holidays: [], removed: [] } }

it('bank holidays are added in one press', async () => {
  const added = await openStaffPage(SchoolDates, { answers: { ...empty, 'POST /api/school/holidays/bank': { made: ['a', 'b'] } } })
  await added.press('Add bank holidays')
  expect(useUndo().shown.value?.text).toBe('2 dates were added.')
})

it('what cannot be added says why', async () => {
  const full = await openStaffPage(SchoolDates, { answers: { ...empty, 'POST /api/school/holidays/bank': new Refused(409, 'There are as many dates as a school can have.') } })
  await full.press('Add bank holidays')
  expect(full.text()).toContain('There are as many dates as a school can have.')
})
