/** The texts of the app by area, `locales/<language>/<area>.json`, so that a page carries its own and not the staff's beside a pupil's. */

/** `shared` stands on every page. */
export const areas = [
  'shared', 'pupil', 'teachers', 'public', 'export', 'staff', 'accounts', 'classes', 'rosters', 'assignments', 'school', 'lti',
] as const

export type Area = (typeof areas)[number]

/** Behind sign-in: the frame and Today, then by what a page is about. */
const staff: readonly Area[] = ['staff', 'accounts', 'classes', 'rosters', 'assignments', 'school', 'teachers']

/** The first that fits a path counts. Whoever adds a page adds it here; a test finds a page that asks for a text it does not carry. */
const pages: readonly (readonly [RegExp, readonly Area[]])[] = [
  [/^\/(?:join|my|lti\/(?:lesson|kept|certificate))(?:\/|$)|^\/lessons\/[^/]+\/play(?:\/|$)/, ['pupil']],
  [/^\/lti\/insight(?:\/|$)/, ['lti', 'staff', 'classes', 'assignments', 'teachers']],
  [/^\/lti(?:\/|$)/, ['lti', 'staff', 'classes', 'assignments']],
  [/^\/teach\/lms(?:\/|$)/, [...staff, 'lti']],
  [/^\/teach\/export(?:\/|$)/, [...staff, 'export']],
  [/^\/export(?:\/|$)/, ['export', 'teachers']],
  [/^\/teach(?:\/|$)|^\/setup(?:\/|$)/, staff],
  [/^\/(?:lessons|curriculum|gallery)(?:\/|$)/, ['teachers']],
]

/** @param path of a page, without the path under which the app lies; @returns the areas that it carries */
export function areasOf(path: string): readonly Area[] {
  return ['shared', ...pages.find(([pattern]) => pattern.test(path))?.[1] ?? ['public'] as const]
}
