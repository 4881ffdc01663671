/** The little markup that lesson text may use: `**strong**` and `[[glossary term]]` or `[[shown words|glossary term]]`. */

export type InlinePart
  = | { readonly kind: 'text', readonly text: string }
    | { readonly kind: 'strong', readonly text: string }
    | { readonly kind: 'term', readonly text: string, readonly term: string }

const markup = /\*\*([^*]+)\*\*|\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g

/** @returns the parts of a line of text in order; text without markup is one part */
export function inlineParts(text: string): InlinePart[] {
  const parts: InlinePart[] = []
  let from = 0
  for (const match of text.matchAll(markup)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    const [whole, strong, shown, term] = match
    parts.push(strong !== undefined
      ? { kind: 'strong', text: strong }
      : { kind: 'term', text: shown ?? '', term: (term ?? shown ?? '').toLowerCase() })
    from = match.index + whole.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** @returns the text as it is read, without markup */
export function plainText(text: string): string {
  return inlineParts(text).map(part => part.text).join('')
}
