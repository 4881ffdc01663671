/** What a manifest has a platform put into the data model of an item before it is opened. */
import type { PackageKind } from '#shared/scorm/package-report'
import { attribute, type XmlElement } from '../archive/xml.ts'
import { is2004 } from './manifest-model.ts'

type Values = Record<string, string>

/** Whatever its prefix stands for: some tools write it wrongly, and platforms take it all the same. */
const inside = (element: XmlElement | undefined, local: string) => element?.children.find(child => child.local === local)
const textIn = (element: XmlElement, local: string) => inside(element, local)?.text.trim() ?? ''

/**
 * SCORM 1.2 CAM 2.3.2.3 and RTE 3.4.4; SCORM 2004 CAM 3.4.1 and RTE 4.2 (launch_data, completion_threshold, max_time_allowed,
 * objectives, scaled_passing_score, time_limit_action).
 * @param item an `<item>` of the manifest
 * @param elements of the whole manifest, among which shared sequencing may be
 * @returns values by the full names of their elements; what the manifest leaves out is left out
 */
export function launchData(kind: PackageKind, item: XmlElement, elements: readonly XmlElement[]): Readonly<Values> {
  const values = is2004(kind) ? in2004(item, elements) : in12(item)
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

const in12 = (item: XmlElement): Values => ({
  'cmi.launch_data': textIn(item, 'datafromlms'),
  'cmi.student_data.mastery_score': textIn(item, 'masteryscore'),
  'cmi.student_data.max_time_allowed': textIn(item, 'maxtimeallowed'),
  'cmi.student_data.time_limit_action': textIn(item, 'timelimitaction'),
})

function in2004(item: XmlElement, elements: readonly XmlElement[]): Values {
  const own = inside(item, 'sequencing')
  const shared = own && attribute(own, 'IDRef')
  const common = shared
    ? elements.find(({ local, attributes }) => local === 'sequencing' && attributes.some(({ name, value }) =>
        name === 'ID' && value === shared))
    : undefined
  // What the item says itself goes before what it shares with others.
  const part = (local: string) => inside(own, local) ?? inside(common, local)
  const objectives = part('objectives')
  const primary = inside(objectives, 'primaryObjective')
  const measure = primary && attribute(primary, 'satisfiedByMeasure') === 'true' ? textIn(primary, 'minNormalizedMeasure') || '1.0' : ''
  const limits = part('limitConditions')
  const ids = (objectives?.children ?? []).flatMap(objective => attribute(objective, 'objectiveID')?.trim() || [])
  return {
    'cmi.launch_data': textIn(item, 'dataFromLMS'),
    'cmi.time_limit_action': textIn(item, 'timeLimitAction'),
    'cmi.completion_threshold': thresholdIn(inside(item, 'completionThreshold')),
    'cmi.max_time_allowed': (limits && attribute(limits, 'attemptAbsoluteDurationLimit')) ?? '',
    'cmi.scaled_passing_score': measure,
    ...Object.fromEntries(ids.map((id, at) => [`cmi.objectives.${at}.id`, id])),
  }
}

/** In the 4th edition it has attributes, and counts only where it says so (CAM 3.4.1.8); before that the number stands in it. */
function thresholdIn(threshold: XmlElement | undefined): string {
  if (!threshold) return ''
  const text = threshold.text.trim()
  if (text !== '') return text
  return attribute(threshold, 'completedByMeasure') === 'true' ? attribute(threshold, 'minProgressMeasure') ?? '1.0' : ''
}
