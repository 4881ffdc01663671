/** Texts of content/ and docs/ as the server answers with them. */

/** A piece of text, or an element with its attributes and what is in it (Nuxt Content's "minimark"). */
export type ProseNode = string | readonly [tag: string, attributes: Readonly<Record<string, unknown>>, ...children: ProseNode[]]

export interface ProseHeading {
  /** Its id on the page. */
  readonly id: string
  readonly text: string
  /** 2 or 3. */
  readonly level: number
}

/** `GET /api/guides/<slug>`: one of content/guides, or of the project's own documents */
export interface Prose {
  /** The one it is written in, which may be another than was asked for. */
  readonly locale: string
  readonly title: string
  readonly description: string
  readonly body: { readonly type: 'minimark', readonly value: readonly ProseNode[] }
  readonly headings: readonly ProseHeading[]
}

/** `GET /api/pages/<slug>`: a page of content/pages */
export interface ProsePage extends Prose {
  /** What the browser's tab says. */
  readonly tab: string
}

/** One of `GET /api/guides`: a group of guides, as the list shows them */
export interface GuideGroup {
  readonly id: 'teachers' | 'lms' | 'school' | 'authors'
  readonly guides: readonly { readonly locale: string, readonly path: string, readonly title: string, readonly description: string }[]
}

/** A place that a search has found. */
export interface SearchHit {
  /** Address in the app, with the heading's id where there is one. */
  readonly path: string
  readonly title: string
  /** The page or lesson that it is a part of; the same as the title where it is the whole. */
  readonly page: string
  readonly kind: 'guide' | 'lesson'
  /** The language that it is written in. */
  readonly locale: string
  /** Some words around what was found. */
  readonly excerpt: string
}

/** `GET /api/search`: places in guides and lesson texts, the best first */
export interface Found {
  /** What was searched for. */
  readonly q: string
  readonly hits: readonly SearchHit[]
}
