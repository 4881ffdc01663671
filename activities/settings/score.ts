import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { SettingsAnswer, SettingsConfig } from '#activities/settings/schema'

type Setting = SettingsConfig['settings'][number]

/** Done when it has been checked. How it is set is the owner's choice. */
export function score(_config: SettingsConfig, answer: SettingsAnswer): Outcome {
  return answer.checked ? done : underWay
}

/** @returns the option that is set: the one chosen, else the one set at first */
export function optionOf(setting: Setting, answer: SettingsAnswer | undefined): Setting['options'][number] | undefined {
  const chosen = answer && hasOwnKey(answer.chosen, setting.id) ? answer.chosen[setting.id] : undefined
  return setting.options.find(({ id }) => id === chosen) ?? setting.options.find(({ id }) => id === setting.start)
}

/** @returns what this viewer can see as things are set, in the words of the settings */
export function seenBy(config: SettingsConfig, answer: SettingsAnswer | undefined, viewer: string): string[] {
  return config.settings.filter(setting => optionOf(setting, answer)?.seenBy.includes(viewer)).map(({ shows }) => shows)
}
