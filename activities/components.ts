/** Every activity type's component, one line each. */
import type { Component } from 'vue'
import type { ActivityType } from '#activities/schemas'
import ChatActivity from './chat/Chat.vue'
import CheckActivity from './check/Check.vue'
import ChoiceActivity from './choice/Choice.vue'
import ChoicesActivity from './choices/Choices.vue'
import ConfidenceActivity from './confidence/Confidence.vue'
import ContentActivity from './content/Content.vue'
import FlagsActivity from './flags/Flags.vue'
import GapActivity from './gap/Gap.vue'
import HelpFinderActivity from './help-finder/HelpFinder.vue'
import HelpersActivity from './helpers/Helpers.vue'
import HotspotsActivity from './hotspots/Hotspots.vue'
import MatchActivity from './match/Match.vue'
import OrderActivity from './order/Order.vue'
import BreakScreen from './parts/BreakScreen.vue'
import EndingScreen from './parts/EndingScreen.vue'
import PracticeActivity from './practice/Practice.vue'
import ProfileActivity from './profile/Profile.vue'
import QuizActivity from './quiz/Quiz.vue'
import RankActivity from './rank/Rank.vue'
import RecapActivity from './recap/Recap.vue'
import ReplyActivity from './reply/Reply.vue'
import RevealActivity from './reveal/Reveal.vue'
import ScaleActivity from './scale/Scale.vue'
import SettingsActivity from './settings/Settings.vue'
import SortActivity from './sort/Sort.vue'
import SpreadActivity from './spread/Spread.vue'
import StoryActivity from './story/Story.vue'

/**
 * All share one contract: props `activity` (its config), `answer` (what the pupil has given so far, or nothing) and `disabled`; one
 * event, `answer`, with the whole new answer. They keep no state of their own that matters, so any answer can be shown again. The
 * break and the ending are no activities, but come with them, long before anybody gets there.
 */
export const components: { readonly [T in ActivityType | 'break' | 'ending']: Component } = {
  chat: ChatActivity,
  check: CheckActivity,
  choice: ChoiceActivity,
  choices: ChoicesActivity,
  confidence: ConfidenceActivity,
  content: ContentActivity,
  flags: FlagsActivity,
  gap: GapActivity,
  'help-finder': HelpFinderActivity,
  helpers: HelpersActivity,
  hotspots: HotspotsActivity,
  match: MatchActivity,
  order: OrderActivity,
  practice: PracticeActivity,
  profile: ProfileActivity,
  quiz: QuizActivity,
  rank: RankActivity,
  recap: RecapActivity,
  reply: ReplyActivity,
  reveal: RevealActivity,
  scale: ScaleActivity,
  settings: SettingsActivity,
  sort: SortActivity,
  spread: SpreadActivity,
  story: StoryActivity,
  break: BreakScreen,
  ending: EndingScreen,
}
