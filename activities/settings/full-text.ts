import { note, options, paragraph, points, type Block } from '#activities/full-text-blocks'
import type { SettingsConfig } from '#activities/settings/schema'

export function fullText({ app, question, viewers, settings, summary }: SettingsConfig): Block[] {
  return [
    paragraph(app.name),
    paragraph(question),
    points(viewers.map(({ name }) => name)),
    points(settings.map(({ shows }) => shows)),
    ...settings.flatMap(setting => [paragraph(setting.label), options(setting.options)]),
    note(summary),
  ]
}
