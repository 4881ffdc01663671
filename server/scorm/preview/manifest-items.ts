/** Reads a package's lessons from its manifest, as an LMS does. */
import { create } from 'xmlbuilder2'
import type { PreviewItem } from '#shared/scorm/preview'

/** An element of the manifest: what is used of the DOM. */
interface Element {
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Element>
  getAttribute(name: string): string | null
}

/**
 * @param manifest text of imsmanifest.xml
 * @returns the items of the default organization that open something, in order; nested ones too
 */
export function itemsOf(manifest: string): PreviewItem[] {
  const root = create(manifest).root().node as unknown as Element
  const organizations = child(root, 'organizations')
  const wanted = organizations?.getAttribute('default')
  const all = children(organizations, 'organization')
  const organization = all.find(candidate => candidate.getAttribute('identifier') === wanted) ?? all[0]
  const hrefs = new Map(children(child(root, 'resources'), 'resource')
    .map(resource => [resource.getAttribute('identifier'), resource.getAttribute('href')]))
  return itemsIn(organization).flatMap((item) => {
    const href = hrefs.get(item.getAttribute('identifierref'))
    if (!href) return []
    return [{
      identifier: item.getAttribute('identifier') ?? href,
      title: child(item, 'title')?.textContent?.trim() || href,
      href: withParameters(href, item.getAttribute('parameters') ?? ''),
    }]
  })
}

function itemsIn(parent: Element | undefined): Element[] {
  return children(parent, 'item').flatMap(item => [item, ...itemsIn(item)])
}

/** Joins them as CAM 4th Edition, 3.4.1.8 tells an LMS to. */
function withParameters(href: string, parameters: string): string {
  const bare = parameters.replace(/^[?&]+/, '')
  if (bare === '') return href
  if (bare.startsWith('#')) return href.includes('#') ? href : href + bare
  return `${href}${href.includes('?') ? '&' : '?'}${bare}`
}

function children(parent: Element | undefined, name: string): Element[] {
  return parent ? [...parent.childNodes].filter(node => node.nodeName === name) : []
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0]
}
