/**
 * What has gone wrong on the server: what its log may say of it, and what a person is told. Values of a query, such as a pupil's
 * name, are in neither.
 */

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
const CUT_OFF = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/
/** The disk is full, or may not be written to. */
const NO_ROOM = /^(?:53100|ENOSPC|EDQUOT|EROFS|EACCES)/
/** SQLite: another process writes for a long time. */
const SQLITE_BUSY: readonly unknown[] = [5, 6]
/** SQLite: read-only, an error of the disk, full, cannot be opened. */
const SQLITE_NO_ROOM: readonly unknown[] = [8, 10, 13, 14]

export type Trouble = 'away' | 'no-room' | 'unexpected'

/** @returns what is the matter, judged by an error and what caused it */
export function troubleOf(error: unknown): Trouble {
  for (const cause of causesOf(error)) {
    const { code, errcode } = cause as Reported
    if (typeof errcode === 'number' && SQLITE_NO_ROOM.includes(errcode & 0xff)) return 'no-room'
    if (typeof errcode === 'number' && SQLITE_BUSY.includes(errcode & 0xff)) return 'away'
    if (NO_ROOM.test(String(code))) return 'no-room'
    if (AWAY.test(String(code)) || CUT_OFF.test(cause.message)) return 'away'
  }
  return 'unexpected'
}

/** Signs of what an error says: its gist, and no room for what a stranger sends. */
const LONGEST_SAID = 300
/** As long as keys of links, cards and cookies are, and ids (server/platform/security/tokens.ts); longer than any word. */
const KEY = /[\w-]{20,}(?:\.[\w-]{4,})*/g
/** What stands in quotes is mostly what was sent, and in an address behind the "?" what opens something. */
const QUOTED = /"[^"]{12,}"?|'[^']{12,}'|`[^`]{12,}`/g
const QUERY = /[?#][^\s"']*/g

/** @returns one line of bounded length without keys, e-mail addresses or longer quotations */
export function saidInLog(message: string): string {
  const bounded = message.slice(0, LONGEST_SAID * 4)
  const plain = bounded
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(QUERY, '?…')
    .replaceAll(/[^\s@"'<>]+@[^\s@"'<>]+/g, '…@…')
    .replaceAll(QUOTED, '"…"')
    .replaceAll(KEY, '…')
  return plain.length <= LONGEST_SAID ? plain : `${plain.slice(0, LONGEST_SAID)}…`
}

/** @returns the error in a few lines, without anything that somebody typed */
export function forLog(error: unknown): string {
  return causesOf(error).map((cause) => {
    const { code, severity, table, constraint } = cause as Reported
    // A frame is a line of ours; one of a message that has lines like it is not.
    const frames = (cause.stack ?? '')
      .replace(cause.message, '')
      .split('\n')
      .filter(line => /^\s+at /.test(line))
      .slice(0, 8)
      .map(line => line.slice(0, LONGEST_SAID))
    const told
      = severity === undefined
        ? `${cause.name}: ${cause.message}`
        : ['PostgreSQL', code, table, constraint].filter(part => part !== undefined).join(' ')
    return [saidInLog(told), ...frames].join('\n')
  }).join('\ncaused by ')
}

function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 4) return []
  // A wrapper that repeats its cause says nothing more.
  const inner = causesOf(error.cause, depth + 1)
  return inner.some(({ message }) => message === error.message) ? inner : [error, ...inner]
}
