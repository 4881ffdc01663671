/**
 * Asks the server that a package came from whether it can still be reached. An LMS's "true" is no proof of it:
 * where the network is gone, Moodle's own script hands a save to a beacon and answers "true" whatever becomes of it.
 */
import { SERVER_FILE, SERVER_WORD } from '#shared/scorm/server-file'

/**
 * `there`: it gave its file. `elsewhere`: something answered in its place, most often a page to sign in on. `gone`: nothing did.
 * `unknown`: it has never given the file in this visit (a folder without a server, a platform that serves no such files), so
 * silence says nothing.
 */
export type ServerAnswer = 'there' | 'elsewhere' | 'gone' | 'unknown'

export interface PackageServer {
  /** It has given its file before, so that an answer means something. */
  readonly isKnown: boolean
  /** Never rejects. */
  ask(): Promise<ServerAnswer>
}

/** Longer than a slow line takes for a few bytes, shorter than a pupil's patience. Milliseconds. */
const ANSWER_WITHIN = 8_000

/**
 * @param root from the lesson's page to the package's root: '' or '../'
 * @param fetchFile the browser's `fetch`, bound to its window
 */
export function packageServer(root: string, fetchFile: typeof fetch): PackageServer {
  let isKnown = false
  async function given(): Promise<ServerAnswer> {
    const control = new AbortController()
    const timer = setTimeout(() => control.abort(), ANSWER_WITHIN)
    try {
      // Uncached, since LMSs let browsers keep a package's files for months.
      const response = await fetchFile(`${root}${SERVER_FILE}`, { cache: 'no-store', credentials: 'same-origin', signal: control.signal })
      const isOurs = response.ok && (await response.text()).includes(SERVER_WORD)
      return isOurs ? 'there' : response.status >= 500 ? 'gone' : 'elsewhere'
    }
    catch {
      return 'gone'
    }
    finally {
      clearTimeout(timer)
    }
  }
  return {
    get isKnown() {
      return isKnown
    },
    async ask() {
      const answer = await given()
      isKnown ||= answer === 'there'
      return isKnown ? answer : 'unknown'
    },
  }
}
