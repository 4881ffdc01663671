/** Every activity type's schema, one line each. A type that is missing here, in scoring.ts or in components.ts is a compile error. */
import { z } from 'zod'
import * as chat from '#activities/chat/schema'
import * as check from '#activities/check/schema'
import * as choice from '#activities/choice/schema'
import * as choices from '#activities/choices/schema'
import * as confidence from '#activities/confidence/schema'
import * as content from '#activities/content/schema'
import * as flags from '#activities/flags/schema'
import * as gap from '#activities/gap/schema'
import * as helpFinder from '#activities/help-finder/schema'
import * as helpers from '#activities/helpers/schema'
import * as hotspots from '#activities/hotspots/schema'
import * as match from '#activities/match/schema'
import * as order from '#activities/order/schema'
import * as practice from '#activities/practice/schema'
import * as profile from '#activities/profile/schema'
import * as quiz from '#activities/quiz/schema'
import * as rank from '#activities/rank/schema'
import * as recap from '#activities/recap/schema'
import * as reply from '#activities/reply/schema'
import * as reveal from '#activities/reveal/schema'
import * as scale from '#activities/scale/schema'
import * as settings from '#activities/settings/schema'
import * as sort from '#activities/sort/schema'
import * as spread from '#activities/spread/schema'
import * as story from '#activities/story/schema'

export const schemas = {
  chat,
  check,
  choice,
  choices,
  confidence,
  content,
  flags,
  gap,
  'help-finder': helpFinder,
  helpers,
  hotspots,
  match,
  order,
  practice,
  profile,
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

export const activity = z.discriminatedUnion('type', [
  chat.config,
  check.config,
  choice.config,
  choices.config,
  confidence.config,
  content.config,
  flags.config,
  gap.config,
  helpFinder.config,
  helpers.config,
  hotspots.config,
  match.config,
  order.config,
  practice.config,
  profile.config,
  quiz.config,
  rank.config,
  recap.config,
  reply.config,
  reveal.config,
  scale.config,
  settings.config,
  sort.config,
  spread.config,
  story.config,
])

export type Activity = z.infer<typeof activity>
export type ActivityType = Activity['type']
export type ConfigOf<T extends ActivityType> = Extract<Activity, { type: T }>
export type AnswerOf<T extends ActivityType> = z.infer<(typeof schemas)[T]['answer']>
