// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Changed, Coverage } from '#shared/api/evidence'
import { accessibilityProblems, openStaffPage } from '../../../tests/support/staff/staff-page'
import { useEvidenceWords } from '../../../composables/staff/use-evidence-words'
import { useUndo } from '../../../composables/staff/use-undo'
import EvidenceChanged from './EvidenceChanged.vue'
import EvidenceCoverage from './EvidenceCoverage.vue'
import EvidenceNotes from './EvidenceNotes.vue'
import EvidenceShare from './EvidenceShare.vue'
import EvidenceTerms from './EvidenceTerms.vue'

const coverage: Coverage = {
  columns: [
    { years: [3, 4], lessons: ['Fog Radio'] }, { years: [5], lessons: ['Pass it on?', 'Fog Radio'] }, { years: [], lessons: [] },
  ],
  statements: [{ code: 'P1', meaning: 'People pretend.', cells: ['all', 'some', 'not-here'] }],
  terms: [{ term: 'autumn', all: 1, some: 1, planned: 0 }, { term: 'spring', all: 2, some: 0, planned: 0 }],
}

it('coverage says each cell in a word beside its sign, and years that go together in one column', async () => {
  const { find } = await openStaffPage(EvidenceCoverage, { props: { coverage, framework: 'RSHE' } })
  expect(find.getAllByRole('columnheader').map(({ textContent }) => textContent?.trim()))
    .toEqual(['What pupils learn (RSHE)', 'Years 3 to 4', 'Year 5', 'Other classes'])
  expect(find.getAllByRole('cell').map(({ textContent }) => textContent?.trim())).toEqual(['all', 'some', '–'])
  expect(find.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Years 3 to 4', 'Year 5'])
  expect(find.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['Fog Radio', 'Pass it on? · Fog Radio'])
  expect(await accessibilityProblems()).toEqual([])
})

it('years that were taught the same stand in one line, and only those that follow each other as from one to the other', async () => {
  const columns = [3, 4, 6].map(year => ({ years: [year], lessons: ['Fog Radio'] }))
  const { find } = await openStaffPage(EvidenceCoverage, { props: { coverage: { ...coverage, statements: [], columns }, framework: 'RSHE' } })
  expect(find.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Years 3, 4 and 6'])
})

it.each([
  ['few-or-none', 'few-or-none', 'hardly anybody', 1, 0],
  ['about-half', 'most', 'about half, or most', 3, 1],
  ['some', 'most', 'some, or up to most', 2, 2],
] as const)('a share from %s to %s is said in words; hatched windows are what chance could add', async (low, high, said, lit, hatched) => {
  const { text } = await openStaffPage(EvidenceShare, { props: { share: { low, high } } })
  expect(text()).toBe(said)
  expect([document.querySelectorAll('.lit').length, document.querySelectorAll('.chance').length]).toEqual([lit, hatched])
})

it('what changed stands with how sure it is: the surest lines and what went the wrong way, and of the rest what they did', async () => {
  const one: Changed = {
    kind: 'look-back', lesson: 'Fog Radio', text: 'Kind is safe.', before: { low: 'about-half', high: 'most' },
    after: { low: 'few-or-none', high: 'few-or-none' }, verdict: 'clear-fewer',
  }
  const { find, press, text } = await openStaffPage(EvidenceChanged, {
    props: {
      changed: [...'abcdefghij'].map((letter): Changed => ({
        ...one, text: `Belief ${letter}.`, verdict: letter === 'h' ? 'likely-more' : letter === 'j' ? 'close' : 'clear-fewer',
      })),
    },
  })
  expect(find.getAllByRole('row')).toHaveLength(6)
  expect(find.getAllByRole('row')[1]?.textContent?.replaceAll(/\s+/g, ' ').trim()).toBe(
    '“Belief a.” Chose it in “Fog Radio”, and weeks laterabout half, or mosthardly anybodyClearly fewer.',
  )
  const said = () => find.getAllByRole('rowheader').map(({ textContent }) => /Belief (.)/.exec(textContent ?? '')?.[1]).join('')
  expect(said()).toBe('abcdh')
  expect(text()).toContain('5 more were asked twice: 4 better understood, 1 too close to call.')
  await press('Show all of them')
  expect(said()).toBe('abcdefghij')
  expect(text()).not.toContain('asked twice:')
})

it('what the school did is kept line by line, a removed line comes back, and there are no more than fit', async () => {
  const { asked, fill, find, press } = await openStaffPage(EvidenceNotes, {
    props: { year: '2027-07-31', notes: ['A letter home.'] }, answers: { 'PUT /api/evidence/notes': { done: true } },
  })
  await fill(/Add a line/, '  A parents\' evening. ')
  await press('Add')
  expect(asked.at(-1)?.body).toEqual({ year: '2027-07-31', notes: ['A letter home.', 'A parents\' evening.'] })
  await press(/Remove.*letter/)
  expect(find.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual(['A parents\' evening.Remove: A parents\' evening.'])
  await useUndo().shown.value?.undo?.()
  expect(asked.at(-1)?.body).toEqual({ year: '2027-07-31', notes: ['A letter home.', 'A parents\' evening.'] })
  for (const line of ['c', 'd', 'e', 'f']) {
    await fill(/Add a line/, line)
    await press('Add')
  }
  expect(find.queryByLabelText(/Add a line/)).toBeNull()
  expect(find.getByText(/6 lines fit/)).toBeTruthy()
})

it('term by term is said in a sentence each, beside a picture for the eye alone', async () => {
  const { find } = await openStaffPage(EvidenceTerms, { props: { coverage } })
  expect(find.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual([
    // Two cells can be taught; the third is for other ages, and no part of everything.
    'Autumn: about half of the table had been taught to all classes.', 'Spring: nearly all of the table had been taught to all classes.',
  ])
  expect(document.querySelector('.chart')?.getAttribute('aria-hidden')).toBe('true')
})

it('the file says what the page says, in its words, and no number of pupils or of chance', async () => {
  const share = { low: 'some', high: 'about-half' } as const
  const report = {
    school: 'Hill School', from: '2025-08-01', to: '2026-07-31', madeOn: '2026-11-30', years: [], year: '2026-07-31', coverage,
    framework: { name: 'RSHE', edition: '2019', note: '', isChecked: false },
    changed: [{ kind: 'look-back', lesson: 'Fog Radio', text: 'Kind is safe.', before: share, after: share, verdict: 'close' }],
    misunderstood: [{ lesson: 'Fog Radio', text: 'A photo proves it.', share }], notes: ['=A parents\' evening.'],
  } as const
  const { text } = await openStaffPage(defineComponent({
    setup: () => {
      const { rowsOf } = useEvidenceWords()
      return () => h('pre', rowsOf(report).map(row => row.join(' | ')).join('\n'))
    },
  }))
  expect(text()).toContain('Evidence of online safety teaching')
  expect(text()).toContain('Hill School, 1 August 2025 to 31 July 2026. Made on 30 November 2026.')
  for (const line of [
    'P1 | People pretend. | all | some | nothing for this age', 'Statement | What pupils learn (RSHE, 2019) | Years 3 to 4 | Year 5 | Other classes',
    'Kind is safe. | Chose it in “Fog Radio”, and weeks later | some, or about half | some, or about half | Too close to call: may be chance.',
    'A photo proves it. | Fog Radio | some, or about half', '=A parents\' evening.',
  ]) expect(text()).toContain(line)
  // Days, years, codes and the edition alone.
  expect(text().match(/\d+/g)?.filter(number => !['1', '31', '30', '2019', '2025', '2026', '3', '4', '5'].includes(number))).toEqual([])
})
