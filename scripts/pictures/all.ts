/** Every picture by its id, drawn and made small. The same sources always give the same bytes. */
import { optimize } from 'svgo'
import { avatars } from './avatars.ts'
import { moods } from './people/parts/faces.ts'
import { loginTiles } from './login.ts'
import { auntJo } from './people/aunt-jo.ts'
import { dad } from './people/dad.ts'
import { gran } from './people/gran.ts'
import { ivy } from './people/ivy.ts'
import { kuba } from './people/kuba.ts'
import { leo } from './people/leo.ts'
import { maya } from './people/maya.ts'
import { mrBell } from './people/mr-bell.ts'
import { mrsBaptiste } from './people/mrs-baptiste.ts'
import { omar } from './people/omar.ts'
import { pam } from './people/pam.ts'
import { sam } from './people/sam.ts'
import { portrait } from './people/parts/person.ts'
import { bedroomDesk } from './scenes/home/bedroom-desk.ts'
import { benchForty } from './scenes/out/bench-forty.ts'
import { blockhavenCastle } from './scenes/screen/blockhaven-castle.ts'
import { busRide } from './scenes/out/bus-ride.ts'
import { cabbageStreet } from './scenes/home/cabbage-street.ts'
import { cardAlbum } from './scenes/home/card-album.ts'
import { classroom } from './scenes/school/classroom.ts'
import { closingWindow } from './scenes/home/closing-window.ts'
import { clueBoard } from './scenes/ideas/clue-board.ts'
import { crispsAtLunch } from './scenes/school/crisps-at-lunch.ts'
import { footballPitch } from './scenes/school/football-pitch.ts'
import { frontDoor } from './scenes/home/front-door.ts'
import { kitchenTable } from './scenes/home/kitchen-table.ts'
import { likeAndTrust } from './scenes/ideas/like-and-trust.ts'
import { phoneMessage } from './scenes/screen/phone-message.ts'
import { playgroundBench } from './scenes/school/playground-bench.ts'
import { sofaEvening } from './scenes/home/sofa-evening.ts'
import { soupEvening } from './scenes/home/soup-evening.ts'
import { stationCafe } from './scenes/out/station-cafe.ts'
import { swapDay } from './scenes/out/swap-day.ts'
import { trustedPeople } from './scenes/ideas/trusted-people.ts'
import { washingUpBand } from './scenes/home/washing-up-band.ts'
import { signs } from './things/signs.ts'
import { symbols } from './things/symbols.ts'

const cast = [sam, maya, leo, ivy, omar, auntJo, dad, gran, mrBell, pam, kuba, mrsBaptiste]

const people = Object.fromEntries(cast.flatMap(who => moods.map(mood => [`people-${who.name}-${mood}`, portrait(who, mood)])))

const scenes = {
  'front-door': frontDoor,
  'kitchen-table': kitchenTable,
  'bedroom-desk': bedroomDesk,
  'bus-ride': busRide,
  'playground-bench': playgroundBench,
  'football-pitch': footballPitch,
  'blockhaven-castle': blockhavenCastle,
  'phone-message': phoneMessage,
  classroom: classroom,
  'sofa-evening': sofaEvening,
  'like-and-trust': likeAndTrust,
  'clue-board': clueBoard,
  'trusted-people': trustedPeople,
  'closing-window': closingWindow,
  'washing-up-band': washingUpBand,
  'station-cafe': stationCafe,
  'cabbage-street': cabbageStreet,
  'crisps-at-lunch': crispsAtLunch,
  'soup-evening': soupEvening,
  'card-album': cardAlbum,
  'swap-day': swapDay,
  'bench-forty': benchForty,
}

/** Draws every picture: its id, and the SVG file. */
export function drawPictures(): [id: string, svg: string][] {
  return Object.entries<string>({ ...people, ...scenes, ...avatars, ...signs, ...symbols, ...loginTiles }).map(([id, svg]) => [
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
