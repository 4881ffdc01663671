import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { HotspotsConfig } from '#activities/hotspots/schema'

export function fullText(config: HotspotsConfig): Block[] {
  return [
    paragraph(`[${config.scene.picture.alt}]`),
    paragraph(config.question),
    options(config.spots.map(({ label, feedback }) => ({ text: label, feedback }))),
  ]
}
