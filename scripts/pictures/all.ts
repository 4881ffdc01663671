/** Every picture by its id, drawn and made small. The same sources always give the same bytes. */
import { optimize } from 'svgo'
import { avatars } from './avatars.ts'
import { loginTiles } from './login.ts'
import { bedroomDesk } from './scenes/home/bedroom-desk.ts'
import { busRide } from './scenes/out/bus-ride.ts'
import { classroom } from './scenes/school/classroom.ts'
import { frontDoor } from './scenes/home/front-door.ts'
import { phoneMessage } from './scenes/screen/phone-message.ts'
import { sofaEvening } from './scenes/home/sofa-evening.ts'
import { stationCafe } from './scenes/out/station-cafe.ts'
import { washingUpBand } from './scenes/home/washing-up-band.ts'
import { signs } from './things/signs.ts'
import { symbols } from './things/symbols.ts'

const scenes = {
  'front-door': frontDoor,
  'bedroom-desk': bedroomDesk,
  'bus-ride': busRide,
  'phone-message': phoneMessage,
  classroom: classroom,
  'sofa-evening': sofaEvening,
  'washing-up-band': washingUpBand,
  'station-cafe': stationCafe,
}

/** Draws every picture: its id, and the SVG file. */
export function drawPictures(): [id: string, svg: string][] {
  return Object.entries<string>({ ...scenes, ...avatars, ...signs, ...symbols, ...loginTiles }).map(([id, svg]) => [
    id,
    small(svg),
  ])
}

function small(svg: string): string {
  const { data } = optimize(svg, {
    floatPrecision: 1,
    multipass: true,
    plugins: [{
      name: 'preset-default',
      params: {
        overrides: {
          // Heads are rounded to whole units in their own scale: baking the scale in would give every number a fraction.
          convertPathData: { applyTransforms: false },
          // A later shape of the same colour may lie over something in between.
          mergePaths: false,
        },
      },
    }],
  })
  return `${data}\n`
}
