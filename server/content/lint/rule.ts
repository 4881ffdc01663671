/** What a rule of the content lint is, and what it may look at. */
import type { Lesson } from '#activities/lesson'
import type { LessonFile } from '../library/library.ts'

export type Path = readonly PropertyKey[]

/** Something that breaks a rule. The lint adds file and line. */
export interface Finding {
  /** Where in the lesson; the line reported is the line of this field. */
  readonly path: Path
  /** What is the matter, in words an author can act on. */
  readonly message: string
}

/** What lies around a lesson and decides whether it holds together. */
export interface Surroundings {
  /** Every lesson that passes the schema, for comparing translations. */
  readonly lessons: readonly LessonFile[]
  /** Ids of the pictures in content/pictures. */
  readonly pictures: ReadonlySet<string>
}

export interface Rule {
  /** Short, in the form that is printed: "reaches-help". */
  readonly name: string
  /** It judges what stands together, so it looks at the lesson in each wording that a pupil can meet, and not at all of them at once. */
  readonly inEachWording?: boolean
  readonly check: (lesson: Lesson, around: Surroundings) => Finding[]
}
