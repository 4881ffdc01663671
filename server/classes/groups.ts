/** What can be done with the groups of a class by those who may see it. */
import type { GroupFields, MadeGroup } from '#shared/api/classes'
import { MOST_GROUPS } from '#shared/people/class-fields'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { newId } from '../platform/security/tokens.ts'
import { ensureClass } from '../accounts/staff/class-access.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { activeClass, type Viewer } from './classes.ts'

/** @throws `not-found` where there is none in a class that somebody may see; removed ones are found too */
async function groupRow(db: Db, viewer: Viewer, groupId: string): Promise<Row<'class_group'>> {
  const found = await db
    .selectFrom('class_group')
    .selectAll()
    .where('id', '=', groupId)
    .where('school_id', '=', viewer.schoolId)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'no-group')
  await ensureClass(db, viewer, found.class_id)
  return found
}

/** @returns a group that can be chosen; @throws `not-found` where there is none */
export async function ensureGroup(db: Db, viewer: Viewer, groupId: string): Promise<Row<'class_group'>> {
  const found = await groupRow(db, viewer, groupId)
  if (found.removed_at !== null) throw new Refusal('not-found', 'no-group')
  return found
}

/** @throws `conflict` where the class has a group of that name, `not-found` where somebody is not in the class */
async function ensureFits(all: Db, classId: string, { name, pupilIds }: GroupFields, own?: string) {
  const others = await all
    .selectFrom('class_group')
    .select(['id', 'name'])
    .where('class_id', '=', classId)
    .where('removed_at', 'is', null)
    .execute()
  if (others.some(one => one.id !== own && one.name.toLowerCase() === name.toLowerCase())) throw new Refusal('conflict', 'group-name-taken')
  if (others.length >= MOST_GROUPS && own === undefined) throw new Refusal('conflict', 'too-many-groups')
  const found = await all.selectFrom('pupil').select('id').where('class_id', '=', classId).where('id', 'in', [...pupilIds]).execute()
  if (found.length < new Set(pupilIds).size) throw new Refusal('not-found', 'not-in-class')
}

async function writeMembers(all: Db, { id, school_id: schoolId }: Pick<Row<'class_group'>, 'id' | 'school_id'>, pupilIds: readonly string[]) {
  await all.deleteFrom('class_group_pupil').where('group_id', '=', id).execute()
  await all
    .insertInto('class_group_pupil')
    .values([...new Set(pupilIds)].map(pupilId => ({ school_id: schoolId, group_id: id, pupil_id: pupilId })))
    .execute()
}

export function makeGroup(db: Db, viewer: Viewer, classId: string, fields: GroupFields, now = new Date()): Promise<MadeGroup> {
  return db.transaction().execute(async (all) => {
    await activeClass(all, viewer, classId)
    await ensureFits(all, classId, fields)
    const id = newId()
    await all
      .insertInto('class_group')
      .values({ id, school_id: viewer.schoolId, class_id: classId, name: fields.name, created_at: now.toISOString(), removed_at: null })
      .execute()
    await writeMembers(all, { id, school_id: viewer.schoolId }, fields.pupilIds)
    await audit(all, viewer, 'group.make', id)
    return { id }
  })
}

/** Another name, or other pupils: who is in it has what it was given. What somebody did who is in it no more stays, unseen. */
export function changeGroup(db: Db, viewer: Viewer, groupId: string, fields: GroupFields): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { class_id: classId } = await ensureGroup(all, viewer, groupId)
    await activeClass(all, viewer, classId)
    const group = await ensureGroup(all, viewer, groupId)
    await ensureFits(all, classId, fields, groupId)
    await all.updateTable('class_group').set({ name: fields.name }).where('id', '=', groupId).execute()
    await writeMembers(all, group, fields.pupilIds)
    await audit(all, viewer, 'group.change', groupId)
  })
}

/** It can be chosen no more, or again. What it was given goes on with whoever is in it. */
export function setGroupRemoved(db: Db, viewer: Viewer, groupId: string, isRemoved: boolean, now = new Date()): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { class_id: classId, name } = await groupRow(all, viewer, groupId)
    await activeClass(all, viewer, classId)
    if (!isRemoved) {
      const members = await all.selectFrom('class_group_pupil').select('pupil_id').where('group_id', '=', groupId).execute()
      if (members.length > 0) await ensureFits(all, classId, { name, pupilIds: members.map(row => row.pupil_id) }, groupId)
    }
    await all.updateTable('class_group').set({ removed_at: isRemoved ? now.toISOString() : null }).where('id', '=', groupId).execute()
    await audit(all, viewer, isRemoved ? 'group.remove' : 'group.restore', groupId)
  })
}
