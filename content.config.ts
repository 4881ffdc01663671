import { fileURLToPath } from 'node:url'
import { defineCollection, defineContentConfig } from '@nuxt/content'
import { z } from 'zod'
import { collections, type DataCollection, type ProseCollection } from './server/content/sources/collections.ts'

/** The text as its author wrote it: Nuxt Content validates nothing, so our own parser does (server/content/library/library.ts). */
const rawbody = z.string()

const sourceOf = (name: DataCollection | ProseCollection) => collections[name].map(({ folder, include, prefix }) =>
  ({ include, cwd: fileURLToPath(new URL(folder, import.meta.url)), ...(prefix === undefined ? {} : { prefix }) }))

const data = (name: DataCollection) => defineCollection({ type: 'data', schema: z.object({ rawbody }), source: sourceOf(name) })

export default defineContentConfig({
  collections: {
    lessons: data('lessons'),
    packs: data('packs'),
    help: data('help'),
    curriculum: data('curriculum'),
    examples: data('examples'),
    pages: defineCollection({ type: 'page', schema: z.object({ rawbody, tab: z.string() }), source: sourceOf('pages') }),
    guides: defineCollection({ type: 'page', schema: z.object({ rawbody }), source: sourceOf('guides') }),
  },
})
