/** Rules about what a manifest says: version, prefixes, organizations, items, identifiers, titles. */
import { error, note, quoted, warning, type Problem, type Rule } from '../archive/findings.ts'
import { child, is2004, schemaVersionOf, type Manifest } from './manifest-model.ts'
import { manifestFile, namespaces } from './manifest-names.ts'
import { attribute } from '../archive/xml.ts'

const at = (line: number) => ({ file: manifestFile, line })

/** As Moodle compares them, letter for letter; anything else it takes for 1.2. */
const schemaVersions = ['1.2', '1.3', 'CAM 1.3', '2004 3rd Edition', '2004 4th Edition']

const schemaVersion: Rule<Manifest> = {
  id: 'schema-version',
  * check({ root }) {
    const metadata = child(root, 'metadata')
    const schema = child(metadata, 'schema')
    const version = schemaVersionOf(root)
    const { line } = child(metadata, 'schemaversion') ?? metadata ?? root
    if (schema?.text.trim() !== 'ADL SCORM') {
      yield error(schema
        ? `The schema is ${quoted(schema.text)}. Write "ADL SCORM".`
        : 'The metadata name no schema. Write '
          + '<schema>ADL SCORM</schema> in <metadata>.', at((schema ?? metadata ?? root).line))
    }
    if (version === null) {
      yield error('The metadata name no schema version, so platforms guess which SCORM this is. Write <schemaversion> '
        + 'after <schema>.', at(line))
      return
    }
    if (!schemaVersions.includes(version.trim())) {
      yield error(`The schema version is ${quoted(version)}. Write one of these letter for letter, or platforms take it for 1.2: `
        + `${schemaVersions.join(', ')}.`, at(line))
    }
    else if (version !== version.trim()) {
      yield warning(`There are spaces around the schema version ${quoted(version)}, which some platforms compare letter for letter. `
        + `Take them out.`, at(line))
    }
    const says12 = version.trim() === '1.2'
    if (says12 ? root.namespace === namespaces.imscp2004 : root.namespace === namespaces.imscp12) {
      yield error(`The schema version is ${quoted(version.trim())}, but the manifest's namespace belongs to SCORM `
        + `${says12 ? '2004' : '1.2'}. Make them agree.`, at(root.line))
    }
  },
}

const literalPrefixes: ReadonlyMap<string, string> = new Map([
  [namespaces.adlcp12, 'adlcp'],
  [namespaces.adlcp2004, 'adlcp'],
  [namespaces.imsss, 'imsss'],
])

const namespacePrefixes: Rule<Manifest> = {
  id: 'namespace-prefixes',
  * check({ elements, kind }) {
    const said = new Set<string>()
    const once = function* (problem: Problem): Generator<Problem> {
      if (said.size < said.add(problem.message).size) yield problem
    }
    const adlcp = is2004(kind) ? namespaces.adlcp2004 : namespaces.adlcp12
    for (const element of elements) {
      for (const { prefix, namespace } of [element, ...element.attributes]) {
        const wanted = literalPrefixes.get(namespace ?? '')
        if (wanted && prefix !== wanted) {
          yield* once(error(`Names from "${namespace}" are written with the prefix ${quoted(prefix ?? '')}. Write "${wanted}:", since `
            + `Moodle looks for exactly that and otherwise does not see the SCO.`, at(element.line)))
        }
        if (prefix === 'adlcp' && namespace !== adlcp && kind !== 'unknown') {
          yield* once(error(`The prefix "adlcp:" stands for ${quoted(namespace ?? '')}. In this version of SCORM it has to be `
            + `"${adlcp}".`, at(element.line)))
        }
        if (prefix === 'imsss' && namespace !== namespaces.imsss) {
          yield* once(error(`The prefix "imsss:" stands for ${quoted(namespace ?? '')}. It has to be `
            + `"${namespaces.imsss}".`, at(element.line)))
        }
      }
    }
  },
}

const organizationsRule: Rule<Manifest> = {
  id: 'organizations',
  * check({ root, organizationsElement: list, organizations }) {
    if (!list) {
      yield error('The manifest has no <organizations>, so there is nothing to show. Add one with an organization in it.', at(root.line))
      return
    }
    const preferred = attribute(list, 'default')
    if (organizations.length === 0) yield error('There is no <organization>, so there is nothing to show. Add one with an '
      + 'item in it.', at(list.line))
    else if (preferred === null) yield error('<organizations> has no attribute "default". Name the identifier of an '
      + 'organization there.', at(list.line))
    else if (!organizations.some(({ identifier }) => identifier === preferred)) {
      yield error(`The default organization ${quoted(preferred)} does not exist. Name the identifier of one that does: `
        + `${organizations.map(({ identifier }) => quoted(identifier)).join(', ')}.`, at(list.line))
    }
    for (const { identifier, items, line } of organizations) {
      if (items.length === 0) yield error(`The organization ${quoted(identifier)} has no item, so there is nothing to `
        + `open. Add one.`, at(line))
    }
  },
}

const itemsRule: Rule<Manifest> = {
  id: 'items',
  * check({ organizations, resources, kind }) {
    const byIdentifier = new Map(resources.map(resource => [resource.identifier, resource]))
    for (const { identifier, reference, parent, line } of organizations.flatMap(({ items }) => items)) {
      if (reference === null) {
        if (!parent) yield error(`The item ${quoted(identifier)} opens nothing: it has no "identifierref" and no items in it. Name a `
          + `resource's identifier there.`, at(line))
        continue
      }
      if (parent && is2004(kind)) yield error(`The item ${quoted(identifier)} has items in it and an "identifierref". SCORM 2004 `
        + `allows only one of them.`, at(line))
      const resource = byIdentifier.get(reference)
      if (!resource) yield error(`The item ${quoted(identifier)} points at the resource ${quoted(reference)}, which does not exist. `
        + `Name the identifier of one that does.`, at(line))
      else if (!resource.launch) yield error(`The item ${quoted(identifier)} points at the resource ${quoted(reference)}, which has no `
        + `"href" to open. Add one.`, at(resource.line))
    }
  },
}

/** xs:ID without the rarer letters: what every platform and every checker takes. */
const xmlName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u

const identified = new Set(['manifest', 'organization', 'item', 'resource'])

const identifiers: Rule<Manifest> = {
  id: 'identifiers',
  * check({ root, elements }) {
    const lines = new Map<string, number>()
    const odd: { readonly identifier: string, readonly line: number }[] = []
    for (const element of elements.filter(({ local, namespace }) => identified.has(local) && namespace === root.namespace)) {
      const identifier = attribute(element, 'identifier')
      if (identifier === null) {
        yield error(`<${element.local}> has no identifier. Give it one that never changes, since platforms keep `
          + `results by it.`, at(element.line))
        continue
      }
      if (identifier.trim() === '' || /\s/.test(identifier)) {
        yield warning(`The identifier ${quoted(identifier)} ${identifier.trim() === '' ? 'is empty' : 'holds a space'}; some platforms `
          + `keep results by it and lose them. Write letters, digits, ".", "-" and "_" only.`, { ...at(element.line), effect: 'record' })
      }
      else if (!xmlName.test(identifier)) odd.push({ identifier, line: element.line })
      const first = lines.get(identifier)
      if (first === undefined) lines.set(identifier, element.line)
      else yield error(`The identifier ${quoted(identifier)} is used twice, first in line ${first}, so results of one overwrite the `
        + `other's. Give each its own.`, { ...at(element.line), effect: 'record' })
    }
    yield* oddIdentifiers(odd)
  },
}

/** One note for all: authoring tools write them in every package, and platforms take them. */
function* oddIdentifiers(odd: readonly { readonly identifier: string, readonly line: number }[]): Generator<Problem> {
  for (const { identifier, line } of odd) {
    const what = /^\p{N}/u.test(identifier) ? 'begins with a digit' : /[{}[\]()]/.test(identifier) ? 'holds brackets' : 'is no XML name'
    yield note(
      `The identifier ${quoted(identifier)} ${what}, as some authoring tools write it. Platforms take it; only a strict checker does `
      + `not. If you write it yourself: a letter or "_" first, then letters, digits, ".", "-" and "_".`,
      { ...at(line), group: 'odd' },
    )
  }
}

/** As authoring tools begin, in small letters and without a number behind. */
const placeholders = new Set([
  'course title',
  'course',
  'untitled',
  'untitled course',
  'untitled project',
  'untitled lesson',
  'new course',
  'new project',
  'my course',
  'my project',
  'title',
  'your title',
  'your course title',
  'lesson title',
  'module title',
  'project title',
  'default title',
  'insert title',
  'enter title',
  'sco title',
  'sample course',
  'test',
  'test course',
  'scorm course',
  'scorm package',
  'scorm',
  'presentation',
  'presentation1',
  'storyline',
  'story',
  'no title',
  'lorem ipsum',
])

const isPlaceholder = (title: string) =>
  placeholders.has(
    title
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .replace(/ ?\(?\d*\)?$/, '')
      .replace(/^[[<{]|[\]>}]$/g, '')
      .trim(),
  )

const titles: Rule<Manifest> = {
  id: 'titles',
  * check({ organizations }) {
    const shown = organizations.flatMap(({ items }) => items)
    for (const organization of organizations) {
      for (const { title, identifier, line, element } of [organization, ...organization.items]) {
        const what = `The ${element.local} ${quoted(identifier)}`
        if (title === null || title === '') yield error(`${what} has no title. Add a <title> for teachers and pupils to see.`, at(line))
        else if ([...title].length > 255) yield error(`${what} has a title of ${[...title].length} characters; Moodle takes no more `
          + `than 255. Shorten it.`, at(line))
        else if (/&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(title)) yield warning(`${what} has a title in which ${quoted(title)} is shown `
          + `with its "&…;" as it stands: it was escaped twice. Escape it once.`, at(line))
        else if (isPlaceholder(title) && (element.local === 'organization' || shown.length === 1)) {
          yield warning(`${what} is called ${quoted(title)}, as the authoring tool began it, and that is what teachers and pupils see. `
            + `Write the lesson's own title, and export it again.`, { ...at(line), group: 'placeholder' })
        }
      }
    }
  },
}

/** In the order of the report. */
export const manifestRules = [schemaVersion, namespacePrefixes, organizationsRule, itemsRule, identifiers, titles]
