/** The host that components of the player need, for component tests. */
import messages from '../../i18n/player/en.json' with { type: 'json' }
import { playerHostKey, translator, type PlayerHost } from '../../activities/parts/keys'

/** @returns mount options that put a component inside a player */
export function testHost(host: Partial<PlayerHost> = {}) {
  return {
    attachTo: document.body,
    global: {
      provide: {
        [playerHostKey as symbol]: {
          t: translator(messages),
          pictureUrl: (id: string) => `pictures/${id}.svg`,
          glossary: [],
          passMark: 70,
          ...host,
        } satisfies PlayerHost,
      },
    },
  }
}
