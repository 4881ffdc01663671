/** Where a browser goes on after a way to an account elsewhere. */
import { settings } from '../../platform/settings.ts'

/** What became of it; the page says it in words. */
type Outcome = 'joined' | 'unknown' | 'taken' | 'failed'

/** @returns the path of a page of the app, with what became of the way */
export const pageOf = (path: '/join' | '/my', outcome?: Outcome) =>
  `${settings().basePath.replace(/\/$/, '')}${path}${outcome === undefined ? '' : `?account=${outcome}`}`
