/** Colleagues as an admin pastes them: from an e-mail's list of recipients, a spreadsheet, or typed. */
export interface PastedColleague {
  readonly name: string
  /** In small letters. */
  readonly email: string
}

export interface PastedColleagues {
  readonly colleagues: readonly PastedColleague[]
  /** Lines in which no address was found, as they are. */
  readonly unread: readonly string[]
}

const ADDRESS = /[^\s<>()[\],;:"|]+@[^\s<>()[\],;:"|]+\.[^\s<>()[\],;:"|]+/

/** "a.lloyd@hill.example" is most likely A Lloyd; a name that is given is taken as it is. */
function nameFrom(address: string): string {
  return (address.split('@')[0] ?? '')
    .split(/[._+-]+/)
    .filter(part => /\p{L}/u.test(part))
    .map(part => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' ')
}

/** @returns one entry: an address with the words beside it as the name; undefined where there is no address */
function entryOf(text: string): PastedColleague | undefined {
  const [address] = ADDRESS.exec(text) ?? []
  if (address === undefined) return undefined
  const beside = text.replace(address, ' ').replace(/[<>()[\]"|\t;,]+/g, ' ').replace(/\s+/g, ' ').trim()
  const email = address.toLowerCase().replace(/^mailto:/, '').replace(/\.$/, '')
  return { name: beside || nameFrom(email) || email, email }
}

/**
 * @param text one a line, or several with `;` or `,` between them where each has an address of its own
 * @returns each address once, in the order in which they stand
 */
export function readColleagues(text: string): PastedColleagues {
  const lines = text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '')
  const entries = lines.flatMap((line) => {
    // "Lloyd, Ann" has a comma of its own: it parts entries only where each has an address.
    const splits = [/;/, /,/].map(mark => line.split(mark).map(part => part.trim()).filter(part => part !== ''))
    return splits.find(parts => parts.length > 1 && parts.every(part => ADDRESS.test(part))) ?? [line]
  })
  const found = entries.map(entry => ({ entry, colleague: entryOf(entry) }))
  const byAddress = new Map(found.flatMap(({ colleague }) => colleague ? [[colleague.email, colleague] as const] : []).reverse())
  return {
    colleagues: [...byAddress.values()].reverse(),
    // The heading of a spreadsheet says no name.
    unread: found.filter(({ entry, colleague }, index) => !colleague && !(index === 0 && /mail/i.test(entry))).map(({ entry }) => entry),
  }
}
