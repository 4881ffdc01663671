// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, ref } from 'vue'
import type { SchoolYearPlan, YearLine } from '#shared/api/rosters'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import { useSchoolYear, type YearRow } from '../../../composables/staff/use-school-year'
import ChosenClasses from './ChosenClasses.vue'
import YearLineRow from './YearLine.vue'
import YearNewLine from './YearNewLine.vue'
import YearTable from './YearTable.vue'

const staff = [{ id: 's9', name: 'Ms Bird' }]
const colleagues = [{ id: 's1', name: 'Bo' }]
const lineOf = (name: string, more: Partial<YearLine> = {}): YearLine => ({
  id: name, name, year: '', pupils: 26, staff, open: 0, step: 'up', nextName: `next ${name}`, nextYear: '', goesOn: '2027-09-30',
  concerns: [], isFirst: false, isDone: false, ...more,
})
const rowOf = (line: YearLine, more: Partial<YearRow> = {}): YearRow => ({
  line, step: line.step, name: line.nextName, staffId: null, isClash: false, hasNobody: false, isDoubtful: false,
  comparison: undefined, ...more,
})
/** As the server sends them: what should be looked at, then as a school counts, then who is of that year already. */
const lines = [
  lineOf('Wednesday group', { step: 'stays', concerns: ['no-year'], isFirst: true }), lineOf('Reception'),
  lineOf('Year 9', { staff: [{ id: 's1', name: 'Élodie' }] }),
  lineOf('Year 10', { step: 'leaves' }), lineOf('Year 11', { step: 'leaves' }), lineOf('10 Ash'), lineOf('11 Elm'),
  lineOf('12 Done', { isDone: true }),
]
const planOf = (all: readonly YearLine[]): SchoolYearPlan =>
  ({ begins: '', ends: '', choices: [], isEarly: false, lines: all, colleagues, undo: null })
const rows = lines.map(line => rowOf(line, { isDoubtful: line.isFirst }))
const table = (props = {}) => openStaffPage(YearTable, { props: { plan: planOf(lines), rows, news: [], ...props } })
const seen = () => [...document.querySelectorAll('tbody tr')].map(row => row.getAttribute('data-class'))

it('proposes, and every line can be changed', async () => {
  const line = lineOf('5 Hazel', { staff: [], open: 1, nextName: '6 Hazel', concerns: ['nobody'], isFirst: true })
  const page = await openStaffPage(YearLineRow, {
    props: { row: rowOf(line, { isClash: true, hasNobody: true, isDoubtful: true }), colleagues, isChosen: null },
  })
  expect(page.text()).toContain('Nobody has it. Who takes it?')
  expect(page.text()).toContain('Another class will be called so too.')
  expect(page.text()).toContain('One open lesson is closed.')
  expect(page.find.queryByRole('checkbox')).toBeNull()
  await page.fill('What 5 Hazel will be called', '6 Elm')
  await page.choose('Who has 5 Hazel', 'Bo')
  await page.choose('What becomes of 5 Hazel', 'Leaves')
  expect(page.told('change')).toEqual(expect.arrayContaining([[{ name: '6 Elm' }], [{ staffId: 's1' }], [{ step: 'leaves' }]]))
})

it('a new class has a name, somebody who takes it, and can be left out', async () => {
  const page = await openStaffPage(YearNewLine, {
    props: { one: { key: 'n', name: '', year: '', staffId: null, isClash: false, comparison: undefined }, colleagues, isPickedFrom: false },
  })
  expect(page.find.getByLabelText('Name of the new class').getAttribute('aria-invalid')).toBe('true')
  await page.fill('Name of the new class', '3 Elm')
  await page.choose('Who has ', 'Bo')
  fireEvent.click(page.find.getByText('Leave out'))
  expect([page.told('change'), page.told('remove')]).toEqual([[[{ name: '3 Elm' }], [{ staffId: 's1' }]], [[]]])
})

it('sorts by year or by name, and what should be looked at stays on top', async () => {
  const page = await table()
  expect(seen()).toEqual(lines.map(({ name }) => name))
  await page.press('By name')
  expect(seen()).toEqual(['Wednesday group', '10 Ash', '11 Elm', 'Reception', 'Year 9', 'Year 10', 'Year 11', '12 Done'])
  expect(page.find.getByRole('columnheader', { name: 'Now' }).getAttribute('aria-sort')).toBe('ascending')
  await page.press('By year')
  expect(seen()).toEqual(lines.map(({ name }) => name))
})

it('finds a class, or those of a teacher, or those of which one thing becomes', async () => {
  const page = await table()
  await page.fill('Find a class or a teacher', 'elodie')
  expect(seen()).toEqual(['Year 9'])
  expect(page.find.getByRole('status').textContent).toContain('1 of 8 classes shown.')
  await page.fill('Find a class or a teacher', '')
  await page.press('Leave 2')
  expect(seen()).toEqual(['Year 10', 'Year 11'])
})

it('keeps a line that is settled where it is, until others are asked for', async () => {
  const page = await table()
  await page.press('To look at 1')
  expect(seen()).toEqual(['Wednesday group'])
  await page.setProps({ rows: rows.map(row => ({ ...row, isDoubtful: row.line.name === 'Reception' })) })
  expect(seen()).toEqual(['Wednesday group', 'Reception'])
  await page.press('To look at 1')
  expect(seen()).toEqual(['Reception'])
})

it('chooses all that are shown, but for those of that year already, and says how many are not shown any more', async () => {
  const page = await table({ chosen: [], hidden: 0 })
  expect(page.find.queryByLabelText('Choose 12 Done')).toBeNull()
  await page.press('Leave 2')
  await page.press('Choose all shown', 'checkbox')
  expect(page.told('update:chosen').at(-1)).toEqual([['Year 10', 'Year 11']])
  const every = page.find.getByLabelText<HTMLInputElement>('Choose all shown')
  expect([every.checked, every.indeterminate]).toEqual([true, false])
  await page.press('Move up 4')
  expect([every.checked, every.indeterminate], 'of those that are shown none is chosen').toEqual([false, false])
  expect(page.told('update:hidden').at(-1)).toEqual([2])
  await page.press('Choose Reception', 'checkbox')
  expect(every.indeterminate).toBe(true)
  expect(page.told('update:chosen').at(-1)).toEqual([['Year 10', 'Year 11', 'Reception']])
  await page.press('All 8')
  await page.press('Choose all shown', 'checkbox')
  expect(page.told('update:chosen').at(-1)?.[0]).toHaveLength(7)
})

it('says of all that are chosen what becomes of them', async () => {
  const page = await openStaffPage(ChosenClasses, { props: { count: 3, hidden: 1 } })
  expect(page.text()).toContain('3 classes chosen (1 of them not shown)')
  await page.press('They leave')
  await page.press('Choose none')
  expect([page.told('step'), page.told('done')]).toEqual([[['leaves']], [[]]])
})

it('a small school has no more to press than before', async () => {
  const page = await table({ rows: rows.slice(0, 7) })
  expect(page.find.queryByRole('checkbox')).toBeNull()
  expect(page.find.queryByRole('searchbox')).toBeNull()
})

it('one word is said of several classes at once, and taken back without what else was changed', async () => {
  let year: ReturnType<typeof useSchoolYear> | undefined
  const page = defineComponent({
    setup() {
      const [club, six] = [lineOf('Club', { step: 'stays', concerns: ['no-year'] }), lineOf('6A', { concerns: ['nobody'], staff: [] })]
      year = useSchoolYear(ref(planOf([lineOf('5A'), club, six])))
      return () => null
    },
  })
  await openStaffPage(page)
  if (!year) throw new Error('the page has not begun')
  const { rows: all, change, changeSteps } = year
  const states = () => all.value.map(({ line, step, name, isDoubtful }) => `${line.name} ${step} ${name}${isDoubtful ? ' ?' : ''}`)
  expect(states()).toEqual(['5A up next 5A', 'Club stays Club ?', '6A up next 6A ?'])
  change('5A', { step: 'stays' })
  const back = changeSteps(['5A', 'Club', '6A'], 'leaves')
  expect(states()).toEqual(['5A leaves 5A', 'Club leaves Club', '6A leaves 6A'])
  change('6A', { staffId: 's1' })
  back()
  await flushPromises()
  // Nobody has said what becomes of the club again, and 6A has somebody now.
  expect(states()).toEqual(['5A stays 5A', 'Club stays Club ?', '6A up next 6A'])
  changeSteps(['Club'], 'stays')
  expect(states()[1]).toBe('Club stays Club')
})
