import type { ScormVersion } from '#shared/scorm/package-format'
import { findApi, type WindowInChain } from './find-api'
import { ScormSession } from './scorm-session'

/** Looks for an LMS. @returns a session with it that is not started yet, null where there is none */
export type FindSession = () => ScormSession | null

/** @param version the one that the package's manifest promises; the other is taken where it is all there is */
export function sessionFinder(host: WindowInChain, version: ScormVersion): FindSession {
  return () => {
    const found = findApi(host, version)
    return found && new ScormSession(found)
  }
}
