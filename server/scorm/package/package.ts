/**
 * Builds a package of one lesson, or of several as one course. Pure but for the assets it is given: the same input always makes
 * the same bytes.
 */
import { strFromU8, strToU8 } from 'fflate'
import { isSmall, pictureFile, picturesOf } from '#activities/pictures'
import { awaitsReview } from '#shared/lesson/awaits-review'
import type { Drawn } from '#shared/scenes/scene'
import type { ExportOptions } from '#shared/scorm/export-options'
import { isScorm, type PackageFormat, type ScormFormat } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'
import { SERVER_FILE } from '#shared/scorm/server-file'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import type { PackageSettings } from '../../../player/package-data.ts'
import { activityFiles, PIECES } from './activity-files.ts'
import type { Assets } from './assets.ts'
import { connectedHtml, webContentsHtml } from './index-html.ts'
import { lessonFiles, type Editions, type RenderOpening } from './lesson-files.ts'
import { readLogo, type Logo } from './logo.ts'
import { manifestXml, type ManifestItem } from './manifest.ts'
import { lomXml, METADATA_FILE, metadataOf } from './metadata.ts'
import { zipOf } from './zip.ts'

/** What a package is made of: plain data, the same for every maker. */
export interface PackageSource {
  /** Each lesson in the package's languages; more than one lesson makes a course. */
  readonly lessons: readonly [Editions, ...Editions[]]
  readonly format: PackageFormat
  readonly options: ExportOptions
}

/** What a package is made with. */
export interface Tools {
  readonly assets: Assets
  readonly renderOpening: RenderOpening
  /** Version of the project, which packages name to LMS admins. */
  readonly release: string
}

export interface PackageInput extends PackageSource, Tools {}

export interface BuiltPackage {
  /** `<lesson or course id>_<locales>_<format>.zip` */
  readonly fileName: string
  readonly title: string
  readonly format: PackageFormat
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Paths in the zip, sorted. */
  readonly files: readonly string[]
  /** Ids of its lessons that no specialist in child protection has signed yet. */
  readonly awaitingReview: readonly string[]
}

type Files = Map<string, Uint8Array>

/** Already compressed: deflating them again only costs time. */
const compressed = /\.(?:woff2|png|jpg|webp)$/

/** @throws `invalid` when the school's logo cannot be used */
export async function buildPackage(input: PackageInput): Promise<BuiltPackage> {
  const { lessons, format, options, assets } = input
  const isCourse = lessons.length > 1
  const logo = options.school.logo === undefined ? null : readLogo(options.school.logo)
  const settings = settingsOf(options, logo, isCourse)
  const style = strFromU8(await assets.read(STYLE))
  const shared = await sharedFiles(input, logo)
  const items: (ManifestItem & { own: Files })[] = []
  const pictures: Drawn[] = []
  for (const editions of lessons) {
    const { lesson } = editions[0]
    const folder = isCourse ? `${lesson.id}/` : ''
    const passMark = options.passMark
    const { files: own, drawn } = await lessonFiles({ ...input, editions, settings, passMark, folder, style })
    items.push({
      lessonId: lesson.id,
      title: lesson.title,
      passMark: passMark === undefined ? lesson.passMark : passMark,
      href: `${folder}index.html`,
      files: [...own.keys()],
      own,
    })
    pictures.push(...drawn)
  }
  const all = lessons.flat().map(({ lesson }) => lesson)
  for (const [path, bytes] of activityFiles(await assets.read(PIECES), all, pictures)) shared.set(path, bytes)
  const { id, title } = courseOf(input)
  const locales = lessons[0].map(({ lesson }) => lesson.locale)
  if (isScorm(format)) addManifest(shared, { ...input, format }, { id, title, items })
  else if (isCourse) {
    shared.set('index.html', strToU8(webContentsHtml({
      locale: locales[0] ?? DEFAULT_LOCALE,
      title,
      style,
      lessons: lessons.map(([{ lesson }]) => ({ href: `${lesson.id}/index.html`, title: lesson.title, summary: lesson.summary })),
    })))
  }
  const files: Files = new Map([...shared, ...items.flatMap(({ own }) => [...own])])
  return {
    fileName: `${id}_${locales.join('-')}_${format}.zip`,
    title,
    format,
    bytes: zipped(files),
    files: [...files.keys()].sort(),
    awaitingReview: lessons.map(([{ lesson }]) => lesson).filter(({ reviewedBy }) => awaitsReview(reviewedBy)).map(({ id }) => id),
  }
}

function addManifest(
  shared: Files,
  { lessons, format, options }: PackageInput & { format: ScormFormat },
  { id, title, items }: { id: string, title: string, items: readonly ManifestItem[] },
) {
  const first = lessons.map(([{ lesson }]) => lesson)
  const metadata = metadataOf(id, title, first)
  if (format !== 'scorm12') shared.set(METADATA_FILE, strToU8(lomXml(metadata)))
  const sharedFiles = [...shared.keys()]
  shared.set(
    'imsmanifest.xml',
    strToU8(
      manifestXml({
        format,
        id,
        locale: metadata.locale,
        title,
        items,
        sharedFiles,
        metadata,
        order: items.length > 1 ? options.course.order : 'free',
        masteryScore: options.masteryScore,
        schemas: options.schemas,
      }),
    ),
  )
}

/** A course's id is made of what its lessons have in common, so that it stays when a lesson is added. */
function courseOf({ lessons, options }: PackageInput): { id: string, title: string } {
  const first = lessons[0][0].lesson
  if (lessons.length === 1) return { id: first.id, title: first.title }
  const all = lessons.map(([{ lesson }]) => lesson)
  const common = all.every(({ band }) => band === first.band)
    ? `ages-${first.band}`
    : all.every(({ module }) => module === first.module)
      ? first.module
      : 'lessons'
  return {
    id: options.course.id ?? `course-${common}`,
    title: options.course.title || all.map(({ title }) => title).join(' · '),
  }
}

function settingsOf(
  { completion, goes, interactions, dyslexiaFont, school, finish, course }: ExportOptions,
  logo: Logo | null,
  isCourse: boolean,
): PackageSettings {
  return {
    completion,
    endedCompletes: isCourse && course.order === 'in-order',
    goes,
    interactions,
    dyslexiaFont,
    school: { name: school.name, logo: logo?.path ?? null },
    finish,
    navigation: isCourse ? 'continue' : 'exitAll',
  }
}

const STYLE = 'player/player.css'

/** @returns every asset that a package needs, as `Assets` takes its path */
export function assetPaths(source: PackageSource): string[] {
  return [STYLE, PIECES, ...sharedSources(source).map(([, path]) => path), ...picturesIn(source).filter(isSmall).map(pictureFile)]
}

/** @returns the ids of all files that its lessons show */
const picturesIn = ({ lessons }: PackageSource): string[] =>
  [...new Set(lessons.flatMap(editions => editions.flatMap(({ lesson }) => picturesOf(lesson))))]

/** Paths in the package and among the assets of what every lesson of it uses. */
function sharedSources(source: PackageSource): [string, string][] {
  const { format, options } = source
  const sources: [string, string][] = [
    ['early.js', 'player/early.js'],
    ['player.js', 'player/player.js'],
    ['fonts/lexend.woff2', 'player/fonts/lexend.woff2'],
    ...picturesIn(source).filter(id => !isSmall(id)).map((id): [string, string] => [pictureFile(id), pictureFile(id)]),
  ]
  if (options.dyslexiaFont) sources.push(['fonts/opendyslexic.woff2', 'player/fonts/opendyslexic.woff2'])
  if (isScorm(format)) {
    sources.push(['record.js', 'player/record.js'], ['admin.js', 'player/admin.js'])
    if (options.schemas) sources.push(...schemaFiles[format].map((file): [string, string] => [file, `player/xsd/${format}/${file}`]))
  }
  return sources
}

async function sharedFiles({ assets, ...source }: PackageInput, logo: Logo | null): Promise<Files> {
  const files: Files = new Map(
    await Promise.all(sharedSources(source).map(async ([path, source]) => [path, await assets.read(source)] as const)),
  )
  if (logo) files.set(logo.path, logo.bytes)
  const [[{ lesson: { locale }, messages }]] = source.lessons
  if (isScorm(source.format)) files.set(SERVER_FILE, strToU8(connectedHtml(locale, messages)))
  return files
}

function zipped(files: Files): Uint8Array<ArrayBuffer> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipOf(sorted.map(([path, bytes]) => ({ path, bytes, stored: compressed.test(path) })))
}
