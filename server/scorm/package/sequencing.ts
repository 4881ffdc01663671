/** SCORM 2004's rules for items: what counts as passed, and in which order lessons open. Element order as in imsss_v1p0.xsd. */
import type { ScormFormat } from '#shared/scorm/package-format'

/** `free`: any lesson at any time. `in-order`: a lesson opens once the quiz of the one before is over. */
export type CourseOrder = 'free' | 'in-order'

export interface ItemSequencing {
  readonly format: ScormFormat
  readonly objectiveId: string
  /** Whole per cent, null for none. */
  readonly passMark: number | null
  /** Only in a course in order. */
  readonly inOrder?: {
    /** The course's objective for this lesson, which the next one reads. */
    readonly shared: string
    /** The one of the lesson before; null in the first one. */
    readonly sharedBefore: string | null
  }
}

/** What this item calls the objective of the lesson before. */
const BEFORE = 'before'

/**
 * @returns what stands in an item after its title: the lesson itself says whether it is completed and passed, and every lesson
 * weighs the same in the course's result
 */
export function itemSequencing({ format, objectiveId, passMark, inOrder }: ItemSequencing) {
  const before = inOrder?.sharedBefore ?? null
  return {
    ...(format === 'scorm2004-4' ? { 'adlcp:completionThreshold': { '@completedByMeasure': 'false', '@minProgressMeasure': '1.0' } } : {}),
    'imsss:sequencing': {
      ...(before === null ? {} : { 'imsss:sequencingRules': shutUntilScored }),
      'imsss:rollupRules': {
        '@rollupObjectiveSatisfied': String(passMark !== null),
        '@rollupProgressCompletion': 'true',
        '@objectiveMeasureWeight': passMark === null ? '0' : '1',
      },
      'imsss:objectives': {
        'imsss:primaryObjective': {
          '@objectiveID': objectiveId,
          '@satisfiedByMeasure': String(passMark !== null),
          ...(passMark === null ? {} : { 'imsss:minNormalizedMeasure': String(passMark / 100) }),
          ...(inOrder
            ? {
                'imsss:mapInfo': {
                  '@targetObjectiveID': inOrder.shared,
                  '@readSatisfiedStatus': 'false',
                  '@readNormalizedMeasure': 'false',
                  '@writeNormalizedMeasure': 'true',
                },
              }
            : {}),
        },
        ...(before === null
          ? {}
          : {
              'imsss:objective': {
                '@objectiveID': BEFORE,
                'imsss:mapInfo': { '@targetObjectiveID': before, '@readSatisfiedStatus': 'false', '@readNormalizedMeasure': 'true' },
              },
            }),
      },
      'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' },
    },
  }
}

/**
 * A lesson is disabled until the one before has a score, which it sends when its quiz is passed or ended.
 * Stop Forward Traversal would be the shorter way, but it is unknown, and so without effect, for a lesson that nobody has opened,
 * and platforms' own "Continue" passes over it (SN §UP.2.1, §SB.2.2).
 */
const shutUntilScored = {
  'imsss:preConditionRule': {
    'imsss:ruleConditions': {
      'imsss:ruleCondition': { '@referencedObjective': BEFORE, '@operator': 'not', '@condition': 'objectiveMeasureKnown' },
    },
    'imsss:ruleAction': { '@action': 'disabled' },
  },
}

/** @returns the rules of the whole course: it is complete when every lesson is, and its score is their mean */
export const organizationSequencing = { 'imsss:sequencing': { 'imsss:controlMode': { '@choice': 'true', '@flow': 'true' } } }
