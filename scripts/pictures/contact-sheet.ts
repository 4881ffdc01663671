/**
 * A page with every drawn part, everybody in every mood and pose, every place in every light, and every scene of every lesson in the
 * two shapes that a frame has: what an author looks at. It needs no server.
 */
import { readFileSync } from 'node:fs'
import { coverOf, type Lesson } from '#activities/lesson'
import { scenesIn } from '#activities/scenes'
import { registerOf, type Register } from '#shared/lesson/bands'
import { artFor } from '#shared/scenes/art'
import { cast, type Person } from '#shared/scenes/cast'
import { compose, portrait } from '#shared/scenes/compose'
import { parts, partMarkup, places, shortId } from '#shared/scenes/kit'
import { lights, moods, poses, type Actor, type Drawn, type Scene } from '#shared/scenes/scene'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The frame's own style, so that captions and bubbles lie where they do in a lesson. */
const frameStyle = readFileSync(new URL('../../activities/parts/scene/Scene.vue', import.meta.url), 'utf8')
  .replace(/^.*<style scoped>|<\/style>.*$/gs, '')
  .replace(/@media \(min-width: 60rem\)/, '@container (min-width: 600px)')
  // Scoped there, and here for the frames alone.
  .replace(/^svg \{/gm, '.scene-frame svg {')

const style = `
body { margin: 24px; background: #fff; color: #1e2235; font: 13px/1.3 Lexend, Verdana, sans-serif; }
[data-register='warm'] { --raised: #fff; --ink: #1e2235; --outline: #1e2235; --line: 3px; --radius: 8px; }
[data-register='clear'] { --sun: #c6f24e; --on-sun: #14172b; --outline: transparent; --line: 0px; --radius: 0; }
ol { display: flex; flex-wrap: wrap; gap: 12px; padding: 0; list-style: none; }
svg { background: #f3ead9; } [data-register='clear'] svg { background: #dcdafc; }
figure { margin: 0; } figure p { margin: 0; }
.person { inline-size: 240px; } .person > svg { inline-size: 240px; block-size: 200px; } .moods { display: flex; gap: 4px; } .moods svg { inline-size: 44px; block-size: 44px; }
.pose { inline-size: 150px; } .pose svg { inline-size: 150px; block-size: 190px; }
.place { inline-size: 300px; } .place svg { inline-size: 300px; block-size: 240px; }
ol .cover { inline-size: 384px; } .cover svg { inline-size: 384px; block-size: 240px; }
.part { inline-size: 96px; overflow-wrap: anywhere; } .part svg { inline-size: 96px; block-size: 96px; }
.frames { inline-size: 750px; } .frames > div { container-type: inline-size; --scene-height: 100%; --scene-shape: auto; }
.large { inline-size: 750px; block-size: 644px; } .small { inline-size: 360px; block-size: 190px; margin-block-start: 6px; }
.words { position: relative; } .words p { margin: 0; inline-size: 370px; position: absolute; inset: -190px 0 auto auto; }
`

interface Sheet { readonly drawn: Drawn[] }

function svg(sheet: Sheet, drawn: Drawn, label = ''): string {
  sheet.drawn.push(drawn)
  return `<svg class="${drawn.look}" viewBox="${drawn.view}" role="img" aria-label="${escaped(label)}">${drawn.art}</svg>`
}

/** As Scene.vue has it. */
function frame(sheet: Sheet, scene: Scene, drawn: Drawn): string {
  const says = scene.says ? `<p class="says ${scene.says.at ?? ''}"><b>${escaped(scene.says.by)}</b> ${escaped(scene.says.text)}</p>` : ''
  const caption = scene.caption ? `<figcaption>${escaped(scene.caption)}</figcaption>` : ''
  return `<figure class="scene-frame">${svg(sheet, drawn, scene.alt)}${caption}${says}</figure>`
}

const section = (register: Register, title: string, items: readonly string[]) =>
  `<section data-register="${register}"><h2>${escaped(title)}</h2><ol>${items.join('')}</ol></section>`

function people(sheet: Sheet, register: Register): string[] {
  const everybody: [string, Person][] = Object.entries(cast)
  return everybody.filter(([, { fig }]) => fig === register[0]).map(([who, { name, story }]) => {
    const faces = moods.map(mood => svg(sheet, portrait(who as keyof typeof cast, mood), mood)).join('')
    const bust = (view: Actor['view'], mood: Actor['mood'] = 'smile', looks: Actor['looks'] = 'right') => (
      svg(sheet, { ...compose({ cast: [{ who, at: [200, 240], size: 1, mood, view, looks }] }, register), view: '70 10 260 220' }, name)
    )
    const sides = moods.map(mood => bust('profile', mood, 'left')).join('')
    return `<li class="person">${[undefined, 'front' as const, 'profile' as const].map(view => bust(view)).join('')}`
      + `<div class="moods">${faces}</div><div class="moods">${sides}</div>${who}: ${escaped(name)} (${escaped(story)})</li>`
  })
}

function stances(sheet: Sheet, register: Register): string[] {
  const who = register === 'warm' ? ['sam', 'maya', 'gran'] : ['kofi', 'niamh', 'esi']
  const named = Object.keys(poses) as (keyof typeof poses)[]
  const full = named.map((pose, index) => ({ pose, who: who[index % 3] ?? 'sam', legs: pose === 'sit' ? 'sit' : 'stand' } as const))
  const backs = who.map(one => ({ who: one, view: 'back', legs: 'stand' } as const))
  const sides = who.map(one => ({ who: one, pose: 'hold', legs: 'side', holds: 'tablet' } as const))
  return [...full, ...sides, ...backs].map((actor) => {
    const drawn = { ...compose({ cast: [{ at: [200, 240], size: 1, ...actor }] }, register), view: register === 'warm' ? '50 10 300 380' : '10 -10 380 480' }
    return `<li class="pose">${svg(sheet, drawn)}${actor.who}: ${actor.legs === 'side' ? 'legs: side' : 'pose' in actor ? actor.pose : 'back'}</li>`
  })
}

const rooms = (sheet: Sheet, register: Register) => places[register].flatMap(place => lights.map((light) => {
  const drawn = compose({ place, light, focus: [0, 0, 400, 320] }, register)
  return `<li class="place">${svg(sheet, drawn)}${place}, ${light}</li>`
}))

/** A part alone, in the colours of somebody; its size is not known here, so it stands small in a wide window. */
function partsOf(sheet: Sheet, own: (id: string) => boolean): string[] {
  return Object.keys(parts).filter(own).map((id) => {
    const colours = '_skin-4 _hair-rust _cloth-teal _legs-denim'
    const drawn: Drawn = { view: '-130 -210 260 260', look: `_scene _warm _light-day`, art: `<g class="${colours}"><use href="#${shortId(id)}"/></g>` }
    return `<li class="part">${svg(sheet, drawn, id)}${id} (${partMarkup(id).length})</li>`
  })
}

function scenes(sheet: Sheet, lesson: Lesson): string[] {
  return scenesIn(lesson.screens).map(({ scene, path, id }) => {
    const drawn = compose(scene, registerOf(lesson.band))
    const screen = lesson.screens[Number(path[0])]?.id
    return `<li class="frames"><div class="large">${frame(sheet, scene, drawn)}</div><div class="small">${frame(sheet, scene, drawn)}</div>`
      + `<div class="words"><p><b>${screen === id ? id : `${screen}, ${id}`}</b> (drawn ${drawn.art.length} B)<br>${escaped(scene.alt)}</p></div></li>`
  })
}

/** A cover in the shape that lists and paper show it in. */
const covers = (sheet: Sheet, lessons: readonly Lesson[]) => lessons.flatMap((lesson) => {
  const drawn = coverOf(lesson)
  return drawn ? [`<li class="cover">${svg(sheet, drawn, lesson.cover?.alt)}${lesson.id}: ${escaped(lesson.cover?.alt ?? '')}</li>`] : []
})

/** @returns the page */
export function contactSheet(lessons: readonly Lesson[]): string {
  const sheet: Sheet = { drawn: [] }
  const isPlace = (id: string) => Object.values(places).flat().some(place => id.slice(2) === place)
  const sections = [
    section('warm', 'Covers', covers(sheet, lessons)),
    ...lessons.map(lesson => section(registerOf(lesson.band), `Scenes of ${lesson.id}`, scenes(sheet, lesson))),
    ...(['warm', 'clear'] as const).flatMap(register => [
      section(register, `Who is who: ${register}`, people(sheet, register)),
      section(register, `Poses: ${register}`, stances(sheet, register)),
      section(register, `Places: ${register}`, rooms(sheet, register)),
    ]),
    section('warm', 'Things, hands, and what people ride', partsOf(sheet, id => !/^[wc]-/.test(id))),
    section('warm', 'Other parts: warm', partsOf(sheet, id => id.startsWith('w-') && !isPlace(id))),
    section('clear', 'Other parts: clear', partsOf(sheet, id => id.startsWith('c-') && !isPlace(id))),
  ]
  const { parts: needed, style: art } = artFor(sheet.drawn)
  return `<!doctype html><html lang="${DEFAULT_LANGUAGE.tag}"><meta charset="utf-8"><title>Pictures</title><style>${style}${frameStyle}${art}</style>
<svg aria-hidden="true" width="0" height="0" style="position:absolute">${needed}</svg><h1>Pictures</h1>${sections.join('\n')}</html>
`
}
