/** Heads, hair, glasses and beards from Open Peeps (Pablo Stanley, CC0), cut out of what DiceBear renders and rounded to whole units. */
import { createAvatar } from '@dicebear/core'
import { openPeeps } from '@dicebear/collection'
import { optimize } from 'svgo'
import type { Character } from './character.ts'
import { ink } from '../../drawing/palette.ts'

/** Open Peeps puts the parts of a portrait into these groups, in this order. */
const PORTRAIT
  = /<g transform="(matrix[^"]*)">(.*)<\/g><g transform="translate\(315 248\)">.*<g transform="(translate\(279 400\))">(.*)<\/g><g transform="translate\(179 343\)">.*<g transform="(translate\(203 303\))">(.*)<\/g><\/g><\/svg>$/s

/** A placeholder in the portrait; no character has this colour. */
const HEADWEAR = '#010203'

export interface Head {
  /** Skin, ears, hair and what is worn on it. */
  head: string
  /** Beard; drawn under the mouth. */
  beard: string
  /** Glasses; drawn over the eyes. */
  glasses: string
}

const drawn = new Map<string, Head>()

/** The parts of a character's head, in the units of Open Peeps (a portrait is 704 wide). */
export function headOf(character: Character): Head {
  const known = drawn.get(character.name)
  if (known) return known
  const portrait = createAvatar(openPeeps, {
    seed: character.name,
    head: [character.head as 'afro'],
    face: ['smile'],
    skinColor: [character.skin.slice(1)],
    headContrastColor: [(character.hair ?? ink).slice(1)],
    clothingColor: [HEADWEAR.slice(1)],
    maskProbability: 0,
    accessories: [character.glasses ?? 'glasses'],
    accessoriesProbability: character.glasses ? 100 : 0,
    facialHair: [character.beard ?? 'full'],
    facialHairProbability: character.beard ? 100 : 0,
  }).toString()
  const parts = PORTRAIT.exec(portrait)
  if (!parts) throw new Error(`Open Peeps draws "${character.name}" in another way than this script knows`)
  const [, headAt = '', head = '', beardAt = '', beard = '', glassesAt = '', glasses = ''] = parts
  const result = {
    head: character.head === 'hijab' ? colouredHijab(rounded(headAt, head), character) : dressed(rounded(headAt, head), character),
    beard: beard && rounded(beardAt, beard),
    glasses: glasses && rounded(glassesAt, glasses),
  }
  drawn.set(character.name, result)
  return result
}

/** Puts a part in its place and rounds its outline to whole units, which nobody can see at the sizes we use. */
function rounded(transform: string, part: string): string {
  const inked = part.replaceAll('fill="#000"', `fill="${ink}"`)
  const { data } = optimize(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 704 704"><g transform="${transform}">${inked}</g></svg>`,
    {
      floatPrecision: 0,
      multipass: true,
      plugins: [
        {
          name: 'preset-default',
          params: { overrides: { convertColors: false, mergePaths: false, removeHiddenElems: false } },
        },
      ],
    },
  )
  return data.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '')
}

function dressed(head: string, { headwear }: Character): string {
  return head.replaceAll(HEADWEAR, headwear ?? ink)
}

/** Open Peeps draws the hijab in black. Ours has a colour: filled with it, and its edge drawn in ink. */
function colouredHijab(head: string, { headwear = ink, trim }: Character): string {
  return head
    .replaceAll(HEADWEAR, trim)
    .replace(`fill="${ink}"`, `fill="${headwear}" stroke="${ink}" stroke-width="13" stroke-linejoin="round"`)
}
