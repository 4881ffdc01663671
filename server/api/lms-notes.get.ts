/** `GET /api/lms-notes`: how to import a package into each platform, from docs/lms, as HTML. */
import { defineEventHandler } from 'h3'
import { marked } from 'marked'
import { useStorage } from 'nitropack/runtime'

/** The platforms in the order in which schools are likely to look for them. */
const platforms = ['moodle', 'canvas', 'blackboard', 'brightspace', 'itslearning', 'schoology', 'scorm-cloud', 'google-classroom'] as const

export default defineEventHandler(() => Promise.all(platforms.map(async (id) => {
  const raw = await useStorage('assets:lms-notes').getItemRaw<Uint8Array | string>(`${id}.md`)
  const text = typeof raw === 'string' ? raw : new TextDecoder().decode(raw ?? new Uint8Array())
  const [, name = id, body = ''] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? []
  // Headings go one level down, under the platform's own. The text is the project's own, so it is not cleaned of markup.
  return { id, name, html: await marked.parse(body.replace(/^##/gm, '####')) }
})))
