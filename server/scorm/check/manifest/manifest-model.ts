/** What the rules need of a manifest, whatever its version: organizations, items, resources, and where their files are. */
import type { PackageKind } from '#shared/scorm/package-report'
import { targetOf, type Target } from '../archive/addresses.ts'
import { folderOf } from '../archive/archive.ts'
import { attribute, everyElement, type XmlAttribute, type XmlElement } from '../archive/xml.ts'

interface Item {
  readonly identifier: string
  readonly reference: string | null
  readonly title: string | null
  readonly parent: boolean
  readonly element: XmlElement
  readonly line: number
}

interface Organization {
  readonly identifier: string
  readonly title: string | null
  /** All of them, in document order, nested ones too. */
  readonly items: readonly Item[]
  readonly element: XmlElement
  readonly line: number
}

export interface Reference {
  /** As written. */
  readonly address: string
  readonly target: Target
  readonly line: number
}

export interface Resource {
  readonly identifier: string
  readonly type: string | null
  readonly launch: Reference | null
  /** `adlcp:scormtype`, `adlcp:scormType` or a misspelling of them. */
  readonly scormType: XmlAttribute | null
  readonly files: readonly Reference[]
  readonly dependencies: readonly Reference[]
  readonly line: number
}

export interface Manifest {
  readonly kind: PackageKind
  readonly root: XmlElement
  /** All elements in document order. */
  readonly elements: readonly XmlElement[]
  readonly organizationsElement: XmlElement | null
  readonly organizations: readonly Organization[]
  readonly resources: readonly Resource[]
  readonly title: string
}

/** @param root the element `manifest`, as parsed */
export function readManifestModel(root: XmlElement, kind: PackageKind): Manifest {
  const elements = [...everyElement(root)]
  const organizationsElement = child(root, 'organizations')
  const organizations = childrenOf(organizationsElement, 'organization').map(organizationOf)
  const preferred = organizationsElement && attribute(organizationsElement, 'default')
  const shown = organizations.find(organization => organization.identifier === preferred) ?? organizations[0]
  return {
    kind,
    root,
    elements,
    organizationsElement,
    organizations,
    // A 1.2 manifest may hold further manifests, whose resources count too.
    resources: elements.filter(element => element.local === 'manifest').flatMap(resourcesOf),
    title: shown?.title ?? '',
  }
}

/** @returns what stands in `schemaversion`, null when there is none */
export function schemaVersionOf(root: XmlElement): string | null {
  return child(child(root, 'metadata'), 'schemaversion')?.text ?? null
}

/** @returns the first child with a local name in its parent's own namespace, null when there is none (or no parent) */
export function child(parent: XmlElement | null, local: string): XmlElement | null {
  return childrenOf(parent, local)[0] ?? null
}

/** @returns true for all of SCORM 2004 */
export function is2004(kind: PackageKind): boolean {
  return kind.startsWith('scorm2004')
}

function organizationOf(element: XmlElement): Organization {
  return {
    identifier: attribute(element, 'identifier') ?? '',
    title: titleOf(element),
    items: [...everyElement(element)].filter(inside => inside.local === 'item' && inside.namespace === element.namespace).map(itemOf),
    element,
    line: element.line,
  }
}

function itemOf(element: XmlElement): Item {
  return {
    identifier: attribute(element, 'identifier') ?? '',
    reference: attribute(element, 'identifierref') || null,
    title: titleOf(element),
    parent: childrenOf(element, 'item').length > 0,
    element,
    line: element.line,
  }
}

function titleOf(element: XmlElement): string | null {
  return child(element, 'title')?.text.trim() ?? null
}

function resourcesOf(manifest: XmlElement): Resource[] {
  const list = child(manifest, 'resources')
  const base = `${baseOf(manifest)}${list ? baseOf(list) : ''}`
  return childrenOf(list, 'resource').map(element => resourceOf(element, base + baseOf(element)))
}

function resourceOf(element: XmlElement, base: string): Resource {
  const href = attribute(element, 'href')
  return {
    identifier: attribute(element, 'identifier') ?? '',
    type: attribute(element, 'type'),
    launch: href === null || href.trim() === '' ? null : { address: href, target: targetOf(href, base), line: element.line },
    scormType: element.attributes.find(({ local }) => local.toLowerCase() === 'scormtype') ?? null,
    files: childrenOf(element, 'file').map(file => reference(attribute(file, 'href') ?? '', base, file.line)),
    dependencies: childrenOf(element, 'dependency').map(one => reference(attribute(one, 'identifierref') ?? '', '', one.line)),
    line: element.line,
  }
}

function reference(address: string, base: string, line: number): Reference {
  return { address, target: targetOf(address, base), line }
}

/** `xml:base` moves all addresses below it into a folder. */
function baseOf(element: XmlElement): string {
  return folderOf(attribute(element, 'xml:base') ?? '')
}

function childrenOf(parent: XmlElement | null, local: string): XmlElement[] {
  return parent?.children.filter(element => element.local === local && element.namespace === parent.namespace) ?? []
}
