/** What the routes that make packages are asked for. */
import { z } from 'zod'
import { packageFormats, scormFormats } from '#shared/scorm/package-format'
import { DEFAULT_LOCALE } from '#shared/text/languages'

const format = z.enum(packageFormats, `the formats are: ${packageFormats.join(', ')}`)
const lessons = z.array(z.string().min(1).max(80, 'an id of a lesson is shorter than this')).min(1, 'say which lesson, for example lying-online-9-11').max(60)
const locales = z.array(z.string().min(1).max(10, `say which language, for example ${DEFAULT_LOCALE}`)).min(1).max(10).default([DEFAULT_LOCALE])

export const packageBody = z.strictObject({ lessons, format, locales, options: z.unknown().optional() })
/** Every lesson in every format, each a package of its own, or all lessons together as one course in every format. */
export const bulkBody = z.strictObject({ lessons, formats: z.array(format).min(1, 'choose at least one format'), together: z.boolean().default(false), locales, options: z.unknown().optional() })

/** As for the download, but only packages that speak to an LMS. */
export const previewBody = packageBody.extend({
  format: z.enum(scormFormats, `the formats that can be run here are: ${scormFormats.join(', ')}`),
})
