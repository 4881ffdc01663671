// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { h } from 'vue'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import InsightTable from './InsightTable.vue'

const rows = () => h('tr', [h('th', { scope: 'row' }, 'A friend of a friend'), h('td', 'some')])

it('what a class said stands under its question, with headings only where there are several columns', async () => {
  const { find, setProps } = await openStaffPage(InsightTable, { props: { question: 'Who is it?' }, slots: { default: rows } })
  expect(find.getByRole('heading').textContent).toBe('Who is it?')
  expect(find.getByRole('rowheader').textContent).toBe('A friend of a friend')
  expect(find.queryAllByRole('columnheader')).toEqual([])
  await setProps({ headings: ['Before', 'After'] })
  expect(find.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Before', 'After'])
})
