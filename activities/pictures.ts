/** Which pictures a lesson shows. */
import { isFace } from '#shared/scenes/face-id'

/** Every schema holds its pictures under `picture`: with alternative text (`{ id, alt }`), or the bare id of a symbol or face. */
export function pictureIdsIn(node: unknown, path: readonly (string | number)[] = []): { id: string, path: (string | number)[] }[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, member]: [string, unknown]) => {
    const here = [...path, Array.isArray(node) ? Number(name) : name]
    if (name === 'picture' && typeof member === 'string') return [{ id: member, path: here }]
    if (name === 'picture' && typeof member === 'object' && member !== null && 'id' in member)
      return [{ id: String(member.id), path: [...here, 'id'] }]
    return pictureIdsIn(member, here)
  })
}

/** @returns the ids of the files, sorted, each once: faces are drawn with the scenes */
export function picturesOf({ screens }: { readonly screens: readonly unknown[] }): string[] {
  return [...new Set(pictureIdsIn(screens).map(({ id }) => id).filter(id => !isFace(id)))].sort()
}

/** @returns where a picture stands, in content/ as well as in a package */
export function pictureFile(id: string): string {
  return `pictures/${id}.svg`
}

/** Symbols and avatars are so small that a package has them in the lesson's own data: fetched one by one, each costs more than it holds. */
export const isSmall = (id: string) => /^(?:symbol|avatar)-/.test(id)
