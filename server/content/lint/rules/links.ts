/** No address in lesson text: help routes stand in content/help, where they are checked, and nothing else leads out. */
import { readableTexts } from '../readable-text.ts'
import type { Rule } from '../rule.ts'

/** What looks like an address of the web or of a mailbox. */
export const address = /\bhttps?:|\bwww\.|\b[a-z0-9-]+\.(?:com|net|org|uk|app|io|tv|gg|me|info)\b|\S@\S+\.\S/i

export const links: Rule = {
  name: 'links',
  check: lesson => readableTexts(lesson)
    .filter(({ source }) => address.test(source))
    .map(({ source, path }) => ({ path, message: `leave out the address, the help card has it: "${source}"` })),
}
