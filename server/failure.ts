/** What has gone wrong on the server: what its log may say of it, and what a person is told. Values of a query, such as a pupil's name, are in neither. */

/** Of PostgreSQL, SQLite and the network, as far as they are there. */
interface Reported {
  readonly code?: unknown
  /** SQLite's own number. */
  readonly errcode?: unknown
  /** Only on what PostgreSQL itself answers; then its message may hold values. */
  readonly severity?: unknown
  readonly table?: unknown
  readonly constraint?: unknown
}

/** PostgreSQL cannot be reached, does not let us in, is starting or stopping, or takes no more connections. */
const AWAY = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|08|28|3D|57P0|53[03]00)/
/** What the driver says without a code. */
const CUT_OFF = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/
/** The disk is full, or may not be written to. */
const NO_ROOM = /^(?:53100|ENOSPC|EDQUOT|EROFS|EACCES)/
/** SQLite: read-only, an error of the disk, full, cannot be opened. */
const SQLITE_NO_ROOM: readonly unknown[] = [8, 10, 13, 14]

export type Trouble = 'away' | 'no-room' | 'unexpected'

/** @returns what is the matter, judged by an error and what caused it */
export function troubleOf(error: unknown): Trouble {
  for (const cause of causesOf(error)) {
    const { code, errcode } = cause as Reported
    if (typeof errcode === 'number' && SQLITE_NO_ROOM.includes(errcode & 0xff)) return 'no-room'
    if (NO_ROOM.test(String(code))) return 'no-room'
    if (AWAY.test(String(code)) || CUT_OFF.test(cause.message)) return 'away'
  }
  return 'unexpected'
}

/** @returns the error in a few lines, without anything that somebody typed */
export function forLog(error: unknown): string {
  return causesOf(error).map((cause) => {
    const { code, severity, table, constraint } = cause as Reported
    const frames = (cause.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)).slice(0, 8)
    const told = severity === undefined ? `${cause.name}: ${cause.message}` : ['PostgreSQL', code, table, constraint].filter(part => part !== undefined).join(' ')
    return [told.replaceAll(/[\r\n]+/g, ' '), ...frames].join('\n')
  }).join('\ncaused by ')
}

function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 4) return []
  // A wrapper that repeats its cause says nothing more.
  const inner = causesOf(error.cause, depth + 1)
  return inner.some(({ message }) => message === error.message) ? inner : [error, ...inner]
}
