/** The people of the clear register. */
import type { Person } from './person.ts'

export const clearCast = {
  kofi: {
    name: 'Kofi', story: 'Seems legit', fig: 'c', head: 'long', hair: 'curls', nose: 'wide', top: 'hoodie',
    colours: ['skin-6', 'hair-ink', 'cloth-lime', 'legs-slate'],
  },
  niamh: {
    name: 'Niamh', story: 'Seems legit', fig: 'c', head: 'heart', hair: 'long', nose: 'small', top: 'tee',
    on: ['freckles'], wears: ['aid'], build: 0.92, colours: ['skin-1', 'hair-rust', 'cloth-rose', 'legs-denim'],
  },
  idris: {
    name: 'Idris', story: 'Seems legit', fig: 'c', head: 'square', hair: 'mop', nose: 'hook', top: 'tee',
    wears: ['specs'], colours: ['skin-4', 'hair-ink', 'cloth-indigo', 'legs-slate'],
  },
  lottie: {
    name: 'Lottie', story: 'Seems legit', fig: 'c', head: 'round', hair: 'tail', nose: 'small', top: 'hoodie',
    build: 0.9, colours: ['skin-2', 'hair-straw', 'cloth-coral', 'legs-denim'],
  },
  esi: {
    name: 'Auntie Esi', story: 'Seems legit', fig: 'c', head: 'round', hair: 'wrap', nose: 'wide', top: 'coat',
    on: ['lines'], wears: ['rings'], build: 1.08, colours: ['skin-6', 'hair-ink', 'wear-rose', 'cloth-indigo', 'legs-plum'],
  },
  pryce: {
    name: 'Ms Pryce', story: 'Seems legit', fig: 'c', head: 'square', hair: 'long', nose: 'hook', top: 'apron',
    on: ['lines'], colours: ['skin-3', 'hair-grey', 'cloth-indigo', 'legs-slate'],
  },
  dax: {
    name: 'Dax', story: 'Seems legit', fig: 'c', head: 'square', hair: 'quiff', nose: 'straight', top: 'denim',
    colours: ['skin-3', 'hair-brown', 'cloth-teal', 'legs-slate'],
  },
  salma: {
    name: 'Salma', story: 'Seems legit', fig: 'c', head: 'round', hair: 'hijab', nose: 'hook', top: 'tee',
    build: 0.92, colours: ['skin-4', 'hair-ink', 'wear-teal', 'cloth-violet', 'legs-plum'],
  },
  coach: {
    name: 'Idris\'s coach', story: 'Seems legit', fig: 'c', head: 'square', hair: 'crop', nose: 'straight', top: 'hoodie',
    on: ['stubble'], build: 1.12, colours: ['skin-2', 'hair-straw', 'cloth-lime', 'legs-slate'],
  },
  idrisdad: {
    name: 'Idris\'s dad', story: 'Seems legit', fig: 'c', head: 'square', hair: 'crop', nose: 'hook', top: 'shirt',
    on: ['beard', 'lines'], build: 1.1, colours: ['skin-4', 'hair-ink', 'cloth-pine', 'legs-slate'],
  },
  hector: {
    name: 'Hector', story: 'Seems legit', fig: 'c', head: 'heart', hair: 'mop', nose: 'straight', top: 'hoodie',
    colours: ['skin-2', 'hair-rust', 'cloth-teal', 'legs-slate'],
  },
  marnie: {
    name: 'Marnie', story: 'Whose picture?', fig: 'c', head: 'heart', hair: 'under', nose: 'small', top: 'denim',
    build: 0.92, colours: ['skin-2', 'hair-brown', 'cloth-violet', 'legs-denim'],
  },
  zubair: {
    name: 'Zubair', story: 'Whose picture?', fig: 'c', head: 'square', hair: 'part', nose: 'hook', top: 'roll',
    colours: ['skin-4', 'hair-ink', 'cloth-teal', 'legs-slate'],
  },
  cal: {
    name: 'Cal', story: 'Whose picture?', fig: 'c', head: 'square', hair: 'buzz', nose: 'straight', top: 'hoodie',
    build: 1.06, colours: ['skin-1', 'hair-straw', 'cloth-denim', 'legs-slate'],
  },
  ezra: {
    name: 'Ezra', story: 'Whose picture?', fig: 'c', head: 'long', hair: 'locs', nose: 'wide', top: 'tee',
    colours: ['skin-6', 'hair-ink', 'cloth-coral', 'legs-denim'],
  },
  dougie: {
    name: 'Dougie', story: 'Whose picture?', fig: 'c', head: 'round', hair: 'mop', nose: 'small', top: 'tee',
    on: ['freckles'], build: 1.08, colours: ['skin-1', 'hair-rust', 'cloth-lime', 'legs-slate'],
  },
  dougiemum: {
    name: 'Dougie\'s mum', story: 'Whose picture?', fig: 'c', head: 'round', hair: 'tail', nose: 'small', top: 'coat',
    on: ['freckles', 'lines'], build: 1.06, colours: ['skin-1', 'hair-rust', 'cloth-pine', 'legs-denim'],
  },
  farrugia: {
    name: 'Miss Farrugia', story: 'Whose picture?', fig: 'c', head: 'long', hair: 'bob', nose: 'hook', top: 'lanyard',
    wears: ['specs'], build: 0.96, colours: ['skin-3', 'hair-ink', 'cloth-rose', 'legs-plum'],
  },
  ife: {
    name: 'Ife', story: 'Whose picture?', fig: 'c', head: 'round', hair: 'braids', nose: 'wide', top: 'tee',
    build: 0.92, colours: ['skin-7', 'hair-ink', 'cloth-sun', 'legs-denim'],
  },
  carys: {
    name: 'Carys', story: 'Whose picture?', fig: 'c', head: 'long', hair: 'curtain', nose: 'small', top: 'roll', rides: 'crutch',
    build: 0.9, colours: ['skin-1', 'hair-straw', 'cloth-coral', 'legs-plum'],
  },
  tranter: {
    name: 'Mr Tranter', story: 'Whose picture?', fig: 'c', head: 'square', hair: 'crop', nose: 'straight', top: 'hoodie',
    on: ['stubble', 'lines'], build: 1.14, colours: ['skin-2', 'hair-grey', 'cloth-indigo', 'legs-slate'],
  },
  ifemum: {
    name: 'Ife\'s mum', story: 'Whose picture?', fig: 'c', head: 'round', hair: 'afro', nose: 'wide', top: 'coat',
    on: ['lines'], wears: ['rings'], build: 1.04, colours: ['skin-7', 'hair-ink', 'cloth-teal', 'legs-plum'],
  },
  bilal: {
    name: 'Bilal', story: 'Back half of the dragon', fig: 'c', head: 'long', hair: 'curtain', nose: 'hook', top: 'hoodie',
    build: 0.96, colours: ['skin-4', 'hair-ink', 'cloth-violet', 'legs-slate'],
  },
  tegan: {
    name: 'Tegan', story: 'Back half of the dragon', fig: 'c', head: 'heart', hair: 'bob', nose: 'small', top: 'denim',
    wears: ['rings'], build: 0.92, colours: ['skin-1', 'hair-pink', 'cloth-indigo', 'legs-slate'],
  },
  jonah: {
    name: 'Jonah', story: 'Back half of the dragon', fig: 'c', head: 'square', hair: 'cap', nose: 'straight', top: 'hoodie',
    colours: ['skin-3', 'hair-brown', 'cloth-slate', 'legs-denim'],
  },
  odell: {
    name: 'Odell', story: 'Back half of the dragon', fig: 'c', head: 'long', hair: 'crop', nose: 'wide', top: 'tee',
    build: 1.04, colours: ['skin-6', 'hair-ink', 'cloth-teal', 'legs-slate'],
  },
  haroon: {
    name: 'Uncle Haroon', story: 'Back half of the dragon', fig: 'c', head: 'square', hair: 'kufi', nose: 'hook', top: 'shirt',
    on: ['beard', 'lines'], build: 1.1, colours: ['skin-4', 'hair-grey', 'cloth-teal', 'legs-slate'],
  },
  adeyemi: {
    name: 'Mr Adeyemi', story: 'Back half of the dragon', fig: 'c', head: 'round', hair: 'crop', nose: 'wide', top: 'tie',
    wears: ['specs'], build: 1.1, colours: ['skin-7', 'hair-ink', 'cloth-indigo', 'legs-slate'],
  },
  connie: {
    name: 'Connie', story: 'Back half of the dragon', fig: 'c', head: 'round', hair: 'tail', nose: 'small', top: 'tee',
    build: 0.88, colours: ['skin-2', 'hair-brown', 'cloth-rose', 'legs-denim'],
  },
  conniemum: {
    name: 'Connie\'s mum', story: 'Back half of the dragon', fig: 'c', head: 'heart', hair: 'bun', nose: 'small', top: 'coat',
    on: ['lines'], colours: ['skin-2', 'hair-brown', 'cloth-teal', 'legs-plum'],
  },
  ruairi: {
    name: 'Ruairi', story: 'Back half of the dragon', fig: 'c', head: 'long', hair: 'under', nose: 'straight', top: 'roll',
    on: ['freckles'], colours: ['skin-1', 'hair-rust', 'cloth-pine', 'legs-slate'],
  },
  mags: {
    name: 'Mags', story: 'Back half of the dragon', fig: 'c', head: 'square', hair: 'bob', nose: 'straight', top: 'apron',
    on: ['lines'], build: 1.02, colours: ['skin-2', 'hair-straw', 'cloth-rose', 'legs-slate'],
  },
  barista: {
    name: 'At the counter', story: 'Back half of the dragon', fig: 'c', head: 'round', hair: 'coils', nose: 'wide', top: 'apron',
    colours: ['skin-6', 'hair-ink', 'cloth-coral', 'legs-slate'],
  },
  beryl: {
    name: 'hinge_goblin', story: 'Back half of the dragon', fig: 'c', head: 'round', hair: 'bun', nose: 'hook', top: 'denim',
    on: ['lines'], wears: ['specs', 'goblin'], build: 0.84, colours: ['skin-2', 'hair-grey', 'cloth-pine', 'legs-plum'],
  },
  ines: {
    name: 'Ines', story: 'Mod Desk', fig: 'c', head: 'heart', hair: 'curtain', nose: 'hook', top: 'hoodie',
    build: 0.92, colours: ['skin-3', 'hair-brown', 'cloth-sun', 'legs-denim'],
  },
  tomi: {
    name: 'Tomi', story: 'Mod Desk', fig: 'c', head: 'long', hair: 'quiff', nose: 'straight', top: 'denim',
    colours: ['skin-2', 'hair-brown', 'cloth-indigo', 'legs-slate'],
  },
  pip: {
    name: 'Pip', story: 'Mod Desk', fig: 'c', head: 'round', hair: 'part', nose: 'small', top: 'tee',
    on: ['freckles'], build: 0.82, colours: ['skin-1', 'hair-straw', 'cloth-teal', 'legs-denim'],
  },
  rhona: {
    name: 'Rhona', story: 'Mod Desk', fig: 'c', head: 'square', hair: 'tail', nose: 'straight', top: 'roll',
    build: 0.94, colours: ['skin-2', 'hair-rust', 'cloth-coral', 'legs-slate'],
  },
  ingham: {
    name: 'Mr Ingham', story: 'Mod Desk', fig: 'c', head: 'long', hair: 'ring', nose: 'hook', top: 'tie',
    on: ['lines', 'stubble'], wears: ['specs'], colours: ['skin-2', 'hair-grey', 'cloth-pine', 'legs-slate'],
  },
  okonkwo: {
    name: 'Ms Okonkwo', story: 'Mod Desk', fig: 'c', head: 'round', hair: 'afro', nose: 'wide', top: 'coat',
    wears: ['rings'], build: 1.02, colours: ['skin-7', 'hair-ink', 'cloth-coral', 'legs-plum'],
  },
  roisin: {
    name: 'Roisin', story: 'Ghost Producer', fig: 'c', head: 'heart', hair: 'coils', nose: 'small', top: 'denim',
    on: ['freckles'], build: 0.94, colours: ['skin-2', 'hair-auburn', 'cloth-plum', 'legs-slate'],
  },
  jude: {
    name: 'Jude', story: 'Ghost Producer', fig: 'c', head: 'long', hair: 'under', nose: 'wide', top: 'hoodie',
    wears: ['phones'], colours: ['skin-5', 'hair-ink', 'cloth-teal', 'legs-slate'],
  },
  marlowe: {
    name: 'Marlowe', story: 'Ghost Producer', fig: 'c', head: 'square', hair: 'quiff', nose: 'straight', top: 'roll',
    on: ['stubble'], build: 1.06, colours: ['skin-3', 'hair-ink', 'cloth-slate', 'legs-slate'],
  },
  mum: {
    name: 'Roisin\'s mum', story: 'Ghost Producer', fig: 'c', head: 'round', hair: 'bob', nose: 'small', top: 'coat',
    on: ['lines'], build: 1.02, colours: ['skin-2', 'hair-auburn', 'cloth-coral', 'legs-denim'],
  },
  adjei: {
    name: 'Mr Adjei', story: 'Ghost Producer', fig: 'c', head: 'square', hair: 'bald', nose: 'wide', top: 'tee',
    on: ['beard', 'lines'], wears: ['specs'], build: 1.16, colours: ['skin-7', 'hair-grey', 'cloth-sun', 'legs-slate'],
  },
  bukola: {
    name: 'Bukola', story: 'Load-In', fig: 'c', head: 'heart', hair: 'braids', nose: 'wide', top: 'tee',
    wears: ['implant'], build: 0.94, colours: ['skin-6', 'hair-ink', 'cloth-lime', 'legs-slate'],
  },
  manraj: {
    name: 'Manraj', story: 'Escape Room', fig: 'c', head: 'round', hair: 'patka', nose: 'hook', top: 'hoodie',
    colours: ['skin-4', 'hair-ink', 'wear-rose', 'cloth-indigo', 'legs-slate'],
  },
  turban: {
    name: 'Coach, turban', story: 'extra', fig: 'c', head: 'square', hair: 'turban', nose: 'hook', top: 'coat',
    on: ['beard'], build: 1.1, colours: ['skin-4', 'hair-ink', 'wear-lime', 'cloth-slate', 'legs-slate'],
  },
} as const satisfies Readonly<Record<string, Person>>
