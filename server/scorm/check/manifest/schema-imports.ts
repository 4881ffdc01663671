/** Which other schemas a schema (XSD) brings in. Read as tags only: the official xml.xsd has a DOCTYPE. */
import { Parser } from 'htmlparser2'
import { lineCounter } from '../archive/xml.ts'

const bringingIn = new Set(['import', 'include', 'redefine'])

/** @returns the addresses of imported and included schemas */
export function schemaLocationsIn(xsd: string): { readonly address: string, readonly line: number }[] {
  const found: { address: string, line: number }[] = []
  const lineOf = lineCounter(xsd)
  const parser = new Parser({
    onopentag(name, attributes) {
      const address = attributes.schemaLocation
      if (address && bringingIn.has(name.slice(name.indexOf(':') + 1))) found.push({ address, line: lineOf(parser.startIndex) })
    },
  }, { xmlMode: true })
  parser.end(xsd)
  return found
}
