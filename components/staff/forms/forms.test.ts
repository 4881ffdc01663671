// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { h } from 'vue'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import ConfirmDialog from './ConfirmDialog.vue'
import EmailField from './EmailField.vue'
import FormField from './FormField.vue'
import NameForm from './NameForm.vue'
import ProblemNote from './ProblemNote.vue'
import QrCode from './QrCode.vue'
import SaveRow from './SaveRow.vue'
import SendButton from './SendButton.vue'

it('a field is found by what it is called, with its hint', async () => {
  const { find, setProps } = await openStaffPage(FormField, {
    props: { label: 'Due', hint: 'Leave it empty for no due day.' },
    slots: { default: () => h('input', { type: 'date' }) },
  })
  expect(find.getByLabelText(/^Due\s*Leave it empty/).getAttribute('type')).toBe('date')
  await setProps({ hint: undefined })
  expect(find.getByLabelText('Due')).toBeTruthy()
})

it('an address of one\'s own is known to browsers, somebody else\'s is not, and the field can be led to', async () => {
  const own = await openStaffPage(EmailField, { props: { modelValue: '' } })
  const field = own.find.getByLabelText<HTMLInputElement>('E-mail address')
  expect(field.autocomplete).toBe('username')
  await own.fill('E-mail address', 'bo@hill.example')
  expect(own.told('update:modelValue')).toEqual([['bo@hill.example']])
  await own.setProps({ isOfOther: true })
  expect(field.autocomplete).toBe('off')
  // No name that could stand in an address, should the form be sent before the page works.
  expect(field.name).toBe('')
})

it('a button that is busy says so, and keeps its place for the keyboard', async () => {
  const { find, setProps } = await openStaffPage(SendButton, { props: { isBusy: false }, slots: { default: () => h('span', 'Send') } })
  const button = find.getByRole<HTMLButtonElement>('button', { name: 'Send' })
  await setProps({ isBusy: true })
  expect([button.getAttribute('aria-disabled'), button.disabled]).toEqual(['true', false])
})

it('that something was saved is said beside its button, in a place that was there already', async () => {
  const { find, setProps } = await openStaffPage(SaveRow, { props: { action: 'Save', isBusy: false, done: '' } })
  expect(find.getByRole('button', { name: 'Save' }).getAttribute('type')).toBeNull()
  const status = find.getByRole('status')
  await setProps({ done: 'Saved.' })
  expect(status.textContent).toBe('Saved.')
})

it('what cannot be undone is done by the button that says it, and by no other', async () => {
  const { press, told, setProps, find } = await openStaffPage(ConfirmDialog, {
    props: { open: true, title: 'Delete 5B?', action: 'Delete it', dismiss: 'Keep it', isSending: false },
    slots: { default: () => h('p', 'It has 28 pupils.') },
  })
  expect(find.getByRole('dialog').textContent).toContain('28 pupils')
  await press('Delete it')
  expect([told('confirmed').length, told('update:open')]).toEqual([1, []])
  await setProps({ problem: 'It is in use.' })
  expect(find.getByRole('alert').textContent).toContain('in use')
  await press('Keep it')
  expect([told('confirmed').length, told('update:open')]).toEqual([1, [[false]]])
})

it('a name form begins with the name there is, says its hint, and gives the new one', async () => {
  const { find, fill, press, told } = await openStaffPage(NameForm, {
    props: { label: 'Name', hint: 'First names.', value: 'Ali', action: 'Save' },
  })
  const field = find.getByLabelText<HTMLInputElement>('Name')
  expect([field.value, document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent?.trim()]).toEqual([
    'Ali',
    'First names.',
  ])
  await fill('Name', 'Alia')
  await press('Save')
  expect(told('name')).toEqual([['Alia']])
})

it('a name form that is being sent is not sent again', async () => {
  const { press, told } = await openStaffPage(NameForm, { props: { label: 'Name', action: 'Save', value: 'Ali', isSending: true } })
  await press('Save')
  expect(told('name')).toEqual([])
})

it('a problem comes into an alert that was there already, so that it is read out', async () => {
  const { find, setProps } = await openStaffPage(ProblemNote, { props: { text: '' } })
  const alert = find.getByRole('alert')
  expect(alert.textContent).toBe('')
  await setProps({ text: 'The name is taken.' })
  expect(alert.textContent).toContain('The name is taken.')
  expect(find.queryByRole('link')).toBeNull()
})

it.each([
  ['signed-out', '/teach/sign-in'],
  ['second-step', '/teach/second-step'],
])('whoever is %s is led on in a new tab, so that the form is kept', async (wayBack, path) => {
  const { find } = await openStaffPage(ProblemNote, { props: { text: 'Not now.' }, state: { 'way-back': wayBack } })
  const way = find.getByRole('link')
  expect([way.getAttribute('href'), way.getAttribute('target')]).toEqual([path, '_blank'])
})

it('a square for a camera is hidden from screen readers, and another text is another square', async () => {
  const { setProps } = await openStaffPage(QrCode, { props: { text: 'https://lessons.example/join#a' } })
  const path = () => document.querySelector('svg path')?.getAttribute('d')
  const first = path()
  expect([document.querySelector('svg')?.getAttribute('aria-hidden'), first?.startsWith('M')]).toEqual(['true', true])
  await setProps({ text: 'https://lessons.example/join#b' })
  expect(path()).not.toBe(first)
})
