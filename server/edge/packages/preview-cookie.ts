/**
 * The cookie of the browser that made a preview. It goes to that preview's own addresses alone, from our own pages alone, and out
 * of every script's reach.
 */
import { getCookie, setCookie, type H3Event } from 'h3'
import { useRuntimeConfig } from 'nitropack/runtime'
import { isHttps } from '../request/transport.ts'
import { storeLimits, type PreviewKeys } from '../../scorm/preview/package-store.ts'

const NAME = 'whos-there-preview'

/** @returns the path of the export page */
export function exportAddress(): string {
  return `${useRuntimeConfig().app.baseURL}export`
}

/** @returns the path of a preview's files, with the slash at its end */
export function previewPath(key: string): string {
  return `${exportAddress()}/preview/package/${key}/`
}

export function keepPreviewCookie(event: H3Event, { key, secret }: PreviewKeys): void {
  setCookie(event, NAME, secret, {
    path: previewPath(key),
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps(event),
    maxAge: storeLimits.age / 1000,
  })
}

/** @returns what the browser holds for this preview, '' for nothing */
export function previewSecret(event: H3Event): string {
  return getCookie(event, NAME) ?? ''
}
