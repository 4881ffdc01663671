/**
 * Cookies inside the frame of an LMS: partitioned, the only kind that browsers keep there where they block those of other sites
 * (CHIPS). None of the app's other cookies is like that. Sessions have one each, named by a key that also stands in the page's
 * address, so that two courses can be open at once.
 */
import { deleteCookie, getCookie, getRequestHeader, parseCookies, setCookie, type H3Event } from 'h3'
import { LTI_KEY } from '#shared/api/lti-key'
import type { Came } from '../../lti/sessions.ts'

/** Nothing but this host gets them, over https alone; browsers take localhost for it. */
const LOGIN = '__Host-lti-'
const SESSION = '__Host-whos-there-lti-'
const options = { httpOnly: true, secure: true, sameSite: 'none', partitioned: true, path: '/' } as const
/** As many as stay small; the oldest would be of another day. */
const MOST = 12
/** Seconds; as long as a login lasts. */
const TEN_MINUTES = 600

export const keepLogin = (event: H3Event, state: string, secret: string) =>
  setCookie(event, LOGIN + state, secret, { ...options, maxAge: TEN_MINUTES })

/** @returns the secret of a login, taken out */
export function takeLoginSecret(event: H3Event, state: string): string | undefined {
  const secret = getCookie(event, LOGIN + state)
  if (secret !== undefined) deleteCookie(event, LOGIN + state, options)
  return secret
}

export const keepCame = (event: H3Event, { key, token }: Came) => setCookie(event, SESSION + key, token, options)
export const dropCame = (event: H3Event, key: string) => deleteCookie(event, SESSION + key, options)

/** @returns all sessions that this browser holds */
export function heldHere(event: H3Event): Came[] {
  return Object.entries(parseCookies(event)).flatMap(([name, token]) =>
    name.startsWith(SESSION) ? [{ key: name.slice(SESSION.length), token }] : []).slice(0, MOST)
}

/** @returns the session of a key, where this browser has it */
export function cameWith(event: H3Event, key: string): Came | undefined {
  const token = /^[\w-]{22}$/.test(key) ? getCookie(event, SESSION + key) : undefined
  return token === undefined ? undefined : { key, token }
}

/** @returns for a request of a page inside an LMS the key of its session; undefined for every other */
export const ltiKeyOf = (event: H3Event): string | undefined => getRequestHeader(event, LTI_KEY)
