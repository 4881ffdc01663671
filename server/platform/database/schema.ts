/**
 * Every table of ours, as its rows are read and written (docs/privacy.md says why each field is there).
 * Both databases speak this: ids are random text, days are `YYYY-MM-DD`, moments are ISO 8601 in UTC, yes and no are 1 and 0.
 * Every row belongs to a school, so that many schools can share one install.
 */
import type { Nation } from '#shared/lesson/nations'
import type { Generated } from 'kysely'
import type { classFields, ClassFieldName } from '#shared/people/class-fields'
import type { DefenceTables } from './schema-defence.ts'
import type { LtiTables } from './schema-lti.ts'
import type { SecondStepRule } from '#shared/people/second-step'
import type { PupilAccountTable, SchoolLogoTable, UpkeepTable } from './schema-beside.ts'
import type {
  StaffAccountTable,
  StaffLinkTable,
  StaffPasskeyTable,
  StaffSessionTable,
  StaffTable,
  StaffTwoFactorTable,
} from './staff-schema.ts'
import type {
  CheckCountTable, EvidenceNoteTable, EvidenceSumTable, InsightLookTable, InsightWaitingTable, InsightWordingTable, QuizEntryTable,
  ToldTogetherTable,
} from './insight-tables.ts'

interface SchoolTable {
  id: string
  name: string
  /** Last day of the school year, `MM-DD`. */
  year_ends: string
  /** Months after the end of the school year until classes of that year are deleted. */
  keep_months: number
  /** The school's own words on whom pupils can turn to; shown first in Help. */
  help_contact: string | null
  /** Which nation's help and words its pupils and staff get; `uk` until an admin has said. */
  nation: Generated<Nation>
  /** Who needs a second step at sign-in; `nobody` until an admin says otherwise. */
  second_step: Generated<SecondStepRule>
  /** 1 where pupils may come in with an account elsewhere; nobody may until an admin says so. */
  pupil_accounts: Generated<number>
  created_at: string
}

/** The link that makes the first school; its token is kept as a hash. */
interface SetupTable {
  token_hash: string
  created_at: string
}

/** What may stay empty is empty in a new row. */
type ClassFieldColumns = {
  [field in ClassFieldName]: (typeof classFields)[field]['isRequired'] extends true ? string : Generated<string>
}

interface ClassTable extends ClassFieldColumns {
  id: string
  school_id: string
  /** Said aloud and typed by children. */
  code: string
  created_at: string
  /** Last day of the school year it belongs to. */
  year_ends: string
  archived_at: string | null
  /** Until then `/join` lists the names of this class. */
  open_until: string | null
  /** Keyed hash of the address it was opened from: whoever is there has no part in the limit on guessed codes. */
  opened_from: string | null
  /** Day until which an admin has put its deletion off. */
  kept_until: string | null
  /** Nobody it is shared with can take it from them; null where nobody knows, or the account is gone. */
  made_by: string | null
  /** Until then a teacher lets in whoever would have to wait. */
  let_in_until: string | null
  /** Keyed hash of where that teacher was. */
  let_in_from: string | null
  /** Since then nobody sees it or comes in; a day later it is erased (server/classes/class-deletion.ts). */
  deleted_at: string | null
  /** Days of the week on which the class has this lesson, such as "24" for Tuesday and Thursday; empty where nobody has said. */
  lesson_days: Generated<string>
  /** 1: its quizzes ask all the same questions in the same order, unless somebody who assigns wants it otherwise. */
  same_order: Generated<number>
  /** Weeks after which its lessons are looked back at, unless somebody who assigns wants it otherwise; null for not at all. */
  booster_weeks: Generated<number | null>
  /** What it was called in the school year before the one that `year_ends`; null where nobody has moved it into that. */
  name_before: Generated<string | null>
}

/** A named set of pupils of a class, only for assigning. */
interface ClassGroupTable {
  id: string
  school_id: string
  class_id: string
  name: string
  created_at: string
  /** Since then it can be chosen no more; what it was given goes on. */
  removed_at: string | null
}

interface ClassGroupPupilTable {
  school_id: string
  group_id: string
  pupil_id: string
}

/** Days on which the school is shut. */
interface SchoolHolidayTable {
  id: string
  school_id: string
  name: string
  /** Both days belong to it. */
  first_day: string
  last_day: string
  /** Of the nation's list, of a calendar file, or typed in. */
  source: 'bank' | 'file' | 'typed'
  /** Since then it does not count; it can come back for a day. */
  removed_at: string | null
}

interface ClassStaffTable {
  school_id: string
  class_id: string
  staff_id: string
}

/** A class list that was taken in, or a year's roll-over, which can be undone for a day. */
interface RosterChangeTable {
  /** Chosen by the page that asked, so that the same request twice is done once. */
  id: string
  school_id: string
  staff_id: string
  kind: 'list' | 'year'
  made_at: string
  until: string
  undone_at: string | null
  /** JSON (classes/roster-changes.ts): which rows it made and changed, by their ids. No pupil's name. */
  way_back: string
}

interface PupilTable {
  id: string
  school_id: string
  class_id: string
  /** What the teacher typed: a first name, or an alias. */
  name: string
  /** Keyed hash of the three pictures. */
  pictures_hash: string
  /** Hash of the random key in the card's QR code. */
  key_hash: string
  /** Day on which the newest card was made, so that the teacher sees who has none yet. */
  card_made_on: string | null
  created_at: string
  /** Until then a teacher lets this pupil in, whose wrong pictures would make them wait. */
  let_in_until: string | null
  /** Keyed hash of where that teacher was. */
  let_in_from: string | null
}

/**
 * `before-reset`: the pupil has new pictures. `code-replaced`: the class has a new code. `newer-sessions`: the pupil came in on
 * several devices since.
 */
export type SessionEnd = 'before-reset' | 'code-replaced' | 'newer-sessions'

interface PupilSessionTable {
  token_hash: string
  school_id: string
  pupil_id: string
  /** Moved on with use, so that a session can end when nobody uses it. Never shown. */
  used_at: string
  /** So that none goes on for ever; null for one of an older release. Never shown. */
  began_at: string | null
  /** Why it is over, so that the device can say so; null while it is not. */
  ended: SessionEnd | null
}

interface AssignmentTable {
  id: string
  school_id: string
  class_id: string
  lesson_id: string
  /** Order in the class's list. */
  place: number
  kind: 'lesson' | 'booster'
  opens_on: string
  due_on: string | null
  created_at: string
  /** Which part of the lesson (shared/lesson/part.ts). */
  part: Generated<string>
  /** What questions and options are shuffled by, the same for all; null where each pupil has an order of their own. */
  order_seed: number | null
  /** Ids of questions, with a space between: never asked, and always asked. */
  left_out: Generated<string>
  put_in: Generated<string>
  /** Since then nothing is taken but from pupils who catch up. */
  closed_at: string | null
  /**
   * 1 from closing on until, a day later, what may be said is kept in words and single answers and counts are deleted: so long it
   * can be undone.
   */
  can_reopen: Generated<number>
  /** Whose it is where it is not the whole class's: whoever is in the group now. */
  group_id: Generated<string | null>
  /** Since then nobody sees it; it can come back for a day, and then goes with all that was done in it. */
  removed_at: Generated<string | null>
  /** 1 once what was shown of it is in a sum of the school's evidence. */
  is_summed: Generated<number>
}

interface AttemptTable {
  id: string
  school_id: string
  assignment_id: string
  pupil_id: string
  lesson_version: number
  /** The folded attempt (shared/attempt/suspend-data.ts); emptied a day after the assignment has closed. */
  state: string
  status: 'started' | 'finished'
  points: number | null
  max: number | null
  /** Grows with each time a device sends something; writing it holds the row, and 1 says that the row is new. */
  changes: number
  /** 1 once its first settled quiz was kept to be counted, wherever the pupil goes with it: nobody is counted twice. */
  has_entered: Generated<number>
  /** Which events it need not take again (server/platform/database/event-marks.ts); emptied with the state. */
  heard: Generated<string>
  /** 1 where a teacher lets the pupil do it once more, 2 once the pupil has opened it, 0 again when that is done. */
  second_go: Generated<number>
}

/** A pupil who need not do an assignment. No reason is kept. */
interface ExcuseTable {
  school_id: string
  assignment_id: string
  pupil_id: string
}

/** A pupil who goes on with an assignment that is closed for the others. */
interface CatchUpTable extends ExcuseTable {
  /** The last day, `YYYY-MM-DD`; the day after the one on which it was found done, or two weeks after it began. */
  ends_on: string
}

/** That a pupil has given a check, so that it counts once. What was said is only in the counts (table `tally`). */
interface CheckDoneTable {
  school_id: string
  assignment_id: string
  pupil_id: string
  form: 'before' | 'after'
}

interface AuditTable {
  id: string
  school_id: string
  at: string
  staff_id: string | null
  action: string
  /** Ids only, never a pupil's name. */
  subject: string
}

/** What was erased, by id, so that a restored backup is cleared of it again. */
interface ErasureTable {
  subject_id: string
  school_id: string
  kind: 'pupil' | 'class' | 'staff'
  at: string
  /** Whether somebody asked for it, or it had been kept long enough: only what was asked for is erased again. */
  cause: Generated<'asked' | 'time'>
}

/**
 * What retention will delete, and since when that is known; nothing is deleted that has not stood here for a week; single
 * answers of what was closed for a day. */
interface DeletionTable {
  /**
   * A class; an open assignment, which is closed; one that is closed, whose single answers go; one that was removed; what staff did, or
   * the list of erasures, of before a day.
   */
  kind: 'class' | 'assignment' | 'closing' | 'removed' | 'audit' | 'erasure'
  /** Of a class or an assignment the id; otherwise the day. */
  subject_id: string
  school_id: string | null
  announced_at: string
  /** Milliseconds: what `clock.steady` was. */
  steady: number
  /** The first day on which it may go. */
  due_on: string
}

/** The clock of this server, in one row (server/school/clock.ts). */
interface ClockTable {
  id: string
  /** The newest time that was believed. */
  seen_at: string
  /** Milliseconds that have certainly passed. */
  steady: number
  /** What a clock that jumped said first and last; null where none is doubted. */
  doubt_from: string | null
  doubt_at: string | null
  doubt_steady: Generated<number>
  /** Erasures of before this day were forgotten. */
  forgot_before: string | null
}

export interface Database extends LtiTables, DefenceTables {
  school: SchoolTable
  setup: SetupTable
  staff: StaffTable
  staff_session: StaffSessionTable
  staff_account: StaffAccountTable
  staff_two_factor: StaffTwoFactorTable
  staff_passkey: StaffPasskeyTable
  staff_link: StaffLinkTable
  class: ClassTable
  class_staff: ClassStaffTable
  roster_change: RosterChangeTable
  pupil: PupilTable
  class_group: ClassGroupTable
  class_group_pupil: ClassGroupPupilTable
  pupil_account: PupilAccountTable
  pupil_session: PupilSessionTable
  assignment: AssignmentTable
  attempt: AttemptTable
  excuse: ExcuseTable
  catch_up: CatchUpTable
  check_done: CheckDoneTable
  tally: CheckCountTable
  quiz_entry: QuizEntryTable
  told_together: ToldTogetherTable
  insight_wording: InsightWordingTable
  insight_look: InsightLookTable
  insight_waiting: InsightWaitingTable
  evidence_sum: EvidenceSumTable
  evidence_note: EvidenceNoteTable
  audit: AuditTable
  erasure: ErasureTable
  deletion: DeletionTable
  clock: ClockTable
  school_logo: SchoolLogoTable
  school_holiday: SchoolHolidayTable
  upkeep: UpkeepTable
  secret: { name: string, value: string }
}

export type Row<T extends keyof Database> = { [K in keyof Database[T]]: Database[T][K] extends Generated<infer V> ? V : Database[T][K] }
