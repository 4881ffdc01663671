/** The eight functions of each run-time: SCORM 1.2 RTE §3.3, SCORM 2004 RTE §3.1. */
import type { ScormVersion } from '#shared/scorm/package-format'

/** What a call is for: begin or end a session, read, write, save, or ask about an error. */
export const callKinds = ['session', 'read', 'write', 'save', 'error'] as const

export type CallKind = (typeof callKinds)[number]

interface ApiNames {
  /** Where a lesson looks for the API in the windows around it. */
  readonly place: string
  readonly calls: Readonly<Record<string, CallKind>>
  readonly lastError: string
  readonly errorString: string
  /** Error code of a save that the LMS could not store. */
  readonly saveFailed: number
  /** Error code of a value that does not fit its type. */
  readonly wrongType: string
}

export const apiNames: Readonly<Record<ScormVersion, ApiNames>> = {
  1.2: {
    place: 'API',
    calls: {
      LMSInitialize: 'session',
      LMSFinish: 'session',
      LMSGetValue: 'read',
      LMSSetValue: 'write',
      LMSCommit: 'save',
      LMSGetLastError: 'error',
      LMSGetErrorString: 'error',
      LMSGetDiagnostic: 'error',
    },
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    saveFailed: 101,
    wrongType: '405',
  },
  2004: {
    place: 'API_1484_11',
    calls: {
      Initialize: 'session',
      Terminate: 'session',
      GetValue: 'read',
      SetValue: 'write',
      Commit: 'save',
      GetLastError: 'error',
      GetErrorString: 'error',
      GetDiagnostic: 'error',
    },
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    saveFailed: 391,
    wrongType: '406',
  },
}

/** Most characters of suspend data: SCORM 1.2 RTE §3.4.4, SCORM 2004 RTE §4.2.23. */
export const suspendLimits: Readonly<Record<ScormVersion, number>> = { 1.2: 4_096, 2004: 64_000 }
