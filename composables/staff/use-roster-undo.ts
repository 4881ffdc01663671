import type { KeptAtUndo, RosterChange, UndoneChange } from '#shared/api/rosters'

/** As many classes are named in one line. */
const MOST_NAMES = 4

/** Undoes a class list or a roll-over, and says what stays as it is. */
export function useRosterUndo() {
  const { t } = useI18n()
  const { tag } = useLanguage()

  const sentenceOf = ({ why, name, count }: KeptAtUndo) => t(`rosters.kept.${why}`, { name, count }, count)
  /** @returns what stays, in sentences; none where everything is as it was */
  async function undo(id: string): Promise<readonly string[]> {
    const { kept } = await $fetch<UndoneChange>(`/api/roster-changes/${id}/undo`, { method: 'POST' })
    return kept.map(sentenceOf)
  }

  /** @param moment ISO 8601; @returns "tomorrow's" hour and day as people say it */
  const until = (moment: string) =>
    new Intl.DateTimeFormat(tag, { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(moment))

  /** @returns who did what; of a list also to which classes, since it is said outside them */
  const describe = ({ kind, by, moved, left, made, pupils, to }: RosterChange) => {
    const counts = [['moved', moved], ['left', left], ['made', made], ['pupils', pupils]] as const
    const what = counts.filter(([name, count]) => count > 0 || (kind === 'list' && name === 'pupils'))
    const words = { by, what: what.map(([name, count]) => t(`rosters.count.${name}`, count)).join(', ') }
    if (kind === 'year' || to.length === 0) return t(`rosters.change.${kind}`, words)
    const [some, more] = to.length > MOST_NAMES ? [to.slice(0, MOST_NAMES - 1), to.length - MOST_NAMES + 1] : [to, 0]
    const names = new Intl.ListFormat(tag, { type: 'conjunction' }).format([...some, ...more > 0 ? [t('rosters.change.more', { n: more })] : []])
    return t(made > 0 ? 'rosters.change.list-made' : 'rosters.change.list-to', { ...words, names })
  }
  return { undo, until, describe }
}
