/**
 * What a pupil in a class has said in a check that is not given whole yet, beside their other work in this tab (own-answers.ts), so
 * that a reload loses none of it. The class counts it without them once it is whole; then it goes from here.
 */
import type { CheckAnswers, CheckForm } from '#shared/attempt/recorder'

export type HeldChecks = Readonly<Partial<Record<CheckForm, CheckAnswers>>>

/** No screen is called like this. */
const NAME = 'held checks'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const wordOf = (value: unknown) => typeof value === 'string' ? value : undefined

const answersIn = (value: unknown): CheckAnswers => Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([item, given]) =>
  [item, isRecord(given) ? { said: wordOf(given.said), sure: wordOf(given.sure) } : {}]))

/** @returns what is kept in the tab, with what is held beside it */
export const withHeld = (kept: Readonly<Record<string, string>>, held: HeldChecks): Readonly<Record<string, string>> =>
  Object.keys(held).length > 0 ? { ...kept, [NAME]: JSON.stringify(held) } : kept

/** @returns the two apart; nothing held where it cannot be read */
export function heldIn({ [NAME]: text, ...kept }: Readonly<Record<string, string>>): {
  readonly kept: Readonly<Record<string, string>>
  readonly held: HeldChecks
} {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    const forms = (['before', 'after'] as const).filter(form => isRecord(read) && isRecord(read[form]))
    return { kept, held: Object.fromEntries(forms.map(form => [form, answersIn((read as Record<string, unknown>)[form])])) }
  }
  catch {
    return { kept, held: {} }
  }
}
