/** Rules for teacher packs, their common part included: all is written, and nothing blames a child or promises what nobody can keep. */
import { isEnglish } from '#shared/text/language-of'
import type { Lesson } from '#activities/lesson'
import { bands, type Band } from '#shared/lesson/bands'
import { isFace } from '#shared/scenes/face-id'
import type { Pack, PackCommon } from '../library/pack.ts'
import { askedOfPacks } from '../library/pack-parts.ts'
import type { HelpFinding } from './help-file.ts'
import { limits } from './limits.ts'
import type { ReadableText } from './readable-text.ts'
import type { Path } from './rule.ts'
import { longSentences } from './rules/words/reading.ts'
import { unwrittenIn } from './rules/words/unwritten.ts'
import { wordFindings } from './rules/words/words.ts'
import { families } from './words.ts'

/** Fields that nobody reads: ids and references. */
const unread: ReadonlySet<string> = new Set([
  'lesson', 'locale', 'reviewedBy', 'phase', 'screen', 'screens', 'upTo', 'id', 'picture', 'scene', 'words', 'beliefs',
])

/** Parts that pupils read themselves: there the words of their band hold. */
const ofPupilsWhole: ReadonlySet<PropertyKey> = new Set(['organiser', 'cards'])
const isForPupils = ([part = '', , field]: Path) => ofPupilsWhole.has(part) || (part === 'tomorrow' && field === 'cards')

/** What a teacher asks a class, by the last steps of the path: never what pupils have lived through. */
const asked: ReadonlySet<PropertyKey> = new Set(['ask', 'prompt'])
const isAsked = (path: Path) => asked.has(path.at(-1) ?? '') || (path[0] === 'tomorrow' && path[2] === 'steps')
/** To a class, it may sound as if it were known of whom. */
const meant = /\b(?:some|many|most|half|few|those) of you\b/i
const ownLife = /\b(?:(?:have|has|had|did|do|are|were|was) (?:you|anybody|anyone|somebody|someone)\b(?! (?:think|say))|you ever\b|your (?:own|friends?|family|phone|life|account|parents?|mum|dad|home)\b)/i

export function packFindings(pack: Pack | PackCommon): HelpFinding[] {
  const texts = textsIn(pack, [])
  const band = bandOf(pack)
  const ofPupils = texts.filter(({ path }) => isForPupils(path)).map((text): ReadableText => ({ ...text, kind: 'prose' }))
  const ofTeachers = texts.filter(({ path }) => !isForPupils(path))
  const inEnglish = isEnglish(pack.locale) ? families : []
  return [
    ...unwrittenIn(texts).map(finding => ({ ...finding, rule: 'unwritten' })),
    ...inEnglish.flatMap(family => [...wordFindings(family, ofTeachers, null), ...wordFindings(family, ofPupils, band)]
      .map(finding => ({ ...finding, rule: family.rule }))),
    ...(isEnglish(pack.locale) && band ? longSentences(ofPupils, limits[band].sentence) : []).map(finding => ({ ...finding, rule: 'sentence-length' })),
    ...isEnglish(pack.locale)
      ? texts.filter(({ text, path }) => isAsked(path) && ownLife.test(text)).map(({ text, path }) => ({
          path, rule: 'own-life', message: `asks after pupils' own lives: "${text}" Ask about the people in the lesson`,
        }))
      : [],
    ...isEnglish(pack.locale)
      ? texts.filter(({ text, path }) => path[0] === 'tomorrow' && meant.test(text)).map(({ text, path }) => ({
          path, rule: 'somebody-meant', message: `speaks as if it were known of whom: "${text}" Say "people"`,
        }))
      : [],
  ]
}

const bandOf = (pack: Pack | PackCommon): Band | null =>
  ('lesson' in pack ? bands.find(band => pack.lesson.endsWith(`-${band}`)) : undefined) ?? null

/** @returns a finding for each part that the pack lacks */
export function lackingParts(pack: Pack): HelpFinding[] {
  return Object.entries(askedOfPacks).filter(([, part]) => pack[part] === undefined).map(([rule, part]) => ({
    path: [], rule, message: `the pack has no "${part}" yet: docs/authoring.md says what goes into it`,
  }))
}

/** @param pictures ids of the files in content/pictures */
export function missingPictures({ cards = [] }: Pack, pictures: ReadonlySet<string>): HelpFinding[] {
  return cards.flatMap(({ picture }, index) => picture === undefined || isFace(picture) || pictures.has(picture)
    ? []
    : [{ path: ['cards', index, 'picture'], rule: 'pictures-exist', message: `there is no content/pictures/${picture}.svg` }])
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
