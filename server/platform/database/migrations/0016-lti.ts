/**
 * Lessons inside an LMS (LTI 1.3): which platforms a school has connected, and what came from each. A course is a class, whoever
 * learns in it a pupil without a name.
 */
import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely'

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>

const needed = (column: ColumnDefinitionBuilder) => column.notNull()
const of = (address: string) => (column: ColumnDefinitionBuilder) => column.notNull().references(address).onDelete('cascade')
/** What stays as long as the platform does: a class must not outlive what says that it is a course. */
const held = (address: string) => (column: ColumnDefinitionBuilder) => column.notNull().references(address)

type Columns = Readonly<Record<string, (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder>>
const optional = (column: ColumnDefinitionBuilder) => column

async function make(db: AnyDatabase, name: string, columns: Columns, key: readonly string[], unique: readonly string[] = []) {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const [column, type] of Object.entries(columns))
    table = table.addColumn(column, column === 'tries' || column === 'points' || column === 'max' ? 'integer' : 'text', type)
  table = table.addPrimaryKeyConstraint(`${name}_key`, [...key])
  if (unique.length > 0) table = table.addUniqueConstraint(`${name}_once`, [...unique])
  await table.execute()
}

export async function up(db: AnyDatabase): Promise<void> {
  const school_id = of('school.id')
  await make(
    db,
    'lti_platform',
    {
      id: needed, school_id, name: needed, issuer: needed, client_id: needed, auth_url: needed, token_url: needed,
      token_audience: optional, jwks_url: needed, origins: needed, state: needed, created_at: needed,
    },
    ['id'],
    ['issuer', 'client_id'],
  )
  await make(
    db,
    'lti_deployment',
    { platform_id: of('lti_platform.id'), deployment_id: needed, school_id },
    ['platform_id', 'deployment_id'],
  )
  await make(db, 'lti_key', { kid: needed, private_key: needed, public_key: needed, created_at: needed, retired_at: optional }, ['kid'])
  await make(db, 'lti_invite', { token_hash: needed, school_id, origin: needed, expires_at: needed }, ['token_hash'])
  await make(
    db,
    'lti_login',
    {
      state_hash: needed, school_id, platform_id: of('lti_platform.id'), nonce: needed, secret_hash: needed, asked: needed,
      expires_at: needed,
    },
    ['state_hash'],
  )
  await make(
    db,
    'lti_context',
    {
      class_id: of('class.id'), school_id, platform_id: held('lti_platform.id'), deployment_id: needed, context_id: needed,
      members_url: optional,
    },
    ['class_id'],
    ['platform_id', 'deployment_id', 'context_id'],
  )
  await make(
    db,
    'lti_link',
    { id: needed, school_id, class_id: of('class.id'), link_id: needed, assignment_id: of('assignment.id'), line_item: optional },
    ['id'],
    ['class_id', 'link_id'],
  )
  await make(
    db,
    'lti_pupil',
    { pupil_id: of('pupil.id'), school_id, class_id: of('class.id'), person: needed },
    ['pupil_id'],
    ['class_id', 'person'],
  )
  await make(
    db,
    'lti_session',
    {
      token_hash: needed, id: needed, school_id, platform_id: of('lti_platform.id'),
      class_id: column => column.references('class.id').onDelete('cascade'), person: needed, picking: optional,
      used_at: needed, began_at: needed,
    },
    ['token_hash'],
  )
  await make(
    db,
    'lti_score',
    {
      link_id: of('lti_link.id'), pupil_id: of('pupil.id'), school_id, points: needed, max: needed, state: needed, tries: needed,
      next_at: needed, reason: optional,
    },
    ['link_id', 'pupil_id'],
  )
  await db.schema.createIndex('lti_link_assignment').on('lti_link').column('assignment_id').execute()
}
