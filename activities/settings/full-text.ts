import { note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { SettingsConfig } from '#activities/settings/schema'

export function fullText({ app, question, settings, summary }: SettingsConfig): Block[] {
  return [
    paragraph(app.name),
    paragraph(question),
    ...settings.flatMap(setting => [paragraph(setting.label), options(setting.options)]),
    note(summary),
  ]
}
