import type { AssignChoices } from '#shared/api/assignments'
import type { Beginning, Skipped, To } from '~/utils/assign/draft'

/** As many names stand in one line; of more than that, how many there are. */
const MOST_NAMES = 4

/** What the Assign sheet says in sentences of who begins when, and of the holidays that a plan passes over. */
export function useSheetWords() {
  const { t } = useI18n()
  const { tag } = useLanguage()
  const listed = (words: readonly string[]) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(words)
  const all = (to: readonly To[]) => listed(to.map(({ name }) => name))
  /** "5 Rowan, 5 Hazel, 5 Oak, and 4 more". */
  const namesOf = (to: readonly To[]) => to.length <= MOST_NAMES
    ? all(to)
    : listed([...to.slice(0, MOST_NAMES - 1).map(({ name }) => name), t('sheet.more', { n: to.length - MOST_NAMES + 1 })])
  const day = (text: string) => dayToChoose(text, tag)

  return {
    /**
     * Who gets how much and when, for the sheet's foot.
     * @param what the lessons, in words; @param begins as `beginningsOf`; @param isSpread they do not all open on one day
     */
    will(what: string, begins: readonly Beginning[], isSpread: boolean): string {
      const pupils = t('sheet.pupils', begins.flatMap(({ to }) => to).reduce((sum, one) => sum + one.pupils, 0))
      const which = isSpread ? 'from' : 'on'
      const [first, ...others] = begins
      if (!first) return ''
      if (others.length === 0)
        return [t('sheet.will', { what, to: namesOf(first.to), pupils }), t(`sheet.opens-${which}`, { day: day(first.opensOn) })].join(' ')
      const to = begins.map(one => t(`sheet.to-${which}`, { names: namesOf(one.to), day: day(one.opensOn) })).join('; ')
      return t('sheet.will', { what, to, pupils })
    },
    /** Whose days are shown, and when everybody else begins, a line each; empty where all begin together. */
    whoseDays([first, ...others]: readonly Beginning[]): string[] {
      if (!first || others.length === 0) return []
      const begins = others.map(one => t(one.dueOn === null || one.dueOn === first.dueOn ? 'sheet.begins' : 'sheet.begins-due', {
        names: all(one.to), day: day(one.opensOn), due: one.dueOn === null ? '' : day(one.dueOn),
      }))
      return [t('sheet.days-of', { names: all(first.to) }), ...begins]
    },
    /** "Skips Half-term (26 – 30 Oct)."; empty where nothing is skipped. */
    skips(skipped: readonly Skipped[]): string {
      if (skipped.length === 0) return ''
      return t('sheet.skips', {
        holidays: listed(skipped.map(({ holiday, to }) =>
          t(to.length === 0 ? 'sheet.skipped' : 'sheet.skipped-for', { name: holiday.name, days: daysOff(holiday, tag), names: namesOf(to) }))),
      })
    },
    /** When one class has the lesson, or that each has a day of its own. */
    lessonDays(to: readonly To[], { classes }: Pick<AssignChoices, 'classes'>, isEachOwn: boolean): string {
      const [first, ...others] = classes.filter(({ id }) => to.some(({ classId }) => classId === id))
      if (isEachOwn) return t('sheet.each-own')
      if (!first || others.length > 0 || first.lessonDays.length === 0) return ''
      return t('sheet.lesson-days', { name: first.name, days: listed(first.lessonDays.map(one => weekdayName(one, tag))) })
    },
  }
}
