/**
 * The components of activities that are at hand. On a pupil's page they come once the opening works, in a package with its second script;
 * a screen that is there before says so, and goes on by itself. `activities/all-at-hand.ts` has all of them there at once.
 */
import { shallowReactive } from 'vue'
import type { components } from '#activities/components'

export const atHand = shallowReactive<Partial<typeof components>>({})
