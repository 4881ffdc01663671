import { note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { ChoicesConfig } from '#activities/choices/schema'

export function fullText(config: ChoicesConfig): Block[] {
  return [paragraph(config.question), options(config.options), note(config.summary)]
}
