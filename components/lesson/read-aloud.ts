/** Reads a screen aloud with the device's own voice (Web Speech API). */
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** The browser's speech, where it has any: some have no such object, some an empty one. */
function speech(): SpeechSynthesis | undefined {
  return (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis
}

/** Falls silent at once. */
export function stopSpeaking() {
  speech()?.cancel()
}

/** Only voices of the device itself: others may send the text to a server. */
function localVoice(language: string): SpeechSynthesisVoice | undefined {
  const voices = speech()?.getVoices().filter(voice => voice.localService) ?? []
  return voices.find(voice => voice.lang.replace('_', '-') === language)
    ?? voices.find(voice => voice.lang.slice(0, 2) === language.slice(0, 2))
}

/** Sentence by sentence, because some browsers fall silent in long texts. */
function sentences(text: string): string[] {
  return text.split(/\n+/).flatMap(line => line.match(/[^.!?]+[.!?]*["”’]?/g) ?? []).map(part => part.trim()).filter(part => part !== '')
}

/**
 * @param root the element whose visible text is read
 * @param language BCP 47 tag of the lesson
 * @returns whether there is a voice (the control is absent without one), whether it is reading, and the two switches
 */
export function useReadAloud(root: Ref<HTMLElement | undefined>, language: string) {
  const canRead = ref(false)
  const isReading = ref(false)

  const look = () => {
    canRead.value = localVoice(language) !== undefined
  }

  function stop() {
    stopSpeaking()
    isReading.value = false
  }

  function read() {
    stop()
    const voice = localVoice(language)
    const parts = sentences(root.value?.innerText ?? '')
    if (!voice || parts.length === 0) return
    isReading.value = true
    parts.forEach((part, index) => {
      const utterance = new SpeechSynthesisUtterance(part)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = 0.95
      if (index === parts.length - 1) utterance.onend = () => (isReading.value = false)
      utterance.onerror = () => (isReading.value = false)
      speech()?.speak(utterance)
    })
  }

  onMounted(() => {
    look()
    // Old Safari has no events on speechSynthesis; there the voices are known at once.
    speech()?.addEventListener?.('voiceschanged', look)
  })
  onBeforeUnmount(() => {
    speech()?.removeEventListener?.('voiceschanged', look)
    stop()
  })

  return { canRead, isReading, stop, toggle: () => (isReading.value ? stop() : read()) }
}
