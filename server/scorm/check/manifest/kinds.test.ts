import { describe, expect, it } from 'vitest'
import type { PackageReport } from '#shared/scorm/package-report'
import {
  adapt,
  captivate,
  eXeLearning,
  h5pAsScorm,
  iSpring,
  otherKinds,
  rise,
  storyline,
} from '../../../../tests/support/packages/authoring-tools.ts'
import { foreignFiles, rawZip, replaced, without, zipOf, type PackageFiles } from '../../../../tests/support/packages/packages.ts'
import { checkPackage } from '../check-package.ts'

const check = (files: PackageFiles) => checkPackage(zipOf(files))
const serious = ({ findings }: PackageReport) => findings.filter(({ severity }) => severity !== 'note')
const of = ({ findings }: PackageReport, rule: string) => findings.filter(finding => finding.rule === rule)

const tools = { storyline, rise, iSpring, adapt, eXeLearning, h5pAsScorm, captivate }

describe('a package in the manner of', () => {
  it.each(Object.entries(tools))('%s has nothing serious against it', (_, files) => {
    const report = check(files())
    expect(serious(report)).toEqual([])
    expect(report).toMatchObject({
      ok: true,
      kind: expect.stringMatching(/^scorm/) as string,
      fate: expect.stringContaining('record') as string,
    })
    expect(report.checked).toContain('run-time-calls')
  })

  it('iSpring or old Adapt: odd identifiers are told once, as untidy', () => {
    const [told, ...more] = of(check(iSpring()), 'identifiers')
    expect(told).toMatchObject({ severity: 'note', effect: 'untidy', count: 4, file: 'imsmanifest.xml' })
    expect(told?.places).toHaveLength(3)
    expect(more).toEqual([])
    expect(of(check(adapt()), 'identifiers')).toMatchObject([{ effect: 'untidy', count: 3 }])
  })

  it('iSpring, against the official schemas: the same identifiers are not told a second time, and libxml2 is not quoted', () => {
    const manifestErrors = [
      {
        line: 2,
        message:
          'Element \'{http://www.imsproject.org/xsd/imscp_rootv1p1p2}manifest\', attribute \'identifier\': \'{3F25}\' is not a valid value of the atomic type \'xs:ID\'.',
      },
      {
        line: 7,
        message:
          'Element \'{http://www.imsproject.org/xsd/imscp_rootv1p1p2}organizations\', attribute \'default\': \'5F\' is not a valid value of the atomic type \'xs:IDREF\'.',
      },
    ]
    expect(of(checkPackage(zipOf(iSpring()), { manifestErrors }), 'manifest-schema')).toEqual([])
  })
})

describe('what was handed in is named:', () => {
  it.each(Object.entries(otherKinds))('%s, with what becomes of it, and nobody is told to write "ADL SCORM"', (kind, files) => {
    const report = check(files())
    expect(report.kind).toBe(kind)
    expect(report.kindName).not.toBe('')
    expect(report.fate).not.toBe('')
    const told = serious(report)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({
      rule: kind === 'web' ? 'manifest-at-root' : 'package-kind',
      effect: kind === 'ims-content' ? 'record' : 'import',
    })
    expect(told.map(({ message }) => message).join()).not.toContain('ADL SCORM')
    expect(report.ok).toBe(kind === 'aicc')
  })

  it('AICC: what opens, and what is missing', () => {
    const files = otherKinds.aicc!()
    expect(check(files)).toMatchObject({ title: 'Knots', launch: [{ identifier: 'A1', href: 'a001index.html' }] })
    expect(of(check(without(files, 'course.cst')), 'aicc-files')).toMatchObject([
      { effect: 'import', message: expect.stringContaining('.cst') as string },
    ])
    expect(of(check(without(files, 'a001index.html')), 'aicc-files')).toMatchObject([{ effect: 'record', file: 'course.au', line: 2 }])
  })

  it.each([
    ['<!doctype html><title>Blocked</title>', 'a web page'],
    ['%PDF-1.7', 'a PDF'],
    ['Rar!\u001A\u0007', 'a RAR archive'],
    ['', 'empty'],
  ])('what is no zip: %j', (text, what) => {
    const report = checkPackage(new TextEncoder().encode(text))
    expect(report).toMatchObject({ kind: 'not-a-zip', ok: false })
    expect(report.findings[0]?.message).toContain(what)
  })

  it.each([
    [{ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }, 'Microsoft Office'],
    [{ 'moodle_backup.xml': '<x/>' }, 'backup of a Moodle course'],
  ])('another zip: %#', (files, what) => {
    expect(check(files as PackageFiles).findings[0]?.message).toContain(what)
  })
})

describe('a SCO that', () => {
  const silent = () => replaced(replaced(eXeLearning(), 'SCORM_API_wrapper.js', 'LMS', 'lsm'), 'SCORM_API_wrapper.js', 'cmi.', 'cim.')

  it('never calls the run-time is told so, with what was looked at', () => {
    const found = of(check({ ...silent(), 'index.html': '<!DOCTYPE html><p>Hello' }), 'run-time-calls')
    expect(found).toMatchObject([
      { severity: 'error', effect: 'record', count: 2, places: [{ file: 'index.html' }, { file: 'the_moon.html' }] },
    ])
    expect(found[0]?.message).toMatch(/never calls .*the one file looked at \("index\.html"\)/)
  })

  it('leaves its driver unused is told which file it does not load', () => {
    const files = replaced(storyline(), 'index_lms.html', '<script src="lms/scormdriver.js"></script>', '')
    expect(of(check(files), 'run-time-calls')).toMatchObject([
      {
        severity: 'error',
        message: expect.stringContaining('"lms/scormdriver.js" holds such calls, but the page does not load it') as string,
      },
    ])
  })

  it('has such calls in comments only, does not call', () => {
    const files = { ...silent(), 'SCOFunctions.js': 'function loadPage(){} // API.LMSInitialize("")\n/* LMSFinish */ var a = "*/*"' }
    expect(of(check(files), 'run-time-calls')).toMatchObject([{ severity: 'error', count: 2 }])
    expect(of(check({ ...files, 'SCOFunctions.js': 'var a="/*";API.LMSInitialize("");var b="*/"' }), 'run-time-calls')).toEqual([])
  })

  it('is written in UTF-16, or loads its driver by other capitals, does call', () => {
    const wide = Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(String(eXeLearning()['SCORM_API_wrapper.js']), 'utf16le')])
    expect(of(check({ ...eXeLearning(), 'SCORM_API_wrapper.js': wide }), 'run-time-calls')).toEqual([])
    const { 'SCORM_API_wrapper.js': driver = '', ...others } = eXeLearning()
    expect(of(check({ ...others, 'scorm_api_wrapper.js': driver }), 'run-time-calls')).toEqual([])
  })

  it('loads its scripts while it runs is never told "never"', () => {
    expect(of(check(adapt()), 'run-time-calls')).toEqual([])
    const empty = { ...adapt(), 'libraries/SCORM_API_wrapper.js': 'function begin(){}' }
    const [found] = of(check(empty), 'run-time-calls')
    expect(found?.message).toMatch(/was seen in .* files looked at .*--run/)
    expect(found?.message).not.toContain('never')
  })

  it('loads a script of another server may record: nobody can tell', () => {
    const files = {
      ...silent(),
      'SCOFunctions.js': 'function loadPage(){var s=document.createElement("script");s.src="https://lms.example/driver.js"}',
    }
    expect(of(check(files), 'run-time-calls')).toMatchObject([
      { severity: 'warning', effect: 'record', message: expect.stringContaining('not all that the SCO loads can be read') as string },
    ])
  })

  it.each([
    [
      'SCORM 1.2',
      'the other version\'s',
      () => ({ ...eXeLearning(), 'SCORM_API_wrapper.js': '\nvar a=parent.API_1484_11;a.Initialize("")' }),
      'SCORM_API_wrapper.js',
      2,
    ],
    [
      'SCORM 2004',
      'the other version\'s',
      () => ({ ...rise(), 'scormdriver/scormdriver.js': 'parent.API.LMSInitialize("")' }),
      'scormdriver/scormdriver.js',
      1,
    ],
  ])('of %s calls %s run-time: told where', (version, _, files, file, line) => {
    const [found] = of(check(files()), 'run-time-calls')
    expect(found).toMatchObject({ severity: 'error', effect: 'record', file, line })
    expect(found?.message).toContain(`The manifest says ${version}, but`)
  })

  it('knows both versions, as wrappers do, is all right', () => {
    const files = {
      ...rise(),
      'scormdriver/scormdriver.js': 'var a=parent.API_1484_11||parent.API;a.Initialize?a.Initialize(""):a.LMSInitialize("")',
    }
    expect(of(check(files), 'run-time-calls')).toEqual([])
  })
})

describe('what is fetched from other servers is named as what it is:', () => {
  const page = (tags: string) =>
    check({ ...eXeLearning(), 'index.html': `<!DOCTYPE html><head>${tags}</head><body><script src="SCORM_API_wrapper.js"></script>` })

  it.each([
    ['<link rel="preconnect" href="https://fonts.gstatic.com">', 'note', 'untidy', 'preconnect'],
    ['<link rel="dns-prefetch" href="//cdn.example">', 'note', 'untidy', 'dns-prefetch'],
    ['<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Lato">', 'warning', 'looks', 'is a font on another server'],
    ['<link rel="preload" as="font" href="https://cdn.example/lato.woff2">', 'warning', 'looks', 'is a font on another server'],
    ['<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>', 'warning', 'untidy', 'a tracker (Google Tag Manager)'],
    ['<script src="https://cdn.example/jquery.js"></script>', 'error', 'record', 'is a script on another server'],
  ])('%s', (tag, severity, effect, words) => {
    const found = of(page(tag), 'outside-loads')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ severity, effect, message: expect.stringContaining(words) as string, file: 'index.html', line: 1 })
    expect(found[0]?.message).not.toContain('data that')
  })

  it('twenty lines about one font server are one, with a count and the first places', () => {
    const style = Array.from(
      { length: 20 },
      (_, index) => `@font-face{font-family:F${index};src:url(https://fonts.gstatic.com/s/f${index}.woff2)}`,
    ).join('\n')
    const found = of(check({ ...eXeLearning(), 'base.css': style }), 'outside-loads')
    expect(found).toMatchObject([
      { count: 20, file: 'base.css', line: 1, places: [{ file: 'base.css', line: 1 }, { line: 2 }, { line: 3 }] },
    ])
  })
})

it.each(['Course title', 'Untitled', 'untitled course', 'Untitled Project 2', '[Course Title]'])('the title "%s" is told', (title) => {
  expect(of(check(replaced(storyline(), 'imsmanifest.xml', 'Cabbages of the sea', title)), 'titles')).toMatchObject([
    { severity: 'warning', effect: 'looks', count: 2 },
  ])
})

it('a chapter called "Test" in a course with a name of its own is nobody\'s business', () => {
  expect(of(check(replaced(eXeLearning(), 'imsmanifest.xml', 'The moon', 'Test')), 'titles')).toEqual([])
})

describe('a file name in', () => {
  const named = (bytes: number[]) => rawZip([{ name: 'index.html', content: '<p>' }, { name: Uint8Array.from(bytes), content: 'a' }])
  it.each([
    ['CP437', [0x72, 0x82, 0x73, 0x75, 0x6D, 0x82, 0x2E, 0x63, 0x73, 0x73], 'résumé.css', 'a DOS code page (cp437)'],
    ['CP850', [0xB5, 0x72, 0x69, 0x61, 0x2E, 0x63, 0x73, 0x73], 'Ária.css', 'a DOS code page (cp850)'],
    ['Windows-1252', [0x72, 0xE9, 0x73, 0x75, 0x6D, 0xE9, 0x2E, 0x63, 0x73, 0x73], 'résumé.css', 'windows-1252'],
  ])('%s is recognised', (_, bytes, name, page) => {
    const [found] = of(checkPackage(named(bytes), { expect: 'web' }), 'file-names')
    expect(found).toMatchObject({ severity: 'warning', effect: 'looks', file: name, message: expect.stringContaining(page) as string })
  })
})

it('no words of the XML parser or of libxml2 reach the reader', async () => {
  const manifest = '{http://www.imsproject.org/xsd/imscp_rootv1p1p2}'
  const raw = [
    `Element '${manifest}nonsense': This element is not expected. Expected is one of ( ${manifest}title, ${manifest}item ).`,
    `Element '${manifest}item': Missing child element(s). Expected is ( ${manifest}title ).`,
    `Element '${manifest}item': The attribute 'identifier' is required but missing.`,
    `Element '${manifest}item', attribute 'isvisible': 'yes' is not a valid value of the atomic type 'xs:boolean'.`,
    `Element '${manifest}resource', attribute 'scormtype': [facet 'enumeration'] The value 'SCO' is not an element of the set {'asset', 'sco'}.`,
    `Element '${manifest}title': [facet 'maxLength'] The value has a length of '300'; this exceeds the allowed maximum length of '200'.`,
    `Element '${manifest}item': Character content other than whitespace is not allowed because the content type is 'element-only'.`,
    'Internal error: xmlSchemaVDocWalk, something.',
  ]
  const { findings } = checkPackage(zipOf(await foreignFiles()), {
    manifestErrors: raw.map((message, index) => ({ message, line: index + 1 })),
  })
  const told = findings.filter(({ rule, severity }) => rule === 'manifest-schema' && severity === 'error')
  expect(told).toHaveLength(raw.length)
  for (const { message } of told)
    expect(message).not.toMatch(/\{http|facet|xs:|atomic|content type|official schema says|Internal|xmlSchema|Element '/)
  expect(told[0]?.message).toBe(
    '<nonsense> may not stand here. The schema wants <title> or <item> in this place. Move it or take it out. Strict platforms and ADL\'s checker refuse the package as it is.',
  )
  expect(told[4]?.message).toContain('"scormtype" in <resource> is "SCO". Write "asset" or "sco".')
})
