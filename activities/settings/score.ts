import { done, underWay, type Outcome } from '#shared/score'
import type { SettingsAnswer, SettingsConfig } from '#activities/settings/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: SettingsConfig, answer: SettingsAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
