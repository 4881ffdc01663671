/** How a pupil gets in: the class's code, while the teacher has it open, or the key of a card; then three pictures. */
import type { OpenClass } from '#shared/api/join'
import { byName } from '#shared/people/by-name'
import { wholeCode } from '#shared/people/class-code'
import { Refusal } from '../platform/refusal.ts'
import { isKnown, type Whom } from '../platform/security/devices.ts'
import { siteOf } from '../platform/security/address.ts'
import { forgive, giveBack, isAllowed, isAllowedFrom, untilFree, untilFreeFrom, type Limit } from '../platform/security/rate-limit.ts'
import { hashOf, isSame, keyedHash } from '../platform/security/tokens.ts'
import { isLetInAt } from './classes.ts'
import { picturesHash } from './pupils.ts'
import { heldUp, HELD_UP, ONE_CHILD, pictureTries } from './join-tries.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

const MINUTE = 60_000

/** Wrong codes from one address: what a few classes mistype, and then ten an hour (docs/threat-model.md). */
export const WRONG_CODES: Limit = { tries: 30, window: 30 * 6 * MINUTE }
/** At one child's pictures, while a teacher lets the class in from where the teacher is. */
export const LET_IN: Limit = { tries: 10, window: 10 * 15_000 }
/** The right pictures on a device that was not known make up for so many wrong ones on others. */
const RIGHT_MAKES_UP = 3

export interface JoinVisitor {
  readonly db: Db
  /** The server's own key. */
  readonly secret: string
  /** Where the request comes from; counted under its hash. */
  readonly address: string
  /** What the device holds, where somebody has come in from it before. */
  readonly device?: string | undefined
  /** Milliseconds to wait where codes come faster from there than a school types them. */
  readonly pace?: () => number
  /** Is told which school a pupil is of, before it is known whether they get in. */
  readonly isOf?: (schoolId: string) => void
}

/** Where a class was opened from, and where a pupil is: only ever compared. In one building, devices may have networks of their own. */
export const placeOf = ({ secret, address }: Pick<JoinVisitor, 'secret' | 'address'>) => keyedHash(secret, `place:${siteOf(address)}`)

/** Why a pupil does not get in, for the page to say it kindly. A class that is shut is as one that is unknown. */
const refuse = (reason: 'code' | 'card' | 'pictures') =>
  new Refusal(reason === 'pictures' ? 'signed-out' : 'not-found', `join-${reason}`, { reason })

/** @param wait milliseconds until the next try, where no teacher helps before */
const holdUp = (what: 'busy' | 'wait-code' | 'wait-pictures', wait: number) =>
  new Refusal('too-many', 'held-up', { reason: what, seconds: Math.ceil(wait / 1000) })

type Found = Pick<Row<'class'>, 'id' | 'name' | 'open_until' | 'opened_from' | 'let_in_until' | 'let_in_from'>

/** Who has a way in that nobody at the same address closes: from a device of the class, or with a teacher's press. */
async function hasOwnWay({ db, device }: JoinVisitor, opened: Found | undefined, now: Date): Promise<boolean> {
  // Looked up for every code, so that it takes as long for each.
  const isDeviceOfClass = await isKnown(db, device, `class:${opened?.id ?? ''}`)
  return opened !== undefined && (isDeviceOfClass || isLetInAt(now, opened))
}

/**
 * @throws where the code is not of a class that is open now, or was guessed too often. What is counted and said is the same for
 * every code that opens nothing
 */
async function openClassWith(visitor: JoinVisitor, typedCode: string, now: Date): Promise<Found> {
  const { db, address } = visitor
  const found = await db
    .selectFrom('class')
    .select(['id', 'name', 'open_until', 'opened_from', 'let_in_until', 'let_in_from'])
    .where('code', '=', wholeCode(typedCode))
    .where('archived_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const opened = found?.open_until != null && found.open_until > now.toISOString() ? found : undefined
  if (await hasOwnWay(visitor, opened, now) && opened) return opened
  const busy = visitor.pace?.() ?? 0
  if (busy > 0) throw holdUp('busy', busy)
  // Wrong codes do not close it where it was opened.
  if (opened?.opened_from === placeOf(visitor)) return opened
  const wait = await untilFreeFrom(db, 'codes', address, WRONG_CODES, now.getTime())
  if (wait > 0) {
    // After the answer, so that it takes as long for every code.
    if (opened) setImmediate(() => void isAllowed(db, heldUp(opened.id), HELD_UP, now.getTime()).catch(() => undefined))
    throw holdUp('wait-code', wait)
  }
  if (opened) return opened
  await isAllowedFrom(db, 'codes', address, WRONG_CODES, now.getTime())
  throw refuse('code')
}

/** @returns the names of a class that is open for joining */
export async function namesToPick(visitor: JoinVisitor, typedCode: string, now = new Date()): Promise<OpenClass> {
  const { id, name } = await openClassWith(visitor, typedCode, now)
  const pupils = await visitor.db.selectFrom('pupil').select(['id', 'name']).where('class_id', '=', id).execute()
  return { className: name, pupils: pupils.sort(byName) }
}

/** With the code, which only works while the class is open, or with a card, which always does. */
export type Joining = { classCode: string, pupilId: string, pictures: readonly string[] } | { key: string, pictures: readonly string[] }

async function whoIsMeant(visitor: JoinVisitor, joining: Joining, now: Date) {
  const pupils = visitor.db
    .selectFrom('pupil')
    .innerJoin('class', 'class.id', 'pupil.class_id')
    .where('class.archived_at', 'is', null)
    .where('class.deleted_at', 'is', null)
    .select([
      'pupil.id',
      'pupil.school_id',
      'pupil.class_id',
      'pupil.pictures_hash',
      'class.name',
      'open_until',
      'opened_from',
      'class.let_in_until',
      'class.let_in_from',
      'pupil.let_in_until as own_let_in_until',
      'pupil.let_in_from as own_let_in_from',
    ])
  if ('key' in joining) {
    const found = await pupils.where('key_hash', '=', hashOf(joining.key)).executeTakeFirst()
    if (!found) throw refuse('card')
    return found
  }
  const { id: classId } = await openClassWith(visitor, joining.classCode, now)
  const found = await pupils.where('pupil.class_id', '=', classId).where('pupil.id', '=', joining.pupilId).executeTakeFirst()
  if (!found) throw refuse('code')
  return found
}

export interface JoinedPupil {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
}

/**
 * Wrong pictures are counted for each way by itself, so that nobody who tries one closes another: from a device of the child's,
 * with their card, with the class's code, and while a teacher lets the class in.
 * @returns the pupil whose pictures these are; @throws with the reason why not
 */
export async function join(visitor: JoinVisitor, joining: Joining, now = new Date()): Promise<JoinedPupil> {
  const { db, secret, device } = visitor
  const pupil = await whoIsMeant(visitor, joining, now)
  visitor.isOf?.(pupil.school_id)
  const whom: Whom = `pupil:${pupil.id}`
  const isTheirs = await isKnown(db, device, whom)
  const place = placeOf(visitor)
  const isLetIn = isLetInAt(now, pupil) && [pupil.opened_from, pupil.let_in_from].includes(place)
  // By themselves, where a teacher has let in this pupil alone.
  const isOwnLetIn = isLetInAt(now, { let_in_until: pupil.own_let_in_until }) && [pupil.opened_from, pupil.own_let_in_from].includes(place)
  const tries = pictureTries(pupil.id)
  const unknown = [tries['key' in joining ? 'card' : 'code'], ONE_CHILD] as const
  const ways = [
    ...(isTheirs ? [[tries.from(device ?? ''), ONE_CHILD] as const] : []),
    ...(isLetIn || isOwnLetIn ? [[tries.letIn, LET_IN] as const] : []),
    unknown,
  ]
  // Counted before anything is compared: of many that come at once, no more are looked at than there are tries.
  for (const [name, limit] of ways) {
    if (!await isAllowed(db, name, limit, now.getTime())) continue
    if (!isSame(picturesHash(secret, pupil.id, joining.pictures), pupil.pictures_hash)) throw refuse('pictures')
    if (isTheirs) await forgive(db, tries.from(device ?? ''))
    else await giveBack(db, unknown[0], ONE_CHILD, RIGHT_MAKES_UP + (name === unknown[0] ? 1 : 0))
    return { id: pupil.id, schoolId: pupil.school_id, classId: pupil.class_id }
  }
  throw holdUp('wait-pictures', Math.min(...await Promise.all(ways.map(([name, limit]) => untilFree(db, name, limit, now.getTime())))))
}
