import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scormFormats } from '#shared/scorm/package-format'
import { foreignFiles, ourFiles, rawZip, replaced, without, zipOf } from '../../../tests/support/packages/packages.ts'
import type { PackageReport } from '#shared/scorm/package-report'
import { checkPackage, manifestOf } from './check-package.ts'
import { ruleIds } from './archive/findings.ts'

const webRules = [
  'zip-readable',
  'zip-plain',
  'zip-names',
  'zip-unpacked-size',
  'zip-intact',
  'package-size',
  'file-names',
  'file-types',
  'module-scripts',
  'outside-loads',
  'loads-present',
  'web-start-page',
]

/** Rules about other kinds, and those that only a run can judge. */
const notForScorm = /^(?:web-start-page$|aicc-files$|run-(?!time))/

describe('a whole package', () => {
  it.each(scormFormats)('of ours as %s has nothing against it', async (format) => {
    const bytes = zipOf(await ourFiles(format))
    const { findings, checked, ...report } = checkPackage(bytes, { manifestErrors: [] })
    // SCORM 1.2 carries LOM, which is left out of the schemas' check, and said to be.
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect([...checked].sort()).toEqual(ruleIds.filter(id => !notForScorm.test(id)).sort())
    expect(report).toMatchObject({
      ok: true,
      kind: format,
      title: 'Who is really there?',
      bytes: bytes.length,
      launch: [{ identifier: 'ITEM-lying-online-9-11-en', title: 'Who is really there?', href: 'index.html' }],
    })
    expect(report.fileCount).toBe(Object.keys(await ourFiles(format)).length)
    expect(report.unpackedBytes).toBeGreaterThan(report.bytes)
  })

  it('of another tool is understood: chapters, several items, folders by xml:base, LOM', async () => {
    const report = checkPackage(zipOf(await foreignFiles()), { manifestErrors: [] })
    expect(report).toMatchObject({
      ok: true,
      kind: 'scorm12',
      title: 'Two lessons',
      launch: [{ identifier: 'one', title: 'One', href: 'one.html?start=1' }, { identifier: 'two', title: 'Two', href: 'two.htm' }],
    })
    expect(report.findings.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
      ['file-names', 'warning', 'pages/my picture.png'],
      ['manifest-schema', 'note', 'imsmanifest.xml'],
      ['mastery-score', 'note', 'imsmanifest.xml'],
      ['files-listed', 'note', undefined],
    ])
  })

  it('of web pages is checked by the rules that make sense for it', () => {
    const report = checkPackage(zipOf({ 'index.html': '<!doctype html><script src="a.js"></script>', 'a.js': '' }), { expect: 'web' })
    expect(report).toMatchObject({ ok: true, kind: 'web', findings: [], launch: [{ href: 'index.html' }] })
    expect([...report.checked].sort()).toEqual([...webRules].sort())
  })

  it('that is only checked quickly does not claim to fit the official schemas', async () => {
    expect(checkPackage(zipOf(await ourFiles('scorm12'))).checked).not.toContain('manifest-schema')
  })

  it('is understood in UTF-16 and in Latin-1 too', async () => {
    const files = await ourFiles('scorm12')
    const text = new TextDecoder().decode(files['imsmanifest.xml'] as Uint8Array).replaceAll('Who is really there?', 'Café')
    const wide = Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(text.replace('"UTF-8"', '"UTF-16"'), 'utf16le')])
    const latin = Buffer.from(text.replace('"UTF-8"', '"ISO-8859-1"'), 'latin1')
    for (const manifest of [wide, latin])
      expect(checkPackage(zipOf({ ...files, 'imsmanifest.xml': manifest }))).toMatchObject({ ok: true, title: 'Café', findings: [] })
  })
})

describe('what the official schemas say', () => {
  it('is reported with its line, as an error unless it is only about a stranger\'s own extension', async () => {
    const manifestErrors = [
      { message: 'Element \'{http://www.imsproject.org/xsd/imscp_rootv1p1p2}nonsense\': This element is not expected.', line: 7 },
      {
        message:
          'Element \'{http://example.org/own}extra\': No matching global element declaration available, but demanded by the strict wildcard.',
        line: 9,
      },
      {
        message:
          'Element \'{http://www.adlnet.org/xsd/adlcp_rootv1p2}mistery\': No matching global element declaration available, but demanded by the strict wildcard.',
        line: 11,
      },
    ]
    const { findings } = checkPackage(zipOf(await ourFiles('scorm12')), { manifestErrors })
    expect(
      findings
        .filter(({ rule, line }) => rule === 'manifest-schema' && [7, 9, 11].includes(line ?? 0))
        .map(({ rule, severity, effect, line }) => [rule, severity, effect, line]),
    ).toEqual([
      ['manifest-schema', 'error', 'import', 7],
      ['manifest-schema', 'note', 'untidy', 9],
      ['manifest-schema', 'error', 'import', 11],
    ])
  })
})

describe('the manifest for the schemas', () => {
  it('comes with its kind', async () => {
    expect(manifestOf(zipOf(await ourFiles('scorm2004-4')))).toMatchObject({
      kind: 'scorm2004-4',
      xml: expect.stringContaining('<manifest ') as string,
    })
  })

  it('is withheld when it is missing, malformed or unsafe', async () => {
    const files = await ourFiles('scorm12')
    expect(manifestOf(zipOf(without(files, 'imsmanifest.xml')))).toBeNull()
    expect(manifestOf(zipOf(replaced(files, 'imsmanifest.xml', '</manifest>', '')))).toBeNull()
    expect(manifestOf(zipOf(replaced(files, 'imsmanifest.xml', '?>', '?><!DOCTYPE manifest>')))).toBeNull()
    expect(manifestOf(new Uint8Array())).toBeNull()
  })
})

/** Whatever the bytes are, there is a report that makes sense. */
function expectReport(bytes: Uint8Array, expected: 'scorm' | 'web') {
  const report: PackageReport = checkPackage(bytes, { expect: expected })
  expect(report.ok).toBe(report.findings.every(({ severity }) => severity !== 'error'))
  expect(report.checked).toEqual([...new Set(report.checked)])
  for (const { rule, message } of report.findings) {
    expect(report.checked).toContain(rule)
    expect(message).not.toContain('\n')
  }
  manifestOf(bytes)
}

describe('no bytes make it throw:', () => {
  const kind = fc.constantFrom('scorm', 'web')

  it('any at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), kind, expectReport))
  })

  it('a package with bytes changed, cut out or left off', async () => {
    const bytes = zipOf(await foreignFiles())
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
        fc.nat(bytes.length),
        fc.nat(bytes.length),
        kind,
        (changes, from, to, expected) => {
          const changed = Uint8Array.from(bytes)
          for (const [at, value] of changes) changed[at] = value
          expectReport(changed, expected)
          expectReport(changed.subarray(Math.min(from, to), Math.max(from, to)), expected)
          expectReport(changed.subarray(0, from), expected)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a list of files with bytes changed', async () => {
    const bytes = zipOf({ 'imsmanifest.xml': '<manifest/>', 'index.html': '<p>' })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.constantFrom(0, 1, 8, 0x2f, 0x7f, 0xff)), { minLength: 1, maxLength: 6 }),
        kind,
        (changes, expected) => {
          const changed = Uint8Array.from(bytes)
          for (const [fromEnd, value] of changes) changed[bytes.length - fromEnd] = value
          expectReport(changed, expected)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a manifest with pieces swapped, doubled and dropped', async () => {
    const files = await foreignFiles()
    const pieces = String(files['imsmanifest.xml']).split(/(?=[<\s"'=>:])/)
    const edit = fc.record({
      at: fc.nat(pieces.length - 1),
      from: fc.nat(pieces.length - 1),
      how: fc.constantFrom('drop', 'copy', 'odd'),
      odd: fc.constantFrom(
        '<',
        '&',
        ']]>',
        '<![CDATA[',
        '<!--',
        '"',
        '\u0000',
        '%',
        '..',
        '/',
        '',
        'xml:base="../../"',
        '<item/>',
        '<?x?>',
        '__proto__',
        '😀',
      ),
    })
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const changed = [...pieces]
      for (const { at, from, how, odd } of edits) changed[at] = how === 'drop' ? '' : how === 'copy' ? pieces[from] ?? '' : odd
      expectReport(zipOf({ 'imsmanifest.xml': changed.join(''), 'pages/one.html': '<p>' }), 'scorm')
    }), { numRuns: 300 })
  })

  it('pages, styles, pictures and scripts of any text', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ maxLength: 8 }),
          fc.constantFrom(
            '<',
            '>',
            '<script',
            ' src="',
            '"',
            '\'',
            '<style>',
            '</style>',
            'url(',
            ')',
            '@import ',
            '/*',
            '*/',
            'https://',
            '//',
            'import(',
            '<base href=',
            '<link rel=stylesheet href=',
            '<svg>',
            '__proto__',
            'constructor',
            '\n',
            '<![CDATA[',
            ' srcset="a, b',
          ),
        ),
        { maxLength: 30 },
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom('index.html', 'a.svg', 'a.css', 'a.js', 'a.xhtml', 'A.HTM'), kind, (content, name, expected) => {
        expectReport(zipOf({ [name]: content }), expected)
      }),
      { numRuns: 400 },
    )
  })

  it('names of any kind', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 12 }),
            fc.constantFrom('..', '/', 'index.html', 'constructor', '__proto__', 'imsmanifest.xml'),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        kind,
        (names, expected) => {
          expectReport(rawZip(names.map(name => ({ name, content: 'a' }))), expected)
        },
      ),
    )
  })
})
