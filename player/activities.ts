/** The second script of a package: every activity, on the first one's Vue. It comes while the opening is read (fetch-rest.ts). */
import { chosenIn, isComplete, lacksSum, recalledAnswer, scoredAnswer, unpackedAnswer } from '#activities/scoring'
import { components } from '../activities/components'
import { lateParts } from '../components/lesson/late-parts'
import { interactionsIn } from './lms/interactions-in'

window.whosThereActivities?.({
  components,
  lateParts,
  scoring: { chosenIn, isComplete, lacksSum, recalledAnswer, scoredAnswer, unpackedAnswer },
  interactionsIn,
})
