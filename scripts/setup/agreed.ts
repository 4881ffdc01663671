/** Asks before a command replaces something that somebody may miss. */
import { createInterface } from 'node:readline/promises'

/**
 * @param question what is about to be replaced, in sentences
 * @param isYes whether `--yes` was given, which answers it
 * @returns whether to go on; where nobody is there to ask, only `--yes` says so
 */
export async function agreed(question: string, isYes: boolean): Promise<boolean> {
  console.error(question)
  if (isYes) return true
  if (!process.stdin.isTTY) {
    console.error('Nobody is there to ask, so nothing was changed. Add --yes if this is what you want.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question('Go on? Type yes: ').finally(() => terminal.close())
  if (answer.trim().toLowerCase() === 'yes') return true
  console.error('Nothing was changed.')
  return false
}
