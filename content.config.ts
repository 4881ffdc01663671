import { fileURLToPath } from 'node:url'
import { defineCollection, defineContentConfig } from '@nuxt/content'
import { z } from 'zod'
import { dataCollections, type DataCollection } from './server/content/collections.ts'

/** The text as its author wrote it: Nuxt Content validates nothing, so our own parser does, from this (server/content/library.ts). */
const authored = z.object({ rawbody: z.string() })

const data = (name: DataCollection) => {
  const { folder, include } = dataCollections[name]
  return defineCollection({ type: 'data', schema: authored, source: { include, cwd: fileURLToPath(new URL(folder, import.meta.url)) } })
}

export default defineContentConfig({
  collections: {
    lessons: data('lessons'),
    packs: data('packs'),
    help: data('help'),
    curriculum: data('curriculum'),
    examples: data('examples'),
  },
})
