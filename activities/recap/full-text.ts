import { paragraph, points, type Block } from '#activities/full-text-blocks'
import type { RecapConfig } from '#activities/recap/schema'

export function fullText({ asks }: RecapConfig): Block[] {
  return asks.flatMap(({ question, options }) => [paragraph(question), points(options.map(({ text }) => text))])
}
