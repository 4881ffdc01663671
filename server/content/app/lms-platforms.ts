import type { PackageFormat } from '#shared/scorm/package-format'

/** The platforms in the order in which schools are likely to look for them, and what each guide says to take there. */
export const platforms: readonly (readonly [id: string, format: PackageFormat])[] = [
  ...['moodle', 'canvas', 'blackboard', 'brightspace', 'itslearning', 'schoology', 'scorm-cloud'].map(id => [id, 'scorm12'] as const),
  ['google-classroom', 'web'],
]
