/** The cookie of a device that somebody has come in from (server/platform/security/devices.ts). */
import { deleteCookie, getCookie, setCookie, type H3Event } from 'h3'
import type { Db } from '../../platform/database/client.ts'
import { DEVICE_DAYS, keepDevice, type Whom } from '../../platform/security/devices.ts'
import type { Visitor } from '../../platform/security/guest-limits.ts'
import { newToken } from '../../platform/security/tokens.ts'
import { addressOf } from './address.ts'
import { cookiePath, isHttps } from './transport.ts'

const COOKIE = 'whos-there-device'
/** Seconds. */
const A_DAY = 86_400

/** @returns what the device holds, where it holds anything of ours */
export function deviceOf(event: H3Event): string | undefined {
  const held = getCookie(event, COOKIE)
  return held !== undefined && /^[\w-]{32}$/.test(held) ? held : undefined
}

/** @returns from where a request comes, and what its device holds */
export const visitorOf = (event: H3Event): Visitor => ({ address: addressOf(event), device: deviceOf(event) })

/** Somebody is in: their device is known from now on. */
export async function rememberDevice(event: H3Event, db: Db, person: Whom, groups: readonly Whom[] = []): Promise<void> {
  const device = deviceOf(event) ?? newToken()
  await keepDevice(db, device, person, groups)
  setCookie(event, COOKIE, device, {
    httpOnly: true,
    sameSite: 'lax',
    path: cookiePath(),
    secure: isHttps(event),
    maxAge: DEVICE_DAYS * A_DAY,
  })
}

/** The device is as one that nobody ever came in from. */
export const forgetDevice = (event: H3Event) => deleteCookie(event, COOKIE, { path: cookiePath() })
