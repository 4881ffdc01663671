/** Class lists that are taken in, the year's roll-over, and undoing both for a day. */
import { z } from 'zod'
import { day, id } from '#shared/api/fields'
import type { PupilPictures } from '#shared/api/classes'
import { classFields, schoolYears } from '#shared/people/class-fields'
import { MOST_PUPILS } from '#shared/people/pupil-names'
import { tidyName } from '#shared/text/tidy-text'

const anyName = z.string().max(500)
const className = anyName.transform(tidyName).pipe(z.string().min(1).max(classFields.name.longest))
const year = z.enum(['', ...schoolYears])
const names = z.array(anyName).max(MOST_PUPILS)
/** More than a school has. */
const MOST_CLASSES = 120
const MOST_COLLEAGUES = 20

const listedClass = z.strictObject({
  /** A class that is there; null for a new one. */
  classId: id.nullable(),
  /** Of a new one; otherwise empty. */
  name: anyName.transform(tidyName).pipe(z.string().max(classFields.name.longest)),
  year,
  /** Who gets a new one besides: nobody said, whoever asks. */
  staffIds: z.array(id).max(MOST_COLLEAGUES),
  names,
  /** On purpose: another class may be called so. */
  again: z.boolean(),
}).refine(({ classId, name }) => classId !== null || name !== '')

export type ListedClass = z.infer<typeof listedClass>

/** `POST /api/class-lists`: pupils into classes that are there or are made, all or none. */
export const classListsBody = z.strictObject({
  /** Chosen at random by the page: the same request twice is done once. */
  id,
  classes: z.array(listedClass).min(1).max(MOST_CLASSES),
})

export interface TakenClass {
  readonly id: string
  readonly name: string
  readonly isNew: boolean
  readonly pupils: readonly PupilPictures[]
}

/** `POST /api/class-lists`: what a teacher is shown right after it was made, and never again */
export interface TakenList {
  readonly id: string
  /** Moment until which it can be undone. */
  readonly until: string
  readonly classes: readonly TakenClass[]
}

/** One of `GET /api/roster-changes`: what whoever asks can undo */
export interface RosterChange {
  readonly id: string
  readonly kind: 'list' | 'year'
  readonly madeAt: string
  readonly until: string
  /** Who did it. */
  readonly by: string
  /** Classes that moved up or were kept for the new year, those that left, and those that were made. */
  readonly moved: number
  readonly left: number
  readonly made: number
  /** Who was added. */
  readonly pupils: number
  /** Classes that pupils were added to, as they are called now, by name; without those that whoever asks has not. */
  readonly to: readonly string[]
}

/** What stays as it is when something is undone, because somebody has changed or used it since. */
export interface KeptAtUndo {
  readonly why: 'pupils' | 'in-use' | 'gone' | 'changed' | 'lessons' | 'same-name'
  /** Of the class. */
  readonly name: string
  /** Of pupils, lessons, or classes. */
  readonly count: number
}

/** `POST /api/roster-changes/<id>/undo` */
export interface UndoneChange {
  readonly kept: readonly KeptAtUndo[]
}

const yearSteps = ['up', 'stays', 'leaves'] as const
type YearStep = typeof yearSteps[number]

/** What should be looked at first. */
export type YearConcern = 'nobody' | 'no-year'

/** A class, and what becomes of it unless somebody says otherwise. */
export interface YearLine {
  readonly id: string
  readonly name: string
  readonly year: string
  readonly pupils: number
  readonly staff: readonly { readonly id: string, readonly name: string }[]
  /** Lessons that are open now. */
  readonly open: number
  readonly step: YearStep
  /** How it is called if it moves up. */
  readonly nextName: string
  readonly nextYear: string
  /** If it leaves: the first day on which it is deleted by itself. */
  readonly goesOn: string
  readonly concerns: readonly YearConcern[]
  /** To be looked at before others: there is a concern, or what it will be called is another's name too. */
  readonly isFirst: boolean
  /** It is of that school year already. */
  readonly isDone: boolean
}

/** `GET /api/school-year` */
export const schoolYearQuery = z.object({ ends: day.optional() })

/** `GET /api/school-year` */
export interface SchoolYearPlan {
  /** First and last day of the school year that is prepared. */
  readonly begins: string
  readonly ends: string
  /** Last days of the school years that can be prepared: this one, and the next. */
  readonly choices: readonly string[]
  /** More than four months before it begins. */
  readonly isEarly: boolean
  readonly lines: readonly YearLine[]
  readonly colleagues: readonly { readonly id: string, readonly name: string }[]
  /** The newest roll-over, as long as it can be undone. */
  readonly undo: RosterChange | null
}

/** `POST /api/school-year`: rolls the year over, all or nothing */
export const schoolYearBody = z.strictObject({
  /** Chosen at random by the page: the same request twice is done once. */
  id,
  ends: day,
  lines: z.array(z.strictObject({
    classId: id,
    /** As the page showed it: whoever has renamed it meanwhile is not overruled. */
    was: anyName,
    step: z.enum(yearSteps),
    name: className,
    year,
    /** Who takes it; null for those who have it. */
    staffId: id.nullable(),
    /** Pupils of a new list who are not in it yet. */
    names,
  })).max(MOST_CLASSES),
  made: z.array(z.strictObject({ name: className, year, staffId: id.nullable(), names })).max(MOST_CLASSES),
})

export type SchoolYearWish = z.infer<typeof schoolYearBody>
