/** Classes and their pupils, for the staff who have them. */
import { z } from 'zod'
import type { LessonInCatalogue } from '#shared/api/content'
import { id } from '#shared/api/fields'
import { LONGEST_OPEN } from '#shared/api/opening'
import type { LoginPicture } from '#shared/people/login-pictures'
import { type ClassField, classFields, forClassFields, type ClassFieldName, type ClassFields } from '#shared/people/class-fields'
import { boosterWeeks, type BoosterWeeks } from '#shared/lesson/plan'
import { weekdays, type Holiday, type Weekday } from '#shared/lesson/school-days'
import { LONGEST_NAME, MOST_PUPILS } from '#shared/people/pupil-names'
import { tidyName } from '#shared/text/tidy-text'

/** A name that is longer is told so with its row, so this only keeps out what nobody types. */
const anyName = z.string().max(500)

/** One of `GET /api/classes` */
export interface ClassInList extends ClassFields {
  readonly id: string
  readonly yearEnds: string
  readonly isArchived: boolean
  readonly isOpen: boolean
  readonly pupils: number
  /** Names of the staff it is shared with. */
  readonly staff: readonly string[]
}

function fieldBody(name: ClassFieldName) {
  const { longest, isRequired, choices }: ClassField = classFields[name]
  const text = anyName.transform(tidyName).pipe(z.string().min(isRequired ? 1 : 0).max(longest))
  return choices ? text.refine(chosen => chosen === '' || choices.includes(chosen)) : text
}

/** On purpose: another class may be called so. */
const again = z.literal(true).optional()

/** `POST /api/classes` */
export const newClassBody = z.strictObject({ name: fieldBody('name'), again })

/** Days of the week, Monday 1. */
const lessonDays = z.array(z.literal(weekdays)).max(weekdays.length)

/** What is usual for a class: what the Assign sheet starts with. */
export interface ClassUsual {
  /** Days of the week on which it has this lesson; none where nobody has said. */
  readonly lessonDays: readonly Weekday[]
  /** The quiz asks all the same questions in the same order. */
  readonly sameOrder: boolean
  /** Weeks after which its lessons are looked back at; null for not at all. */
  readonly boosterWeeks: BoosterWeeks | null
}

/** `PATCH /api/classes/<id>`: one field, or several */
export const classFieldsBody = z
  .strictObject({
    ...forClassFields(fieldBody), lessonDays, sameOrder: z.boolean(), boosterWeeks: z.literal(boosterWeeks).nullable(), again,
  })
  .partial()
  .refine(body => Object.keys(body).some(key => key !== 'again'))

/** `POST /api/classes` */
export interface MadeClass {
  readonly id: string
}

/** `PATCH /api/classes/<id>` */
export interface ChangedClass {
  readonly changed: true
}

/** Tries to come into a class that a teacher should know of. Which device, and when, is nowhere. */
export interface Trouble {
  /** Pupils as whom somebody tries to come in; whoever has to wait does so on a device that is new to them. */
  readonly tried: readonly { readonly id: string, readonly name: string, readonly mustWait: boolean }[]
  /** Somebody has the class's code and has to wait. */
  readonly isHeldUp: boolean
}

/** A named set of pupils of a class, only for assigning. */
export interface ClassGroup {
  readonly id: string
  readonly name: string
  readonly pupilIds: readonly string[]
}

/** `POST /api/classes/<id>/groups`, and `PUT /api/groups/<id>` */
export const groupBody = z.strictObject({
  name: anyName.transform(tidyName).pipe(z.string().min(1).max(LONGEST_NAME)),
  pupilIds: z.array(id).min(1, 'choose at least one pupil').max(MOST_PUPILS),
})
export type GroupFields = z.infer<typeof groupBody>

/** `POST /api/classes/<id>/groups` */
export interface MadeGroup {
  readonly id: string
}

/** `PUT /api/groups/<id>`, `DELETE /api/groups/<id>` (it can be chosen no more) and `POST /api/groups/<id>/restore` */
export interface ChangedGroup {
  readonly changed: true
}

/** `GET /api/classes/<id>` */
export interface ClassInFull extends ClassFields, ClassUsual {
  readonly id: string
  readonly code: string
  readonly yearEnds: string
  readonly isArchived: boolean
  /** Moment until which pupils can join with the code; null where it is shut. */
  readonly openUntil: string | null
  readonly pupils: readonly { readonly id: string, readonly name: string, readonly hasCard: boolean }[]
  /** Some of them whoever asks may not take the class from. */
  readonly staff: readonly { readonly id: string, readonly name: string, readonly isFixed: boolean, readonly isSelf: boolean }[]
  /** A guest cannot delete somebody else's class. */
  readonly canDelete: boolean
  /** With whom it could be shared. */
  readonly colleagues: readonly { readonly id: string, readonly name: string }[]
  readonly trouble: Trouble
  /** Moment until which whoever would have to wait is let in; null where nobody is. */
  readonly letInUntil: string | null
  readonly groups: readonly ClassGroup[]
  /** Days on which the school is shut, the soonest first; none that are over. */
  readonly holidays: readonly Holiday[]
}

/** `DELETE /api/classes/<id>`: gone for everybody, and kept for a day in case somebody changes their mind */
export interface DeletedClass {
  /** Moment at which it is erased. */
  readonly goesAt: string
}

/** One of `GET /api/deleted-classes`: can still be brought back, by `POST /api/classes/<id>/undelete` (204) */
export interface ClassToBeErased extends DeletedClass {
  readonly id: string
  readonly name: string
}

/** One of `GET /api/trouble`: a class of one's own in which somebody has trouble to come in */
export interface TroubledClass {
  readonly id: string
  readonly name: string
  readonly trouble: Trouble
}

/** `PUT /api/classes/<id>/archived`. @see ArchivedClass */
export const archivedBody = z.strictObject({ archived: z.boolean() })

export interface ArchivedClass {
  readonly archived: boolean
}

/** `PUT /api/classes/<id>/open`: for so long, or shut with 0 */
export const openForBody = z.strictObject({ minutes: z.number().int().min(0).max(LONGEST_OPEN) })

/** `PUT /api/classes/<id>/open` */
export interface OpenedClass {
  readonly openUntil: string | null
  readonly hasNewCode: boolean
}

/** `POST /api/classes/<id>/let-in` */
export interface LetIn {
  readonly letInUntil: string
}

/** `POST /api/pupils/<id>/let-in`: one pupil; a class that was shut opens for as long */
export interface LetPupilIn extends LetIn, OpenedClass {}

/** `GET /api/classes/<id>/door`: what a class sees on the board while it comes in; how many are in, never who */
export interface Door {
  readonly name: string
  readonly code: string
  readonly isArchived: boolean
  readonly openUntil: string | null
  readonly pupils: number
  /** Null while it is shut. */
  readonly inside: number | null
  /** Of the lesson that the class is at; null where it has none. */
  readonly cover: Pick<LessonInCatalogue, 'id' | 'locale' | 'cover'> | null
}

/** `POST /api/classes/<id>/code` */
export interface NewCode {
  readonly code: string
}

/** `POST /api/classes/<id>/keep` */
export interface KeptUntil {
  /** Day. */
  readonly until: string
}

/** `PUT /api/classes/<id>/staff/<staff>` and `DELETE /api/classes/<id>/staff/<staff>` */
export interface Shared {
  readonly shared: boolean
}

/** `POST /api/classes/<id>/pictures` and `POST /api/classes/<id>/cards` */
export const somePupilsBody = z.strictObject({ pupilIds: z.array(id).min(1).max(MOST_PUPILS) })

/**
 * One of `POST /api/class-lists` and `POST /api/classes/<id>/pictures`: what a teacher is shown right after it was made, and never
 * again
 */
export interface PupilPictures {
  readonly id: string
  readonly name: string
  readonly pictures: readonly LoginPicture[]
}

/** One of `POST /api/classes/<id>/cards`: its key opens the page that asks for the pictures */
export interface Card {
  readonly id: string
  readonly name: string
  readonly key: string
}

/** `PATCH /api/pupils/<id>`: another name, or another class */
export const changedPupilBody = z.union([z.strictObject({ name: anyName }), z.strictObject({ classId: id })])

/** `PATCH /api/pupils/<id>` */
export interface ChangedPupil {
  readonly changed: true
}

/** `DELETE /api/pupils/<id>`; `DELETE /api/pupils/<id>/account` parts an account elsewhere from the name (shared/api/fields.ts). */
export interface ErasedPupil {
  readonly erased: true
}

/** `GET /api/classes/<id>/data`: of one pupil, or of all */
export const classDataQuery = z.object({ pupil: id.optional() })

/** `GET /api/classes/<id>/data`: what is kept, as a file to hand over. Its names are those of the database. */
export interface ClassData {
  readonly class: ClassFields & {
    readonly id: string
    readonly createdAt: string
    readonly yearEnds: string
    readonly archivedAt: string | null
    readonly lessonDays: string
    readonly sameOrder: boolean
    readonly boosterWeeks: number | null
    readonly nameBefore: string | null
    readonly groups: readonly { readonly id: string, readonly name: string }[]
  }
  readonly assignments: readonly {
    readonly id: string
    readonly lesson_id: string
    readonly kind: 'lesson' | 'booster'
    readonly opens_on: string
    readonly due_on: string | null
    readonly closed_at: string | null
    readonly group_id: string | null
    /** It is deleted a day after. */
    readonly removed_at: string | null
  }[]
  readonly pupils: readonly {
    readonly id: string
    readonly name: string
    readonly created_at: string
    readonly attempts: readonly {
      readonly assignment_id: string
      readonly lesson_id: string
      readonly kind: 'lesson' | 'booster'
      readonly status: 'started' | 'finished'
      readonly lesson_version: number
      /** 1: may do it once more. 2: is at that. */
      readonly second_go: number
      /** Only once the work is closed, for this pupil too. */
      readonly points?: number | null
      readonly max?: number | null
    }[]
    readonly excusedFrom: readonly string[]
    /** What is closed for the others. */
    readonly catchesUpWith: readonly string[]
    /** Ids of groups. */
    readonly groups: readonly string[]
  }[]
  /** Only with all pupils: what the class said, in words, as the page of the lesson shows it. */
  readonly countedWithoutPupils?: readonly {
    readonly assignment_id: string
    readonly form: 'before' | 'quiz' | 'after'
    readonly over: number
    readonly classes: number
    /** The words that were answered, and the beliefs behind them, by the ids that `said` names; none where an older release counted. */
    readonly asked: readonly {
      readonly id: string
      readonly vignette?: string
      readonly question: string
      readonly options: readonly { readonly id: string, readonly text: string }[]
    }[]
    readonly beliefs: readonly { readonly id: string, readonly text: string }[]
    readonly said: readonly { readonly what: string, readonly of: number, readonly how_many: string }[]
  }[]
}
