/** Builds a SCORM package of one lesson. Pure but for the assets it is given: the same input always makes the same bytes. */
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate'
import { playerLesson, type Lesson } from '#activities/lesson'
import { pictureFile, picturesOf } from '#activities/pictures'
import type { HelpRoute } from '#shared/help-routes'
import type { PackageFormat } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'
import type { PackageData } from '../../player/package-data.ts'
import { indexHtml, lessonScript } from './index-html.ts'
import { manifestXml } from './manifest.ts'

/** The built player and the pictures, by paths such as `player/player.js`, `player/xsd/<format>/<file>` and `pictures/<id>.svg`. */
export interface Assets {
  /** Rejects when there is no such file. */
  read(path: string): Promise<Uint8Array>
}

/** Renders a package's opening screen; comes from the player's own server build. */
export type RenderOpening = (data: PackageData) => Promise<string>

export interface PackageInput {
  readonly lesson: Lesson
  /** The help routes for the lesson's band. */
  readonly help: readonly HelpRoute[]
  readonly messages: Readonly<Record<string, string>>
  readonly format: PackageFormat
  readonly assets: Assets
  readonly renderOpening: RenderOpening
}

export interface BuiltPackage {
  /** `<lesson id>_<locale>_<format>.zip` */
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Paths in the zip, sorted. */
  readonly files: readonly string[]
}

type Files = Map<string, Uint8Array>

/**
 * The date of every entry. Zip keeps local time without a zone and fflate reads it with local getters,
 * so the date is made of local parts and comes out alike everywhere.
 */
const timestamp = new Date(2026, 0, 1, 12)

/** Already compressed: deflating them again only costs time. */
const compressed = /\.(?:woff2|png|jpg|webp)$/

export async function buildPackage({ lesson, help, messages, format, assets, renderOpening }: PackageInput): Promise<BuiltPackage> {
  const data: PackageData = { lesson: playerLesson(lesson), help, messages, format }
  const files: Files = await assetFiles(lesson, format, assets)
  const style = strFromU8(await assets.read('player/player.css'))
  files.set('index.html', strToU8(indexHtml({
    locale: lesson.locale,
    title: messages['player.tab-title'] ?? 'Lesson',
    style,
    opening: await renderOpening(data),
  })))
  files.set('lesson.js', strToU8(lessonScript(data)))
  files.set('imsmanifest.xml', strToU8(manifestXml({
    format,
    lessonId: lesson.id,
    locale: lesson.locale,
    title: lesson.title,
    passMark: lesson.passMark,
    files: [...files.keys()].sort(),
  })))
  return {
    fileName: `${lesson.id}_${lesson.locale}_${format}.zip`,
    bytes: zipped(files),
    files: [...files.keys()].sort(),
  }
}

async function assetFiles(lesson: Lesson, format: PackageFormat, assets: Assets): Promise<Files> {
  const sources = [
    ['player.js', 'player/player.js'],
    ['fonts/lexend.woff2', 'player/fonts/lexend.woff2'],
    ...picturesOf(lesson).map(id => [pictureFile(id), pictureFile(id)]),
    ...schemaFiles[format].map(file => [file, `player/xsd/${format}/${file}`]),
  ] as [string, string][]
  return new Map(await Promise.all(sources.map(async ([path, source]) => [path, await assets.read(source)] as const)))
}

function zipped(files: Files): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[path] = [bytes, { level: compressed.test(path) ? 0 : 9, mtime: timestamp }]
  }
  return zipSync(entries)
}
