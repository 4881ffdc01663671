import { describe, expect, it } from 'vitest'
import { defaultExportOptions, exportOptions, type ExportOptions } from '#shared/scorm/export-options'
import { changedLines, optionLines, setBack, type OptionLine } from './changed-lines'

const withChange: Readonly<Record<OptionLine, Partial<ExportOptions>>> = {
  completion: { completion: 'screens' },
  success: { passMark: 90 },
  goes: { goes: 2 },
  interactions: { interactions: true },
  masteryScore: { masteryScore: true },
  dyslexiaFont: { dyslexiaFont: true },
  schemas: { schemas: false },
  finish: { finish: { to: 'platform' } },
  order: { course: { title: 'Course', order: 'in-order' } },
}
const changed = (line: OptionLine) => ({ ...defaultExportOptions, ...withChange[line] })

describe('options', () => {
  it('are all safe as they begin; any mark for all is another than the one each lesson has', () => {
    expect(changedLines(defaultExportOptions, true)).toEqual([])
    expect(changedLines({ ...defaultExportOptions, passMark: 70 }, true)).toEqual([{ line: 'success', risk: null }])
  })

  it.each(optionLines)('%s is told alone once it is changed, and one press sets it back and nothing else', (line) => {
    expect(changedLines(changed(line), true).map(one => one.line)).toEqual([line])
    const all = optionLines.reduce((options, one) => ({ ...options, ...withChange[one] }), defaultExportOptions)
    expect(changedLines(all, true).map(one => one.line)).toEqual(optionLines)
    const back = setBack(all, line)
    expect(changedLines(back, true).map(one => one.line)).toEqual(optionLines.filter(one => one !== line))
    expect(exportOptions.safeParse(back).success).toBe(true)
    expect(back.course.title).toBe('Course')
  })

  it('are risky where something may come of it', () => {
    const risk = (line: OptionLine) => changedLines(changed(line), true)[0]?.risk
    expect(optionLines.map(risk)).toEqual(
      ['completion', 'high-mark', 'goes', 'interactions', 'masteryScore', null, 'schemas', null, 'order'])
    const ofMark = (passMark: number | null) => changedLines({ ...defaultExportOptions, passMark }, true)[0]?.risk
    expect([60, 79, 80, null].map(ofMark)).toEqual([null, null, 'high-mark', 'no-mark'])
  })

  it('have an order only where several lessons are one package', () => {
    expect(changedLines(changed('order'), false)).toEqual([])
  })
})
