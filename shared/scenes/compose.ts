/**
 * The composer: a few words of data become one SVG picture, built from parts. Drawn in this order: place, things behind, people,
 * things in front, light. The same data always give the same picture.
 */
import type { Register } from '#shared/lesson/bands'
import { cast, type Person, type PersonName } from './cast.ts'
import { parts, shortId } from './kit.ts'
import { poses, type Actor, type Drawn, type Picture, type Point, type Prop } from './scene.ts'

/** x, y, width and height in the field of 400 x 320. */
export type Box = [x: number, y: number, width: number, height: number]

/** Places are drawn beyond the field on all sides. */
export const DRAWN: Box = [-120, -60, 640, 460]

const focusBoxes: Readonly<Record<string, Box>> = { wide: [30, 60, 340, 240], medium: [50, 60, 300, 236], close: [90, 50, 240, 236] }
const places: Readonly<Record<string, Point>> = { left: [120, 312], middle: [200, 312], right: [280, 312] }

/** Where the thing is that a right arm holds; both arms hold it in the middle. Per figure and arm: x, y, turn. */
const held: Readonly<Record<string, readonly [number, number, number]>> = {
  'w-hold': [38, -50, 6], 'w-high': [74, -196, 8], 'w-up': [94, -124, 8], 'w-reach': [124, -64, 0], 'w-both': [1, -46, 0],
  'w-lap': [1, 10, 0], 'c-hold': [24, -60, 8], 'c-high': [86, -226, 8], 'c-up': [112, -168, 8], 'c-reach': [148, -78, 0],
  'c-both': [2, -58, -4], 'c-lap': [2, 26, 0],
}

/** Where a thing has its word, and how big that is. */
const labels: Readonly<Record<string, readonly [y: number, size: number]>> = {
  mug: [-12, 7], badge: [8, 10], shutter: [-58, 13], 'shutter-open': [-58, 15], envelope: [20, 9], doorway: [-122, 13], ticket: [4, 11],
  poster: [-56, 9], bus: [-195, 24], dial: [6, 17],
}

/** Wheels and frames are drawn at the warm figure's size, crutches at the clear one's. */
const rideScales: Readonly<Record<string, string>> = { cwheelchair: 'scale(1.3 1.66)', cwalker: 'scale(1 1.66)', wcrutch: 'scale(1 .59)' }

/** From behind, the fringe goes under the back of the head; hats stay on top. */
const hats: readonly string[] = ['cap', 'fila', 'kufi', 'souwester', 'ring']

/** Held in both hands by their edges: thumbs before them, fingers behind. */
const flat: readonly string[] = ['tablet', 'notebook', 'plan', 'card', 'poster', 'envelope', 'ticket', 'contract', 'badge', 'picture']

const MIRROR = 'translate(2) scale(-1 1)'

/** How large somebody is drawn, where their line does not say. */
export const SIZE = 1.15

const number = (value: number) => String(Math.round(value * 100) / 100)
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** @returns where somebody or something stands */
export const pointOf = (at: Prop['at']): Point => typeof at === 'string' ? places[at] ?? [200, 312] : at

/** @returns what has to be in view */
export const focusOf = ({ focus = 'wide' }: Picture): Box => typeof focus === 'string' ? focusBoxes[focus] ?? DRAWN : focus

function use(id: string, transform?: string): string {
  return id in parts ? `<use href="#${shortId(id)}"${transform ? ` transform="${transform}"` : ''}/>` : ''
}

function group(content: string, { transform, classes = [] }: { transform?: string | undefined, classes?: readonly string[] }): string {
  if (content === '') return ''
  const name = classes.map(one => `_${one}`).join(' ')
  if (!transform && name === '') return content
  return `<g${name ? ` class="${name}"` : ''}${transform ? ` transform="${transform}"` : ''}>${content}</g>`
}

function move(at: Prop['at'], size: number, flip = false, turn = 0): string {
  const [x, y] = pointOf(at)
  const scale = flip ? ` scale(${number(-size)} ${number(size)})` : size === 1 ? '' : ` scale(${number(size)})`
  return `translate(${number(x)} ${number(y)})${turn ? ` rotate(${number(turn)})` : ''}${scale}`
}

/** Lines keep their weight, whatever the size. */
const weightOf = (size: number): string[] => size > 1.9 ? ['huge'] : size > 1.3 ? ['near'] : size < 0.72 ? ['far-off'] : []

function figure(actor: Actor): string {
  const person: Person | undefined = cast[actor.who as keyof typeof cast]
  if (!person) return ''
  const who = actor.wears ? { ...person, wears: [...person.wears ?? [], actor.wears] } : person
  const { size = SIZE, looks = 'right', pose = 'stand', view, mood = 'calm', holds, rides = who.rides } = actor
  const { fig, build = 1 } = who
  const back = view === 'back'
  const faceless = view === 'hands'
  const side = view === 'profile' ? 'p-' : ''
  const arms = actor.arms ?? poses[back ? 'stand' : pose]
  const legs = actor.legs ?? (pose === 'walk' ? 'walk' : undefined)
  const seated = rides === 'wheelchair'
  const full = legs !== undefined || seated
  const own = (name: string) => use(`${fig}-${name}`)
  const broad = (content: string) => group(content, { transform: build === 1 ? undefined : `scale(${build} 1)` })
  const limb = (index: 0 | 1, name: string) => use(`${fig}-a-${arms[index]}${name}`, index ? MIRROR : undefined)
  const around = { transform: move(actor.at, size, looks === 'left'), classes: [...who.colours, ...weightOf(size)] }
  if (view === 'hand') return group(use('rest'), around)

  const both = arms[0] === arms[1] && (arms[1] === 'hold' || arms[1] === 'grip')
  const hand = both && arms[1] === 'hold' && flat.includes(holds ?? '') ? '-flat' : '-hand'
  const hands = broad(limb(0, hand) + limb(1, hand))
  const [x, y, turn] = held[`${fig}-${both ? 'both' : arms[1]}`] ?? [0, 0, 0]
  const thing = holds && !back && `${fig}-${both ? 'both' : arms[1]}` in held
    ? group(use(holds), { transform: `translate(${x} ${y})${turn ? ` rotate(${turn})` : ''}` })
    : ''
  const ride = (part: string) => rides && rides !== 'none' ? use(part, rideScales[fig + rides]) : ''
  const body = broad([
    full ? own(`legs-${seated ? 'sit' : legs}`) : '',
    faceless ? '' : own('neck'),
    own(full ? 'body' : 'torso'),
    back ? '' : own(who.top),
  ].join(''))
  return group([
    who.behind ? own(who.behind) : '',
    back || faceless ? '' : own(`${side}h-${who.hair}-back`),
    ride(`${rides}-behind`),
    body,
    faceless ? '' : back ? backOfHead(who, own) : view === 'profile' ? profile(who, mood, own) : face(who, mood, own, view === 'front'),
    back ? hands : '',
    broad(limb(0, '') + limb(1, '')),
    full ? ride(String(rides)) : '',
    thing,
    back ? '' : hands,
  ].join(''), around)
}

/** On the face itself, and so moved with it: the rest of what somebody has on or wears belongs to the head. */
const onTheFace: readonly string[] = ['lines', 'freckles', 'tache', 'specs']

/** In profile. */
const underHair: readonly string[] = ['specs', 'rings']

/** How far the features stand from the middle of a head that is drawn three-quarters, and what mirrors an ear to its other side. */
const turned = { w: [-9, 'translate(2) scale(-1 1)'], c: [-6, 'translate(8) scale(-1 1)'] } as const

/** @param front seen straight: the features in the middle, a nose that points nowhere, both ears */
function face(who: Person, mood: string, own: (name: string) => string, front = false): string {
  const { fig, head, hair, nose, on = [], wears = [] } = who
  if (!front) return ['ear', `head-${head}`, 'blush', ...on, `nose-${nose}`, mood, `h-${hair}`, ...wears].map(own).join('')
  const [shift, mirror] = turned[fig]
  const draw = (names: readonly string[]) => names.map(own).join('')
  const middle = (names: readonly string[]) => group(draw(names), { transform: `translate(${shift})` })
  const [moves, stays] = [(name: string) => onTheFace.includes(name), (name: string) => !onTheFace.includes(name)]
  return [
    own('ear'), group(own('ear'), { transform: mirror }), own(`head-${head}`),
    draw(on.filter(stays).map(name => name === 'beard' ? 'beard-front' : name)),
    middle(['blush', ...on.filter(moves), 'nose-wide', mood]),
    own(`h-${hair}`), draw(wears.filter(stays)), middle(wears.filter(moves)),
  ].join('')
}

/** Hair brings the ear that it leaves free: glasses and rings go under it, what is worn behind an ear or on the head over it. */
function profile({ head, hair, nose, on = [], wears = [] }: Person, mood: string, own: (name: string) => string): string {
  const under = wears.filter(name => underHair.includes(name))
  const over = wears.filter(name => !underHair.includes(name))
  return [`head-${head}`, 'blush', `nose-${nose}`, ...on, mood, ...under, `h-${hair}`, ...over].map(name => own(`p-${name}`)).join('')
}

function backOfHead({ hair }: Person, own: (name: string) => string): string {
  return [
    own('nape'), own('ear'), own('skull'), own(`h-${hair}`),
    hats.includes(hair) ? '' : group(own('skull'), { classes: ['bare'] }),
    own('skull-line'), own(`h-${hair}-back`),
  ].join('')
}

function thing({ is, at, size = 1, flip = false, turn, tint, label }: Prop, mirrored: boolean): string {
  const [y, font] = labels[is] ?? [0, 11]
  const back = flip !== mirrored ? ' transform="scale(-1 1)"' : ''
  const words = label === undefined
    ? ''
    : `<text class="_label" y="${y}" font-size="${font}" text-anchor="middle"${back}>${escaped(label)}</text>`
  return group(use(is) + words, { transform: move(at, size, flip, turn), classes: [...tint ? [tint] : [], ...weightOf(size)] })
}

/**
 * @param register decides which places and which look
 * @param mirrored for languages that read from right to left: the picture is turned with the page, its words are not
 */
export function compose(picture: Picture, register: Register, mirrored = false): Drawn {
  const { place, light = 'day', props = [], cast: people = [], glow } = picture
  const prefix = register === 'warm' ? 'w' : 'c'
  const layer = <T extends { readonly front?: boolean | undefined }>(list: readonly T[], draw: (one: T) => string, front: boolean) =>
    list.filter(one => Boolean(one.front) === front).map(draw).join('')
  const draw = (prop: Prop) => thing(prop, mirrored)
  const lit = glow ? people.find(({ holds }) => holds) : undefined
  const edge = lit && (lit.view === 'profile' ? 'p-rim' : `rim-${cast[lit.who as keyof typeof cast]?.head}`)
  const [x, y, width, height] = focusOf(picture)
  const [left, top, across, down] = DRAWN
  return {
    view: [mirrored ? 400 - x - width : x, y, width, height].map(number).join(' '),
    look: `_scene _${register} _light-${light}`,
    art: group([
      use(`${prefix}-${place}`), use(`${prefix}-${place}-light`),
      layer(props, draw, false), layer(people, figure, false), layer(people, figure, true), layer(props, draw, true),
      use(`${prefix}-${place}-front`),
      light === 'day' ? '' : `<path class="_wash" d="M${left} ${top}h${across}v${down}h${-across}z"/>`,
      // What shines is drawn once more above the shade: the face's edge.
      lit && edge ? group(use(`c-${edge}`), { transform: move(lit.at, lit.size ?? SIZE, lit.looks === 'left') }) : '',
    ].join(''), { transform: mirrored ? 'translate(400) scale(-1 1)' : undefined }),
  }
}

/** Whether somebody's face is to be seen. */
export const showsFace = ({ view }: Actor) => view === undefined || view === 'front' || view === 'profile'

/** @returns the one who stands nearest and shows a face; undefined where nobody does */
export function nearestFace({ cast: people = [] }: Picture): string | undefined {
  return [...people].reverse().find(showsFace)?.who
}

/** What a portrait shows, by figure: the head with its hair, and the shoulders. */
const portraitViews = { w: '-66 -210 132 132', c: '-68 -232 136 136' } as const

/** @returns somebody's head and shoulders, for a chat or a tile; whoever shows it says in words who it is */
export function portrait(who: PersonName, mood: Actor['mood'] = 'calm'): Drawn {
  const someone: Person = cast[who]
  const { fig, hair, top, build = 1, colours } = someone
  const own = (name: string) => use(`${fig}-${name}`)
  return {
    view: portraitViews[fig],
    look: `_scene _${fig === 'w' ? 'warm' : 'clear'} _light-day`,
    art: group([
      own(`h-${hair}-back`),
      group([own('neck'), own('torso'), own(top)].join(''), { transform: build === 1 ? undefined : `scale(${build} 1)` }),
      face(someone, mood, own),
    ].join(''), { classes: colours }),
  }
}
