/** What `window.lms` of the LMS page offers to tests (host.js). */
export interface Kept {
  lesson_status?: string
  completion_status?: string
  success_status?: string
  location: string
  suspend_data: string
  /** The last `exit` the package set. */
  exit?: string
  score: { raw: string | number, min: string | number, max: string | number, scaled?: string | number }
  /** Every call in order: its name, its arguments, what the LMS answered, and the error code that it then gives. */
  log: [call: string, args: string[], answer: unknown, error: string][]
}

declare global {
  interface Window {
    lms: {
      launch(before?: Kept, options?: { lateBy?: number, without?: boolean, source?: string }): void
      close(): Kept
      now(): Kept
      break(isBroken: boolean): void
    }
  }
}
