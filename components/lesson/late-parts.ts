/**
 * Parts of the lesson's frame that the opening does without. In the app they come with it; a package's build puts an empty list here, which
 * its second script fills (player/late-activities.ts).
 */
import ReadAloud from './reading/ReadAloud.vue'
import VisitChoice from './VisitChoice.vue'

interface LateParts {
  readonly reading?: typeof ReadAloud
  readonly visit?: typeof VisitChoice
}

export const lateParts: LateParts = { reading: ReadAloud, visit: VisitChoice }
