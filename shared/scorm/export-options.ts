/** What an exporting school can choose: one schema for the page, the API, saved option files and the command line. */
import { z } from 'zod'
import { nations } from '#shared/lesson/nations'
import { completions } from '#shared/lesson/outline'

/** Largest logo in bytes: a whole package stays near 250 kB. */
export const LOGO_LIMIT = 60_000

/** Words that go into pages and manifests: no control characters, no line breaks. */
const line = (limit: number) => z.string().trim()
  .max(limit, `at most ${limit} characters`)
  // eslint-disable-next-line no-control-regex -- exactly what XML 1.0 and a line of text cannot hold
  .refine(text => !/[\u0000-\u001F\u007F\u2028\u2029\uFFFE\uFFFF]/.test(text), 'no line breaks or control characters')

/** A picture as it stands in an address, small enough; what it really is, `readLogo` finds out. */
export const logo = z
  .string()
  .max(LOGO_LIMIT * 1.4, `at most ${LOGO_LIMIT / 1000} kB`)
  .regex(
    /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/,
    'a PNG, JPEG or WebP picture; save an SVG or another kind as PNG first',
  )

const returnAddress = z.url({ protocol: /^https?$/, error: 'a whole web address that starts with https://' }).max(300)

export const exportOptions = z.strictObject({
  /** When the LMS is told that the lesson is complete. */
  completion: z.enum(completions).default('quiz'),
  /** Whole per cent, 1 to 100; null for no pass mark: then nobody passes or fails. Left out: as each lesson says. */
  passMark: z.int('a whole number').min(1, 'from 1 to 100').max(100, 'from 1 to 100').nullable().optional(),
  /** How many goes a pupil has at the quiz in one attempt; null for as many as they like. */
  goes: z.int('a whole number').min(1, 'from 1 to 20').max(20, 'from 1 to 20').nullable().default(null),
  /** Single quiz answers go to the LMS (`cmi.interactions`). Off by default: they say more of a child than a teacher needs. */
  interactions: z.boolean().default(false),
  /** The mark stands in the SCORM 1.2 manifest too. Off by default: platforms that see one settle the status by themselves. */
  masteryScore: z.boolean().default(false),
  /** On the opening screen. */
  school: z.strictObject({
    name: line(80).default(''),
    logo: logo.optional(),
  }).prefault({}),
  help: z.strictObject({
    nation: z.enum(nations, `one of: ${nations.join(', ')}`).default('uk'),
    /** How to reach the school's safeguarding lead, in the school's own words; stands before every other route but 999. */
    contact: line(300).default(''),
  }).prefault({}),
  /** What happens after Finish. */
  finish: z.discriminatedUnion('to', [
    /** "All done" stays; the pupil closes the page. */
    z.strictObject({ to: z.literal('stay') }),
    /** The LMS is asked to go on or to close (SCORM 2004), and a pop-up can be closed. */
    z.strictObject({ to: z.literal('platform') }),
    /** A link to an address of the school's choice. */
    z.strictObject({ to: z.literal('address'), address: returnAddress, label: line(40).default('') }),
  ]).default({ to: 'stay' }),
  /** The letters made for readers with dyslexia; adds about 120 kB. */
  dyslexiaFont: z.boolean().default(false),
  /** The official XML schemas stand beside the manifest; some platforms refuse a package without them. */
  schemas: z.boolean().default(true),
  /** Only for several lessons in one package. */
  course: z.strictObject({
    title: line(120).default(''),
    /** Stays the same over re-exports, so that an LMS keeps its records. Left out: made from the lessons' band or module. */
    id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'small letters, digits and hyphens').optional(),
    /** In SCORM 2004, `in-order` opens a lesson once the quiz of the one before is over. */
    order: z.enum(['free', 'in-order']).default('free'),
  }).prefault({}),
})

export type ExportOptions = z.infer<typeof exportOptions>

/** What every option is when nothing is said. */
export const defaultExportOptions: ExportOptions = exportOptions.parse({})

/** One problem of the options, by field: `{ field: "school.logo", message: "…" }`. */
export interface OptionIssue {
  readonly field: string
  readonly message: string
}

/** @returns the options with defaults filled in, or every problem with them */
export function parseExportOptions(given: unknown): { ok: true, options: ExportOptions } | { ok: false, issues: OptionIssue[] } {
  const parsed = exportOptions.safeParse(given ?? {})
  if (parsed.success) return { ok: true, options: parsed.data }
  return {
    ok: false,
    issues: parsed.error.issues.map(({ path, message, ...issue }) => ({
      field: path.join('.') || ('keys' in issue && Array.isArray(issue.keys) ? issue.keys.join(', ') : ''),
      message: issue.code === 'unrecognized_keys' ? 'there is no such option' : message,
    })),
  }
}
