import { describe, expect, it } from 'vitest'
import { defaultExportOptions, LOGO_LIMIT, parseExportOptions } from '#shared/scorm/export-options'

const issues = (given: unknown) => {
  const parsed = parseExportOptions(given)
  return parsed.ok ? [] : parsed.issues
}
const png = (length: number) => 'data:image/png;base64,'.padEnd(length, 'A')

describe('the options of a package', () => {
  it('are, where nothing is said, the ones that ask least of a pupil and most LMSs understand', () => {
    for (const given of [undefined, null, {}]) expect(parseExportOptions(given)).toEqual({ ok: true, options: defaultExportOptions })
    expect(defaultExportOptions).toEqual({
      completion: 'quiz', goes: null, interactions: false, masteryScore: false, school: { name: '' }, help: { nation: 'uk', contact: '' },
      finish: { to: 'stay' }, dyslexiaFont: false, schemas: true, course: { title: '', order: 'free' },
    })
  })

  it('are kept as they were chosen, and filled up', () => {
    const given = {
      completion: 'screens',
      passMark: null,
      goes: 20,
      interactions: true,
      masteryScore: true,
      school: { name: '  Elm Park ', logo: 'data:image/webp;base64,AA==' },
      help: { nation: 'wales', contact: 'Mrs Baptiste, Room 4' },
      finish: { to: 'address', address: 'http://school.example/done' },
      dyslexiaFont: true,
      schemas: false,
      course: { title: 'Our course', id: 'our-course-2', order: 'in-order' },
    }
    expect(parseExportOptions(given)).toEqual({
      ok: true, options: { ...given, school: { ...given.school, name: 'Elm Park' }, finish: { ...given.finish, label: '' } },
    })
    expect(issues({ finish: { to: 'platform' } })).toEqual([])
  })

  it('name each field that is wrong, and what would be right', () => {
    expect(issues({
      passMark: 0, goes: 2.5, help: { nation: 'france' }, school: { name: 'x'.repeat(81), logo: 'data:image/svg+xml;base64,AA' },
    })).toEqual([
      { field: 'passMark', message: 'from 1 to 100' },
      { field: 'goes', message: 'a whole number' },
      { field: 'school.name', message: 'at most 80 characters' },
      { field: 'school.logo', message: 'a PNG, JPEG or WebP picture; save an SVG or another kind as PNG first' },
      { field: 'help.nation', message: 'one of: uk, england, wales, scotland, northern-ireland' },
    ])
    expect(issues({ passMark: 101, goes: 0 })).toEqual([
      { field: 'passMark', message: 'from 1 to 100' }, { field: 'goes', message: 'from 1 to 20' },
    ])
    expect(issues({ passMark: 70.5, goes: 21 })).toEqual([
      { field: 'passMark', message: 'a whole number' }, { field: 'goes', message: 'from 1 to 20' },
    ])
    expect(issues({ passMark: 1, goes: 1 })).toEqual([])
    expect(issues({ passMark: 100 })).toEqual([])
  })

  it('name what there is no option for, wherever it stands', () => {
    expect(issues({ colour: 'red', size: 1 })).toEqual([{ field: 'colour, size', message: 'there is no such option' }])
    expect(issues({ school: { colour: 'red' } })).toEqual([{ field: 'school', message: 'there is no such option' }])
    expect(issues({ help: { colour: 1 } })).toHaveLength(1)
    expect(issues({ course: { colour: 1 } })).toHaveLength(1)
    for (const to of ['stay', 'platform'] as const) expect(issues({ finish: { to, address: 'https://school.example' } })).toHaveLength(1)
    expect(issues('everything')).toMatchObject([{ field: '' }])
  })

  it('lead only to an address of the web after the lesson', () => {
    for (const address of [
      'javascript:alert(1)', 'ftp://school.example', 'school.example', 'xhttp://school.example', 'httpx://school.example',
      `https://school.example/${'x'.repeat(300)}`,
    ]) expect(issues({ finish: { to: 'address', address } })).not.toEqual([])
    expect(issues({ finish: { to: 'address', address: 'mine' } })).toEqual([
      { field: 'finish.address', message: 'a whole web address that starts with https://' },
    ])
    expect(issues({
      finish: { to: 'address', address: 'https://school.example', label: 'x'.repeat(41) },
    })).toEqual([{ field: 'finish.label', message: 'at most 40 characters' }])
    expect(issues({ finish: { to: 'nowhere' } })).toHaveLength(1)
  })

  it.each(['a\nb', 'a\u0000b', 'a\u007Fb', 'a\u2028b', 'a\uFFFFb'])(
    'take a line of words only, not %j, which a manifest could not hold',
    (text) => {
      const wrong = { message: 'no line breaks or control characters' }
      expect(
        issues({
          school: { name: text },
          help: { contact: text },
          course: { title: text },
        }),
      ).toEqual([
        { field: 'school.name', ...wrong },
        { field: 'help.contact', ...wrong },
        { field: 'course.title', ...wrong },
      ])
    },
  )

  it('take a logo of up to 60 kB as it stands in an address', () => {
    const most = LOGO_LIMIT * 1.4
    expect(issues({ school: { logo: png(most) } })).toEqual([])
    expect(issues({ school: { logo: png(most + 1) } })).toEqual([{ field: 'school.logo', message: 'at most 60 kB' }])
    for (const logo of ['data:image/jpeg;base64,AA=', 'data:image/png;base64,+/09az']) expect(issues({ school: { logo } })).toEqual([])
    for (const logo of [
      '', 'https://school.example/logo.png', 'data:image/png;base64,', ' data:image/png;base64,AA', 'data:image/png;base64,A===',
      'data:image/png;base64,AA"><script>', 'data:image/png;base64,AA\n',
    ]) expect(issues({ school: { logo } })).toHaveLength(1)
  })

  it('take a course\'s id that every LMS keeps as it is', () => {
    for (const id of ['a', 'our-course-2', 'a'.repeat(41)]) expect(issues({ course: { id } })).toEqual([])
    for (const id of [
      '', '2nd', 'Our', 'our course', '-a', 'a'.repeat(42), ' a', 'a_b',
    ]) expect(issues({ course: { id } })).toEqual([{ field: 'course.id', message: 'small letters, digits and hyphens' }])
    expect(issues({ course: { title: 'x'.repeat(121) } })).toEqual([{ field: 'course.title', message: 'at most 120 characters' }])
    expect(issues({ help: { contact: 'x'.repeat(301) } })).toEqual([{ field: 'help.contact', message: 'at most 300 characters' }])
    for (const [limit, given] of [
      [80, (text: string) => ({ school: { name: text } })], [300, (text: string) => ({ help: { contact: text } })],
      [120, (text: string) => ({ course: { title: text } })],
      [40, (text: string) => ({ finish: { to: 'address', address: 'https://a.example', label: text } })],
    ] as const) expect(issues(given('x'.repeat(limit)))).toEqual([])
  })
})
