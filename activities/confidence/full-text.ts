import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { ConfidenceConfig } from '#activities/confidence/schema'

export function fullText(config: ConfidenceConfig, words: { readonly true: string, readonly false: string }): Block[] {
  return config.statements.flatMap(statement => [
    paragraph(statement.text),
    options((['true', 'false'] as const).map(said => ({ text: words[said], feedback: statement.feedback[said] }))),
  ])
}
