/** Rules about the zip itself, before anything in it is looked at. */
import type { Archive } from '../archive/archive.ts'
import { error, note, quoted, someOf, warning, type Problem, type Rule } from '../archive/findings.ts'
import type { ZipEntry, ZipListing } from '../archive/zip.ts'

/** Bytes. No lesson comes near it, and a server must never be asked to unpack more. */
const mostUnpacked = 500_000_000

/** Text packs to a tenth, dull text to a fiftieth. Small files may pack far better, so these are left alone. */
const steepestRatio = 200
const smallEnoughForAnyRatio = 10_000_000

/** Bytes up to which every entry is unpacked and compared with its checksum. */
const mostVerified = 64_000_000

const zipPlain: Rule<ZipListing> = {
  id: 'zip-plain',
  * check({ entries, zip64 }) {
    if (zip64)
      yield error('The zip uses the Zip64 extension, which many platforms cannot read. Zip the package again with a plain zip tool.')
    const encrypted = entries.filter(entry => entry.encrypted)
    if (encrypted[0])
      yield error(`The zip is protected with a password (${someOf(encrypted.map(entry => entry.name))}). Make it again without one.`, {
        file: encrypted[0].name,
      })
    const odd = entries.filter(entry => !entry.encrypted && entry.method !== 0 && entry.method !== 8)
    if (odd[0])
      yield error(
        `The zip is packed in a way that platforms cannot read (method ${odd[0].method}: ${someOf(odd.map(entry => entry.name))}). Make it again with ordinary "deflate" packing.`,
        { file: odd[0].name },
      )
  },
}

export const zipUnpackedSize: Rule<ZipListing & { readonly bytes: Uint8Array }> = {
  id: 'zip-unpacked-size',
  * check({ entries, zip64, bytes }) {
    if (zip64) return
    const unpacked = unpackedSize(entries)
    const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0)
    const why = unpacked > mostUnpacked
      ? `more than ${mostUnpacked / 1_000_000} MB`
      : unpacked > smallEnoughForAnyRatio && unpacked > steepestRatio * bytes.length
        ? `more than ${steepestRatio} times its own size`
        : packed > bytes.length ? 'files that overlap in the zip' : null
    if (why)
      yield error(
        `The zip says it unpacks to ${(unpacked / 1_000_000).toFixed(0)} MB, ${why}, so it was not unpacked. Take out what the lesson does not need.`,
      )
  },
}

const zipNames: Rule<ZipListing> = {
  id: 'zip-names',
  * check({ entries }) {
    const names = entries.map(entry => entry.name)
    yield* namesThat(names, name => name.split(/[/\\]/).includes('..'), '"..", which leads out of the package')
    yield* namesThat(names, name => /^(?:[/\\]|[A-Za-z]:)/.test(name), 'a place on a disk rather than in the package')
    yield* namesThat(names, name => name.includes('\\'), 'backslashes; only "/" parts folders in a zip')
    // eslint-disable-next-line no-control-regex -- exactly those characters are looked for
    yield* namesThat(names, name => name === '' || /[\u0000-\u001F\u007F]/.test(name), 'unprintable characters or nothing at all')
    const links = entries.filter(entry => entry.symbolicLink).map(entry => entry.name)
    if (links[0] !== undefined)
      yield error(`Links to other files are not allowed in a package: ${someOf(links)}. Put the file itself there.`, { file: links[0] })
    const seen = new Set<string>()
    const twice = names.filter(name => seen.size === seen.add(name).size)
    if (twice[0] !== undefined)
      yield error(`The zip holds more than one entry with the same name: ${someOf(twice)}. Make it again from a folder.`, {
        file: twice[0],
      })
  },
}

function* namesThat(names: readonly string[], applies: (name: string) => boolean, what: string): Generator<Problem> {
  const found = names.filter(applies)
  if (found[0] !== undefined)
    yield error(`Names in the zip hold ${what}: ${someOf(found)}. Zip the package's contents again with relative names.`, {
      file: found[0],
    })
}

const zipIntact: Rule<Archive> = {
  id: 'zip-intact',
  * check(archive) {
    let left = mostVerified
    let skipped = 0
    for (const [name, { size }] of archive.files) {
      if (size > left) {
        skipped++
        continue
      }
      left -= size
      const damage = archive.damageOf(name)
      if (damage !== null) yield error(`The file ${quoted(name)} is damaged: it ${damage}. Make the package again.`, { file: name })
    }
    if (skipped > 0)
      yield note(
        `${skipped === 1 ? 'One large file was' : `${skipped} large files were`} not unpacked, so not everything is known to be intact.`,
      )
  },
}

const packageSize: Rule<Archive> = {
  id: 'package-size',
  * check({ bytes }) {
    if (bytes.length > 100_000_000)
      yield warning(
        `The package has ${(bytes.length / 1_000_000).toFixed(0)} MB; many platforms take no more than 100. Make its videos and pictures smaller.`,
      )
  },
}

/** Of a zip that is not unpacked yet, and of one that is; in the order of the report. */
export const zipListingRules = [zipPlain, zipNames]
export const zipRules = [zipIntact, packageSize]

/** @returns bytes after unpacking, as declared */
export function unpackedSize(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.size, 0)
}
