/** A stand-in for an LMS's run-time API that writes down every call and can misbehave in every way that real ones do. */
import { sessionFinder } from '../../../player/lms/find-session.ts'
import type { PlayerWindow } from '../../../player/lms/scorm-recorder.ts'

type Version = '1.2' | '2004'

/** What each function answers instead of doing its work; called with the function's name without "LMS" and its arguments. */
export type Misbehaviour = (name: string, ...values: string[]) => { readonly answer: unknown } | undefined

export interface FakeLms {
  readonly api: Record<string, unknown>
  /** "SetValue cmi.exit=suspend", "Commit", … in order. */
  readonly calls: string[]
  readonly values: Record<string, string>
  misbehave: Misbehaviour | null
}

const names = {
  1.2: {
    Initialize: 'LMSInitialize',
    Terminate: 'LMSFinish',
    GetValue: 'LMSGetValue',
    SetValue: 'LMSSetValue',
    Commit: 'LMSCommit',
    GetLastError: 'LMSGetLastError',
  },
  2004: {
    Initialize: 'Initialize',
    Terminate: 'Terminate',
    GetValue: 'GetValue',
    SetValue: 'SetValue',
    Commit: 'Commit',
    GetLastError: 'GetLastError',
  },
}

/** @param values what the LMS holds already */
export function fakeLms(version: Version, values: Record<string, string> = {}): FakeLms {
  const lms: FakeLms = { api: {}, calls: [], values: { ...values }, misbehave: null }
  const work: Record<string, (element: string, value: string) => string> = {
    Initialize: () => 'true',
    Terminate: () => 'true',
    Commit: () => 'true',
    GetLastError: () => '0',
    GetValue: element => lms.values[element] ?? '',
    SetValue: (element, value) => {
      lms.values[element] = value
      return 'true'
    },
  }
  for (const [name, named] of Object.entries(names[version])) {
    lms.api[named] = (first = '', second = '') => {
      lms.calls.push(name === 'SetValue' ? `SetValue ${first}=${second}` : `${name} ${first}`.trim())
      const misbehaviour = lms.misbehave?.(name, first, second)
      return misbehaviour ? misbehaviour.answer : work[name]?.(first, second)
    }
  }
  return lms
}

export interface FakeWindow extends PlayerWindow {
  hide(): void
  leave(): void
  /** The browser says that its line has gone, or is back. */
  line(is: 'online' | 'offline'): void
}

export interface WindowFacts {
  /** What the package's server does with a request for its file; none where the lesson runs without a server. */
  readonly fetch?: typeof fetch
  /** What the tab keeps over a reload. */
  readonly sessionStorage?: Storage
}

/** @returns a window with a clock that vitest's fake timers move, and with an API in its parent if one is given */
export function fakeWindow(
  lms: FakeLms | null,
  version: Version = '1.2',
  facts: WindowFacts = {},
): FakeWindow & { parent: Record<string, unknown> } {
  const listeners: Record<string, (() => void)[]> = {}
  const listen = (type: string, listener: unknown) => {
    ;(listeners[type] ??= []).push(listener as () => void)
  }
  const page = { visibilityState: 'visible' as DocumentVisibilityState, addEventListener: listen }
  const fire = (type: string) => listeners[type]?.forEach(listener => listener())
  return {
    parent: lms ? { [version === '1.2' ? 'API' : 'API_1484_11']: lms.api } : {},
    document: page,
    addEventListener: listen,
    setTimeout: (handler, milliseconds) => Number(setTimeout(handler, milliseconds)),
    clearTimeout: timer => clearTimeout(timer),
    hide() {
      page.visibilityState = 'hidden'
      fire('visibilitychange')
    },
    leave: () => fire('pagehide'),
    line: is => fire(is),
    location: { pathname: '/package/index.html' },
    ...facts,
  }
}

/** @returns what a recorder is given of a window whose parent has this LMS */
export function inLms(lms: FakeLms, version: Version) {
  const windowLike = fakeWindow(lms, version)
  return { windowLike, findSession: sessionFinder(windowLike, version) }
}
