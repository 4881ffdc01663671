/** What a run in another browser needs of it, whichever way it is driven. */

interface Size {
  readonly width: number
  readonly height: number
}

export interface OtherBrowser {
  readonly name: string
  readonly version: string
  /** Opens an address at a size of the window's inside, and forgets the errors of what was open before. */
  open(address: string, size: Size): Promise<void>
  /**
   * Runs the body of a function in the page, or in the one frame that it holds.
   * @returns what the function, or its promise, returns; it has to be JSON
   */
  run(body: string, where: 'page' | 'frame'): Promise<unknown>
  /** Writes what is in view into a PNG file. */
  picture(file: string): Promise<void>
  /** @returns what scripts threw and what the browser complained of since the last `open`, one line each */
  errors(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Starts a browser; undefined where this machine has none of the kind. */
export type Start = () => Promise<OtherBrowser | undefined>

/** How long a whole lesson may take in a page, milliseconds. */
export const LESSON_TIME = 180_000
