/**
 * Makes and checks packages for requests to the app: in workers, once for the same lesson, options and release, and no longer
 * than somebody waits.
 */
import { createHash } from 'node:crypto'
import { schemaFiles } from '#shared/scorm/schema-files'
import { isScorm, type ScormFormat } from '#shared/scorm/package-format'
import project from '../../package.json' with { type: 'json' }
import { appLibrary } from '../content/app/app-library.ts'
import { work } from './app-workers.ts'
import type { AssetFiles } from './jobs.ts'
import { KeptResults } from '../platform/work/kept-results.ts'
import type { Asking } from '../platform/work/pool.ts'
import { withSchemas, type Makers, type NotedPackage } from '../scorm/export/bulk.ts'
import type { ManifestToValidate } from '../scorm/check/manifest/validate-manifest.ts'
import type { SchemaError } from '../scorm/check/manifest/schema-errors.ts'
import { ExportError, present, sourceOf, type ExportRequest } from '../scorm/export/export.ts'
import type { Assets } from '../scorm/package/assets.ts'
import { assetPaths } from '../scorm/package/package.ts'

/** Bytes: some hundred and fifty lessons as they are exported. */
const ROOM = 32 * 1024 * 1024

const packages = new KeptResults<NotedPackage>(ROOM, ({ bytes }) => bytes.length)
/** What the schemas say against a manifest, by the manifest: nothing, for all of ours. */
const schemaResults = new KeptResults<readonly SchemaError[]>(1_000, () => 1)

const sumOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex')
const keyOf = ({ kind, xml }: ManifestToValidate) => sumOf(kind, xml)

/** @throws {ExportError} where a file is missing */
async function assetFiles(assets: Assets, paths: readonly string[]): Promise<AssetFiles> {
  return new Map(await Promise.all(paths.map(async path => [path, await present(assets, path)] as const)))
}

const schemaPaths = (formats: readonly ScormFormat[]) =>
  formats.flatMap(format => schemaFiles[format].map(file => `player/xsd/${format}/${file}`))

async function made(assets: Assets, request: ExportRequest, { signal, ...asking }: Asking): Promise<NotedPackage> {
  const source = sourceOf(await appLibrary(), request)
  const make = async (stop: AbortSignal): Promise<NotedPackage> => {
    const files = await assetFiles(assets, assetPaths(source))
    const result = await work({ kind: 'package', source, files, release: project.version }, { ...asking, signal: stop })
    if ('refused' in result) throw new ExportError(result.refused.code, result.refused.message, result.refused.field)
    return result
  }
  // While developing, the player and its pictures change under the same lesson.
  const key = import.meta.dev ? sumOf(String(performance.now())) : sumOf(project.version, JSON.stringify(source))
  return packages.get(key, make, signal)
}

async function schemaErrors(
  assets: Assets,
  manifests: readonly ManifestToValidate[],
  asking: Asking,
): Promise<Map<string, readonly SchemaError[]>> {
  const unknown = manifests.filter(manifest => schemaResults.find(keyOf(manifest)) === undefined)
  if (unknown.length > 0) {
    // All at once: each start of the validator costs about as much as some packages.
    const formats = new Set(
      unknown.flatMap(({ kind }) => (kind === 'scorm2004' ? ['scorm2004-3' as const] : isScormKind(kind) ? [kind] : [])),
    )
    const found = await work({ kind: 'schemas', manifests: unknown, files: await assetFiles(assets, schemaPaths([...formats])) }, asking)
    for (const manifest of unknown) schemaResults.put(keyOf(manifest), found.get(manifest.name) ?? [])
  }
  return new Map(manifests.map(manifest => [manifest.name, schemaResults.find(keyOf(manifest)) ?? []]))
}

const isScormKind = (kind: string): kind is ScormFormat => kind.startsWith('scorm') && isScorm(kind as ScormFormat)

/**
 * @param assets the built player and the pictures
 * @param client whoever asks: all are served in turn
 * @param signal is aborted when nobody waits for it any more
 * @returns makers for one request. What they have begun goes on where others are refused for want of room
 */
export function appMakers(assets: Assets, client: string, signal: AbortSignal): Makers {
  let isGoingOn = false
  const asking = (): Asking => ({ client, signal, isGoingOn })
  return {
    release: project.version,
    async checked(request) {
      const result = await made(assets, request, asking())
      isGoingOn = true
      return result
    },
    async withSchemas(packed) {
      const manifests = packed.flatMap(({ manifest }) => manifest ? [manifest] : [])
      return withSchemas(packed, await schemaErrors(assets, manifests, asking()))
    },
  }
}
