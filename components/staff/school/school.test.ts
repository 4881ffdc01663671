// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ClockDoubt from './ClockDoubt.vue'
import GoingSoon from './GoingSoon.vue'
import SchoolWays from './SchoolWays.vue'
import SecondStepRule from './SecondStepRule.vue'

const clock = { doubt: 'ahead', now: '2027-11-29T08:00:00Z', against: '2026-11-29T07:59:00Z', left: 6.2 * 86_400_000 }
const what = 'POST /api/system/clock'

it('says both times of a clock that jumped, and how long it is doubted', async () => {
  const { text } = await openStaffPage(ClockDoubt, { props: { clock } })
  for (const said of ['29 November 2027', '29 November 2026', 'after 7 more days']) expect(text()).toContain(said)
})

it('lets an admin say that it is right, of the very moment that was shown', async () => {
  const { press, asked, told } = await openStaffPage(ClockDoubt, { props: { clock }, answers: { [what]: null } })
  await press(/^Yes, it is/)
  expect([asked, told('confirmed')]).toEqual([[{ what, body: { now: clock.now } }], [[]]])
})

it('says why it was not taken', async () => {
  const { press, text, told } = await openStaffPage(ClockDoubt, {
    props: { clock },
    answers: { [what]: new Refused(409, 'The clock has jumped again.') },
  })
  await press(/^Yes, it is/)
  expect([text().includes('The clock has jumped again.'), told('confirmed')]).toEqual([true, []])
})

it('where two clocks are apart nobody can say that one is right; without doubt nothing is there', async () => {
  const { find, setProps, text } = await openStaffPage(ClockDoubt, { props: { clock: { ...clock, doubt: 'apart' } } })
  expect(find.queryByRole('button')).toBeNull()
  await setProps({ clock: { ...clock, doubt: null } })
  expect(text()).toBe('')
})

const going = (...isAnnounced: boolean[]) => ({
  'GET /api/deletions': { classes: isAnnounced.map((is, place) => ({ isAnnounced: is, on: `2026-12-0${place + 1}` })) },
})

it('counts the classes that are announced to go, from the first day on, and leads to them', async () => {
  const { text, find } = await openStaffPage(GoingSoon, { answers: going(true, true, false) })
  expect(text()).toContain('2 classes will be deleted')
  expect(text().replaceAll(',', '')).toContain('Tuesday 1 December 2026')
  expect(find.getByRole('link').getAttribute('href')).toBe('/teach/deletions')
})

it('says nothing while none is announced', async () => {
  const { text } = await openStaffPage(GoingSoon, { answers: going(false) })
  expect(text()).toBe('')
})

const without = [{ name: 'Ann', role: 'admin' }, ...[...'BCDEFGH'].map(name => ({ name, role: 'teacher' }))]

it('a second step is asked of others only by whoever has taken one, and the way to it stands beside', async () => {
  const { find } = await openStaffPage(SecondStepRule, { props: { modelValue: 'nobody', tookSecondStep: false, without } })
  expect(find.getAllByRole<HTMLInputElement>('radio').map(({ disabled }) => disabled)).toEqual([false, true, true])
  expect(find.getByRole('link').getAttribute('href')).toBe('/teach/account#two-factor')
})

it('says who is asked and has none yet, before it is saved: a few by name, the others counted', async () => {
  const { find, setProps, text } = await openStaffPage(SecondStepRule, { props: { modelValue: 'nobody', tookSecondStep: true, without } })
  expect(find.getAllByRole<HTMLInputElement>('radio').some(({ disabled }) => disabled)).toBe(false)
  expect(text()).not.toContain('none yet')
  await setProps({ modelValue: 'admins' })
  expect(text()).toContain('Ann has none yet.')
  await setProps({ modelValue: 'everybody' })
  expect(text()).toContain('Ann, B, C, D, E and 3 more have none yet.')
  await setProps({ without: [] })
  expect(text()).toContain('Everybody who is asked has one.')
})

it('what else there is to look after is one press away, each with what it is for', async () => {
  const { find } = await openStaffPage(SchoolWays)
  expect(find.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(
    ['staff', 'evidence', 'school-year', 'deletions', 'audit', 'system'].map(name => `/teach/${name}`),
  )
  expect(find.getByRole('link', { name: /^New school year/ }).textContent).toContain('Classes move up, leave, or begin')
})
