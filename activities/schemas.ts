/** Every activity type's schema, one line each. A type that is missing here, in scoring.ts or in components.ts is a compile error. */
import { z } from 'zod'
import * as chat from '#activities/chat/schema'
import * as choice from '#activities/choice/schema'
import * as confidence from '#activities/confidence/schema'
import * as content from '#activities/content/schema'
import * as profile from '#activities/profile/schema'
import * as quiz from '#activities/quiz/schema'
import * as reply from '#activities/reply/schema'
import * as sort from '#activities/sort/schema'
import * as story from '#activities/story/schema'

export const schemas = { chat, choice, confidence, content, profile, quiz, reply, sort, story }

export const activity = z.discriminatedUnion('type', [
  chat.config,
  choice.config,
  confidence.config,
  content.config,
  profile.config,
  quiz.config,
  reply.config,
  sort.config,
  story.config,
])

export type Activity = z.infer<typeof activity>
export type ActivityType = Activity['type']
export type ConfigOf<T extends ActivityType> = Extract<Activity, { type: T }>
export type AnswerOf<T extends ActivityType> = z.infer<(typeof schemas)[T]['answer']>
