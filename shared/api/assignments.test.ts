import { expect, it } from 'vitest'
import { newAssignmentsBody } from '#shared/api/assignments'

const asked = { classIds: ['c1'], opensOn: '2026-12-01', weekly: true, dueAfter: 7, boosterWeeks: null }
const some = (count: number) => Array.from({ length: count }, (_, index) => `lesson-${index}`)

it('all lessons there are can be assigned at once, twenty and more, and a request stays small', () => {
  expect(newAssignmentsBody.safeParse({ ...asked, lessonIds: some(20), again: some(20).map(lessonId => ({ to: 'c1', lessonId })) }).success).toBe(true)
  expect(newAssignmentsBody.safeParse({ ...asked, lessonIds: some(61) }).success).toBe(false)
  expect(newAssignmentsBody.safeParse({ ...asked, lessonIds: [] }).error?.issues[0]?.message).toBe('choose at least one lesson')
  expect(newAssignmentsBody.safeParse({ ...asked, classIds: [], lessonIds: some(1) }).error?.issues[0]?.message).toBe(
    'choose at least one class or group',
  )
})
