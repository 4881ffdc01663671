/** People who go through pages while a server is updated: what a page names has to be there. */
import { setTimeout as wait } from 'node:timers/promises'

const pages = ['/', '/lessons', '/join', '/help', '/lessons/lying-online-9-11/play', '/api/lessons'] as const

export interface Visits {
  /** Pages and scripts that were answered well. */
  readonly well: number
  /** "404 /_nuxt/….js", "500 /join", … */
  readonly badly: readonly string[]
  /** Nobody listened, as for a moment while a server starts anew. */
  readonly nobody: number
}

/** @returns scripts and styles that a page names */
export const namedIn = (html: string) => [...new Set([...html.matchAll(/\/_nuxt\/[\w.-]+\.(?:js|css)/g)].map(([name]) => name))]

/**
 * Goes from page to page, and fetches what each names, one after the other.
 * @param until asked before each page
 */
export async function visit(address: string, until: () => boolean): Promise<Visits> {
  let [well, nobody] = [0, 0]
  const badly: string[] = []
  const ask = async (path: string) => {
    // Not compressed, as the test of a changed build has to change its files.
    const answer = await fetch(address + path, { headers: { accept: 'text/html', 'accept-encoding': 'identity' } }).then(
      async found => ({ status: found.status, text: await found.text() }),
      () => undefined,
    )
    if (!answer) nobody++
    else if (answer.status < 400) well++
    else badly.push(`${answer.status} ${path}`)
    return answer?.status === 200 ? answer.text : ''
  }
  for (let turn = 0; !until(); turn++) {
    for (const name of namedIn(await ask(pages[turn % pages.length] ?? '/'))) await ask(name)
    await wait(20)
  }
  return { well, badly, nobody }
}
