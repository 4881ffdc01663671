/** Puts the preferences on the root element as attributes, where the style sheet finds them. */
import type { Pinia } from 'pinia'
import { watch } from 'vue'
import { usePreferences } from '../../stores/preferences'

/** Applies the preferences now and after each change. @param pinia needed outside of components */
export function applyPreferences(pinia?: Pinia) {
  const store = usePreferences(pinia)
  watch(() => store.preferences, ({ textSize, spacing, font, contrast, motion }) => {
    const root = document.documentElement
    root.dataset.textSize = textSize
    root.dataset.spacing = spacing
    root.dataset.font = font
    root.dataset.contrast = contrast
    root.dataset.motion = motion
  }, { immediate: true })
}
