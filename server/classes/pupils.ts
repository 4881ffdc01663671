/** Pupils of a class: a name each, three pictures, and the key of a card. Pictures and keys are told once, to the teacher who made them. */
import { randomInt } from 'node:crypto'
import type { Card, PupilPictures } from '#shared/api/classes'
import { loginPictures, PICTURES_IN_PASSWORD, type LoginPicture } from '#shared/people/login-pictures'
import { byName } from '#shared/people/by-name'
import { checkNames, isBlocking, MOST_PUPILS } from '#shared/people/pupil-names'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { forgive } from '../platform/security/rate-limit.ts'
import { hashOf, keyedHash, newId, newToken } from '../platform/security/tokens.ts'
import type { ClassViewer } from '../accounts/staff/class-access.ts'
import { activeClass, lockClass, type Viewer } from './classes.ts'
import type { Db } from '../platform/database/client.ts'
import { endSessions } from './pupil-session-rows.ts'
import type { Row } from '../platform/database/schema.ts'
import { pictureTries, sharedTries } from './join-tries.ts'

export const picturesHash = (secret: string, pupilId: string, pictures: readonly string[]) =>
  keyedHash(secret, `${pupilId}:${pictures.join(',')}`)

function drawPictures(): LoginPicture[] {
  const left: LoginPicture[] = [...loginPictures]
  return Array.from({ length: PICTURES_IN_PASSWORD }, () => left.splice(randomInt(left.length), 1)).flat()
}

const inOrder = <T extends { name: string }>(rows: readonly T[]) => [...rows].sort(byName)

/**
 * Adds pupils, all of them or none, in the transaction that holds the class.
 * @param secret the server's own key
 * @throws `invalid` where a name cannot be taken, `conflict` where the class would be too large
 */
export async function insertPupils(
  all: Db,
  viewer: Viewer,
  secret: string,
  classId: string,
  names: readonly string[],
  now: Date,
): Promise<PupilPictures[]> {
  const taken = await all.selectFrom('pupil').select('name').where('class_id', '=', classId).execute()
  if (taken.length + names.length > MOST_PUPILS)
    throw new Refusal('conflict', { key: 'class-too-large', values: { most: MOST_PUPILS, count: taken.length + names.length } })
  const checked = checkNames(
    names,
    taken.map(({ name }) => name),
  )
  const wrong = checked.findIndex(({ problem }) => isBlocking(problem))
  if (wrong >= 0)
    throw new Refusal('invalid', { key: 'name-in-list', values: { row: wrong + 1 } }, { row: wrong, problem: checked[wrong]?.problem })
  const made = checked.map(({ name }) => ({ id: newId(), name, pictures: drawPictures() }))
  if (made.length > 0) {
    await all
      .insertInto('pupil')
      .values(
        made.map(({ id, name, pictures }) => ({
          id,
          school_id: viewer.schoolId,
          class_id: classId,
          name,
          created_at: now.toISOString(),
          card_made_on: null,
          pictures_hash: picturesHash(secret, id, pictures),
          // Of a key that nobody knows: a card is made when it is printed.
          key_hash: hashOf(newToken()),
        })),
      )
      .execute()
  }
  for (const { id } of made) await audit(all, viewer, 'pupil.add', id)
  return inOrder(made)
}

/** New pictures, in the transaction that holds the class. @param pupils of it */
export async function drawAnew(
  all: Db,
  secret: string,
  pupils: readonly { readonly id: string, readonly name: string }[],
): Promise<PupilPictures[]> {
  const made = pupils.map(pupil => ({ ...pupil, pictures: drawPictures() }))
  for (const { id, pictures } of made)
    await all.updateTable('pupil').set({ pictures_hash: picturesHash(secret, id, pictures) }).where('id', '=', id).execute()
  return inOrder(made)
}

/** @throws `not-found` where one of them is not in the class */
async function pupilsOf(db: Db, viewer: Viewer, classId: string, ids: readonly string[]): Promise<{ id: string, name: string }[]> {
  const pupils = await db
    .selectFrom('pupil')
    .select(['id', 'name'])
    .where('class_id', '=', classId)
    .where('school_id', '=', viewer.schoolId)
    .execute()
  const wanted = new Set(ids)
  const found = pupils.filter(({ id }) => wanted.has(id))
  if (found.length < wanted.size) throw noPupil()
  return inOrder(found)
}

const noPupil = () => new Refusal('not-found', 'no-pupil')

/**
 * New pictures for some pupils of a class. Earlier ones stop working, whoever is signed in with them is signed out, and wrong
 * tries are forgiven.
 */
export function resetPictures(db: Db, viewer: Viewer, secret: string, classId: string, ids: readonly string[]): Promise<PupilPictures[]> {
  return db.transaction().execute(async (all) => {
    await activeClass(all, viewer, classId)
    const made = (await pupilsOf(all, viewer, classId, ids)).map(pupil => ({ ...pupil, pictures: drawPictures() }))
    for (const { id, pictures } of made) {
      await all
        .updateTable('pupil')
        .set({ pictures_hash: picturesHash(secret, id, pictures) })
        .where('id', '=', id)
        .where('school_id', '=', viewer.schoolId)
        .execute()
      await endSessions(all, { pupilId: id }, 'before-reset')
      await forgive(all, ...sharedTries(id))
      await audit(all, viewer, 'pupil.pictures', id)
    }
    return made
  })
}

/** New cards for some pupils of a class. Earlier cards of theirs stop working. */
export function makeCards(db: Db, viewer: Viewer, classId: string, ids: readonly string[], now = new Date()): Promise<Card[]> {
  return db.transaction().execute(async (all) => {
    await activeClass(all, viewer, classId)
    const made = (await pupilsOf(all, viewer, classId, ids)).map(pupil => ({ ...pupil, key: newToken() }))
    for (const { id, key } of made) {
      await all
        .updateTable('pupil')
        .set({ key_hash: hashOf(key), card_made_on: now.toISOString().slice(0, 10) })
        .where('id', '=', id)
        .where('school_id', '=', viewer.schoolId)
        .execute()
      await forgive(all, pictureTries(id).card)
      await audit(all, viewer, 'pupil.card', id)
    }
    return made
  })
}

/** @throws `not-found` where there is no such pupil in their school */
export async function pupilRow(db: Db, viewer: ClassViewer, pupilId: string): Promise<Row<'pupil'>> {
  const found = await db
    .selectFrom('pupil')
    .selectAll()
    .where('id', '=', pupilId)
    .where('school_id', '=', viewer.schoolId)
    .executeTakeFirst()
  if (!found) throw noPupil()
  return found
}

/** @throws `not-found` where the pupil is in no class of theirs */
export async function seenPupil(db: Db, viewer: ClassViewer, pupilId: string, ofClass = activeClass): Promise<Row<'pupil'>> {
  const found = await pupilRow(db, viewer, pupilId)
  await ofClass(db, viewer, found.class_id).catch((error: unknown) => {
    throw error instanceof Refusal && error.kind === 'not-found' ? noPupil() : error
  })
  return found
}

/** @returns the name as it is kept; @throws `conflict` where it is taken in the class, or is no name */
export async function ensureFree(db: Db, classId: string, pupilId: string, name: string): Promise<string> {
  const others = await db.selectFrom('pupil').select('name').where('class_id', '=', classId).where('id', '!=', pupilId).execute()
  const [checked] = checkNames([name], others.map(other => other.name))
  if (!checked || isBlocking(checked.problem)) {
    if (checked?.problem !== 'in-class') throw new Refusal('conflict', 'name-unusable')
    throw new Refusal(
      'conflict',
      checked.suggestion === undefined ? 'name-in-class' : { key: 'name-in-class-suggestion', values: { name: checked.suggestion } },
    )
  }
  return checked.name
}

export function renamePupil(db: Db, viewer: Viewer, pupilId: string, name: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    const pupil = await seenPupil(all, viewer, pupilId)
    const free = await ensureFree(all, pupil.class_id, pupilId, name)
    await all.updateTable('pupil').set({ name: free }).where('id', '=', pupilId).where('school_id', '=', viewer.schoolId).execute()
    await audit(all, viewer, 'pupil.rename', pupilId)
  })
}

/**
 * Erases a pupil for good, also from an archived class, with all they have done. What is left is the id, so that a restored
 * backup is cleared of it too.
 */
export function erasePupil(db: Db, viewer: ClassViewer, pupilId: string, now = new Date()): Promise<void> {
  return db.transaction().execute(async (all) => {
    await seenPupil(all, viewer, pupilId, lockClass)
    await eraseOne(all, viewer, pupilId, now)
  })
}

/** As `erasePupil`, in the transaction that holds the class. */
export async function eraseOne(all: Db, viewer: ClassViewer, pupilId: string, now: Date): Promise<void> {
  // Attempts before their pupil, in the order in which a pupil at work holds them: else each could wait for the other.
  await all.deleteFrom('attempt').where('pupil_id', '=', pupilId).execute()
  // A colleague may have erased them while this waited.
  const { numDeletedRows } = await all
    .deleteFrom('pupil')
    .where('id', '=', pupilId)
    .where('school_id', '=', viewer.schoolId)
    .executeTakeFirst()
  if (Number(numDeletedRows) === 0) throw noPupil()
  await all
    .insertInto('erasure')
    .values({ subject_id: pupilId, school_id: viewer.schoolId, kind: 'pupil', at: now.toISOString() })
    .execute()
  await forgive(all, ...sharedTries(pupilId))
  await audit(all, viewer, 'pupil.erase', pupilId)
}
