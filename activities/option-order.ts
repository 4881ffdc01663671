/**
 * The order in which pupils meet the options of practice and of checks: mixed, since authors put the thoughtful one where they think
 * of it, and a pupil who always takes the top one would learn that. It is the same for everybody and each time, so that a class can
 * talk about "the second one", and a resumed screen looks as before. The quiz mixes its own, by each go.
 */
import { seededRandom, shuffled } from '#shared/attempt/random'

interface Option {
  readonly id: string
  readonly tone?: string
  readonly correct?: boolean
  /** It speaks of the others ("both"), so it stays behind them. */
  readonly last?: boolean
}

/** Types whose options stand in no order: those of `settings` go from everybody to nobody, a `scale` from one end to the other. */
const unordered: readonly string[] = ['choice', 'choices', 'reply', 'gap', 'story', 'chat', 'spread', 'check']

const lists: readonly string[] = ['options', 'choices']

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Options to choose between; how likely somebody would do something has an order and no tone. */
const isMixed = (name: string, member: unknown): member is readonly Option[] =>
  lists.includes(name) && Array.isArray(member)
  && member.some(option => isRecord(option) && (option.tone !== undefined || option.correct === true))

/** FNV-1a, so that the order follows from the name of the question. */
function seedOf(name: string): number {
  let hash = 0x811C9DC5
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

function mixed(options: readonly Option[], name: string): Option[] {
  const order = shuffled(options, seededRandom(seedOf(name)))
  return [...order.filter(({ last }) => !last), ...order.filter(({ last }) => last)].map(({ last: _, ...option }) => option)
}

/** @param name of the question: the ids above it */
function inOrder<T>(node: T, name: string): T
function inOrder(node: unknown, name: string): unknown {
  if (Array.isArray(node)) return node.map((member: unknown) => inOrder(member, name))
  if (!isRecord(node)) return node
  const here = typeof node.id === 'string' ? `${name} ${node.id}` : name
  return Object.fromEntries(Object.entries(node).map(([field, member]) =>
    [field, isMixed(field, member) ? mixed(member, here).map(option => inOrder(option, here)) : inOrder(member, here)]))
}

/** @returns the screens as pupils meet them, the versions with less at once included */
export const withMixedOptions = <S extends { readonly type: string }>(screens: readonly S[]): S[] =>
  screens.map(screen => unordered.includes(screen.type) ? inOrder(screen, '') : screen)
