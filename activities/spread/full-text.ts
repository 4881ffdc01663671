import { note, options, paragraph, points, type Block } from '#activities/full-text-blocks'
import type { SpreadConfig } from '#activities/spread/schema'

export function fullText({ thing, places, steps, takeBack, helps }: SpreadConfig): Block[] {
  return [
    paragraph(`[${thing}]`),
    points(places.map(({ name, app }) => `${name} (${app})`)),
    ...steps.flatMap(step => [
      paragraph(step.text),
      ...(step.choices ? [options(step.choices)] : []),
      ...(step.ending ? [paragraph(step.ending.text), note(step.ending.help)] : []),
    ]),
    options([takeBack]),
    points(helps),
  ]
}
