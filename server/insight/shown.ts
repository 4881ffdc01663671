/** What was shown of classes, as it was kept, with the words that it was said to. */
import type { Form } from '#shared/api/insight'
import type { Db } from '../platform/database/client.ts'
import { newest } from './disclosure.ts'
import { asLook } from './looks.ts'
import type { Picture } from './statements.ts'
import { keptWordings, type Wording } from './wording.ts'

export interface Shown {
  readonly form: Form
  /** The words that were answered; null where an older release counted it. */
  readonly wording: Wording | null
  /** Null where every step that was looked at is left out. */
  readonly picture: Picture | null
  /** How many classes it was counted over. */
  readonly classes: number
}

/** @returns what has been looked at of some assignments, as it was kept; by assignment, and there by form and wording */
export async function shownOf(db: Db, assignmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const wordings = await keptWordings(db, assignmentIds)
  const rows
    = assignmentIds.length === 0
      ? []
      : await db
          .selectFrom('insight_look')
          .select(['assignment_id', 'form', 'edition', 'over', 'classes', 'said'])
          .where('assignment_id', 'in', assignmentIds)
          .execute()
  return new Map(assignmentIds.map((id) => {
    const own = rows.filter(({ assignment_id: of }) => of === id)
    return [id, [...Map.groupBy(own, ({ form, edition }) => `${form} ${edition}`).values()].flatMap(([first, ...others]): Shown[] => {
      if (!first) return []
      const { form, edition } = first
      const looks = [first, ...others]
      const picture = newest(looks.map(asLook))
      const kept = wordings.find(one => one.assignmentId === id && one.form === form && one.edition === edition)
      return [{
        form,
        wording: kept?.wording ?? null,
        picture,
        classes: looks.find(({ over }) => over === picture?.over)?.classes ?? 1,
      }]
    })]
  }))
}
