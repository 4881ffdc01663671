/** Whose an assignment is: the whole class's, or that of whoever is in a group of it. Nobody's, once it was removed. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * @param pupilId a value, or a reference to a column
 * @returns the condition that the pupil has it, for a query with the table `assignment`; that it is their class's is not part of it
 */
export const isOwn = (pupilId: string | RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`(assignment.removed_at is null and (
  assignment.group_id is null
  or exists (select 1 from class_group_pupil where class_group_pupil.group_id = assignment.group_id and class_group_pupil.pupil_id = ${pupilId})
))`
