// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import BoardCode from './BoardCode.vue'
import ClassJoining from './ClassJoining.vue'

const address = 'PUT /api/classes/c1/open'
const shut = { classId: 'c1', code: 'KTRM-4827', openUntil: null, hasPupils: true }

it('shows the code and the address without a protocol, and says that the code alone opens nothing', async () => {
  const { text } = await openStaffPage(ClassJoining, { props: shut })
  for (const said of ['KTRM-4827', 'lessons.example/join', 'Shut. The code alone shows no names']) expect(text()).toContain(said)
})

it.each([['for 15 minutes', 15], ['for an hour', 60], ['until I close it', 480]])('opens the class %s', async (name, minutes) => {
  const { press, asked, told } = await openStaffPage(ClassJoining, { props: shut, answers: { [address]: { hasNewCode: false } } })
  await press(`Open ${name}`)
  expect(asked).toEqual([{ what: address, body: { minutes } }])
  expect(told('changed')).toHaveLength(1)
})

it('says when the code is a new one, since printed cards show the old', async () => {
  const { press, find } = await openStaffPage(ClassJoining, { props: shut, answers: { [address]: { hasNewCode: true } } })
  await press('Open for an hour')
  expect(find.getByRole('status').textContent).toContain('The code is new.')
})

it('an open class is closed with one press', async () => {
  const openUntil = new Date(Date.now() + 3_600_000).toISOString()
  const { press, asked, find } = await openStaffPage(ClassJoining, {
    props: { ...shut, openUntil },
    answers: { [address]: { hasNewCode: false } },
  })
  expect(find.queryByRole('button', { name: /^Open/ })).toBeNull()
  expect(find.getByRole('status').textContent).toContain('Open until')
  await press('Close now')
  expect(asked).toEqual([{ what: address, body: { minutes: 0 } }])
})

it('looks again when its time is over, also on a page that nobody touches', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { told, setProps } = await openStaffPage(ClassJoining, { props: shut })
  await setProps({ openUntil: new Date(Date.now() + 60_000).toISOString() })
  vi.advanceTimersByTime(59_000)
  expect(told('changed')).toEqual([])
  vi.advanceTimersByTime(2_000)
  expect(told('changed')).toHaveLength(1)
  vi.useRealTimers()
})

it('says in the server\'s words why it did not open', async () => {
  const { press, find, told } = await openStaffPage(ClassJoining, {
    props: shut,
    answers: { [address]: new Refused(409, 'This class is archived.') },
  })
  await press('Open for an hour')
  expect(find.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('This class is archived.')
  expect(told('changed')).toEqual([])
})

it('shows the code on the board in a dialog, which warns while the class is shut', async () => {
  const { press, find } = await openStaffPage(ClassJoining, { props: shut })
  await press('Show on the board')
  const board = find.getByRole('dialog', { name: 'Show on the board' })
  expect(board.hasAttribute('open')).toBe(true)
  expect(board.textContent).toContain('The class is not open yet.')
  await press('Close')
  expect(board.hasAttribute('open')).toBe(false)
})

it('holds nothing but address and code on the board of an open class', async () => {
  const { find, setProps } = await openStaffPage(BoardCode, {
    props: { open: false, code: 'KTRM-4827', host: 'lessons.example', isOpenForJoining: true },
  })
  expect(find.getByRole('dialog').textContent?.trim()).toBe('')
  await setProps({ open: true })
  expect(find.getByRole('dialog').textContent?.replaceAll(/\s+/g, ' ').trim()).toBe('Go to lessons.example/joinKTRM-4827Close')
})
