/** Packages for the checker's tests: ours, whole and then broken on purpose; one from another tool; and zips that no tool should write. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { crc32, deflateRawSync } from 'node:zlib'
import { defaultExportOptions } from '#shared/scorm/export-options'
import type { PackageFormat } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'
import { buildPackage } from '../../../server/scorm/package/package.ts'
import { fakeAssets } from './fake-assets.ts'
import { fixtureLesson } from '../lessons/fixture-lesson.ts'

/** Contents by path. */
export type PackageFiles = Record<string, string | Uint8Array>

/** @returns the files of one of our own packages, which break no rule */
export async function ourFiles(format: PackageFormat): Promise<PackageFiles> {
  const { bytes } = await buildPackage({
    lessons: [[{ lesson: fixtureLesson(), help: [], messages: { 'player.tab-title': 'Lesson' } }]],
    options: defaultExportOptions,
    release: '0.0.0',
    format,
    assets: fakeAssets(),
    renderOpening: async () => '<main>Who is there?</main>',
  })
  return unzipSync(bytes)
}

/** @returns an ordinary zip of the files */
export function zipOf(files: PackageFiles): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])),
  )
}

/**
 * Replaces a piece of one file.
 * @throws when the piece is not there, since a test would then break nothing
 */
export function replaced(files: PackageFiles, path: string, piece: string, replacement: string): PackageFiles {
  const content = files[path]
  const text = typeof content === 'string' ? content : strFromU8(content ?? new Uint8Array())
  if (!text.includes(piece)) throw new Error(`${path} does not hold ${piece}`)
  return { ...files, [path]: text.replaceAll(piece, replacement) }
}

/** @returns the files without one */
export function without(files: PackageFiles, path: string): PackageFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path))
}

/** A SCORM 1.2 package as another tool might write it: several items, a chapter, shared files, `xml:base`, LOM, Windows line ends. */
export async function foreignFiles(): Promise<PackageFiles> {
  const schemas = await Promise.all(
    schemaFiles.scorm12.map(async file => [file, await fakeAssets().read(`player/xsd/scorm12/${file}`)] as const),
  )
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by another tool -->
<manifest identifier="course" version="1.1"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general><imsmd:title><imsmd:langstring xml:lang="en">Two lessons</imsmd:langstring></imsmd:title></imsmd:general>
    </imsmd:lom>
  </metadata>
  <organizations default="toc">
    <organization identifier="toc">
      <title>Two lessons</title>
      <item identifier="chapter"><title>Chapter</title>
        <item identifier="one" identifierref="r-one"><title>One</title><adlcp:masteryscore>80</adlcp:masteryscore></item>
        <item identifier="two" identifierref="r-two" parameters="?page=2"><title>Two</title></item>
      </item>
    </organization>
  </organizations>
  <resources xml:base="pages/">
    <resource identifier="r-one" type="webcontent" adlcp:scormtype="sco" href="one.html?start=1"><file href="one.html"/><dependency identifierref="shared"/></resource>
    <resource identifier="r-two" type="webcontent" adlcp:scormtype="sco" href="two.htm"><file href="two.htm"/><file href="my%20picture.png"/></resource>
    <resource identifier="shared" type="webcontent" adlcp:scormtype="asset"><file href="../shared/api.js"/></resource>
  </resources>
</manifest>
`.replaceAll('\n', '\r\n')
  return {
    'imsmanifest.xml': manifest,
    'pages/one.html': '<!doctype html><script src="../shared/api.js"></script><a href="https://example.org">more</a>',
    'pages/two.htm': '<!doctype html><img src="my%20picture.png" alt=""><body onload="parent.API.LMSInitialize(\'\')">',
    'pages/my picture.png': 'picture',
    'shared/api.js': '// see import("https://example.org/module.js")\nwindow.API.LMSInitialize("")\nwindow.home = "https://example.org/"',
    ...Object.fromEntries(schemas),
  }
}

export interface RawEntry {
  /** Bytes where it is not UTF-8. */
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** What the list says instead of the truth. */
  readonly size?: number
  readonly packedSize?: number
  readonly checksum?: number
  readonly method?: number
  readonly flags?: number
  /** Unix mode and type. */
  readonly mode?: number
  /** The name where the entry itself stands. */
  readonly nameAtEntry?: string | Uint8Array
}

/** @returns a zip with exactly these entries in this order, lies and all */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const list: Uint8Array[] = []
  let offset = 0
  for (const { name, content, nameAtEntry = name, flags = 0, mode = 0o100644, ...lies } of entries) {
    const plain = Buffer.from(content)
    const method = lies.method ?? 8
    const packed = method === 0 ? plain : deflateRawSync(plain)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt32LE(lies.checksum ?? crc32(plain), 10)
    facts.writeUInt32LE(lies.packedSize ?? packed.length, 14)
    facts.writeUInt32LE(lies.size ?? plain.length, 18)
    const own = Buffer.from(facts)
    own.writeUInt16LE(Buffer.from(nameAtEntry).length, 22)
    facts.writeUInt16LE(Buffer.from(name).length, 22)
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), own, Buffer.from(nameAtEntry), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(mode * 0x10000, 6)
    tail.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), facts, tail, Buffer.from(name)]))
    parts.push(entry)
    offset += entry.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}
