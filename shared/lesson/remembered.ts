/**
 * What a pupil has chosen earlier in the sitting, by named mark, and the other wordings that a lesson has for it. It is read from
 * answers that are in memory and goes with them: nothing of it is ever saved or sent.
 */

/** By mark, the value that a choice has set: `{ 'told-first': 'mr-bell' }`. */
export type Remembered = Readonly<Record<string, string>>

/** What may stand on a choice. */
export interface Remembering {
  readonly remember?: Remembered | undefined
}

/** Fields that take the place of those beside their list, where all of `remembered` is so. */
export interface OtherWording {
  readonly remembered: Remembered
  readonly [field: string]: unknown
}

/** What has other wordings. Its own fields are the neutral ones, for whoever skipped, resumed or comes back. */
interface Worded {
  readonly when?: readonly OtherWording[] | undefined
}

/** Whether all that a wording asks for is so. */
export function isRemembered(asked: Remembered, remembered: Remembered): boolean {
  const set = new Map(Object.entries(remembered))
  return Object.entries(asked).every(([mark, value]) => set.get(mark) === value)
}

/** @returns what the choices set, a later one before an earlier */
export function rememberedFrom(chosen: readonly Remembering[]): Remembered {
  return Object.assign({}, ...chosen.map(({ remember }) => remember))
}

/**
 * @param node anything of a lesson: the lesson's screens, one of them, a scene
 * @returns it in the wording for what is remembered: of each list the first that fits, else the neutral one. Whatever stays as it is
 * stays the same object
 */
export function inWordingFor<T>(node: T, remembered: Remembered): T
export function inWordingFor(node: unknown, remembered: Remembered): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) {
    const members = node.map((member: unknown) => inWordingFor(member, remembered))
    return members.some((member, index) => member !== node[index]) ? members : node
  }
  const { when = [], ...neutral } = node as Worded
  const { remembered: _, ...other } = when.find(({ remembered: asked }) => isRemembered(asked, remembered)) ?? { remembered }
  const own = node as Readonly<Record<string, unknown>>
  const worded = Object.entries({ ...neutral, ...other }).map(([name, member]) => [name, inWordingFor(member, remembered)] as const)
  return worded.every(([name, member]) => member === own[name]) ? node : Object.fromEntries(worded)
}

/** @returns every member below that is an object, the nearest first */
function objectsIn(node: unknown): object[] {
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(objectsIn)
  return Array.isArray(node) ? below : [node, ...below]
}

/** @returns what the other wordings below stand for, each once, in the order of the file */
export function wordingsIn(node: unknown): Remembered[] {
  const asked = objectsIn(node).flatMap(member => (member as Worded).when ?? []).map(({ remembered }) => remembered)
  return asked.filter((one, index) => asked.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === index)
}

/** @returns for each mark that is asked for, the words of all choices below that set it so */
export function choicesThatSet(node: unknown, asked: Remembered): string[][] {
  const choices = objectsIn(node) as (Remembering & { readonly text?: string })[]
  return Object.entries(asked).map(([mark, value]) => [...new Set(choices.flatMap(({ remember, text }) =>
    text !== undefined && remember !== undefined && isRemembered({ [mark]: value }, remember) ? [text] : []))])
}
