/** The second script of a package: every activity, on the first one's Vue. It comes while the opening is read (late-activities.ts). */
import { components } from '../activities/components'

window.whosThereActivities?.(components)
