// @vitest-environment happy-dom
/** What every activity type promises, tried on its example.yml. A new type is covered as soon as it is in the registries. */
import { readFileSync } from 'node:fs'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { components } from '#activities/components'
import { activity, schemas, type ActivityType, type AnswerOf } from '#activities/schemas'
import { isComplete, scoredAnswer } from '#activities/scoring'
import { testHost } from '../tests/support/lessons/player-host'

const types = Object.keys(schemas) as ActivityType[]
const exampleOf = (type: ActivityType) => activity.parse(parse(readFileSync(`activities/${type}/example.yml`, 'utf8')))

describe.each(types)('the activity type %s', (type) => {
  it('has an example that its schema accepts', () => {
    expect(exampleOf(type).type).toBe(type)
  })

  it('renders its example without a warning, and words for every message it uses', () => {
    const warn = vi.spyOn(console, 'warn')
    const wrapper = mount(components[type], { props: { activity: exampleOf(type) }, ...testHost() })
    expect(warn).not.toHaveBeenCalled()
    expect(wrapper.text()).not.toMatch(new RegExp(`\\b(?:${type}|action|branching|feedback|round)\\.[a-z]`))
    wrapper.unmount()
    warn.mockRestore()
  })

  it('is done at once only when there is nothing to do', () => {
    expect(isComplete(exampleOf(type), undefined)).toBe(['content', 'helpers', 'help-finder', 'recap', 'scale'].includes(type))
  })

  it('changes nothing by itself: it answers only when the pupil does something', () => {
    const wrapper = mount(components[type], { props: { activity: exampleOf(type) }, ...testHost() })
    expect(wrapper.emitted('answer')).toBeUndefined()
    wrapper.unmount()
  })

  it('cannot be operated while it is disabled', () => {
    const wrapper = mount(components[type], { props: { activity: exampleOf(type), disabled: true }, ...testHost() })
    const open = wrapper.findAll('button[data-option], button[data-action="check"], button[data-action="start"], fieldset')
    expect(open.every(({ element }) => (element as HTMLButtonElement).disabled || element.closest('fieldset')?.disabled)).toBe(true)
    wrapper.unmount()
  })
})

/** What can be reached by Tab and worked by Space or Enter, in the order of the page: real controls alone. */
function* openControls(root: Element) {
  for (const control of root.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')) {
    if (control.disabled || control.closest('fieldset[disabled]') || control.tabIndex < 0) continue
    if (control.matches('input')) {
      if (control.closest('fieldset')?.querySelector('input:checked') === null) yield control
    }
    else if (control.matches('[data-option]:not([data-done], [aria-pressed="true"]), [data-action]:not([aria-disabled])')) yield control
  }
}

const WAYS_BACK = ['retry', 'restart', 'previous', 'back', 'skip', 'leave-out', 'finish']

it.each(types)('%s is done by a switch, with Tab and Space or Enter alone', async (type) => {
  const example = exampleOf(type)
  let answer: AnswerOf<ActivityType> | undefined
  const wrapper = mount(components[type], {
    props: {
      activity: example,
      onAnswer: (given: AnswerOf<ActivityType>) => {
        answer = given
        return wrapper.setProps({ answer: given })
      },
    },
    ...testHost(),
  })
  for (let presses = 0; presses < 60 && !isComplete(example, answer); presses++) {
    const control = [...openControls(wrapper.element)].find(({ dataset }) => !WAYS_BACK.includes(dataset.action ?? ''))
    expect(control, 'something to press').toBeDefined()
    control?.focus()
    expect(document.activeElement).toBe(control)
    control?.click()
    await flushPromises()
  }
  expect(isComplete(example, answer)).toBe(true)
  wrapper.unmount()
})

it('only the quiz lets an answer out of memory', () => {
  const choice = exampleOf('choice')
  if (choice.type !== 'choice') throw new Error('not a choice')
  expect(scoredAnswer(choice, schemas.choice.answer.parse('tell-gran')).packed).toBeNull()
  const quiz = exampleOf('quiz')
  if (quiz.type !== 'quiz') throw new Error('not a quiz')
  const answer = schemas.quiz.answer.parse({ seed: 7, go: 1, responses: { fault: 'liar' }, ended: false })
  expect(scoredAnswer(quiz, answer).packed).toBe('7.1.0~fault*liar')
})
