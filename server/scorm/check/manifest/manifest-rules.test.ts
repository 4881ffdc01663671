import { beforeAll, describe, expect, it } from 'vitest'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import type { Severity } from '#shared/scorm/finding-heading'
import { foreignFiles, ourFiles, replaced, without, zipOf, type PackageFiles } from '../../../../tests/support/packages/packages.ts'
import { checkPackage } from '../check-package.ts'
import type { RuleId } from '../archive/findings.ts'

const manifest = 'imsmanifest.xml'
const ours = new Map<PackageFormat | 'foreign', PackageFiles>()

beforeAll(async () => {
  for (const format of packageFormats) ours.set(format, await ourFiles(format))
  ours.set('foreign', await foreignFiles())
})

type Source = PackageFormat | 'foreign'
type Change = (files: PackageFiles) => PackageFiles
type Row = readonly [rule: RuleId, severity: Severity, what: string, source: Source, change: Change, words: string]

const inManifest = (piece: string, replacement: string): Change => files => replaced(files, manifest, piece, replacement)
const both = (...changes: Change[]): Change => files => changes.reduce((changed, change) => change(changed), files)
const text = (content: string): Change => files => ({ ...files, [manifest]: content })
const renamed = (from: string, to: string): Change => files => ({ ...without(files, from), [to]: files[from] ?? '' })

const resource12 = 'adlcp:scormtype="sco"'
const resource2004 = 'adlcp:scormType="sco"'

const laughs = `<?xml version="1.0"?><!DOCTYPE manifest [<!ENTITY a "haha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'[index]} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]><manifest>&j;</manifest>`

const rows: readonly Row[] = [
  ['manifest-at-root', 'error', 'no manifest', 'scorm12', files => without(files, manifest), 'There is no "imsmanifest.xml"'],
  [
    'manifest-at-root',
    'error',
    'a folder around everything',
    'scorm12',
    files => Object.fromEntries(Object.entries(files).map(([path, content]) => [`course/${path}`, content])),
    'is in a folder',
  ],
  ['manifest-at-root', 'error', 'capitals in the manifest\'s name', 'scorm12', renamed(manifest, 'IMSManifest.xml'), 'small letters'],
  ['manifest-safe', 'error', 'a billion laughs', 'scorm12', text(laughs), 'DOCTYPE'],
  [
    'manifest-safe',
    'error',
    'an entity from a file, after a comment',
    'scorm12',
    text('<?xml version="1.0"?><!-- x --><!DOCTYPE manifest [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>'),
    'DOCTYPE',
  ],
  [
    'manifest-safe',
    'error',
    'three million characters',
    'scorm12',
    text(`<manifest>${'x'.repeat(3_000_000)}</manifest>`),
    'more than 2 million',
  ],
  ['manifest-safe', 'error', 'too many tags', 'scorm12', text(`<manifest>${'<b/>'.repeat(100_000)}</manifest>`), 'more than 100000 tags'],
  [
    'manifest-safe',
    'error',
    'too many namespaces',
    'scorm12',
    text(`<manifest${Array.from({ length: 501 }, (_, index) => ` xmlns:a${index}="a"`).join('')}/>`),
    'more than 500 namespaces',
  ],
  ['manifest-well-formed', 'error', 'a tag that is not closed', 'scorm12', inManifest('</organizations>', ''), 'not well-formed'],
  ['manifest-well-formed', 'error', 'a bare ampersand', 'scorm12', inManifest('<title>', '<title>R&B '), 'not well-formed'],
  [
    'manifest-well-formed',
    'error',
    'a prefix that stands for nothing',
    'scorm12',
    inManifest('<resources>', '<resources><own:x/>'),
    'not well-formed',
  ],
  [
    'manifest-well-formed',
    'error',
    'an attribute twice',
    'scorm12',
    inManifest(resource12, `${resource12} ${resource12}`),
    'not well-formed',
  ],
  [
    'manifest-well-formed',
    'error',
    'an attribute without quotes',
    'scorm12',
    inManifest('type="webcontent"', 'type=webcontent'),
    'not well-formed',
  ],
  [
    'manifest-well-formed',
    'error',
    'something after the end',
    'scorm12',
    inManifest('</manifest>', '</manifest><manifest/>'),
    'not well-formed',
  ],
  ['manifest-well-formed', 'error', 'a character that XML cannot hold', 'scorm12', inManifest('<title>', '<title>\u0001'), 'cannot hold'],
  ['manifest-well-formed', 'error', 'nothing in it', 'scorm12', text(''), 'not well-formed'],
  [
    'manifest-well-formed',
    'error',
    'bytes that are not UTF-8',
    'scorm12',
    files => ({ ...files, [manifest]: Uint8Array.of(0x3c, 0xff, 0x3e) }),
    'encoding',
  ],
  ['manifest-root', 'error', 'another root element', 'scorm12', text('<course/>'), 'has to be "manifest"'],

  [
    'schema-version',
    'error',
    'an edition misspelt',
    'scorm2004-3',
    inManifest('2004 3rd Edition', '2004 3rd edition'),
    'letter for letter',
  ],
  [
    'schema-version',
    'error',
    'a version that there is not',
    'scorm12',
    inManifest('<schemaversion>1.2<', '<schemaversion>1.1<'),
    'letter for letter',
  ],
  ['schema-version', 'error', 'no version', 'scorm12', inManifest('<schemaversion>1.2</schemaversion>', ''), 'no schema version'],
  ['schema-version', 'error', 'another schema', 'scorm12', inManifest('ADL SCORM', 'IMS Content'), 'Write "ADL SCORM"'],
  ['schema-version', 'error', 'no schema', 'scorm12', inManifest('<schema>ADL SCORM</schema>', ''), 'name no schema'],
  [
    'schema-version',
    'warning',
    'spaces around the version',
    'scorm12',
    inManifest('<schemaversion>1.2<', '<schemaversion> 1.2 <'),
    'spaces',
  ],
  [
    'namespace-prefixes',
    'error',
    'another prefix for adlcp',
    'scorm12',
    both(inManifest('adlcp:', 'adl:'), inManifest('xmlns:adlcp', 'xmlns:adl')),
    'Moodle',
  ],
  [
    'namespace-prefixes',
    'error',
    'another prefix for imsss',
    'scorm2004-4',
    both(inManifest('imsss:', 'ss:'), inManifest('xmlns:imsss', 'xmlns:ss')),
    'Moodle',
  ],
  [
    'namespace-prefixes',
    'error',
    'imsss for something else',
    'scorm2004-4',
    inManifest('xmlns:imsss="http://www.imsglobal.org/xsd/imsss"', 'xmlns:imsss="http://www.imsglobal.org/xsd/sequencing"'),
    'has to be "http://www.imsglobal.org/xsd/imsss"',
  ],

  ['organizations', 'error', 'a default that does not exist', 'scorm12', inManifest('default="ORG-', 'default="OTHER-'), 'does not exist'],
  ['organizations', 'error', 'no default', 'scorm12', inManifest('default="ORG-lying-online-9-11-en"', ''), 'no attribute "default"'],
  [
    'organizations',
    'error',
    'no organization',
    'scorm12',
    files => ({
      ...files,
      [manifest]: String(asText(files)).replace(/<organizations[\s\S]*<\/organizations>/, '<organizations default="x"/>'),
    }),
    'no <organization>',
  ],
  [
    'organizations',
    'error',
    'no organizations',
    'scorm12',
    files => ({ ...files, [manifest]: String(asText(files)).replace(/<organizations[\s\S]*<\/organizations>/, '') }),
    'no <organizations>',
  ],
  [
    'organizations',
    'error',
    'no item',
    'scorm12',
    files => ({ ...files, [manifest]: String(asText(files)).replace(/<item[\s\S]*<\/item>/, '') }),
    'has no item',
  ],
  ['items', 'error', 'an item that opens nothing', 'scorm12', inManifest('identifierref="RES-lying-online-9-11-en"', ''), 'opens nothing'],
  ['items', 'error', 'an item that points nowhere', 'scorm12', inManifest('identifierref="RES-', 'identifierref="GONE-'), 'does not exist'],
  [
    'items',
    'error',
    'a chapter with a page of its own in 2004',
    'scorm2004-3',
    inManifest('</item>', '<item identifier="inner" identifierref="RES-lying-online-9-11-en"><title>Inner</title></item></item>'),
    'allows only one of them',
  ],
  [
    'items',
    'error',
    'an item whose resource has nothing to open',
    'foreign',
    inManifest('identifierref="r-two"', 'identifierref="shared"'),
    'no "href" to open',
  ],
  [
    'identifiers',
    'note',
    'an identifier that begins with a digit',
    'scorm12',
    inManifest('identifier="ITEM-lying', 'identifier="1-lying'),
    'begins with a digit',
  ],
  [
    'identifiers',
    'warning',
    'an identifier with a space',
    'scorm12',
    inManifest('identifier="ITEM-lying', 'identifier="ITEM lying'),
    'holds a space',
  ],
  ['identifiers', 'error', 'an identifier twice', 'scorm12', inManifest('"ITEM-lying', '"ORG-lying'), 'used twice, first in line'],
  [
    'identifiers',
    'error',
    'no identifier',
    'scorm12',
    inManifest('identifier="ITEM-lying-online-9-11-en"', ''),
    '<item> has no identifier',
  ],
  ['titles', 'error', 'a title of 256 characters', 'scorm12', inManifest('Who is really there?', 'x'.repeat(256)), '256 characters'],
  ['titles', 'error', 'an empty title', 'scorm12', inManifest('Who is really there?', ' '), 'no title'],
  ['titles', 'error', 'no title', 'scorm12', inManifest('<title>Who is really there?</title>', ''), 'no title'],
  ['titles', 'warning', 'a title escaped twice', 'scorm12', inManifest('Who is', 'Who &amp;amp; what is'), 'escaped twice'],

  ['resources', 'error', 'the spelling of 2004 in 1.2', 'scorm12', inManifest('scormtype', 'scormType'), 'Write "adlcp:scormtype"'],
  ['resources', 'error', 'the spelling of 1.2 in 2004', 'scorm2004-3', inManifest('scormType', 'scormtype'), 'Write "adlcp:scormType"'],
  ['resources', 'error', 'no prefix before scormtype', 'scorm12', inManifest('adlcp:scormtype', 'scormtype'), 'Write "adlcp:scormtype"'],
  ['resources', 'error', 'capitals in "sco"', 'scorm12', inManifest(resource12, 'adlcp:scormtype="SCO"'), 'in small letters'],
  ['resources', 'error', 'no scormType', 'scorm2004-4', inManifest(resource2004, ''), 'does not say what it is'],
  ['resources', 'error', 'no type', 'scorm12', inManifest('type="webcontent"', ''), 'no "type"'],
  ['resources', 'warning', 'another type', 'scorm12', inManifest('type="webcontent"', 'type="text"'), 'expect "webcontent"'],
  ['resources', 'warning', 'nothing but assets', 'scorm12', inManifest(resource12, 'adlcp:scormtype="asset"'), 'nothing is recorded'],
  [
    'resources',
    'error',
    'a dependency on nothing',
    'foreign',
    inManifest('identifierref="shared"', 'identifierref="none"'),
    'depends on "none"',
  ],
  [
    'launch-file',
    'error',
    'a start page on another server',
    'foreign',
    inManifest('href="one.html?start=1"', 'href="https://example.org/one.html"'),
    'not in the package',
  ],
  [
    'launch-file',
    'error',
    'a start page that is no page',
    'foreign',
    inManifest('href="one.html?start=1"', 'href="my%20picture.png"'),
    'is not an HTML page',
  ],
  ['launch-file', 'error', 'a start page without HTML', 'scorm12', files => ({ ...files, 'index.html': 'Not found' }), 'no HTML'],
  ['files-present', 'error', 'a listed file that is not there', 'scorm12', files => without(files, 'lesson.js'), ''],
  [
    'files-present',
    'error',
    'a listed picture that is not there',
    'scorm12',
    files => without(files, 'pictures/cover.svg'),
    'is not in the package',
  ],
  ['files-present', 'error', 'a picture whose name has other capitals', 'scorm12', renamed('pictures/cover.svg', 'pictures/Cover.svg'), ''],
  [
    'files-present',
    'error',
    'a listed file outside the package',
    'scorm12',
    inManifest('href="pictures/cover.svg"', 'href="/pictures/cover.svg"'),
    '',
  ],
  [
    'files-present',
    'warning',
    'a listed file on a server',
    'foreign',
    inManifest('<file href="two.htm"/>', '<file href="two.htm"/><file href="https://example.org/x.js"/>'),
    'on another server',
  ],
  [
    'files-present',
    'error',
    'a file without an address',
    'scorm12',
    inManifest('<file href="lesson.js"/>', '<file href="lesson.js"/><file href=""/>'),
    'no "href"',
  ],
  [
    'files-listed',
    'warning',
    'a file that is not listed',
    'scorm12',
    files => ({ ...files, 'extra.txt': 'x' }),
    'A file is in the zip but not in the manifest: "extra.txt"',
  ],
  [
    'files-listed',
    'warning',
    'a start page that is not listed',
    'scorm12',
    inManifest('<file href="index.html"/>', ''),
    'among its files too',
  ],
  ['files-listed', 'note', 'a schema that is not listed', 'scorm12', inManifest('<file href="ims_xml.xsd"/>', ''), 'usual'],
  [
    'schema-files',
    'error',
    'a schema that is named but not there',
    'scorm12',
    both(inManifest('<file href="adlcp_rootv1p2.xsd"/>', ''), files => without(files, 'adlcp_rootv1p2.xsd')),
    'Checkers refuse',
  ],
  [
    'schema-files',
    'error',
    'a schema that another schema imports',
    'scorm2004-4',
    both(inManifest('<file href="imsss_v1p0seqrule.xsd"/>', ''), files => without(files, 'imsss_v1p0seqrule.xsd')),
    '"imsss_v1p0seqrule.xsd" is not in the package',
  ],
  ['schema-files', 'error', 'a namespace without a file', 'scorm12', inManifest(' imsmd_rootv1p2p1.xsd"', '"'), 'no partner'],

  [
    'mastery-score',
    'note',
    'a mastery score',
    'scorm12',
    inManifest('</title>\n      </item>', '</title><adlcp:masteryscore>80</adlcp:masteryscore></item>'),
    'mastery score of 80',
  ],
  [
    'mastery-score',
    'error',
    'a mastery score beyond 100',
    'scorm12',
    inManifest('</title>\n      </item>', '</title><adlcp:masteryscore>101</adlcp:masteryscore></item>'),
    'from 0 to 100',
  ],
  [
    'mastery-score',
    'error',
    'a mastery score in 2004',
    'scorm2004-3',
    inManifest(
      '<imsss:sequencing>\n          <imsss:rollupRules',
      '<adlcp:masteryscore>80</adlcp:masteryscore><imsss:sequencing><imsss:rollupRules',
    ),
    'minNormalizedMeasure',
  ],
  [
    'completion-threshold',
    'error',
    'a threshold in 1.2',
    'scorm12',
    inManifest('</title>\n      </item>', '</title><adlcp:completionThreshold>1</adlcp:completionThreshold></item>'),
    'belongs to SCORM 2004',
  ],
  [
    'completion-threshold',
    'error',
    'attributes in the 3rd edition',
    'scorm2004-3',
    inManifest(
      '<imsss:sequencing>\n          <imsss:rollupRules',
      '<adlcp:completionThreshold minProgressMeasure="1"/><imsss:sequencing><imsss:rollupRules',
    ),
    'belongs to the 4th edition',
  ],
  [
    'completion-threshold',
    'error',
    'too large a number in the 3rd edition',
    'scorm2004-3',
    inManifest(
      '<imsss:sequencing>\n          <imsss:rollupRules',
      '<adlcp:completionThreshold>80</adlcp:completionThreshold><imsss:sequencing><imsss:rollupRules',
    ),
    'from 0 to 1',
  ],
  [
    'completion-threshold',
    'error',
    'a number in the element in the 4th edition',
    'scorm2004-4',
    inManifest(
      '<adlcp:completionThreshold completedByMeasure="false" minProgressMeasure="1.0"/>',
      '<adlcp:completionThreshold>1.0</adlcp:completionThreshold>',
    ),
    'is empty and has attributes',
  ],
  [
    'completion-threshold',
    'error',
    'too large a number in the 4th edition',
    'scorm2004-4',
    inManifest('minProgressMeasure="1.0"', 'minProgressMeasure="10"'),
    'from 0 to 1',
  ],
  [
    'sequencing',
    'error',
    'sequencing in 1.2',
    'scorm12',
    inManifest('</title>\n      </item>', '</title><imsss:sequencing xmlns:imsss="http://www.imsglobal.org/xsd/imsss"/></item>'),
    'belongs to SCORM 2004',
  ],
]

/** What breaks one rule must break no other, so that one mistake gives one message; where two are really broken, both are named here. */
const companions: Readonly<Record<string, readonly RuleId[]>> = {
  'a picture whose name has other capitals': ['files-listed'],
  'a listed file outside the package': ['files-listed'],
}

function asText(files: PackageFiles): string {
  const content = files[manifest]
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** What the foreign package is told anyway. */
const always: Readonly<Partial<Record<Source, readonly string[]>>> = {
  foreign: ['file-names warning', 'mastery-score note', 'files-listed note'],
}

describe('one thing wrong gives one finding:', () => {
  it.each(rows)('%s, %s: %s (%s)', (rule, severity, what, source, change, words) => {
    const { findings } = checkPackage(zipOf(change(ours.get(source) ?? {})))
    const told = findings.filter(finding => !always[source]?.includes(`${finding.rule} ${finding.severity}`))
    const about = told.filter(finding => finding.rule === rule)
    expect(about.map(({ severity }) => severity)).toContain(severity)
    expect(about.map(({ message }) => message).join('\n')).toContain(words)
    expect([...new Set(told.map(finding => finding.rule))].sort()).toEqual([rule, ...companions[what] ?? []].sort())
  })
})

describe('where', () => {
  it('the manifest breaks off is told by its line, or the one before', () => {
    const files = ours.get('scorm12') ?? {}
    const line = asText(files).split('\n').findIndex(line => line.includes('</organizations>'))
    const [finding] = checkPackage(zipOf(replaced(files, manifest, '</organizations>', '</organisations>'))).findings
    expect(finding).toMatchObject({ rule: 'manifest-well-formed', file: manifest, line })
  })

  it('a resource is wrong is told by its line', () => {
    const files = replaced(ours.get('foreign') ?? {}, manifest, 'identifier="shared" type="webcontent"', 'identifier="shared"')
    const line = asText(files).split('\n').findIndex(line => line.includes('identifier="shared"')) + 1
    expect(checkPackage(zipOf(files)).findings).toContainEqual(expect.objectContaining({ rule: 'resources', file: manifest, line }))
  })
})
