/** One value for the LMS: `['cmi.core.lesson_status', 'passed']`. */
export type CmiPair = readonly [element: string, value: string]
