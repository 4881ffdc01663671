/**
 * The art's colours: a class is a role, and light, register and person change its value through custom properties. A `use` copy sees
 * only what it inherits, so no part is styled by what it stands in. All classes begin with a low line, which no other style of ours does.
 */

/** Roles: sk ss skin, hr hr2 hs hair and headwear, br brows, c1-c4 cloth, lg ls so legs and shoes, b1-b7 places; then single colours. */
const fills = `
._sk { fill: var(--sk) } ._ss { fill: var(--ss) } ._hr { fill: var(--hr) } ._hr2 { fill: var(--hr2) } ._hs { fill: var(--hs) } ._c1 { fill: var(--c1) } ._c2 { fill: var(--c2) } ._c3 { fill: var(--c3) }
._c4 { fill: var(--c4) } ._lg { fill: var(--lg) } ._ls { fill: var(--ls) } ._so { fill: var(--so) } ._b1 { fill: var(--b1) } ._b2 { fill: var(--b2) } ._b3 { fill: var(--b3) } ._b4 { fill: var(--b4) }
._b5 { fill: var(--b5) } ._b6 { fill: var(--b6) } ._b7 { fill: var(--b7) } ._ik { fill: #1e2235 } ._wh { fill: #fff } ._sun { fill: #ffc145 } ._coral { fill: #e0604c } ._rose { fill: #e0457b }
._main { fill: #0b5f5a } ._teal { fill: #3fa396 } ._lilac { fill: #a88fe3 } ._leaf { fill: #4b9a6a } ._hill { fill: #8cc79b } ._wood { fill: #d9965a } ._wood2 { fill: #b8733c }
._stone { fill: #efe3d0 } ._grey { fill: #b9bdd0 } ._slate { fill: #57608f } ._sky { fill: #cfe9f2 } ._lime { fill: #c6f24e } ._plum { fill: #6b2149 } ._indigo { fill: #4a43d6 }
._stb { fill: var(--ss); opacity: .45 } ._ew { fill: #fff } ._te { fill: #fff } ._ey { fill: #14172b } ._to { fill: #e0604c } ._blush { fill: #e0604c; opacity: .3 } ._dot { fill: #ffd685 } ._tablet { fill: #343a5c }
._lens { fill: #8b8fb0 } ._case { fill: #14172b } ._screen { fill: #eaffb5 } ._leek { fill: #c6f24e } ._stalk { fill: #2f8f5b } ._curtain { fill: #9b86d8 } ._brick { fill: #f6c9b4 }
._bk { fill: #eab676 } ._bk2 { fill: #c9843c } ._dog { fill: #c98a4b } ._dogear { fill: #7a4a22 } ._cat { fill: #57506b } ._table { fill: #e3a862 } ._table2 { fill: #eab676 } ._mug { fill: #e0604c }
._handset { fill: #3730c9 } ._label { fill: #1e2235; font-family: Lexend, Verdana, sans-serif; font-weight: 700 } ._moon { fill: var(--moon, none) } ._star { fill: var(--star, none) }
._pool { fill: var(--pool, none); opacity: .32 } ._fog { fill: #fff; opacity: .42 } ._rim { fill: var(--rim, none) } ._far { fill: var(--far) } ._glass { fill: var(--glass, #fff) }
._flame { fill: var(--flame, none) } ._lit { --glass: #ffc145; --flame: #9c2a1a } ._wash { fill: none; mix-blend-mode: multiply } ._square { fill: #e9dcc4 } ._violet { fill: #7a5cd0 }
._glow { fill: #ffe07a } ._ray { fill: #fff3b8; opacity: .55 } ._kp { fill: var(--kp, #fff) } ._ks { fill: var(--ks, #c9c7fa) } ._dark { --kp: #23264a; --ks: #14172b } ._warmth { --b6: #ff8a6b }
._bare { --art-ink: var(--hr) } ._star2 { fill: #fff; opacity: .6 } ._fade { opacity: .18 } ._glass2 { fill: #cfe9f2; opacity: .85 }
`

/**
 * o: outlined in the warm register only; p: the thinner, softer line of places; l: a drawn line; fl, fs: lines in the shade of the
 * skin. near, huge and far-off: the line keeps its weight, thinner on what is drawn large, thicker on what is drawn small.
 */
const lines = `
._o { stroke: var(--art-ink); stroke-width: calc(var(--art-line) * var(--w, 1)); stroke-linejoin: round; stroke-linecap: round }
._p { stroke: var(--art-soft); stroke-width: var(--art-thin); stroke-linejoin: round; stroke-linecap: round }
._l { fill: none; stroke: #1e2235; stroke-width: calc(3px * var(--w, 1)); stroke-linecap: round; stroke-linejoin: round }
._pl { fill: none; stroke: var(--art-soft); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round } ._wl { stroke: #fff } ._b { stroke: var(--br); stroke-width: calc(3.6px * var(--w, 1)) }
._n { stroke-width: calc(2.6px * var(--w, 1)) } ._g { stroke-width: 2.4 } ._near { --w: .68 } ._huge { --w: .45 } ._far-off { --w: 1.18 } ._fl { fill: none; stroke: var(--ss); stroke-width: 2; stroke-linecap: round }
._fs { fill: none; stroke: var(--ss); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round } ._fk { fill: none; stroke: var(--ss); stroke-width: 2.6; stroke-linecap: round }
._br { fill: none; stroke: var(--br); stroke-width: 4; stroke-linecap: round } ._ld { fill: none; stroke: #14172b; stroke-width: 2.8; stroke-linecap: round }
._mo { fill: none; stroke: var(--mo, #5b1830); stroke-width: 3; stroke-linecap: round } ._hl { fill: none; stroke: var(--hs); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round }
._spec { fill: none; stroke: #14172b; stroke-width: 2.6; stroke-linecap: round } ._thick { stroke-width: 6 } ._steam { fill: none; stroke: #fff; stroke-width: 3; stroke-linecap: round }
._ring { fill: none; stroke: #14172b; stroke-width: 5; stroke-linecap: round } ._rain { fill: none; stroke: var(--rain, none); stroke-width: 2; stroke-linecap: round }
._wave { fill: none; stroke: #1e2235; stroke-width: 4; stroke-linecap: round } ._ring2 { fill: none; stroke: #14172b; stroke-width: 4; stroke-linecap: round }
._bar { fill: none; stroke: var(--b6, #c6f24e); stroke-width: 8; stroke-linecap: round } ._wline { fill: none; stroke: #cfe9f2; stroke-width: 3; stroke-linecap: round }
`

const people = `
._skin-1 { --sk: #fbd9c0; --ss: #e0a082 } ._skin-2 { --sk: #f4c6a5; --ss: #c98467 } ._skin-3 { --sk: #eab98d; --ss: #bd8052 } ._skin-4 { --sk: #d29a68; --ss: #a0673a }
._skin-5 { --mo: #330b18; --sk: #a9683c; --ss: #784222 } ._skin-6 { --mo: #330b18; --sk: #96592f; --ss: #643418 } ._skin-7 { --mo: #330b18; --sk: #7c4a2f; --ss: #4c281b }
._hair-ink { --hr: #1e2235; --hr2: #1e2235; --hs: #454c74; --br: #1e2235 } ._hair-brown { --hr: #5b3a2a; --hr2: #5b3a2a; --hs: #86583e; --br: #3d261b }
._hair-straw { --hr: #e0a845; --hr2: #e0a845; --hs: #f6d08a; --br: #a8701c } ._hair-grey { --hr: #d5d6e0; --hr2: #d5d6e0; --hs: #f4f5fa; --br: #7d8099 }
._hair-rust { --hr: #b0512a; --hr2: #b0512a; --hs: #d67b4e; --br: #7a3215 } ._hair-auburn { --hr: #7d2f22; --hr2: #7d2f22; --hs: #a84c38; --br: #54190f }
._hair-pink { --hr: #e86a9a; --hr2: #e86a9a; --hs: #f59bbd; --br: #5b3a2a } ._wear-lilac { --hr: #9b7fe0; --hs: #6c51b4 } ._wear-rose { --hr: #b51c52; --hs: #e0457b }
._wear-coral { --hr: #e8775f; --hs: #a83e2c } ._wear-sun { --hr: #ffc145; --hs: #b97c00 } ._wear-teal { --hr: #3fa396; --hs: #7fd0c4 } ._wear-pine { --hr: #2f7a63; --hs: #175241 }
._wear-violet { --hr: #6a4fc0; --hs: #a690ec } ._wear-white { --hr: #fff; --hs: #9aa0bd } ._wear-lime { --hr: #c6f24e; --hs: #8fb82c }
._cloth-teal { --c1: #3fa396; --c2: #2b7d73; --c3: #ffc145; --c4: #ffd685 } ._cloth-sun { --c1: #ffc145; --c2: #e09a1e; --c3: #e0604c; --c4: #3fa396 }
._cloth-white { --c1: #fff; --c2: #e0604c; --c3: #ffc145; --c4: #3fa396 } ._cloth-lilac { --c1: #a88fe3; --c2: #7c62c4; --c3: #fff; --c4: #ffc145 }
._cloth-lime { --c1: #c6f24e; --c2: #8fb82c; --c3: #14172b; --c4: #ff8a6b } ._cloth-rose { --c1: #e0457b; --c2: #a81246; --c3: #fff; --c4: #c6f24e }
._cloth-indigo { --c1: #4a43d6; --c2: #2a2599; --c3: #fff; --c4: #ff8a6b } ._cloth-coral { --c1: #ec7a5f; --c2: #bd4a36; --c3: #ffd685; --c4: #fff0b8 }
._cloth-pine { --c1: #2f7a63; --c2: #1b5244; --c3: #ffc145; --c4: #ff8a6b } ._cloth-violet { --c1: #7a5cd0; --c2: #5339a4; --c3: #ffd685; --c4: #c6f24e }
._cloth-slate { --c1: #4b5478; --c2: #343b59; --c3: #ffc145; --c4: #9fe0d6 } ._cloth-denim { --c1: #5b83c4; --c2: #3c5f9c; --c3: #fff; --c4: #ffc145 }
._cloth-plum { --c1: #8a2d5e; --c2: #5f1a3f; --c3: #ffd2c2; --c4: #c6f24e } ._legs-denim { --lg: #5677b5; --ls: #3c5890; --so: #e0604c } ._legs-plum { --lg: #6d4a8c; --ls: #4c3066; --so: #ffc145 }
._legs-slate { --lg: #454c6e; --ls: #2e3450; --so: #f4efe6 }
`

/** A register, and what its lights change. */
const lights = `
._scene { --art-line: 3px; --art-ink: #1e2235; --art-soft: #6b5a63; --art-thin: 2px; --far: #9fb7c9; --glass: #57608f; --b1: #ffe7b8; --b2: #ffdf9f; --b3: #e7b074; --b4: #cfe9f2; --b5: #3fa396; --b6: #0b5f5a; --b7: #fff; isolation: isolate; display: block; inline-size: 100%; block-size: 100% }
._light-evening { --art-soft: #5c3d4f; --b1: #f6d9c4; --b2: #f1cdb2; --b3: #cf9660; --b4: #3b3580; --b5: #e58a6e; --b6: #c9603f; --moon: #ffd98a; --star: #fff; --far: #6a5aa8; --pool: #fff2c4 }
._light-fog { --art-soft: #6d8494; --b1: #dfe9ea; --b2: #cfdde0; --b3: #9fb9bf; --b4: #d9e6e8; --b5: #7ea3a8; --b6: #5c868d; --far: #b9ced3 }
._light-night { --art-soft: #171a3d; --b1: #2c2a8a; --b2: #3b37ad; --b3: #1b1960; --b4: #0d0c30; --b5: #5a54e0; --b6: #c6f24e; --b7: #8d89f0; --moon: #ffe9a8; --star: #c9c7fa; --rim: #e4ffb0; --far: #221f6b; --pool: #c3c0ff; --rain: #6e6af0 }
._light-lamp { --b1: #e59a55; --b2: #f3b878; --b3: #6b2149; --b4: #1b1640; --b5: #a81246; --b6: #fff0b8; --b7: #ffd9a0; --star: #f3b878; --far: #3a1d4f; --pool: #ffe9a8; --rain: #6d5a9c }
._light-dusk { --b1: #2b2873; --b2: #3f3b9c; --b3: #191747; --b4: #f08a7c; --b5: #4a43d6; --b6: #c6f24e; --b7: #ffb9a3; --far: #7b4a9c; --rain: #7c78e8 } ._light-night ._wash { fill: #b6b4f8 }
._light-lamp ._wash { fill: #fff0dc } ._light-dusk ._wash { fill: #eedff0 } ._light-evening ._wash { fill: #fff0e0 } ._light-fog ._wash { fill: #eef4f6 }
._clear { --art-line: 0; --art-thin: 0; --art-ink: none } ._clear._light-day { --b1: #d5d3fb; --b2: #e6e4ff; --b3: #4a43d6; --b4: #f4f4ff; --b5: #8d89f0; --b6: #c6f24e; --b7: #fff; --far: #b3b0f5 }
._warm._light-night { --b1: #3d4a86; --b2: #35407a; --b3: #4d3f6b; --b4: #151a45; --b5: #5d6bb0; --b6: #2a3268; --b7: #8fa0d8 } ._warm._light-night ._wash { fill: #d2d4f4 }
`

interface Rule { readonly selector: string, readonly declarations: string, readonly classes: readonly string[] }

const rules: readonly Rule[] = [...`${fills}${lines}${people}${lights}`.matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, selector = '', body = '']) => ({
  selector: selector.trim(),
  declarations: body.trim().replace(/: /g, ':').replace(/; /g, ';'),
  classes: selector.match(/_[\w-]+/g) ?? [],
}))

/** Every class that the art's style knows. */
export const styledClasses: ReadonlySet<string> = new Set(rules.flatMap(({ classes }) => classes))

/** @returns the rules for these classes, in the order of the style */
export function styleFor(classes: ReadonlySet<string>): string {
  return rules
    .filter(rule => rule.classes.every(name => classes.has(name)))
    .map(({ selector, declarations }) => `${selector}{${declarations}}`)
    .join('')
}
