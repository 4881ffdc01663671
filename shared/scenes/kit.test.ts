/** The drawn parts: safe in any page, coloured by classes alone, and whole, so that nobody is drawn without a nose. */
import { describe, expect, it } from 'vitest'
import { cast, type Person } from './cast.ts'
import { artFor } from './art.ts'
import { compose, portrait } from './compose.ts'
import { parts, partsIn, places, partMarkup, shortId } from './kit.ts'
import { clearArms } from './parts/clear-arms.ts'
import { clearFigure } from './parts/clear-figure.ts'
import { clearHair } from './parts/clear-hair.ts'
import { clearPlaces } from './parts/clear-places.ts'
import { clearProfile } from './parts/clear-profile.ts'
import { hands } from './parts/hands.ts'
import { rides } from './parts/rides.ts'
import { things } from './parts/things.ts'
import { warmArms } from './parts/warm-arms.ts'
import { warmFigure } from './parts/warm-figure.ts'
import { warmHair } from './parts/warm-hair.ts'
import { warmPlaces } from './parts/warm-places.ts'
import { warmProfile } from './parts/warm-profile.ts'
import { moods, poses, stances, views, type Actor, type Picture } from './scene.ts'
import { styledClasses } from './style.ts'

/** Characters of a place, which is the largest part there is. */
const LARGEST = 2_400

const files = [
  warmFigure, warmHair, warmArms, warmPlaces, clearFigure, clearHair, clearArms, clearPlaces, hands, things, rides, warmProfile,
  clearProfile,
]
const all = Object.entries(parts)

it('every part has a name of its own', () => {
  expect(files.flatMap(file => Object.keys(file))).toHaveLength(all.length)
})

describe('each part', () => {
  const breaking = (isBad: (markup: string) => boolean) => all.filter(([, markup]) => isBad(markup)).map(([id]) => id)

  it('is shapes and groups, and nothing that runs, loads, or is told apart by a page', () => {
    const allowed = /^(?:<(?:path|circle|ellipse|rect|g|use)(?: (?:class|d|transform|fill-rule|href|c?x|c?y|rx?|ry|width|height)="[^"<>]*")*\/?>|<\/g>)+$/
    expect(breaking(markup => !allowed.test(markup))).toEqual([])
  })

  it('has no colour, width or style of its own: they come with its classes', () => {
    expect(breaking(markup => /style|fill=|stroke|#[0-9a-f]{3}/i.test(markup.replace(/href="[^"]*"/g, '')))).toEqual([])
    const classes = new Set(all.flatMap(([, markup]) => [...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))))
    expect([...classes].filter(name => !styledClasses.has(name))).toEqual([])
  })

  it('places only parts that there are', () => {
    expect(breaking(markup => [...markup.matchAll(/href="#([\w-]+)"/g)].some(([, id = '']) => !(id in parts)))).toEqual([])
    expect(all.filter(([id]) => partMarkup(id).includes('undefined'))).toEqual([])
  })

  it('is small', () => {
    expect(breaking(markup => markup.length > LARGEST)).toEqual([])
  })

  it('has classes that no other style of ours has: they begin with a low line', () => {
    expect([...styledClasses].filter(name => !name.startsWith('_'))).toEqual([])
  })
})

describe.each(Object.entries<Person>(cast))('%s', (who, person) => {
  it('has every part that a person is made of, and colours that the style knows', () => {
    const own = ['neck', 'ear', `head-${person.head}`, `nose-${person.nose}`, person.top, ...person.on ?? [], ...person.wears ?? []]
    const hair = person.hair === 'bald' ? [] : [`h-${person.hair}`]
    expect([...own, ...hair, ...moods].filter(name => !(`${person.fig}-${name}` in parts))).toEqual([])
    expect(person.colours.filter(name => !styledClasses.has(`_${name}`))).toEqual([])
    expect(portrait(who as keyof typeof cast, 'calm').art).not.toContain('undefined')
  })

  it('has every part of a head in profile', () => {
    const all = [`head-${person.head}`, `nose-${person.nose}`, `h-${person.hair}`, ...person.on ?? [], ...person.wears ?? [], ...moods]
    expect(all.filter(name => !(`${person.fig}-p-${name}` in parts))).toEqual([])
  })
})

it.each(['w', 'c'])('a figure %s has both arms, hands and legs for every pose', (fig) => {
  const arms = [...new Set(Object.values(poses).flat())]
  expect(arms.flatMap(arm => [`${fig}-a-${arm}`, `${fig}-a-${arm}-hand`]).filter(id => !(id in parts))).toEqual([])
  expect(stances.filter(legs => !(`${fig}-legs-${legs}` in parts))).toEqual([])
})

it('ids inside a page are short and never those of the page itself', () => {
  expect(Object.keys(parts).map(id => shortId(id) ?? '').filter(id => !/^_[0-9a-z]{1,3}$/.test(id))).toEqual([])
})

describe('a picture', () => {
  const sam: Actor = { who: 'sam', at: 'middle' }
  const scene: Picture = { place: 'lounge', light: 'evening', props: [{ is: 'mug', at: [300, 200], label: 'A & <b>' }], cast: [sam] }

  it('is the same whenever it is made', () => {
    expect(compose(scene, 'warm')).toEqual(compose(scene, 'warm'))
  })

  it('is placed parts and groups: words in it are escaped, nothing has a style', () => {
    const { art } = compose(scene, 'warm')
    expect(art).toContain('A &amp; &lt;b&gt;')
    expect(art).not.toMatch(/style=|<script|undefined|NaN/)
  })

  it.each(['warm', 'clear'] as const)('has every place of the %s register', (register) => {
    for (const place of places[register]) expect(compose({ place }, register).art, place).toContain('<use')
  })

  it('is turned for languages from right to left, its window too, its words not', () => {
    const turned = compose({ ...scene, focus: [0, 60, 100, 100] }, 'warm', true)
    expect(turned.view).toBe('300 60 100 100')
    expect(turned.art).toMatch(/^<g transform="translate\(400\) scale\(-1 1\)">/)
    expect(turned.art).toMatch(/<text [^>]*transform="scale\(-1 1\)"/)
  })

  it.each(views)('of somebody seen as "%s" is whole', (view) => {
    expect(compose({ ...scene, cast: [sam, { ...sam, view }] }, 'warm').art).not.toContain('undefined')
  })

  it('of somebody in profile has one ear, under which glasses go, and nothing of a head that is seen otherwise', () => {
    const head = (who: string, look: 'warm' | 'clear') => {
      const { art } = compose({ cast: [{ who, at: 'middle', view: 'profile' }] }, look)
      return partsIn(art).filter(id => /^[wc]-(?:p-|h-|head|nose|ear|specs)/.test(id))
    }
    expect(head('gran', 'warm')).toEqual([
      'w-p-h-bun-back', 'w-p-head-pear', 'w-p-blush', 'w-p-nose-dot', 'w-p-lines', 'w-p-calm', 'w-p-specs', 'w-p-h-bun',
    ])
    expect(partMarkup('w-p-h-bun')).toContain(`href="#${shortId('w-p-ear')}"`)
    expect(head('niamh', 'clear').slice(-2)).toEqual(['c-p-h-long', 'c-p-aid'])
  })

  it.each([undefined, ...views])('of somebody who has put on headphones, seen as "%s", has them where there is a face', (view) => {
    const has = (who: string, register: 'warm' | 'clear') =>
      partsIn(compose({ cast: [{ who, at: 'middle', wears: 'phones', view }] }, register).art).some(id => id.endsWith('-phones'))
    const face = view === undefined || view === 'front' || view === 'profile'
    expect([has('sam', 'warm'), has('roisin', 'clear')]).toEqual([face, face])
  })

  it('of a face that a screen lights has the edge of its own outline', () => {
    const lit = (view?: 'profile') => partsIn(compose({ glow: true, cast: [{ who: 'kofi', at: 'middle', holds: 'phone', view }] }, 'clear').art)
    expect(lit('profile').at(-1)).toBe('c-p-rim')
    expect(lit().at(-1)).toBe('c-rim-long')
  })

  it('brings the parts and the style that it needs, each once, and no others', () => {
    const { parts: needed, style } = artFor([compose(scene, 'warm'), compose(scene, 'warm')])
    expect(needed.split(`id="${shortId('w-lounge')}"`)).toHaveLength(2)
    expect(needed).toContain(`id="${shortId('w-eyes')}"`)
    expect(needed).not.toContain(`id="${shortId('w-step')}"`)
    expect(style).toContain('_skin-5{')
    expect(style).not.toContain('_skin-1{')
    expect(style).toContain('_light-evening{')
    expect(style).not.toContain('_light-night{')
  })
})
