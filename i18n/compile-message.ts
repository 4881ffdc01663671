/**
 * Messages of the app as functions: `{name}`, `{'|'}` for letters that would mean something, and cases for numbers between bars.
 * vue-i18n's own compiler knows more of its syntax than our texts use, and was a twentieth of a pupil's first page. A test sets
 * both against each other.
 */

/** What vue-i18n gives a message (its MessageContext), as far as our messages ask for it. */
interface Given {
  readonly named: (name: string) => unknown
  readonly interpolate: (value: unknown) => unknown
  readonly normalize: (parts: unknown[]) => unknown
  readonly plural: (cases: unknown[]) => unknown
}
type Message = (given: Given) => unknown
type Part = string | { readonly name: string }

const made = new Map<string, Message>()

/** @param text of a message file; @returns what makes the words of it, once for each text */
export function compileMessage(text: string): Message {
  const known = made.get(text)
  if (known) return known
  const message = compiled(text)
  made.set(text, message)
  return message
}

function compiled(text: string): Message {
  const cases: Part[][] = [[]]
  let from = 0
  const add = (...parts: Part[]) => cases.at(-1)?.push(...parts.filter(part => part !== ''))
  for (const { 0: whole, 1: letters, 2: name, index } of text.matchAll(/\{'([^']*)'\}|\{\s*([\w-]+)\s*\}|\s*\|\s*/g)) {
    add(text.slice(from, index))
    from = index + whole.length
    if (letters !== undefined) add(letters)
    else if (name) add({ name })
    else cases.push([])
  }
  add(text.slice(from))
  const words = (parts: readonly Part[], { normalize, interpolate, named }: Given) =>
    normalize(parts.map(part => (typeof part === 'string' ? part : interpolate(named(part.name)))))
  return given => cases.length > 1 ? given.plural(cases.map(parts => words(parts, given))) : words(cases[0] ?? [], given)
}
