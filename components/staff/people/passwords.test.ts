// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ForgottenPassword from './ForgottenPassword.vue'
import PasswordField from './PasswordField.vue'
import PasswordStrength from './PasswordStrength.vue'

const advice = 'POST /api/password-advice'

it('shows a password to its owner and hides it again', async () => {
  const { find, press } = await openStaffPage(PasswordField, {
    props: { modelValue: 'secret words', label: 'Password', autocomplete: 'current-password' },
  })
  const type = () => find.getByLabelText<HTMLInputElement>('Password').type
  expect(type()).toBe('password')
  await press('Show Password')
  expect(type()).toBe('text')
  await press('Hide Password')
  expect(type()).toBe('password')
})

it('a field says what it wants, and only a new password is judged and has to be long', async () => {
  const { find, setProps } = await openStaffPage(PasswordField, {
    props: { modelValue: '', label: 'Password', hint: 'At least 12.', autocomplete: 'new-password' },
  })
  const field = find.getByLabelText<HTMLInputElement>('Password')
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('At least 12.')
  expect([field.minLength, find.queryAllByRole('status').length]).toEqual([12, 1])
  await setProps({ autocomplete: 'current-password' })
  expect([field.hasAttribute('minlength'), find.queryAllByRole('status').length]).toEqual([false, 0])
})

async function typed(answers: object, ...passwords: string[]) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const page = await openStaffPage(PasswordStrength, { props: { password: '', names: ['Bo'], linkKey: 'k' }, answers: { ...answers } })
  for (const password of passwords) await page.setProps({ password })
  vi.advanceTimersByTime(600)
  vi.useRealTimers()
  await flushPromises()
  await flushPromises()
  return page
}

it('judges a moment after typing stops, once, and knows the names it must not be made of', async () => {
  const { asked, find } = await typed({ [advice]: { strength: 3 } }, 'corr', 'correct', 'correct horse')
  expect(asked).toEqual([{ what: advice, body: { password: 'correct horse', names: ['Bo'], key: 'k' } }])
  await expect.poll(() => find.getByRole('status').textContent).toContain('This password will do.')
  expect(find.getByRole('meter').getAttribute('aria-valuetext')).toBe('Hard to guess')
})

it('says what would be better', async () => {
  const { find } = await typed({ [advice]: { strength: 1, advice: 'Add another word.' } }, 'password1234')
  await expect.poll(() => find.getByRole('status').textContent).toContain('Add another word.')
  expect(find.getByRole('meter').getAttribute('aria-valuetext')).toBe('Easy to guess')
})

it('says nothing where it cannot be asked', async () => {
  const { find } = await typed({ [advice]: new Refused(503, 'Later.') }, 'correct horse')
  expect(find.getByRole('status').textContent?.trim()).toBe('')
})

it('asks for a link by mail, and says the same whether or not there is such an account', async () => {
  const { fill, press, asked, find, told } = await openStaffPage(ForgottenPassword, {
    props: { modelValue: '' },
    answers: { 'POST /api/auth/forgotten': null },
  })
  expect(document.activeElement).toBe(find.getByLabelText('E-mail address'))
  await fill('E-mail address', 'bo@hill.example')
  await press('Mail me a link')
  expect(asked).toEqual([{ what: 'POST /api/auth/forgotten', body: { email: 'bo@hill.example' } }])
  expect(find.getByRole('status').textContent).toContain('If there is an account with this address')
  await press('Back to signing in')
  expect(told('back')).toHaveLength(1)
})
