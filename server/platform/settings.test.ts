import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forFramework, hintsIn, NEUTRAL_PAGE, readSettings, SettingsError, variableNames, type Environment } from './settings'

/** @returns what is said of this environment */
function problemsOf(env: Environment): readonly string[] {
  try {
    readSettings(env)
    return []
  }
  catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.problems
  }
}

describe('settings', () => {
  it('are all optional', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: undefined,
      basePath: '/',
      publicUrl: undefined,
      ownUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      mail: undefined,
      oidc: undefined,
      leaveUrl: NEUTRAL_PAGE,
      shutdownTimeout: 30_000,
    })
  })

  it('take a second host on a site of its own', () => {
    for (const [own, second] of [
      ['https://lessons.example', 'https://lessons-preview.example/'],
      ['https://lessons.oak.co.uk', 'https://elm.co.uk'],
      ['https://oak.kent.sch.uk', 'https://elm.kent.sch.uk'],
    ] as const)
      expect(readSettings({ PUBLIC_URL: own, PREVIEW_URL: second }).previewOrigin).toBe(new URL(second).origin)
  })

  it('that are empty count as not set, as Compose passes them on', () => {
    const empty = Object.fromEntries(variableNames.map(name => [name, ' ']))
    for (const name of ['AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL', 'GOOGLE_CLIENT_SECRET', 'MICROSOFT_CLIENT_SECRET', 'OIDC_CLIENT_SECRET'])
      empty[name] = ''
    expect(readSettings(empty)).toEqual(readSettings({}))
  })

  it('say where people reach the app, its path included', () => {
    expect(readSettings({ PUBLIC_URL: 'https://lessons.example/' }).ownUrl).toBe('https://lessons.example')
    for (const PUBLIC_URL of ['https://lessons.example', 'https://lessons.example/whos-there', 'https://lessons.example/whos-there/']) {
      expect(readSettings({ PUBLIC_URL, NUXT_APP_BASE_URL: '/whos-there/' })).toMatchObject({
        publicUrl: 'https://lessons.example/whos-there',
        ownUrl: 'https://lessons.example/whos-there',
      })
    }
    expect(readSettings({ NUXT_APP_BASE_URL: '/whos-there/', PORT: '3001' }).ownUrl).toBe('http://localhost:3001/whos-there')
  })

  it('take a key as it is, since a space less would be another one', () => {
    expect(readSettings({ AUTH_SECRET: ` ${'k'.repeat(32)} ` }).authSecret).toBe(` ${'k'.repeat(32)} `)
  })

  it('are what Nitro and Nuxt read too', () => {
    expect(forFramework(readSettings({ PORT: '3001', NUXT_PUBLIC_LEAVE_URL: 'https://neutral.example/' }))).toMatchObject({
      NITRO_PORT: '3001',
      NUXT_PUBLIC_LEAVE_URL: 'https://neutral.example/',
    })
  })

  it.each<[Environment, string]>([
    [{ PORT: 'abc' }, 'PORT is "abc". Write a whole number from 1 to 65535'],
    [{ PORT: '0' }, 'PORT is "0"'],
    [{ PORT: '3000.5' }, 'PORT is "3000.5"'],
    [{ PUBLIC_URL: 'lessons.example' }, 'PUBLIC_URL is "lessons.example". Write the whole address'],
    [{ PUBLIC_URL: 'lessons.example:3000' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://lessons.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https:lessons.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://lessons.example/?a' }, 'PUBLIC_URL'],
    [{ PREVIEW_URL: 'https://other.example' }, 'PREVIEW_URL needs PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://lessons.example', PREVIEW_URL: 'https://other.example/path' }, 'PREVIEW_URL is'],
    [{ PUBLIC_URL: 'https://lessons.example', PREVIEW_URL: 'http://other.example' }, 'PREVIEW_URL begins with http://'],
    [{ PUBLIC_URL: 'http://lessons.example', PREVIEW_URL: 'http://other.example' }, 'no package can be played there'],
    [{ PUBLIC_URL: 'https://lessons.example', PREVIEW_URL: 'https://lessons.example' }, 'on the same site'],
    [{ PUBLIC_URL: 'https://lessons.example', PREVIEW_URL: 'https://lessons.example:8443' }, 'on the same site'],
    [{ PUBLIC_URL: 'https://a.school.example', PREVIEW_URL: 'https://b.school.example' }, 'on the same site'],
    [{ PUBLIC_URL: 'https://a.oak.co.uk', PREVIEW_URL: 'https://oak.co.uk' }, 'on the same site as PUBLIC_URL (oak.co.uk)'],
    [{ PUBLIC_URL: 'https://a.oak.kent.sch.uk', PREVIEW_URL: 'https://b.oak.kent.sch.uk' }, 'on the same site as PUBLIC_URL (oak.kent.sch.uk)'],
    [{ PUBLIC_URL: 'https://lessons.example/here' }, 'Write NUXT_APP_BASE_URL=/here/ too'],
    [{ NUXT_APP_BASE_URL: 'whos-there' }, 'NUXT_APP_BASE_URL=/whos-there/'],
    [{ NUXT_APP_BASE_URL: '/whos-there' }, 'a slash at both ends'],
    [{ NUXT_APP_BASE_URL: '//evil.example/' }, 'a slash at both ends'],
    [{ TRUSTED_PROXIES: 'banana' }, 'TRUSTED_PROXIES is "banana". Write addresses or networks'],
    [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL cannot be used as it is. Write the address of a PostgreSQL'],
    [{ DATABASE_URL: 'mysql://school@localhost/lessons' }, 'postgres://'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET has 5 signs, which is too short. Write at least 32'],
    [{ SMTP_URL: 'foo', MAIL_FROM: 'a@b.example' }, 'SMTP_URL cannot be used as it is. Write the address of a mail server'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'Mail needs MAIL_FROM beside SMTP_URL. Set it too, or leave all of it out.'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, 'MAIL_FROM is "nobody"'],
    [
      { GOOGLE_CLIENT_ID: 'id', PUBLIC_URL: 'https://lessons.example' },
      'Sign-in with Google needs GOOGLE_CLIENT_SECRET beside GOOGLE_CLIENT_ID',
    ],
    [{ GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' }, 'needs PUBLIC_URL'],
    [{ MICROSOFT_TENANT_ID: 'a-tenant' }, 'needs MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET'],
    [
      { OIDC_ISSUER: 'notaurl', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret', PUBLIC_URL: 'https://lessons.example' },
      'OIDC_ISSUER is "notaurl"',
    ],
    [
      {
        OIDC_ISSUER: 'http://id.oakfield.example',
        OIDC_CLIENT_ID: 'id',
        OIDC_CLIENT_SECRET: 'secret',
        PUBLIC_URL: 'https://lessons.example',
      },
      'https://',
    ],
    [{ OIDC_NAME: 'Oakfield' }, 'needs OIDC_ISSUER and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside OIDC_NAME'],
    [{ NUXT_PUBLIC_LEAVE_URL: 'javascript:alert(1)' }, 'NUXT_PUBLIC_LEAVE_URL is "javascript:alert(1)". Write the address of a page'],
    [{ NUXT_PUBLIC_LEAVE_URL: 'weather' }, 'NUXT_PUBLIC_LEAVE_URL'],
    [{ WORKERS: 'many' }, 'WORKERS is "many". Write a whole number from 1 to 64'],
    [{ WORKERS: '100' }, 'WORKERS is "100"'],
    [{ NITRO_SHUTDOWN_TIMEOUT: 'abc' }, 'NITRO_SHUTDOWN_TIMEOUT is "abc". Write milliseconds'],
  ])('%j is refused with one sentence that says what to write', (env, said) => {
    const problems = problemsOf(env)
    expect(problems).toEqual([expect.stringContaining(said)])
    expect(problems.join()).not.toContain('\n')
  })

  it.each(['common', 'organizations', 'consumers'])('refuse Microsoft for everybody (%s), where an address proves nothing', (tenant) => {
    expect(
      problemsOf({
        MICROSOFT_CLIENT_ID: 'id',
        MICROSOFT_CLIENT_SECRET: 'secret',
        MICROSOFT_TENANT_ID: tenant,
        PUBLIC_URL: 'https://lessons.example',
      }),
    ).toEqual([expect.stringContaining('MICROSOFT_TENANT_ID')])
  })

  it('name all problems at once, and never repeat a key or a password', () => {
    const wrong = {
      PORT: 'abc',
      AUTH_SECRET: 'hunter2',
      SMTP_URL: 'hunter2',
      MAIL_FROM: 'a@b.example',
      DATABASE_URL: 'mysql://me:hunter2@db/x',
      GOOGLE_CLIENT_SECRET: 'hunter2',
    }
    const problems = problemsOf(wrong)
    expect(problems).toHaveLength(5)
    expect(problems.join()).not.toContain('hunter2')
  })
})

describe('names that nothing reads', () => {
  it.each([
    ['DATABASE_URI', 'DATABASE_URL'],
    ['AUTH_SECRETS', 'AUTH_SECRET'],
    ['PUBLICURL', 'PUBLIC_URL'],
    ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
    ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
    ['data_dir', 'DATA_DIR'],
    ['HOSTS', 'HOST'],
    ['NITRO_PORT', 'PORT'],
    ['POSTGRES_URL', 'DATABASE_URL'],
    ['NUXT_PUBLIC_LEAVEURL', 'NUXT_PUBLIC_LEAVE_URL'],
    ['HOME', undefined],
    ['PATH', undefined],
    ['PWD', undefined],
  ])('%s: meant is %s', (name, meant) => {
    expect(hintsIn({ [name]: 'x' })).toEqual(
      meant === undefined ? [] : [`${name} is set, and nothing reads it. If ${meant} is meant, write ${meant}.`],
    )
  })

  it('are no matter where the right one is set, or they are empty', () => {
    expect(hintsIn({ DATABASE_URI: 'x', DATABASE_URL: 'y', AUTH_SECRETS: '' })).toEqual([])
  })
})

it('nothing else of the app reads the environment', () => {
  const folders = [
    'server',
    'shared',
    'activities',
    'components',
    'composables',
    'layouts',
    'middleware',
    'pages',
    'plugins',
    'stores',
    'utils',
    'nuxt.config.ts',
  ]
  const files = folders.flatMap(folder =>
    statSync(folder).isFile() ? [folder] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)),
  )
  const readers = files.filter(
    path => /(?<!\.test)\.(?:ts|vue)$/.test(path) && /process\.env|import\.meta\.env\.(?!DEV|PROD|SSR)/.test(readFileSync(path, 'utf8')),
  )
  // Where a build goes is no setting of the app (scripts/build-app.mjs).
  expect(readers.sort()).toEqual(['nuxt.config.ts', 'server/platform/settings.ts', 'server/start/entry.ts'])
})

it('docs/deployment.md lists every variable, and no other', () => {
  const page = readFileSync('docs/deployment.md', 'utf8')
  const table = page.slice(page.indexOf('\n| variable |'), page.indexOf('### Sign-in with accounts elsewhere'))
  const listed = table
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => [...(line.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name))
  expect(listed.sort()).toEqual([...variableNames].sort())
})
