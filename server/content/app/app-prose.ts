/** Pages and guides of the running app. */
import type { GuideGroup, Prose, ProsePage } from '#shared/api/prose'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { fileOf } from '../sources/collections.ts'
import { asLinked, followed, linkedOrDefault, localeOf, proseOf } from '../prose/prose.ts'
import { appRows, type AuthoredProse } from './app-rows.ts'

/**
 * The guides of the project's own documents by what they are for; what is in content/guides is for teachers. In the order in
 * which people look.
 */
const groups: readonly { readonly id: GuideGroup['id'], readonly slugs: readonly string[] }[] = [
  {
    id: 'lms',
    slugs: ['moodle', 'canvas', 'blackboard', 'brightspace', 'itslearning', 'schoology', 'scorm-cloud', 'google-classroom', 'moodle-run']
      .map(name => `lms/${name}`)
      .concat('check-package'),
  },
  { id: 'school', slugs: ['class-lists', 'privacy', 'deployment'] },
  { id: 'authors', slugs: ['pedagogy', 'authoring', 'pictures', 'add-an-activity'] },
]

/** @returns the row of an address in this language, else in the default one */
function rowOf(rows: readonly AuthoredProse[], collection: string, locale: string, slug: string): AuthoredProse | undefined {
  return (
    rows.find(({ path }) => path === `/${collection}/${locale}/${slug}`)
    ?? rows.find(({ path }) => path === `/${collection}/${DEFAULT_LOCALE}/${slug}`)
  )
}

/** @returns "lms/moodle" for "/guides/en/lms/moodle" */
export const slugOf = (path: string) => path.split('/').slice(3).join('/')

/** Where a link in a file leads: to the guide that a file is shown as, or as it is written. Files that no page shows are not linked. */
function resolver(from: AuthoredProse, guides: readonly AuthoredProse[]) {
  const addresses = new Map(guides.map(({ id, path }) => [asLinked(fileOf(id)), `/guides/${slugOf(path)}`]))
  return (href: string): string | undefined => {
    if (/^(?:[a-z]+:|\/|#)/.test(href)) return href
    const { file, hash } = followed(fileOf(from.id), href)
    const address = linkedOrDefault(file).map(linked => addresses.get(linked)).find(known => known !== undefined)
    return address && address + hash
  }
}

/** @returns a page of content/pages, or undefined */
export async function appPage(slug: string, locale: string): Promise<ProsePage | undefined> {
  const { prose: { pages, guides } } = await appRows()
  const row = rowOf(pages, 'pages', locale, slug)
  return row && { ...proseOf(row, resolver(row, guides)), tab: row.tab ?? row.title }
}

/** @returns a guide, or undefined */
export async function appGuide(slug: string, locale: string): Promise<Prose | undefined> {
  const { prose: { guides } } = await appRows()
  const row = rowOf(guides, 'guides', locale, slug)
  return row && proseOf(row, resolver(row, guides))
}

/** @returns the slugs of all guides, in whichever language they are */
const slugsIn = (guides: readonly AuthoredProse[]) => [...new Set(guides.map(({ path }) => slugOf(path)))]

/** @returns every guide once, in this language, else in the default one */
export async function guidesIn(locale: string): Promise<AuthoredProse[]> {
  const { prose: { guides } } = await appRows()
  return slugsIn(guides).flatMap(slug => rowOf(guides, 'guides', locale, slug) ?? [])
}

/** @returns all guides by what they are for */
export async function guideGroups(locale: string): Promise<GuideGroup[]> {
  const { prose: { guides } } = await appRows()
  const slugs = slugsIn(guides)
  const known = groups.flatMap(group => group.slugs)
  // Nuxt Content lists files in the order of their names, in which a number at the front counts.
  const all = [{ id: 'teachers', slugs: slugs.filter(slug => !known.includes(slug)) }, ...groups] as const
  return all.map(group => ({
    id: group.id,
    guides: group.slugs.flatMap((slug) => {
      const row = rowOf(guides, 'guides', locale, slug)
      return row ? [{ locale: localeOf(row.path), path: `/guides/${slug}`, title: row.title, description: row.description }] : []
    }),
  }))
}
