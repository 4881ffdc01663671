// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { Insight } from '#shared/api/insight'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import CountedEvidence from './CountedEvidence.vue'

const insight: Insight = {
  counted: [
    { form: 'quiz', state: 'shown', over: 20, classes: 1, isEarlier: false },
    { form: 'before', state: 'few', over: 0, classes: 1, isEarlier: false },
  ],
  beliefs: [
    { id: 'photo', text: 'A photo proves it.', word: 'most', of: 20, isWorth: true },
    { id: 'know', text: 'I would know.', word: 'some', of: 20, isWorth: false },
  ],
  notMet: 0,
  verySure: [],
  changes: [
    { id: 'one', question: 'What can be made up?', right: { before: 'some', after: 'most', direction: 'up' }, sure: null },
    { id: 'two', question: 'Whose fault is it?', right: null, sure: null },
  ],
  likely: [],
  items: [],
}

it('an evidence page says in words what was shown of the class, what changed, and what to teach again, and nothing else', async () => {
  const { find, setProps } = await openStaffPage(CountedEvidence, { props: { insight } })
  expect(find.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Quiz Counted over 20 pupils, in steps of five.',
    'What can be made up? Right before: some. After: most, more than before.',
    'May believe, “A photo proves it.” most',
  ])
  await setProps({ insight: { ...insight, counted: [], beliefs: [], changes: [] } })
  expect(find.queryAllByRole('listitem')).toEqual([])
  expect(find.getByText('Too few pupils have been through the lesson to say anything about the class.')).toBeTruthy()
})
