/**
 * Does the work of a job. Pure: the same job always gives the same. Runs in a worker; while developing and in tests, in the
 * process itself.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { renderOpening } from '#player/prerender'
import { noted } from '../scorm/export/bulk.ts'
import { validateManifests } from '../scorm/check/manifest/validate-manifest.ts'
import { ExportError, makePackage } from '../scorm/export/export.ts'
import type { Assets } from '../scorm/package/assets.ts'
import { readForeign } from '../scorm/preview/foreign/foreign-package.ts'
import type { AssetFiles, Estimate, Job, Results } from './jobs.ts'

export async function perform(job: Job): Promise<Results[Job['kind']]> {
  if (job.kind === 'package') return packed(job)
  if (job.kind === 'schemas')
    return validateManifests(job.manifests, (format, file) => assetsOf(job.files).read(`player/xsd/${format}/${file}`))
  if (job.kind === 'foreign') return readForeign(job.bytes)
  return estimated(job)
}

async function packed({ source, files, release }: Extract<Job, { kind: 'package' }>): Promise<Results['package']> {
  try {
    return noted(await makePackage(source, { assets: assetsOf(files), renderOpening, release }))
  }
  catch (error) {
    if (!(error instanceof ExportError)) throw error
    const { code, message, field } = error
    return { refused: { code, message, field } }
  }
}

function assetsOf(files: AssetFiles): Assets {
  return {
    async read(path) {
      const file = files.get(path)
      if (!file) throw new Error(`${path} was not handed over`)
      return file
    },
  }
}

let estimator: Promise<ZxcvbnFactory> | undefined

/** Its lists of words are large, and needed only where somebody chooses a password. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
}

async function estimated({ password, parts }: Extract<Job, { kind: 'password' }>): Promise<Estimate> {
  estimator ??= load()
  const { score, sequence } = (await estimator).check(password, [...parts])
  return { score, patterns: sequence.map(({ pattern }) => pattern) }
}
