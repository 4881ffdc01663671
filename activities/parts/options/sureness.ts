import type { Sureness } from '#activities/confidence/schema'
import type { Translate } from '../host'

const SURENESSES: readonly Sureness[] = ['not', 'quite', 'very']

/** @returns how sure somebody can be, as options of a question. It is never held against anyone. */
export function surenessOptions(t: Translate): readonly { readonly id: Sureness, readonly text: string }[] {
  return SURENESSES.map(id => ({ id, text: t(`confidence.sure.${id}`) }))
}
