/** What a package of another maker may do on the second host, and what browsers tell of what they held back. */
import { z } from 'zod'

/** Scripts and forms of its own, and no way to another page, window or download. It keeps its origin: it has no other's. */
const FOREIGN_SANDBOX = 'allow-scripts allow-same-origin allow-forms'

/** Where browsers say what they held back, behind a package's key. */
export const REFUSED = 'refused'

/**
 * @param app origin of the page around it; undefined for what is framed by nobody
 * @param key of the package; none for what belongs to none
 * @returns a policy under which a package reaches its own host and no other; what it wanted elsewhere is told to that host
 */
export function foreignPolicy(app: string | undefined, key = ''): string {
  return [
    `sandbox ${FOREIGN_SANDBOX}`,
    'default-src \'self\' \'unsafe-inline\' \'unsafe-eval\' data: blob:',
    'connect-src \'self\' data: blob:',
    'frame-src \'self\' data: blob:',
    'form-action \'self\'',
    // No service worker, which would outlive the package: those cannot come from a blob.
    'worker-src blob:',
    'object-src \'self\'',
    'base-uri \'self\'',
    `frame-ancestors ${app === undefined ? '\'none\'' : `'self' ${app}`}`,
    ...key === '' ? [] : [`report-uri /${key}/${REFUSED}`],
  ].join('; ')
}

/** Names of the policy's directives, as browsers report them, and of what they hold back as check-package says it. */
const kinds: Readonly<Record<string, string>> = {
  'script-src': 'script',
  'style-src': 'stylesheet',
  'img-src': 'image',
  'font-src': 'font',
  'media-src': 'media',
  'frame-src': 'document',
  'form-action': 'document',
}

const refusal = z.object({ 'csp-report': z.record(z.string(), z.unknown()).default({}) })

const originOf = (address: string) => URL.canParse(address) ? new URL(address).origin : ''

/** @returns what a browser says that it held back (W3C, CSP3, 5.4); an empty address for what is none of another server */
export function refusalIn(body: string): { readonly address: string, readonly kind: string } {
  try {
    const { 'csp-report': report } = refusal.parse(JSON.parse(body))
    const address = String(report['blocked-uri'] ?? '')
    const directive = String(report['effective-directive'] ?? report['violated-directive'] ?? '').replace(/-(?:elem|attr)\b.*$/, '')
    // A service worker is held back too, and is its own.
    const isOther = /^(?:https?|wss?):\/\//.test(address) && originOf(address) !== originOf(String(report['document-uri'] ?? ''))
    return { address: isOther ? address : '', kind: kinds[directive] ?? 'data' }
  }
  catch {
    return { address: '', kind: '' }
  }
}
