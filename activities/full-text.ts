/** A lesson as plain text to read: every screen, every option with its feedback, every branch, the whole quiz. */
import type { Lesson, Screen } from '#activities/lesson'
import type { ActivityType, ConfigOf } from '#activities/schemas'
import { isActivity } from '#activities/is-activity'
import { withSupport } from '#activities/support'
import { withOtherWordings, type Block, type TextSection } from '#shared/lesson/full-text'
import { choicesThatSet, inWordingFor, wordingsIn } from '#shared/lesson/remembered'
import { heading, note, paragraph, points, sceneText } from '#activities/full-text-blocks'
import { fullText as chat } from '#activities/chat/full-text'
import { fullText as check } from '#activities/check/full-text'
import { fullText as choice } from '#activities/choice/full-text'
import { fullText as choices } from '#activities/choices/full-text'
import { fullText as confidence } from '#activities/confidence/full-text'
import { fullText as content } from '#activities/content/full-text'
import { fullText as flags } from '#activities/flags/full-text'
import { fullText as gap } from '#activities/gap/full-text'
import { fullText as helpFinder } from '#activities/help-finder/full-text'
import { fullText as helpers } from '#activities/helpers/full-text'
import { fullText as hotspots } from '#activities/hotspots/full-text'
import { fullText as match } from '#activities/match/full-text'
import { fullText as order } from '#activities/order/full-text'
import { fullText as practice } from '#activities/practice/full-text'
import { fullText as profile } from '#activities/profile/full-text'
import { fullText as quiz } from '#activities/quiz/full-text'
import { fullText as rank } from '#activities/rank/full-text'
import { fullText as recap } from '#activities/recap/full-text'
import { fullText as reply } from '#activities/reply/full-text'
import { fullText as reveal } from '#activities/reveal/full-text'
import { fullText as scale } from '#activities/scale/full-text'
import { fullText as settings } from '#activities/settings/full-text'
import { fullText as sort } from '#activities/sort/full-text'
import { fullText as spread } from '#activities/spread/full-text'
import { fullText as story } from '#activities/story/full-text'

/** The player's own words, by key (i18n/player). */
export type Words = Readonly<Record<string, string>>

const fullTexts: { readonly [T in ActivityType]: (config: ConfigOf<T>, words: Words) => Block[] } = {
  chat: (config, words) => chat(config, words['chat.voice'] ?? ''),
  check,
  choice,
  choices,
  confidence: (config, words) => confidence(config, { true: words['confidence.true'] ?? '', false: words['confidence.false'] ?? '' }),
  content,
  flags: (config, words) => flags(config, words['chat.voice'] ?? ''),
  gap,
  'help-finder': helpFinder,
  helpers,
  hotspots,
  match,
  order,
  practice: (config, words) => practice(config, { deed: deed => words[`practice.${deed}`] ?? deed, voiceNote: words['chat.voice'] ?? '' }),
  profile: (config, words) => profile(config, {
    'seems-fine': words['profile.seems-fine'] ?? '',
    'cannot-tell': words['profile.cannot-tell'] ?? '',
    'something-off': words['profile.something-off'] ?? '',
  }),
  quiz,
  rank,
  recap,
  reply,
  reveal,
  scale,
  settings,
  sort,
  spread,
  story,
}

function activityText<T extends ActivityType>(config: ConfigOf<T>, words: Words): Block[] {
  return fullTexts[config.type as T](config, words)
}

function blocksOf(screen: Screen, words: Words): Block[] {
  if (isActivity(screen)) return activityText(screen, words)
  if (screen.type === 'opening') {
    return [
      note(screen.today),
      ...(screen.people ? [paragraph(`${words['opening.people'] ?? ''}: ${screen.people.map(({ name }) => name).join(', ')}`)] : []),
      points(['opening.no-upsetting', 'opening.pause', 'opening.not-you', 'opening.help'].map(key => words[key] ?? '')),
    ]
  }
  return [
    points(screen.oneThing.map(thing => thing.text)),
    note(words['ending.never-fault'] ?? ''),
    paragraph(words['ending.just-think'] ?? ''),
    points(['home', 'school', 'elsewhere'].map(kind => `${words[`ending.${kind}`] ?? ''}: ${words[`ending.${kind}-hint`] ?? ''}`)),
    ...screen.closing.map(line => paragraph(line)),
  ]
}

/** The smaller version; its lead only where it has one of its own. */
function supportBlocks(screen: Screen, words: Words): Block[] {
  const smaller = withSupport(screen)
  const lead = smaller.text === screen.text ? [] : smaller.text ?? []
  return [...lead.map(line => paragraph(line)), ...blocksOf(smaller, words)]
}

function screenBlocks(screen: Screen, words: Words): Block[] {
  return [
    ...(screen.startsSitting ? [note(words['rest.text'] ?? '')] : []),
    ...(screen.text ?? []).map(line => paragraph(line)),
    ...(screen.picture && screen.picture.alt !== '' ? [paragraph(`[${screen.picture.alt}]`)] : []),
    ...(screen.scene ? sceneText(screen.scene) : []),
    ...blocksOf(screen, words),
    ...(screen.support ? [heading(words['settings.choices.two'] ?? ''), ...supportBlocks(screen, words)] : []),
  ]
}

/** @returns one section a screen, in order; where it has other wordings for earlier choices, each right behind the neutral one */
export function lessonText(lesson: Lesson, words: Words): TextSection[] {
  // What a recap asks again was chosen elsewhere.
  const choices = lesson.screens.filter(({ type }) => type !== 'recap')
  return lesson.screens.map(screen => ({
    id: screen.id,
    title: screen.title,
    type: screen.type,
    blocks: withOtherWordings(screenBlocks(screen, words), wordingsIn(screen).map(remembered => ({
      after: choicesThatSet(choices, remembered),
      blocks: screenBlocks(inWordingFor(screen, remembered), words),
    }))),
  }))
}
