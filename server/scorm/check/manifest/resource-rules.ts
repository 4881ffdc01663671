/** Rules about a manifest's resources, and whether its files and the zip's are the same. */
import { fileAt, whyMissing } from '../archive/addresses.ts'
import { extensionOf, isLeftBehind, type Archive } from '../archive/archive.ts'
import { error, note, quoted, someOf, warning, type Problem, type Rule } from '../archive/findings.ts'
import type { Manifest, Reference, Resource } from './manifest-model.ts'
import { manifestFile, namespaces } from './manifest-names.ts'

interface PackageParts {
  readonly manifest: Manifest
  readonly archive: Archive
}

const at = (line: number) => ({ file: manifestFile, line })

/** @returns the resources that items open, in the order of the items */
export function launchedResources({ organizations, resources }: Manifest): Resource[] {
  const byIdentifier = new Map(resources.map(resource => [resource.identifier, resource]))
  const references = organizations.flatMap(({ items }) => items).flatMap(({ reference }) => reference ?? [])
  return [...new Set(references.flatMap(reference => byIdentifier.get(reference) ?? []))]
}

export const resourcesRule: Rule<Manifest> = {
  id: 'resources',
  * check(manifest) {
    const { resources, root, kind } = manifest
    if (resources.length === 0)
      yield error('The manifest lists no resource, so there is nothing to open. Add <resources> with a resource for each item.', {
        ...at(root.line),
        effect: 'import',
      })
    const launched = launchedResources(manifest)
    for (const resource of resources) {
      const what = `The resource ${quoted(resource.identifier)}`
      if (resource.type === null) yield error(`${what} has no "type". Write type="webcontent".`, { ...at(resource.line), effect: 'import' })
      else if (resource.type !== 'webcontent' && launched.includes(resource))
        yield warning(`${what} has the type ${quoted(resource.type)}; platforms expect "webcontent" for what they open.`, {
          ...at(resource.line),
          effect: 'import',
        })
      yield* scormTypeProblems(resource, manifest)
    }
    const identifiers = new Set(resources.map(({ identifier }) => identifier))
    for (const { address, line } of resources.flatMap(({ dependencies }) => dependencies)) {
      if (!identifiers.has(address))
        yield error(
          `A resource depends on ${quoted(address)}, which does not exist. Name the identifier of a resource, or take the dependency out.`,
          { ...at(line), effect: 'import' },
        )
    }
    if (launched.length > 0 && kind !== 'unknown' && launched.every(({ scormType }) => scormType?.value === 'asset')) {
      yield warning(
        'Every item opens an asset, so nothing is recorded. Make it a SCO if it reports to the platform.',
        at(launched[0]?.line ?? 1),
      )
    }
  },
}

function* scormTypeProblems({ identifier, scormType, launch, line }: Resource, { kind }: Manifest): Generator<Problem> {
  const wanted = kind === 'scorm12' ? 'scormtype' : 'scormType'
  if (!scormType) {
    if (launch)
      yield error(
        `The resource ${quoted(identifier)} does not say what it is, so platforms take it for an asset. Write adlcp:${wanted}="sco".`,
        at(line),
      )
    return
  }
  const { local, name, value, namespace } = scormType
  const adlcp = namespace === namespaces.adlcp12 || namespace === namespaces.adlcp2004
  // Another prefix for the right namespace is the rule namespace-prefixes' business.
  if (kind !== 'unknown' && (local !== wanted || !adlcp))
    yield error(`${quoted(name)} is not how this version of SCORM writes it, so the SCO is not seen. Write "adlcp:${wanted}".`, at(line))
  if (value !== 'sco' && value !== 'asset')
    yield error(`adlcp:${wanted} is ${quoted(value)}. Write "sco" or "asset", in small letters.`, at(line))
  if (value === 'sco' && !launch) yield error(`The SCO ${quoted(identifier)} has no "href". Name the file that opens it.`, at(line))
}

const page = /^(?:html?|xhtml)$/

const launchFile: Rule<PackageParts> = {
  id: 'launch-file',
  * check({ manifest, archive }) {
    for (const { identifier, launch, scormType } of launchedResources(manifest)) {
      if (!launch) continue
      if (launch.target.where !== 'package') {
        yield error(
          `The resource ${quoted(identifier)} opens ${quoted(launch.address)}, which is not in the package, so the platform cannot talk with it. Give the path of a file in the package.`,
          at(launch.line),
        )
        continue
      }
      const name = fileAt(archive, launch.target.path)
      if (name === null) {
        yield error(
          `The start file ${quoted(launch.target.path)} ${whyMissing(archive, launch.target.path)}. Without it the lesson does not open.`,
          at(launch.line),
        )
        continue
      }
      if (scormType?.value !== 'sco') continue
      const text = archive.text(name)
      if (!page.test(extensionOf(name)))
        yield error(`The start file ${quoted(name)} is not an HTML page, so it cannot report to the platform. Give an .html file.`, {
          file: name,
        })
      else if (text !== null && !/<[a-z!]/i.test(text))
        yield error(`The start file ${quoted(name)} holds no HTML. Export the package again.`, { file: name })
    }
  },
}

const filesPresent: Rule<PackageParts> = {
  id: 'files-present',
  * check({ manifest, archive }) {
    for (const reference of manifest.resources.flatMap(({ files }) => files)) {
      if (reference.address.trim() === '') yield error('A <file> has no "href". Name a file there, or take it out.', at(reference.line))
      else if (reference.target.where === 'outside')
        yield warning(
          `The manifest lists ${quoted(reference.address)}, which is on another server and not in the package.`,
          at(reference.line),
        )
      else if (reference.target.where !== 'package')
        yield error(
          `The manifest lists ${quoted(reference.address)}, which is no path in the package. Give one without a slash or drive in front.`,
          at(reference.line),
        )
      else if (fileAt(archive, reference.target.path) === null)
        yield error(`The listed file ${quoted(reference.target.path)} ${whyMissing(archive, reference.target.path)}.`, at(reference.line))
    }
  },
}

const filesListed: Rule<PackageParts> = {
  id: 'files-listed',
  * check({ manifest: { resources }, archive }) {
    const listed = new Set(resources.flatMap(({ files }) => files).flatMap(reference => listedName(reference, archive)))
    const launch = new Set(resources.flatMap(({ launch }) => launch ? listedName(launch, archive) : []))
    const unlisted = [...archive.files.keys()].filter(name =>
      name !== manifestFile && !listed.has(name) && !launch.has(name) && !isLeftBehind(name))
    const schemas = unlisted.filter(name => /\.(?:xsd|dtd)$/i.test(name))
    const others = unlisted.filter(name => !schemas.includes(name))
    const unlistedLaunch = [...launch].filter(name => !listed.has(name))
    if (unlistedLaunch[0] !== undefined)
      yield warning(`What a resource opens has to be among its files too: ${someOf(unlistedLaunch)}. Add a <file> for it.`, {
        file: unlistedLaunch[0],
      })
    if (others[0] !== undefined)
      yield warning(
        `${others.length === 1 ? 'A file is' : `${others.length} files are`} in the zip but not in the manifest: ${someOf(others)}. List them, since some platforms unpack only what is listed, or take them out.`,
        { file: others[0] },
      )
    if (schemas.length > 0)
      yield note(
        `${schemas.length === 1 ? 'One schema file is' : `${schemas.length} schema files are`} not listed in the manifest, which is usual.`,
      )
  },
}

/** Of what is in the package, in the order of the report. */
export const packageRules = [launchFile, filesPresent, filesListed]

function listedName({ target }: Reference, archive: Archive): string[] {
  const name = target.where === 'package' ? fileAt(archive, target.path) : null
  return name === null ? [] : [name]
}
