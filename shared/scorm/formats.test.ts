import { describe, expect, it } from 'vitest'
import { findingHeadings, headingOf } from '#shared/scorm/finding-heading'
import { interaction12, interaction2004 } from '#shared/scorm/interaction'
import { isScorm, packageFormats, scormFormats, scormVersionOf } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'

describe('the formats of a package', () => {
  it('are SCORM but for the plain web page, and both editions of 2004 speak the same run-time', () => {
    expect(packageFormats.map(isScorm)).toEqual([true, true, true, false])
    expect(scormFormats.map(scormVersionOf)).toEqual(['1.2', '2004', '2004'])
  })

  it('bring their official schemas with them', () => {
    for (const format of scormFormats) for (const file of schemaFiles[format]) expect(file).toMatch(/^[\w]+\.(?:xsd|dtd)$/)
    expect(schemaFiles.scorm12).toContain('adlcp_rootv1p2.xsd')
    expect(schemaFiles['scorm2004-3']).toEqual(schemaFiles['scorm2004-4'])
    expect(schemaFiles['scorm2004-3']).toContain('imsss_v1p0.xsd')
  })
})

it('a report puts what is certain first, and tells what is not certain as what may be', () => {
  const headings = (['import', 'record', 'looks', 'untidy'] as const).map(effect =>
    (['error', 'warning', 'note'] as const).map(severity => headingOf({ effect, severity })),
  )
  expect(headings).toEqual([
    ['will-not-import', 'may-not-import', 'may-not-import'],
    ['will-not-record', 'may-not-record', 'may-not-record'],
    ['looks-wrong', 'looks-wrong', 'looks-wrong'],
    ['untidy', 'untidy', 'untidy'],
  ])
  expect([...findingHeadings].sort()).toEqual([...new Set(headings.flat())].sort())
})

describe('one quiz answer, where a school asked for it', () => {
  const answer = {
    id: 'quiz-1.who-2', description: 'What could Sam do?', response: 'tell-an-adult', correctResponse: 'tell-an-adult', isCorrect: true,
  }
  const at = new Date('2026-11-25T09:05:07.128Z')

  it('is told in SCORM 1.2 with the time of day, and with no hyphen, which Moodle refuses', () => {
    expect(interaction12(3, answer, at)).toEqual([
      ['cmi.interactions.3.id', 'quiz_1.who_2'],
      ['cmi.interactions.3.type', 'choice'],
      ['cmi.interactions.3.time', expect.stringMatching(/^\d\d:05:07$/)],
      ['cmi.interactions.3.correct_responses.0.pattern', 'tell_an_adult'],
      ['cmi.interactions.3.weighting', '1'],
      ['cmi.interactions.3.student_response', 'tell_an_adult'],
      ['cmi.interactions.3.result', 'correct'],
    ])
    expect(Object.fromEntries(interaction12(
      0, { ...answer, response: 'keep-it', isCorrect: false }, at,
    ))).toMatchObject({ 'cmi.interactions.0.student_response': 'keep_it', 'cmi.interactions.0.result': 'wrong' })
  })

  it('is told in SCORM 2004 with its question, and a moment of two decimals', () => {
    expect(interaction2004(0, answer, at)).toEqual([
      ['cmi.interactions.0.id', 'quiz_1.who_2'],
      ['cmi.interactions.0.type', 'choice'],
      ['cmi.interactions.0.timestamp', '2026-11-25T09:05:07.12Z'],
      ['cmi.interactions.0.correct_responses.0.pattern', 'tell_an_adult'],
      ['cmi.interactions.0.weighting', '1'],
      ['cmi.interactions.0.learner_response', 'tell_an_adult'],
      ['cmi.interactions.0.result', 'correct'],
      ['cmi.interactions.0.description', 'What could Sam do?'],
    ])
    expect(Object.fromEntries(interaction2004(0, { ...answer, isCorrect: false }, at))['cmi.interactions.0.result']).toBe('incorrect')
  })

  it('has a question of at most 250 characters, and no half of a sign at its end', () => {
    const told = (description: string) =>
      Object.fromEntries(interaction2004(0, { ...answer, description }, at))['cmi.interactions.0.description']
    expect(told('x'.repeat(251))).toBe('x'.repeat(250))
    expect(told('🦊'.repeat(200))).toBe('🦊'.repeat(125))
  })
})
