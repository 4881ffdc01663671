import { note, options, paragraph, present, type Block } from '#activities/full-text-blocks'
import type { CheckConfig } from '#activities/check/schema'

/** Every item with its options. What the lesson says about it comes with the form after. */
export function fullText(config: CheckConfig): Block[] {
  return config.items.flatMap(item => [
    ...present(item.vignette, paragraph),
    paragraph(item.question),
    options(item.options.map(({ text }) => ({ text }))),
    ...present(item.because, note),
  ])
}
