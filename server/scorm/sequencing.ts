/** SCORM 2004's rules for items: what counts as passed, and in which order lessons open. Element order as in imsss_v1p0.xsd. */
import type { ScormFormat } from '#shared/scorm/package-format'

/** `free`: any lesson at any time. `in-order`: a lesson opens once the one before is complete. */
export type CourseOrder = 'free' | 'in-order'

export interface ItemSequencing {
  readonly format: ScormFormat
  readonly objectiveId: string
  /** Whole per cent, null for none. */
  readonly passMark: number | null
  readonly order: CourseOrder
}

/** @returns what stands in an item after its title: the lesson itself says whether it is completed and passed, and every lesson weighs the same in the course's result */
export function itemSequencing({ format, objectiveId, passMark, order }: ItemSequencing) {
  return {
    ...(format === 'scorm2004-4' ? { 'adlcp:completionThreshold': { '@completedByMeasure': 'false', '@minProgressMeasure': '1.0' } } : {}),
    'imsss:sequencing': {
      ...(order === 'in-order' ? { 'imsss:sequencingRules': stopUntilComplete } : {}),
      'imsss:rollupRules': { '@rollupObjectiveSatisfied': String(passMark !== null), '@rollupProgressCompletion': 'true', '@objectiveMeasureWeight': passMark === null ? '0' : '1' },
      'imsss:objectives': {
        'imsss:primaryObjective': passMark === null
          ? { '@objectiveID': objectiveId, '@satisfiedByMeasure': 'false' }
          : { '@objectiveID': objectiveId, '@satisfiedByMeasure': 'true', 'imsss:minNormalizedMeasure': String(passMark / 100) },
      },
      'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' },
    },
  }
}

/** Nothing behind this lesson opens while it is not complete (SN §3.4.2, Stop Forward Traversal); going back stays possible. */
const stopUntilComplete = {
  'imsss:preConditionRule': {
    'imsss:ruleConditions': { 'imsss:ruleCondition': { '@operator': 'not', '@condition': 'completed' } },
    'imsss:ruleAction': { '@action': 'stopForwardTraversal' },
  },
}

/** @returns the rules of the whole course: it is complete when every lesson is, and its score is their mean */
export const organizationSequencing = { 'imsss:sequencing': { 'imsss:controlMode': { '@choice': 'true', '@flow': 'true' } } }
