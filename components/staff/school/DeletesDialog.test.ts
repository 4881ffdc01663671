// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import DeletesDialog from './DeletesDialog.vue'

const sooner = { classes: 2, pupils: 61, attempts: 140, on: '2026-12-07' }

it('says how many classes, pupils and attempts would go, and on which day', async () => {
  const { find } = await openStaffPage(DeletesDialog, { props: { open: true, sooner, isSending: false } })
  const { textContent } = find.getByRole('dialog')
  for (const said of ['2 classes', '61 pupils', '140', 'Monday 7 December 2026']) expect(textContent?.replaceAll(',', '')).toContain(said)
})

it('changes nothing until somebody agrees; whoever does not only closes it', async () => {
  const { press, told, find } = await openStaffPage(DeletesDialog, { props: { open: true, sooner, isSending: false } })
  expect(told('agreed')).toEqual([])
  await press('Save nothing')
  expect(told('agreed')).toEqual([])
  expect(told('update:open')).toEqual([[false]])
  expect(find.queryByRole('heading')).toBeNull()
})
