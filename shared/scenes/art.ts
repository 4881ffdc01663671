/** What the pictures of a page need once: the parts that they place, and the style of these. */
import { partMarkup, partsIn, shortId } from './kit.ts'
import type { Drawn } from './scene.ts'
import { styleFor } from './style.ts'

export interface Art {
  /** Groups with ids, for one `svg` of the page. */
  readonly parts: string
  /** Rules for classes; goes wherever the page may have a style. */
  readonly style: string
}

/** @returns the ids of all parts that these pictures need, each once, and those that parts place themselves */
export function partIds(pictures: readonly Drawn[]): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (markup: string) => partsIn(markup).forEach((id) => {
    if (found.has(id)) return
    found.add(id)
    add(partMarkup(id))
  })
  pictures.forEach(({ art }) => add(art))
  return found
}

/**
 * @param pictures everything that the page shows
 * @param there ids of parts that it has already
 */
export function artFor(pictures: readonly Drawn[], there: ReadonlySet<string> = new Set()): Art {
  const ids = [...partIds(pictures)].filter(id => !there.has(id))
  const parts = ids.map(id => `<g id="${shortId(id)}">${partMarkup(id)}</g>`).join('')
  const markup = [parts, ...pictures.map(({ look, art }) => `<g class="${look}">${art}</g>`)].join('')
  const classes = new Set([...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')))
  return { parts: parts && `<defs>${parts}</defs>`, style: styleFor(classes) }
}
