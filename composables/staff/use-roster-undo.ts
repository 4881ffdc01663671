import type { KeptAtUndo, RosterChange, UndoneChange } from '#shared/api/rosters'

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

  const describe = ({ kind, by, moved, left, made, pupils }: RosterChange) => {
    const counts = [['moved', moved], ['left', left], ['made', made], ['pupils', pupils]] as const
    const what = counts.filter(([name, count]) => count > 0 || (kind === 'list' && name === 'pupils'))
    return t(`rosters.change.${kind}`, { by, what: what.map(([name, count]) => t(`rosters.count.${name}`, count)).join(', ') })
  }
  return { undo, until, describe }
}
