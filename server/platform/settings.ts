/**
 * What whoever runs the server can set, read from the environment once, in one place. docs/deployment.md holds the same list (a
 * test says so). Everything else asks `settings()`; nothing but this file and the tools around the app reads the environment.
 */
import type { BlockList } from 'node:net'
import { join, resolve } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { networks } from './networks.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Where Leave this page goes where nobody has set another. */
export const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather'

/** Signs of the server's own key; fewer protect nothing. */
const LEAST_SECRET = 32

/** Tenants of Microsoft that let any company in: an address in their tokens may have been typed by anybody's admin. */
const openTenants: readonly string[] = ['common', 'organizations', 'consumers']

const urlOf = (value: string) => URL.canParse(value) ? new URL(value) : undefined
const isWeb = (value: string) => ['http:', 'https:'].includes(urlOf(value)?.protocol ?? '') && /^https?:\/\//i.test(value)
const isPlainWeb = (value: string) => {
  const url = urlOf(value)
  return isWeb(value) && url !== undefined && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}
/** What comes over a line that others can change proves nothing. */
const isProvider = (value: string) => isPlainWeb(value) && (urlOf(value)?.protocol === 'https:' || urlOf(value)?.hostname === 'localhost')
const isNetworks = (value: string) => {
  try {
    networks(value)
    return true
  }
  catch {
    return false
  }
}

const providerIds = ['google', 'microsoft', 'oidc'] as const
type ProviderId = typeof providerIds[number]

/** @returns the names in a list with commas; undefined where one of them is of no provider */
function providerList(value: string): readonly ProviderId[] | undefined {
  const names = value.split(',').map(name => name.trim().toLowerCase())
  const found = providerIds.filter(id => names.includes(id))
  return found.length === new Set(names).size ? found : undefined
}

const hostsIn = (value: string) => value.split(',').map(host => host.trim().toLowerCase()).filter(host => host !== '')
/** Names and addresses as they stand in a web address, without scheme, port or path. */
const isHosts = (value: string) => hostsIn(value).every(host => urlOf(`http://${host}`)?.host === host)

/** A whole number between two others, both included. */
const whole = (least: number, most: number, instead: string) =>
  z.string().regex(/^\d{1,9}$/, instead).transform(Number).refine(number => number >= least && number <= most, instead)
const text = z.string()
const rule = (isRight: (value: string) => boolean, instead: string) => text.refine(isRight, instead)

/** Each variable with its rule; a message says what to write instead. Empty counts as not set. */
const variables = {
  PORT: whole(1, 65_535, 'Write a whole number from 1 to 65535, for example PORT=3001.').default(3000),
  HOST: text.optional(),
  PUBLIC_URL: rule(
    isPlainWeb,
    'Write the whole address at which people reach this server, for example PUBLIC_URL=https://lessons.example.',
  ).optional(),
  NUXT_APP_BASE_URL: rule(
    value => /^\/(?:[\w.~-]+\/)*$/.test(value),
    'Write the path with a slash at both ends, for example NUXT_APP_BASE_URL=/whos-there/.',
  ).default('/'),
  TRUSTED_PROXIES: rule(
    isNetworks,
    'Write addresses or networks with commas between them, for example TRUSTED_PROXIES=10.0.0.7,172.16.0.0/12.',
  ).optional(),
  DATA_DIR: text.optional(),
  DATABASE_URL: rule(
    value => /^postgres(?:ql)?:\/\//.test(value) && urlOf(value) !== undefined,
    'Write the address of a PostgreSQL, DATABASE_URL=postgres://user:password@host:5432/name, or leave it out for the embedded database.',
  ).optional(),
  ERASURES_FILE: text.optional(),
  AUTH_SECRET: rule(
    value => value.length >= LEAST_SECRET,
    `Write at least ${LEAST_SECRET} random signs, for example what this prints: openssl rand -hex 32.`,
  ).optional(),
  SMTP_URL: rule(
    value => /^smtps?:\/\/[^/]/.test(value) && (urlOf(value)?.hostname ?? '') !== '',
    'Write the address of a mail server, for example SMTP_URL=smtps://user:password@mail.example:465.',
  ).optional(),
  MAIL_FROM: rule(
    value => /[^@\s<>]+@[^@\s<>]+/.test(value),
    'Write the address that mails come from, for example MAIL_FROM=lessons@school.example.',
  ).optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  MICROSOFT_CLIENT_ID: text.optional(),
  MICROSOFT_CLIENT_SECRET: text.optional(),
  MICROSOFT_TENANT_ID: rule(
    value => !openTenants.includes(value),
    'Write the id of your school\'s own tenant: with this one anybody\'s admin could claim any address.',
  ).optional(),
  OIDC_ISSUER: rule(
    isProvider,
    'Write the provider\'s address, which begins with https://, for example OIDC_ISSUER=https://id.school.example.',
  ).optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.optional(),
  PUPIL_SIGN_IN: rule(
    value => providerList(value) !== undefined,
    'Write which accounts pupils may come in with, with commas between them, for example PUPIL_SIGN_IN=google,microsoft.',
  ).optional(),
  NUXT_PUBLIC_LEAVE_URL: rule(isWeb, `Write the address of a page, for example NUXT_PUBLIC_LEAVE_URL=${NEUTRAL_PAGE}.`).default(
    NEUTRAL_PAGE,
  ),
  NUXT_PSEUDO_LANGUAGE: rule(value => value === 'true' || value === 'false', 'Write NUXT_PSEUDO_LANGUAGE=true, or leave it out.').default(
    'false',
  ),
  LTI_PRIVATE_HOSTS: rule(
    value => isHosts(value),
    'Write names or addresses of hosts with commas between them, for example LTI_PRIVATE_HOSTS=moodle.school.internal,10.0.0.7.',
  ).optional(),
  PREVIEW_URL: rule(
    value => isPlainWeb(value) && new URL(value).pathname === '/',
    'Write a second address of this server without a path, on another site than PUBLIC_URL, for example PREVIEW_URL=https://lessons-preview.example.',
  ).optional(),
  WORKERS: whole(1, 64, 'Write a whole number from 1 to 64, for example WORKERS=2, or leave it out.').optional(),
  NITRO_SHUTDOWN_TIMEOUT: whole(1, 3_600_000, 'Write milliseconds as a whole number, for example NITRO_SHUTDOWN_TIMEOUT=30000.').default(
    30_000,
  ),
} as const

type Variable = keyof typeof variables

export const variableNames = Object.keys(variables) as readonly Variable[]

/** Keys and passwords: a log does not repeat what stands in them. */
const secret: readonly string[] = [
  'DATABASE_URL',
  'AUTH_SECRET',
  'SMTP_URL',
  'GOOGLE_CLIENT_SECRET',
  'MICROSOFT_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET',
] satisfies Variable[]

/** Variables that do nothing, or not all, without one another. */
const together: readonly (readonly [what: string, needed: readonly Variable[], also?: readonly Variable[]])[] = [
  ['Mail', ['SMTP_URL', 'MAIL_FROM']],
  ['Sign-in with Google', ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET']],
  ['Sign-in with Microsoft', ['MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET', 'MICROSOFT_TENANT_ID']],
  ['Sign-in with an OpenID provider', ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], ['OIDC_NAME']],
]

/** What others call these variables. A slip of the pen is found without this list. */
const otherNames: Readonly<Record<string, Variable>> = {
  TRUSTED_PROXY: 'TRUSTED_PROXIES',
  NITRO_PORT: 'PORT',
  NITRO_HOST: 'HOST',
  NITRO_APP_BASE_URL: 'NUXT_APP_BASE_URL',
  BASE_URL: 'NUXT_APP_BASE_URL',
  BASE_PATH: 'NUXT_APP_BASE_URL',
  NUXT_PUBLIC_URL: 'PUBLIC_URL',
  SITE_URL: 'PUBLIC_URL',
  APP_URL: 'PUBLIC_URL',
  BETTER_AUTH_URL: 'PUBLIC_URL',
  BETTER_AUTH_SECRET: 'AUTH_SECRET',
  POSTGRES_URL: 'DATABASE_URL',
  DB_URL: 'DATABASE_URL',
  DATA_FOLDER: 'DATA_DIR',
  SMTP_FROM: 'MAIL_FROM',
  LEAVE_URL: 'NUXT_PUBLIC_LEAVE_URL',
  SHUTDOWN_TIMEOUT: 'NITRO_SHUTDOWN_TIMEOUT',
}

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

export interface Settings {
  readonly port: number
  /** The address to listen on; undefined for every one of the machine. */
  readonly host: string | undefined
  /** The path under which everything lies, with a slash at both ends. */
  readonly basePath: string
  /**
   * Where people reach the app, its path included, without a slash at the end; undefined where nobody has said so, for what a
   * request claims could be anybody's.
   */
  readonly publicUrl: string | undefined
  /** The same, or this machine. */
  readonly ownUrl: string
  /** Whoever is believed when they say who asks: this machine, and whoever is named. */
  readonly trustedProxies: BlockList
  /** Where the embedded database and backups lie. */
  readonly dataFolder: string
  /** Of PostgreSQL; undefined for the embedded database. */
  readonly databaseUrl: string | undefined
  /** A second place for the list of erasures. */
  readonly erasuresFile: string | undefined
  readonly authSecret: string | undefined
  readonly mail: { readonly url: string, readonly from: string } | undefined
  readonly google: Client | undefined
  readonly microsoft: (Client & { readonly tenantId: string }) | undefined
  readonly oidc: (Client & { readonly issuer: URL, readonly name: string }) | undefined
  /** With whose accounts pupils may come in, once their school wants it. */
  readonly pupilSignIn: readonly ProviderId[]
  readonly leaveUrl: string
  /** Whether pages can be had in the made-up language (shared/text/pseudo.ts). */
  readonly pseudoLanguage: boolean
  /** Hosts in the school's own network that may be an LMS: all other private addresses are asked nothing. In small letters. */
  readonly ltiPrivateHosts: readonly string[]
  /** Scheme, host and port at which packages of other makers are played, and nothing else is served; undefined where nobody has said. */
  readonly previewOrigin: string | undefined
  /** Threads for what costs processor time; undefined where nobody has said how many. */
  readonly workers: number | undefined
  /** Milliseconds for what is under way when the server is stopped. */
  readonly shutdownTimeout: number
}

/** What is wrong with the environment, a sentence each, for whoever runs the server. */
export class SettingsError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** @returns the settings; @throws {SettingsError} with every problem there is */
export function readSettings(env: Environment): Settings {
  // A key is taken as it is: a space less, and it would be another one.
  const given = Object.fromEntries(variableNames.map(name => [name, (secret.includes(name) ? env[name] : env[name]?.trim()) || undefined]))
  const found = z.object(variables).safeParse(given)
  const problems = [...problemsOf(found.error, given), ...halves(given)]
  if (!found.success) throw new SettingsError(problems)
  const read = found.data
  const address = read.PUBLIC_URL === undefined ? undefined : new URL(read.PUBLIC_URL)
  const path = address?.pathname.replace(/\/*$/, '/')
  if (address && path && path !== '/' && path !== read.NUXT_APP_BASE_URL) {
    problems.push(
      `PUBLIC_URL ends in ${path}, and the app lies under ${read.NUXT_APP_BASE_URL}. Write NUXT_APP_BASE_URL=${path} too, or PUBLIC_URL=${address.origin}.`,
    )
  }
  problems.push(...secondHost(read.PUBLIC_URL, read.PREVIEW_URL))
  const google = client(read.GOOGLE_CLIENT_ID, read.GOOGLE_CLIENT_SECRET)
  const microsoft = client(read.MICROSOFT_CLIENT_ID, read.MICROSOFT_CLIENT_SECRET)
  const oidc = client(read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET)
  if ((google ?? microsoft ?? oidc) && !address)
    problems.push(
      'Sign-in with an account elsewhere needs PUBLIC_URL, the address at which people reach this server, for example PUBLIC_URL=https://lessons.example.',
    )
  const pupilSignIn = providerList(read.PUPIL_SIGN_IN ?? '') ?? []
  const unset = pupilSignIn.filter(id => ({ google, microsoft, oidc })[id] === undefined)
  if (unset.length > 0) {
    problems.push(`PUPIL_SIGN_IN names ${unset.join(' and ')}, which this server is not set up for. Set its client id and secret too, or leave it out.`)
  }
  if (problems.length > 0) throw new SettingsError(problems)

  const basePath = read.NUXT_APP_BASE_URL
  const publicUrl = address && `${address.origin}${basePath}`.replace(/\/$/, '')
  const issuer = read.OIDC_ISSUER === undefined ? undefined : new URL(read.OIDC_ISSUER)
  return {
    port: read.PORT,
    host: read.HOST,
    basePath,
    publicUrl,
    ownUrl: publicUrl ?? `http://localhost:${read.PORT}${basePath}`.replace(/\/$/, ''),
    trustedProxies: networks(['127.0.0.0/8', '::1', read.TRUSTED_PROXIES ?? ''].join(',')),
    dataFolder: resolve(read.DATA_DIR ?? join(process.cwd(), 'data')),
    databaseUrl: read.DATABASE_URL,
    erasuresFile: read.ERASURES_FILE,
    authSecret: read.AUTH_SECRET,
    mail: read.SMTP_URL && read.MAIL_FROM ? { url: read.SMTP_URL, from: read.MAIL_FROM } : undefined,
    google,
    microsoft: microsoft && read.MICROSOFT_TENANT_ID ? { ...microsoft, tenantId: read.MICROSOFT_TENANT_ID } : undefined,
    oidc: oidc && issuer ? { ...oidc, issuer, name: read.OIDC_NAME ?? issuer.hostname } : undefined,
    pupilSignIn,
    leaveUrl: read.NUXT_PUBLIC_LEAVE_URL,
    pseudoLanguage: read.NUXT_PSEUDO_LANGUAGE === 'true',
    ltiPrivateHosts: hostsIn(read.LTI_PRIVATE_HOSTS ?? ''),
    previewOrigin: read.PREVIEW_URL === undefined ? undefined : new URL(read.PREVIEW_URL).origin,
    workers: read.WORKERS,
    shutdownTimeout: read.NITRO_SHUTDOWN_TIMEOUT,
  }
}

/**
 * A rule of thumb instead of the public suffix list: two labels, three where the second-last is as short as in `co.uk`, four
 * under `sch.uk`. It rather takes two sites for one.
 * @returns what is registered of a host: whatever lies under it may set cookies for all of it
 */
function siteOf(host: string): string {
  const labels = host.split('.')
  const short = (labels.at(-2) ?? '').length <= 3
  return labels.slice(host.endsWith('.sch.uk') ? -4 : short ? -3 : -2).join('.')
}

/** Scripts of strangers run there, and could set cookies for a host of the same site. @returns a sentence where it is none of its own */
function secondHost(publicUrl: string | undefined, previewUrl: string | undefined): string[] {
  if (previewUrl === undefined) return []
  if (publicUrl === undefined)
    return ['PREVIEW_URL needs PUBLIC_URL beside it, since the two have to be on different sites. Set it too, or leave PREVIEW_URL out.']
  const [own, second] = [new URL(publicUrl), new URL(previewUrl)]
  if (own.protocol !== second.protocol)
    return [`PREVIEW_URL begins with ${second.protocol}//, and PUBLIC_URL with ${own.protocol}//. Write both alike.`]
  // Without https browsers do not say what a page is asked for, and none is given to a window of its own.
  if (second.protocol === 'http:' && !/(?:^|\.)localhost$/.test(second.hostname))
    return ['PREVIEW_URL begins with http://, and no package can be played there: browsers tell too little without https. Write both addresses with https://, or leave PREVIEW_URL out.']
  return siteOf(own.hostname) === siteOf(second.hostname) || own.hostname.endsWith(`.${second.hostname}`)
    ? [`PREVIEW_URL is on the same site as PUBLIC_URL (${siteOf(own.hostname)}), where scripts of strangers could set cookies for the app. Write an address under a domain of its own, for example PREVIEW_URL=https://lessons-preview.example, or leave it out.`]
    : []
}

const client = (clientId: string | undefined, clientSecret: string | undefined): Client | undefined =>
  clientId && clientSecret ? { clientId, clientSecret } : undefined

function problemsOf(error: z.ZodError | undefined, given: Environment): string[] {
  const wrong = new Map(error?.issues.map(({ path: [name], message }) => [String(name), message]))
  return [...wrong].map(([name, instead]) => {
    const value = given[name] ?? ''
    if (name === 'AUTH_SECRET') return `${name} has ${value.length} signs, which is too short. ${instead}`
    return `${name} ${secret.includes(name) ? 'cannot be used as it is' : `is "${value}"`}. ${instead}`
  })
}

/** @returns a sentence for each group of which some are set and some are missing */
function halves(given: Environment): string[] {
  return together.flatMap(([what, needed, also = []]) => {
    const missing = needed.filter(name => given[name] === undefined)
    const set = [...needed, ...also].filter(name => given[name] !== undefined)
    return set.length === 0 || missing.length === 0
      ? []
      : [
          `${what} needs ${missing.join(' and ')} beside ${set.join(' and ')}. Set ${missing.length === 1 ? 'it' : 'them'} too, or leave all of it out.`,
        ]
  })
}

/** Letters in which a name may differ and still be meant: one in a short name, for HOME is not HOST. */
const slips = (name: string) => name.length < 7 ? 1 : 2

/** @returns a sentence for each variable that nothing reads and that looks like one of ours that is not set */
export function hintsIn(env: Environment): string[] {
  const isSet = (name: string) => (env[name] ?? '') !== ''
  return Object.keys(env).filter(name => isSet(name) && !(name in variables)).flatMap((name) => {
    const meant = otherNames[name] ?? variableNames.find(known => distance(known, name.toUpperCase()) <= slips(known))
    return meant === undefined || isSet(meant) ? [] : [`${name} is set, and nothing reads it. If ${meant} is meant, write ${meant}.`]
  })
}

/** @returns the same settings under the names that Nitro and Nuxt read by themselves, so that they see what we see */
export function forFramework({ port, host, basePath, leaveUrl, shutdownTimeout }: Settings): Record<string, string> {
  return {
    NITRO_PORT: String(port),
    NITRO_HOST: host ?? '',
    NUXT_APP_BASE_URL: basePath,
    NITRO_APP_BASE_URL: basePath,
    NUXT_PUBLIC_LEAVE_URL: leaveUrl,
    NITRO_SHUTDOWN_TIMEOUT: String(shutdownTimeout),
  }
}

let taken: Settings | undefined

/** Reads the environment for everything that runs in this process. @throws {SettingsError} */
export function takeSettings(env: Environment = process.env): Settings {
  taken = readSettings(env)
  return taken
}

/** @returns what was read at the start of this process; a command reads it when it first asks. @throws {SettingsError} */
export const settings = (): Settings => taken ?? takeSettings()
