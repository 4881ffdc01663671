/** For pages that show activities at once. */
import { components } from '#activities/components'
import { atHand } from '#activities/at-hand'

Object.assign(atHand, components)
