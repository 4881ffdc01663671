/** The host that components of the player need, for component tests. */
import messages from '../../../i18n/player/en.json' with { type: 'json' }
import { playerHostKey, translator, type PlayerHost } from '../../../activities/parts/host'

/** @returns mount options that put a component inside a player */
export function testHost(host: Partial<PlayerHost> = {}) {
  return {
    attachTo: document.body,
    global: {
      provide: {
        [playerHostKey as symbol]: {
          t: translator(messages),
          pictureUrl: (id: string) => `pictures/${id}.svg`,
          help: [
            { id: 'emergency', name: '999', what: 'Call 999 in danger.', phone: '999', shownTo: ['9-11'], verified: true },
            { id: 'school', name: 'An adult at school', what: 'Any teacher.', shownTo: ['9-11'], verified: true },
            { id: 'childline', name: 'Childline', what: 'Talk about anything.', phone: '0800 1111', shownTo: ['9-11'], verified: true },
          ],
          glossary: [],
          passMark: 70,
          ...host,
        } satisfies PlayerHost,
      },
    },
  }
}
