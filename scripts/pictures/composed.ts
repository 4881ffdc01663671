/** Pictures of pages that are composed like scenes, as files. */
import { compose } from '#shared/scenes/compose'
import { svgFile } from '#shared/scenes/svg-file'

/** By picture id. */
export const composed: Readonly<Record<string, string>> = {
  home: svgFile(compose({
    place: 'step',
    focus: [0, 60, 400, 250],
    props: [{ is: 'dog', at: [322, 262], size: 0.95, flip: true, front: true }],
    cast: [{ who: 'sam', at: [150, 316], pose: 'wave', mood: 'happy' }],
  }, 'warm')),
}
