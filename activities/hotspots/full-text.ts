import { options, paragraph, type Block, sceneText } from '#activities/full-text-blocks'
import type { HotspotsConfig } from '#activities/hotspots/schema'

export function fullText(config: HotspotsConfig): Block[] {
  return [
    ...('scene' in config.view ? sceneText(config.view.scene) : [paragraph(`[${config.view.picture.alt}]`)]),
    paragraph(config.question),
    options(config.spots.map(({ label, feedback }) => ({ text: label, feedback }))),
  ]
}
