/** Which pictures a lesson shows. */
import type { Lesson, PlayerLesson } from '#activities/lesson'

/**
 * Every schema holds its pictures under `picture`: with alternative text (`{ id, alt }`), or the bare id of a person's face.
 * @returns the ids, sorted, each once
 */
export function picturesOf(lesson: Lesson | PlayerLesson): string[] {
  const found = new Set<string>()
  collect(lesson.screens, found)
  return [...found].sort()
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    value.forEach(member => collect(member, found))
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    if (key !== 'picture') collect(member, found)
    else if (typeof member === 'string') found.add(member)
    else if (typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string') found.add(member.id)
  }
}

/** @returns where a picture stands, in content/ as well as in a package */
export function pictureFile(id: string): string {
  return `pictures/${id}.svg`
}
