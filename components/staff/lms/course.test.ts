// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { wholeLesson } from '#shared/lesson/part'
import { LTI_KEY } from '#shared/api/lti-key'
import type { LtiBoard, LtiCell } from '#shared/api/lti'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import CourseLessons from './CourseLessons.vue'
import CoursePupils from './CoursePupils.vue'

const lesson = (id: string, more: object = {}): LtiBoard['lessons'][number] => ({
  id, lessonId: 'lying', title: 'Who is there?', kind: 'lesson', part: wholeLesson, dueOn: null, isClosed: false, undoUntil: null, isHere: true,
  isGraded: true, ...more,
})
const cell = (progress: LtiCell['progress'], more: object = {}): LtiCell => ({ progress, isCatchingUp: false, hasSecondGo: false, grade: null, ...more })
const headers = { [LTI_KEY]: 'key' }
const propsOf = (lessons: LtiBoard['lessons'], pupils: LtiBoard['pupils'] = []) => ({ board: { lessons, pupils }, headers, courseKey: 'key' })

it('a lesson of a course is closed in one press, which can be undone, and begins anew only after a question', async () => {
  const { press, asked, setProps, find, text, told } = await openStaffPage(CourseLessons, {
    props: propsOf([lesson('a'), lesson('old', { title: 'Of last year', isHere: false })]),
    answers: { 'POST /api/assignments/a/close': {}, 'POST /api/assignments/a/reopen': {}, 'POST /api/lti/rounds': new Refused(409, 'Close it first.') },
  })
  expect(text()).not.toContain('Of last year')
  await press(/^Close lesson/)
  expect([asked[0]?.what, told('changed').length]).toEqual(['POST /api/assignments/a/close', 1])
  await setProps(propsOf([lesson('a', { isClosed: true, undoUntil: '2026-12-01T10:00:00Z' })]))
  await press(/^Undo closing/)
  await setProps(propsOf([lesson('a', { isClosed: true })]))
  await press(/^Begin anew/)
  expect(asked).toHaveLength(2)
  expect(find.getByRole('dialog').textContent).toContain('begins a new one')
  document.querySelector<HTMLElement>('[data-action="confirm"]')?.click()
  await expect.poll(text).toContain('Close it first.')
  expect(asked[2]).toMatchObject({ what: 'POST /api/lti/rounds', body: { assignmentId: 'a' } })
})

it('pupils of a course have numbers, or the names that the LMS gives just now, and never a total', async () => {
  const pupils = [
    { id: 'p1', cells: [cell('finished'), cell('finished', { grade: 'waiting' })] },
    { id: 'p2', cells: [cell('started'), cell('not-started', { isCatchingUp: true })] },
  ]
  const props = { board: { lessons: [lesson('old', { isHere: false }), lesson('a', { isClosed: true })], pupils }, headers, names: null }
  const { find, text, setProps } = await openStaffPage(CoursePupils, { props })
  const rows = () => find.getAllByRole('row').slice(1).map(row => row.textContent?.replace(/\s+/g, ' ').trim())
  expect(rows()).toEqual([expect.stringMatching(/^Pupil 1 ?Finished ?Grade waits/), expect.stringMatching(/^Pupil 2 ?Not started ?Catches up/)])
  await setProps({ ...props, names: { withheld: false, names: [{ id: null, name: 'Ada' }, { id: 'p2', name: 'Pia' }] } })
  expect(rows()).toEqual([expect.stringMatching(/^Ada ?Has not opened/), expect.stringMatching(/^Pia ?Not started/), expect.stringMatching(/^Pupil 1 ?Finished/)])
  expect(text()).not.toMatch(/\d of \d/)
})
