// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ConnectLms from './ConnectLms.vue'
import LmsCard from './LmsCard.vue'

const lms = {
  id: 'l1', name: 'School Moodle', issuer: 'https://moodle.example', clientId: 'c', deploymentIds: ['1'], authUrl: 'https://moodle.example/auth',
  tokenUrl: 'https://moodle.example/token', jwksUrl: 'https://moodle.example/keys', state: 'waiting', waiting: 0, refused: 0, courses: [],
}
const course = { id: 'k1', name: 'Year 5', pupils: 28, isDeleted: false }

it('an LMS is connected by what it shows, typed in; what is refused stays to be mended', async () => {
  let asks = 0
  const { press, asked, told, find, text } = await openStaffPage(ConnectLms, {
    answers: { 'POST /api/lms': () => ++asks === 1 ? new Refused(400, 'Write whole addresses.') : { id: 'l1' } },
  })
  for (const field of document.querySelectorAll<HTMLInputElement>('form input[required]:not([name="link-home"])')) {
    field.value = `https://moodle.example/${field.name}`
    field.dispatchEvent(new Event('input'))
  }
  await press('Connect')
  expect(text()).toContain('Write whole addresses.')
  await press('Connect')
  expect(asked[1]?.body).toMatchObject({ name: 'https://moodle.example/name', deploymentId: null, tokenAudience: null, home: null })
  expect([told('added').length, find.getByLabelText<HTMLInputElement>(/^What you call it/).value]).toEqual([1, ''])
})

it('an LMS that registers by itself gets a link for one address', async () => {
  const { find, press, asked } = await openStaffPage(ConnectLms, { answers: { 'POST /api/lms/invite': { address: 'https://lessons.example/lti/x' } } })
  const field = document.querySelector<HTMLInputElement>('[name="link-home"]')
  if (field) field.value = 'https://moodle.example'
  field?.dispatchEvent(new Event('input'))
  await press(/link/i)
  expect(asked[0]?.body).toEqual({ home: 'https://moodle.example' })
  expect(find.getByDisplayValue('https://lessons.example/lti/x')).toBeTruthy()
})

it('an LMS that waits is connected by an admin\'s yes; one that is connected is only left after a question', async () => {
  const { press, asked, told, setProps, find } = await openStaffPage(LmsCard, {
    props: { lms }, answers: { 'POST /api/lms/l1/connect': {}, 'POST /api/lms/l1/disconnect': {} },
  })
  await press('Connect')
  await setProps({ lms: { ...lms, state: 'connected' } })
  await press('Disconnect')
  expect(asked.map(({ what }) => what)).toEqual(['POST /api/lms/l1/connect'])
  expect(find.getByRole('dialog')).toBeTruthy()
  document.querySelector<HTMLElement>('[data-action="confirm"]')?.click()
  await expect.poll(() => asked.map(({ what }) => what)).toEqual(['POST /api/lms/l1/connect', 'POST /api/lms/l1/disconnect'])
  await expect.poll(() => told('changed').length).toBe(2)
})

it('a course goes for a day before it is gone, and says how many are in it', async () => {
  const { asked, setProps, text } = await openStaffPage(LmsCard, {
    props: { lms: { ...lms, state: 'connected', courses: [course] } },
    answers: { 'DELETE /api/lms/courses/k1': {}, 'POST /api/lms/courses/k1/undelete': {} },
  })
  expect(text()).toContain('Year 5')
  document.querySelector<HTMLElement>('[data-action="delete-course"]')?.click()
  await expect.poll(() => asked.length).toBe(1)
  await setProps({ lms: { ...lms, state: 'connected', courses: [{ ...course, isDeleted: true }] } })
  document.querySelector<HTMLElement>('[data-action="undelete"]')?.click()
  await expect.poll(() => asked.map(({ what }) => what)).toEqual(['DELETE /api/lms/courses/k1', 'POST /api/lms/courses/k1/undelete'])
})
