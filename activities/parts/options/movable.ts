/** Moving the members of a list: the same for buttons, keys and dragging. */

/** @returns the list with one member at another place; unchanged where there is no such member or place */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  if (!ids.includes(id) || to < 0 || to >= ids.length) return [...ids]
  const rest = ids.filter(other => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/**
 * @param ids the members in the author's order
 * @param given the order a pupil has made
 * @returns that order if it holds exactly these members, else undefined
 */
export function validOrder(ids: readonly string[], given: readonly string[] | undefined): readonly string[] | undefined {
  return given?.length === ids.length && ids.every(id => given.includes(id)) ? given : undefined
}

/** The order in which a pupil meets the members: the same each time, and never the author's own. */
export function mixed(ids: readonly string[]): string[] {
  const middle = Math.ceil(ids.length / 2)
  const late = ids.slice(middle)
  const early = ids.slice(0, middle)
  return late
    .concat(early)
    .map((_, index) => (index % 2 === 0 ? late[index / 2] : early[(index - 1) / 2]))
    .flatMap(id => (id === undefined ? [] : [id]))
    .concat(early.slice(late.length))
}
