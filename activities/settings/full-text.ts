import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { SettingsConfig } from '#activities/settings/schema'

export function fullText(config: SettingsConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
