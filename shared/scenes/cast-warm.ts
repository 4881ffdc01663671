/** The people of the warm register. */
import type { Person } from './person.ts'

export const warmCast = {
  sam: {
    name: 'Sam', story: 'warm six', fig: 'w', head: 'round', hair: 'curls', nose: 'wide', top: 'hoodie',
    colours: ['skin-5', 'hair-ink', 'cloth-sun', 'legs-denim'],
  },
  maya: {
    name: 'Maya', story: 'warm six', fig: 'w', head: 'round', hair: 'hijab', nose: 'tick', top: 'crew',
    colours: ['skin-4', 'hair-ink', 'wear-lilac', 'cloth-teal', 'legs-plum'],
  },
  leo: {
    name: 'Leo', story: 'warm six', fig: 'w', head: 'long', hair: 'sweep', nose: 'dot', top: 'stripes',
    on: ['freckles'], colours: ['skin-1', 'hair-straw', 'cloth-white', 'legs-denim'],
  },
  ivy: {
    name: 'Ivy', story: 'warm six', fig: 'w', head: 'long', hair: 'long', nose: 'tick', top: 'dungarees',
    wears: ['specs'], rides: 'wheelchair', colours: ['skin-3', 'hair-ink', 'cloth-sun', 'legs-plum'],
  },
  omar: {
    name: 'Omar', story: 'warm six', fig: 'w', head: 'pear', hair: 'turban', nose: 'long', top: 'jumper',
    colours: ['skin-4', 'hair-ink', 'wear-coral', 'cloth-pine', 'legs-slate'],
  },
  kuba: {
    name: 'Kuba', story: 'warm six', fig: 'w', head: 'wide', hair: 'quiff', nose: 'dot', top: 'crew',
    wears: ['aid'], colours: ['skin-1', 'hair-ink', 'cloth-pine', 'legs-slate'],
  },
  gran: {
    name: 'Gran', story: 'warm six', fig: 'w', head: 'pear', hair: 'bun', nose: 'dot', top: 'cardigan',
    on: ['lines'], wears: ['specs'], build: 1.08, colours: ['skin-3', 'hair-grey', 'cloth-lilac', 'legs-plum'],
  },
  dad: {
    name: 'Dad', story: 'warm six', fig: 'w', head: 'long', hair: 'crop', nose: 'wide', top: 'shirt',
    on: ['beard'], build: 1.14, colours: ['skin-5', 'hair-ink', 'cloth-teal', 'legs-denim'],
  },
  bell: {
    name: 'Mr Bell', story: 'warm six', fig: 'w', head: 'long', hair: 'part', nose: 'long', top: 'jumper',
    wears: ['specs'], build: 1.06, colours: ['skin-1', 'hair-rust', 'cloth-sun', 'legs-slate'],
  },
  jo: {
    name: 'Aunt Jo', story: 'warm six', fig: 'w', head: 'round', hair: 'afro', nose: 'wide', top: 'crew',
    build: 1.04, colours: ['skin-6', 'hair-ink', 'cloth-coral', 'legs-denim'],
  },
  pam: {
    name: 'Pam', story: 'warm six', fig: 'w', head: 'wide', hair: 'coils', nose: 'wide', top: 'shirt',
    build: 1.16, colours: ['skin-6', 'hair-ink', 'cloth-violet', 'legs-slate'],
  },
  baptiste: {
    name: 'Mrs Baptiste', story: 'warm six', fig: 'w', head: 'long', hair: 'puff', nose: 'wide', top: 'shirt',
    build: 1.05, colours: ['skin-7', 'hair-ink', 'cloth-white', 'legs-plum'],
  },
  babcia: {
    name: 'Babcia', story: 'warm six', fig: 'w', head: 'pear', hair: 'scarf', nose: 'dot', top: 'cardigan',
    on: ['lines'], build: 1.12, colours: ['skin-2', 'hair-grey', 'wear-coral', 'cloth-pine', 'legs-plum'],
  },
  osei: {
    name: 'Mrs Osei', story: 'warm six', fig: 'w', head: 'wide', hair: 'wrap', nose: 'wide', top: 'uniform',
    build: 1.12, colours: ['skin-7', 'hair-ink', 'wear-sun', 'cloth-teal', 'legs-slate'],
  },
  poppy: {
    name: 'Poppy', story: 'warm six', fig: 'w', head: 'round', hair: 'plaits', nose: 'dot', top: 'stripes',
    on: ['freckles'], colours: ['skin-2', 'hair-rust', 'cloth-white', 'legs-denim'],
  },
  rao: {
    name: 'Miss Rao', story: 'warm six', fig: 'w', head: 'long', hair: 'bob', nose: 'long', top: 'lanyard',
    build: 1.04, colours: ['skin-4', 'hair-ink', 'cloth-coral', 'legs-plum'],
  },
  kit: {
    name: 'Coach Kit', story: 'warm six', fig: 'w', head: 'wide', hair: 'cap', nose: 'dot', top: 'hoodie',
    build: 1.1, colours: ['skin-2', 'hair-straw', 'wear-teal', 'cloth-coral', 'legs-slate'],
  },
  dev: {
    name: 'Dev', story: 'warm six', fig: 'w', head: 'pear', hair: 'mop', nose: 'tick', top: 'jumper',
    colours: ['skin-4', 'hair-ink', 'cloth-violet', 'legs-slate'],
  },
  bo: {
    name: 'Bo', story: 'Fog Radio', fig: 'w', head: 'round', hair: 'twists', nose: 'wide', top: 'raincoat',
    build: 0.94, colours: ['skin-6', 'hair-ink', 'cloth-sun', 'legs-denim'],
  },
  tunde: {
    name: 'Grandad Tunde', story: 'Fog Radio', fig: 'w', head: 'wide', hair: 'fila', nose: 'wide', top: 'cardigan',
    on: ['beard', 'lines'], build: 1.16, colours: ['skin-7', 'hair-grey', 'wear-teal', 'cloth-coral', 'legs-slate'],
  },
  pym: {
    name: 'Mr Pym', story: 'Fog Radio', fig: 'w', head: 'long', hair: 'cap', nose: 'long', top: 'lanyard',
    on: ['tache'], build: 1.02, colours: ['skin-1', 'hair-rust', 'wear-violet', 'cloth-pine', 'legs-slate'],
  },
  crabface: {
    name: 'Crabface', story: 'Fog Radio', fig: 'w', head: 'pear', hair: 'souwester', nose: 'long', top: 'raincoat',
    on: ['lines'], build: 1.14, colours: ['skin-2', 'hair-grey', 'wear-sun', 'cloth-pine', 'legs-slate'],
  },
  noor: {
    name: 'Noor', story: 'Snail Grand Prix', fig: 'w', head: 'round', hair: 'bob', nose: 'tick', top: 'stripes', rides: 'walker',
    build: 0.94, colours: ['skin-4', 'hair-ink', 'cloth-violet', 'legs-denim'],
  },
  adaeze: {
    name: 'Adaeze', story: 'Museum Desk', fig: 'w', head: 'round', hair: 'bunches', nose: 'wide', top: 'jumper',
    colours: ['skin-7', 'hair-ink', 'cloth-coral', 'legs-denim'],
  },
  callum: {
    name: 'Callum', story: 'Museum Desk', fig: 'w', head: 'long', hair: 'mop', nose: 'dot', top: 'hoodie',
    on: ['freckles'], colours: ['skin-1', 'hair-rust', 'cloth-teal', 'legs-slate'],
  },
  prior: {
    name: 'Mr Prior', story: 'Museum Desk', fig: 'w', head: 'wide', hair: 'ring', nose: 'long', top: 'shirt',
    on: ['tache', 'lines'], build: 1.1, colours: ['skin-2', 'hair-grey', 'cloth-violet', 'legs-plum'],
  },
  osman: {
    name: 'Mrs Osman', story: 'Museum Desk', fig: 'w', head: 'wide', hair: 'hijab', nose: 'long', top: 'uniform',
    on: ['lines'], build: 1.12, colours: ['skin-4', 'hair-ink', 'wear-pine', 'cloth-slate', 'legs-slate'],
  },
  lind: {
    name: 'Dr Lind', story: 'Museum Desk', fig: 'w', head: 'long', hair: 'bob', nose: 'long', top: 'crew',
    on: ['lines'], wears: ['antennae', 'specs'], behind: 'wings', colours: ['skin-1', 'hair-grey', 'cloth-violet', 'legs-plum'],
  },
  jolly: {
    name: 'Mr Jolly', story: 'missing card', fig: 'w', head: 'long', hair: 'part', nose: 'long', top: 'cardigan',
    on: ['lines', 'tache'], build: 1.02, colours: ['skin-3', 'hair-grey', 'cloth-pine', 'legs-slate'],
  },
  patka: {
    name: 'Passer-by, patka', story: 'extra', fig: 'w', head: 'round', hair: 'patka', nose: 'dot', top: 'jumper',
    colours: ['skin-4', 'hair-ink', 'wear-violet', 'cloth-sun', 'legs-slate'],
  },
  kufi: {
    name: 'Passer-by, prayer cap', story: 'extra', fig: 'w', head: 'pear', hair: 'kufi', nose: 'wide', top: 'shirt',
    wears: ['implant'], colours: ['skin-5', 'hair-ink', 'wear-white', 'cloth-pine', 'legs-slate'],
  },
} as const satisfies Readonly<Record<string, Person>>
