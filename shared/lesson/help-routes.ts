/** Help routes: one data file for the pages, the player and the packages, with the date they were last checked. */
import { z } from 'zod'
import { audiences, bands } from '#shared/lesson/bands'
import { nations, type Nation } from '#shared/lesson/nations'

const helpRoute = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Who it is for and what they do, in words a child of the youngest band it is shown to can read. */
  what: z.string().min(1),
  phone: z.string().regex(/^[\d ]+$/).optional(),
  /** "Text 85258": the number to send a message to. */
  sms: z.string().regex(/^\d+$/).optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  /** Whom it is shown to. `adults` for parents, carers and staff. */
  shownTo: z.array(z.enum(audiences)).min(1),
  /** Nations of the UK that have it; left out where it works everywhere. */
  nations: z.array(z.enum(nations)).min(1).optional(),
  /** How it was checked: seen in a stored page, or general knowledge that still needs a look. */
  verified: z.boolean(),
})

export const helpFile = z.strictObject({
  locale: z.string(),
  /** Day on which a person last checked every number and address. */
  checked: z.iso.date(),
  routes: z.array(helpRoute).min(1),
})

export type HelpRoute = z.infer<typeof helpRoute>
export type HelpFile = z.infer<typeof helpFile>

/** What is shown where no file of help routes can be read: the two numbers that are free from every phone in the UK. */
export const lastResort: readonly HelpRoute[] = [
  {
    id: 'emergency',
    name: '999',
    what: 'Call 999 if you or someone else is in danger right now. It is free.',
    phone: '999',
    shownTo: [...audiences],
    verified: true,
  },
  {
    id: 'childline',
    name: 'Childline',
    what: 'Talk with a trained counsellor, about anything. It is free, and for everyone under 19.',
    phone: '0800 1111',
    shownTo: [...bands],
    verified: true,
  },
]

/**
 * @param nation adds the routes that exist in one nation only; without it, or with `uk`, only those that work everywhere
 * @returns the routes that people of this band (or adults) are shown, in the file's order; never one that nobody has verified
 */
export function routesFor(file: HelpFile, audience: HelpRoute['shownTo'][number], nation: Nation = 'uk'): HelpRoute[] {
  return file.routes.filter(
    route => route.verified && route.shownTo.includes(audience) && (!route.nations || route.nations.includes(nation)),
  )
}

/** @returns the routes with the school's own words in place of the general ones about an adult at school */
export function withSchool(
  routes: readonly HelpRoute[],
  { name, contact }: { readonly name: string, readonly contact: string },
): HelpRoute[] {
  return routes.map(route =>
    route.id === 'school' && contact !== '' ? { ...route, ...(name === '' ? {} : { name }), what: contact } : route,
  )
}
