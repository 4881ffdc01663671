/** Puts lines into the registries of activity types, in the order of the alphabet, as a person would. */

/**
 * @param line a whole import line of an activity type
 * @returns the text with the line among the imports of the same kind (those that end alike)
 */
export function insertImport(text: string, line: string): string {
  const [, file = ''] = /\/([\w-]+(?:\.vue)?)'$/.exec(line) ?? []
  const tail = file.endsWith('.vue') ? '.vue\'' : `/${file}'`
  const isAlike = (other: string) => other.startsWith('import ') && other.endsWith(tail)
    && /(?:#activities\/|\.\/)[\w-]+\//.test(other) && typeIn(other) !== ''
  return insertSorted(text.split('\n'), line, isAlike, typeIn).join('\n')
}

const typeIn = (line: string) => /(?:#activities\/|'\.\/)([\w-]+)\//.exec(line)?.[1] ?? ''

/**
 * @param opening a piece of the line after which the list or object begins
 * @param member what to put in, with its comma
 * @returns the text with the member on a line of its own, among the members
 * @throws where the opening is not found: the registry was changed and this script was not
 */
export function insertMember(text: string, opening: string, member: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.includes(opening))
  const end = lines.findIndex((line, index) => index > start && /^[\]})]/.test(line))
  if (start < 0 || end < 0) throw new Error(`There is no "${opening}" with a member on each line.`)
  const inside = insertSorted(lines.slice(start + 1, end), `  ${member}`, line => /^ {2}['\w]/.test(line), nameIn)
  return [...lines.slice(0, start + 1), ...inside, ...lines.slice(end)].join('\n')
}

const nameIn = (line: string) => /^\s*'?([\w-]+)/.exec(line)?.[1] ?? ''

function insertSorted(lines: readonly string[], line: string, isAlike: (line: string) => boolean, key: (line: string) => string): string[] {
  const after = lines.findIndex(other => isAlike(other) && key(other) > key(line))
  const last = lines.findLastIndex(isAlike)
  const place = after >= 0 ? after : last + 1
  return [...lines.slice(0, place), line, ...lines.slice(place)]
}
