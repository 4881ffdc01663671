/**
 * How every command reads its arguments. Plain JavaScript without dependencies: `--help` and a wrong argument are answered
 * before anything is installed, built or changed.
 */
import { parseArgs } from 'node:util'
import { commands } from './commands.mjs'

/** @typedef {keyof typeof commands} CommandName */

/**
 * What a command was told.
 * @template {CommandName} Name
 * @typedef {ReturnType<typeof parseArgs<{ options: (typeof commands)[Name]['options'], allowPositionals: true }>>} Told
 */

/** @returns how people call it */
const callOf = (/** @type {string} */ name) => name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`

const help = /** @type {const} */ ({ help: { type: 'boolean', short: 'h', says: 'this text' } })

/** @returns the text that `--help` prints */
function usageOf(/** @type {CommandName} */ name) {
  const { says, usage, options, more } = commands[name]
  /** @type {[string, { says: string, value?: string }][]} */
  const described = Object.entries({ ...options, ...help })
  const flags = described.map(([flag, { says, value }]) => ({ flag: `--${flag}${value ? ` ${value}` : ''}`, says }))
  const width = Math.max(...flags.map(({ flag }) => flag.length))
  return [
    says, '',
    ...usage.map(form => `  ${callOf(name)}${form ? ` -- ${form}` : ''}`), '',
    ...flags.map(({ flag, says }) => `  ${flag.padEnd(width)}  ${says}`),
    ...(more ? ['', more] : []),
  ].join('\n')
}

/** @returns what is wrong with the arguments in a sentence, or undefined */
function mistakeIn(/** @type {CommandName} */ name, /** @type {readonly string[]} */ args) {
  const { files: [least, most], missing } = commands[name]
  /** @type {Readonly<Record<string, { type: 'boolean' | 'string', value?: string }>>} */
  const options = { ...commands[name].options, ...help }
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) return `${callOf(name)} has no option ${token.rawName}.`
    if (
      option.type === 'string'
      && (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-')))
    )
      return `${token.rawName} needs a value: ${token.rawName} ${option.value}.`
    if (option.type === 'boolean' && token.value !== undefined) return `${token.rawName} takes no value.`
  }
  const words = tokens.flatMap(token => token.kind === 'positional' ? [token.value] : [])
  if (words.length > most)
    return most === 0
      ? `${callOf(name)} does not know what to do with "${words[0]}".`
      : `${callOf(name)} takes ${most === 1 ? 'one name' : `${most} names`}, so "${words[most]}" is one too many.`
  return words.length < least || words.includes('') ? missing : undefined
}

/**
 * @template {CommandName} Name
 * @param {Name} name
 * @param {readonly string[]} args
 * @returns {{ help: string } | { mistake: string } | Told<Name>} the text that was asked for, a sentence that says what is wrong,
 * or what it was told
 */
export function readCommand(name, args) {
  // Whoever asks for help gets it, whatever else stands beside it.
  const untilFiles = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (untilFiles.includes('--help') || untilFiles.includes('-h')) return { help: usageOf(name) }
  const mistake = mistakeIn(name, args)
  if (mistake !== undefined) return { mistake: `${mistake} See ${callOf(name)} -- --help.` }
  return /** @type {Told<Name>} */ (parseArgs({ args: [...args], options: commands[name].options, allowPositionals: true }))
}

/**
 * For a command's first line: answers `--help`, and ends with 2 and a sentence where it was called in a way that it does not have.
 * @template {CommandName} Name
 * @param {Name} name
 * @returns {Told<Name>}
 */
export function readArguments(name, args = process.argv.slice(2)) {
  const told = readCommand(name, args)
  if ('help' in told) {
    console.log(told.help)
    process.exit(0)
  }
  if ('mistake' in told) {
    console.error(told.mistake)
    process.exit(2)
  }
  return told
}
