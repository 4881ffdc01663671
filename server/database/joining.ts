/** How a pupil gets in: the class's code, while the teacher has it open, or the key of a card; then three pictures. */
import { createError } from 'h3'
import { wholeCode } from '#shared/class-code'
import { forgive, isAllowed, isUsedUp, type Limit } from '../security/rate-limit.ts'
import { hashOf, isSame, keyedHash } from '../security/tokens.ts'
import { picturesHash, pictureTries } from './pupils.ts'
import type { Db } from './client.ts'

const QUARTER_OF_AN_HOUR = 15 * 60_000
const pictureLimit: Limit = { tries: 10, window: QUARTER_OF_AN_HOUR }
/** Wrong codes from one address; whoever is where the class was opened from may still come in. */
const codeLimit: Limit = { tries: 30, window: QUARTER_OF_AN_HOUR }
/** Wrong codes from one address after which nobody there may, since a script is at work. */
const scriptLimit: Limit = { tries: 300, window: QUARTER_OF_AN_HOUR }

export interface Asker {
  readonly db: Db
  /** The server's own key. */
  readonly secret: string
  /** Where the request comes from; counted under its hash. */
  readonly address: string
  /** Is told which school a pupil is of, before it is known whether they get in. */
  readonly isOf?: (schoolId: string) => void
}

/** Where a class was opened from, and where a pupil is: only ever compared. */
export const placeOf = ({ secret, address }: Pick<Asker, 'secret' | 'address'>) => keyedHash(secret, `place:${address}`)

const wrongCodes = (address: string) => `codes:${address}`

/** Why a pupil does not get in, for the page to say it kindly. */
type Refusal = 'code' | 'closed' | 'card' | 'pictures' | 'too-many'
const statusOf: Readonly<Record<Refusal, number>> = { code: 404, closed: 409, card: 404, pictures: 401, 'too-many': 429 }
const sentenceOf: Readonly<Record<Refusal, string>> = {
  code: 'We do not know this code. Look at it again.',
  closed: 'This class is not open. Ask your teacher, or use your card.',
  card: 'This card does not work any more. Ask your teacher.',
  pictures: 'Those are not the pictures. Try again.',
  'too-many': 'Too many tries. Ask your teacher.',
}

const refuse = (reason: Refusal) => createError({ statusCode: statusOf[reason], statusMessage: sentenceOf[reason], data: { reason } })

/** @throws where the code is wrong, guessed too often, or of a class that is not open now */
async function openClassWith({ db, secret, address }: Asker, typedCode: string, now: Date) {
  const found = await db.selectFrom('class').select(['id', 'name', 'open_until', 'opened_from']).where('code', '=', wholeCode(typedCode)).where('archived_at', 'is', null).executeTakeFirst()
  if (!found) throw refuse(await isAllowed(db, wrongCodes(address), codeLimit, now.getTime()) ? 'code' : 'too-many')
  const isNear = found.opened_from === placeOf({ secret, address })
  if (await isUsedUp(db, wrongCodes(address), isNear ? scriptLimit : codeLimit, now.getTime())) throw refuse('too-many')
  if (found.open_until === null || found.open_until <= now.toISOString()) throw refuse('closed')
  return found
}

export interface OpenClass {
  readonly className: string
  readonly pupils: readonly { readonly id: string, readonly name: string }[]
}

/** @returns the names of a class that is open for joining */
export async function namesToPick(asker: Asker, typedCode: string, now = new Date()): Promise<OpenClass> {
  const { id, name } = await openClassWith(asker, typedCode, now)
  const pupils = await asker.db.selectFrom('pupil').select(['id', 'name']).where('class_id', '=', id).execute()
  return { className: name, pupils: pupils.sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true })) }
}

/** With the code, which only works while the class is open, or with a card, which always does. */
export type Joining = { classCode: string, pupilId: string, pictures: readonly string[] } | { key: string, pictures: readonly string[] }

async function whoIsMeant(asker: Asker, joining: Joining, now: Date) {
  const pupils = asker.db.selectFrom('pupil').select(['pupil.id', 'pupil.school_id', 'pupil.pictures_hash'])
  if ('key' in joining) {
    const found = await pupils.innerJoin('class', 'class.id', 'pupil.class_id').where('class.archived_at', 'is', null).where('key_hash', '=', hashOf(joining.key)).executeTakeFirst()
    if (!found) throw refuse('card')
    return found
  }
  const { id: classId } = await openClassWith(asker, joining.classCode, now)
  const found = await pupils.where('pupil.class_id', '=', classId).where('pupil.id', '=', joining.pupilId).executeTakeFirst()
  if (!found) throw refuse('code')
  return found
}

/** @returns the pupil whose pictures these are; @throws with the reason why not */
export async function join(asker: Asker, joining: Joining, now = new Date()): Promise<{ id: string, schoolId: string }> {
  const { db, secret } = asker
  const pupil = await whoIsMeant(asker, joining, now)
  asker.isOf?.(pupil.school_id)
  if (!await isAllowed(db, pictureTries(pupil.id), pictureLimit, now.getTime())) throw refuse('too-many')
  if (!isSame(picturesHash(secret, pupil.id, joining.pictures), pupil.pictures_hash)) throw refuse('pictures')
  await forgive(db, pictureTries(pupil.id))
  return { id: pupil.id, schoolId: pupil.school_id }
}
