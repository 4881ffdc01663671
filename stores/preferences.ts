/** How the pupil likes to see and hear lessons. The host keeps it: this device in the app, the LMS's saved state in a package. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { decodePreferences, defaultPreferences, encodePreferences, type Preferences } from '#shared/lesson/preferences'

export const usePreferences = defineStore('preferences', () => {
  const preferences = ref<Preferences>(defaultPreferences)
  let keep: (text: string) => void = () => {}

  /**
   * @param saved what the host has kept, if anything; unreadable text means the defaults
   * @param keeper called with the text to keep after each change
   */
  function connect(saved: unknown, keeper: (text: string) => void) {
    preferences.value = decodePreferences(saved)
    keep = keeper
  }

  function change(changes: Partial<Preferences>) {
    preferences.value = { ...preferences.value, ...changes }
    keep(encodePreferences(preferences.value))
  }

  const reset = () => change(defaultPreferences)

  return { preferences: computed(() => preferences.value), connect, change, reset }
})
