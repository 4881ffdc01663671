import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PackageData } from '../../../player/package-data.ts'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson.ts'
import { playerTexts } from '../../../i18n/player-texts.ts'
import { playerLesson } from '#activities/lesson'
import { outlineOf } from '#activities/scoring'
import { openingData } from './opening-data.ts'

const lesson = playerLesson(fixtureLesson())
const whole: PackageData = {
  lesson, pictures: { 'symbol-tell': '<svg/>' }, help: [], messages: playerTexts.en ?? {}, format: 'scorm12', root: '', locales: [], release: '0.0.0',
  settings: {
    completion: 'quiz', endedCompletes: false, goes: null, interactions: false, dyslexiaFont: false, school: { name: '', logo: null },
    finish: { to: 'stay' }, navigation: 'exitAll',
  },
}

/** Areas of the player's words that these files ask for. */
const areasIn = (pattern: string) => new Set(globSync(pattern).filter(path => !path.endsWith('.test.ts')).flatMap(path =>
  [...readFileSync(path, 'utf8').matchAll(/['`]([a-z-]+)\.[a-z$]/g)].map(([, area = '']) => area)))

describe('what stands in the page for the opening', () => {
  const opening = openingData(whole)

  it('is the opening whole, and of the other screens what leads there', () => {
    expect(opening.lesson.screens[0]).toEqual(lesson.screens[0])
    const frames = (screens: PackageData['lesson']['screens']) => screens.map(({ id, type, title }) => [id, type, title])
    expect(frames(opening.lesson.screens)).toEqual(frames(lesson.screens))
    const later = JSON.stringify(opening.lesson.screens.slice(1))
    for (const name of ['options', 'pool', 'feedback', 'text', 'scene']) expect(later).not.toContain(`"${name}"`)
    // A symbol is an answer's, and a face somebody's who speaks.
    expect([opening.pictures, opening.lesson.faces]).toEqual([{}, undefined])
    expect(Object.keys(lesson.faces ?? {})).toEqual(['face-sam'])
    expect(opening.lesson.outline).toEqual(outlineOf(lesson).screens)
  })

  it('has every word that the player itself asks for, and few others', () => {
    const own = new Set(Object.keys(opening.messages).map(key => key.split('.')[0] ?? ''))
    const all = new Set(Object.keys(whole.messages).map(key => key.split('.')[0] ?? ''))
    // How a lesson ends and how one stops in it, when its activities are there; and what comes with these.
    const behind = new Set(['over', 'finish', 'rest', 'visit'])
    const asked = [
      ...areasIn('components/lesson/**/*.{vue,ts}'), ...areasIn('player/*.vue'),
      ...areasIn('activities/parts/text/{GlossaryTerm,HelpRoutes,PictureFrame,RichText}.vue'),
    ]
    expect(asked.filter(area => all.has(area) && !own.has(area) && !behind.has(area))).toEqual([])
    expect(JSON.stringify(opening.messages).length).toBeLessThan(0.4 * JSON.stringify(whole.messages).length)
  })
})
