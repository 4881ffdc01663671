/** `GET /api/lms-notes`: how to import a package into each platform, from the guides. */
import { defineEventHandler, getQuery } from 'h3'
import type { LmsNote } from '#shared/api/packages'
import type { ProseNode } from '#shared/api/prose'
import { localeIn } from '../edge/request/locale-in.ts'
import { appGuide } from '../content/app/app-prose.ts'
import { platforms } from '../content/app/lms-platforms.ts'

/** The platform's name is its own heading on the page; those below it go down under that. */
function below(nodes: readonly ProseNode[]): ProseNode[] {
  return nodes.flatMap((node): ProseNode[] => {
    if (typeof node === 'string') return [node]
    const [tag, attributes, ...children] = node
    if (tag === 'h1') return []
    // Several notes stand on one page, so their headings have no ids.
    return [/^h[2-4]$/.test(tag) ? ['h4', {}, ...children] : [tag, attributes, ...children]]
  })
}

export default defineEventHandler(async (event): Promise<LmsNote[]> => {
  const locale = localeIn(getQuery(event))
  const notes = await Promise.all(platforms.map(async ([id, format]) => {
    const guide = await appGuide(`lms/${id}`, locale)
    return guide ? [{ id, locale: guide.locale, name: guide.title, format, body: { ...guide.body, value: below(guide.body.value) } }] : []
  }))
  return notes.flat()
})
