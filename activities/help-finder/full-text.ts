import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { HelpFinderConfig } from '#activities/help-finder/schema'

export function fullText(config: HelpFinderConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
