import { note, points, present, type Block } from '#activities/full-text-blocks'
import type { ContentConfig } from '#activities/content/schema'

export function fullText(config: ContentConfig): Block[] {
  return [...(config.points ? [points(config.points)] : []), ...present(config.callout, note)]
}
