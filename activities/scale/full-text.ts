import { note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { ScaleConfig } from '#activities/scale/schema'

export function fullText({ question, steps, guidance }: ScaleConfig): Block[] {
  return [paragraph(question), options(steps), note(guidance)]
}
