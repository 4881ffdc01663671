/** Every activity type's component, one line each. */
import type { Component } from 'vue'
import type { ActivityType } from '#activities/schemas'
import ChatActivity from './chat/Chat.vue'
import ChoiceActivity from './choice/Choice.vue'
import ConfidenceActivity from './confidence/Confidence.vue'
import ContentActivity from './content/Content.vue'
import ProfileActivity from './profile/Profile.vue'
import QuizActivity from './quiz/Quiz.vue'
import ReplyActivity from './reply/Reply.vue'
import SortActivity from './sort/Sort.vue'
import StoryActivity from './story/Story.vue'

/**
 * All share one contract: props `activity` (its config), `answer` (what the pupil has given so far, or nothing) and `disabled`;
 * one event, `answer`, with the whole new answer. They keep no state of their own that matters, so any answer can be shown again.
 */
export const components: { readonly [T in ActivityType]: Component } = {
  chat: ChatActivity,
  choice: ChoiceActivity,
  confidence: ConfidenceActivity,
  content: ContentActivity,
  profile: ProfileActivity,
  quiz: QuizActivity,
  reply: ReplyActivity,
  sort: SortActivity,
  story: StoryActivity,
}
