/** Rules for teacher packs, their common part included: all is written, and nothing blames a child or promises what nobody can keep. */
import { isEnglish } from '#shared/text/language-of'
import type { Lesson } from '#activities/lesson'
import type { Pack, PackCommon } from '../library/pack.ts'
import type { HelpFinding } from './help-file.ts'
import type { ReadableText } from './readable-text.ts'
import type { Path } from './rule.ts'
import { unwrittenIn } from './rules/words/unwritten.ts'
import { wordFindings } from './rules/words/words.ts'
import { families } from './words.ts'

/** Fields that nobody reads: ids and references. */
const unread: ReadonlySet<string> = new Set(['lesson', 'locale', 'reviewedBy', 'phase', 'screen', 'screens', 'upTo'])

export function packFindings(pack: Pack | PackCommon): HelpFinding[] {
  const texts = textsIn(pack, [])
  return [
    ...unwrittenIn(texts).map(finding => ({ ...finding, rule: 'unwritten' })),
    ...(isEnglish(pack.locale) ? families : []).flatMap(family =>
      wordFindings(family, texts, null).map(finding => ({ ...finding, rule: family.rule })),
    ),
  ]
}

/** @returns what is the matter where a lesson's plan leaves out the screens on which pupils rehearse */
export function rehearsedPlan({ plan }: Pick<Pack, 'plan'>, { screens }: Lesson): HelpFinding[] {
  const planned = plan.flatMap(step => step.screens)
  const left = screens.filter(({ type, id }) => type === 'reply' && !planned.includes(id)).map(({ id }) => id)
  return left.length > 0
    ? [{ path: ['plan'], rule: 'rehearsal-plan', message: `the plan leaves out where pupils rehearse: ${left.join(', ')}` }]
    : []
}

function textsIn(node: unknown, path: Path): ReadableText[] {
  if (typeof node === 'string') return [{ text: node, source: node, path, kind: 'teacher', screen: null }]
  if (Array.isArray(node)) return node.flatMap((member, index) => textsIn(member, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).filter(([name]) => !unread.has(name)).flatMap(([name, member]) => textsIn(member, [...path, name]))
}
