import type { CoverageColumn, Reading, SchoolEvidence } from '#shared/api/evidence'
import { wordNames } from '#shared/api/insight'

/** How the school's evidence says what it has, on the page and in its file. */
export function useEvidenceWords() {
  const { t } = useI18n()
  const { tag } = useLanguage()

  /** Years that follow each other are said by the first and the last. */
  function numbersOf(years: readonly number[]): string {
    const [first = 0, last = 0] = [years[0], years.at(-1)]
    if (years.length > 1 && last - first === years.length - 1) return t('evidence.to', { first, last })
    return new Intl.ListFormat(tag, { type: 'conjunction' }).format(years.map(String))
  }

  /** @returns what a column of years is called */
  const nameOf = ({ years }: Pick<CoverageColumn, 'years'>) =>
    years.length === 0 ? t('evidence.year-unknown') : t('evidence.year', { years: numbersOf(years) }, years.length)

  /** @returns how many, in the words between which it lies */
  function wordsOf({ low, high }: Reading): string {
    if (low === high) return t(`insight.word.${low}`)
    const isNext = wordNames.indexOf(high) - wordNames.indexOf(low) === 1
    return t(isNext ? 'evidence.or' : 'evidence.up-to', { low: t(`insight.word.${low}`), high: t(`insight.word.${high}`) })
  }

  /** @returns the report as rows of a table: all lines, in the words of the page and with nothing that it does not say */
  function rowsOf({ school, from, to, madeOn, framework, coverage, changed, misunderstood, notes }: SchoolEvidence): string[][] {
    const day = (value: string) => longDate(value, tag)
    return [
      [t('evidence.what-it-is')],
      [t('evidence.when', { school, from: day(from), to: day(to), made: day(madeOn) })],
      [],
      [t('evidence.coverage')],
      [
        t('evidence.code'), t('evidence.learn', { framework: framework ? `${framework.name}, ${framework.edition}` : '' }),
        ...coverage.columns.map(nameOf),
      ],
      ...coverage.statements.map(({ code, meaning, cells }) =>
        [code, meaning, ...cells.map(cell => t(cell === 'not-here' ? 'evidence.legend.not-here' : `evidence.cell.${cell}`))]),
      ['', t('evidence.lessons-taught'), ...coverage.columns.map(({ lessons }) => lessons.join(', '))],
      [],
      [t('evidence.changed')],
      [t('evidence.what'), '', t('evidence.before'), t('evidence.after'), t('evidence.how-sure')],
      ...changed.map(({ kind, lesson, text, before, after, verdict }) =>
        [text, t(`evidence.kind.${kind}`, { lesson }), wordsOf(before), wordsOf(after), t(`evidence.verdict.${verdict}`)]),
      [],
      [t('evidence.misunderstood')],
      ...misunderstood.map(({ lesson, text, share }) => [text, lesson, wordsOf(share)]),
      [],
      [t('evidence.did')],
      ...notes.map(note => [note]),
      [],
      [t('evidence.cannot')],
      [`${t('evidence.cannot-text')} ${t('evidence.cannot-more')}`],
    ]
  }

  return { nameOf, wordsOf, rowsOf }
}
