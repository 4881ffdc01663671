/** The device's own voices (Web Speech API), which some browsers only know a while after the page has come. */

/** Milliseconds between two looks where no event may come, and how many: after fifteen seconds there is none on this device. */
const AGAIN_AFTER = 250
const MOST_LOOKS = 60

/** The browser's speech, where it has any: some have no such object, some an empty one. */
export function speech(): SpeechSynthesis | undefined {
  return (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis
}

/**
 * Only voices of the device itself: others may send the text to a server.
 * @param language BCP 47 tag; another voice of the same language does where none is of the same country
 */
export function localVoice(language: string): SpeechSynthesisVoice | undefined {
  const voices = speech()?.getVoices?.().filter(voice => voice.localService) ?? []
  // Android writes en_GB.
  return voices.find(voice => voice.lang.replace('_', '-') === language)
    ?? voices.find(voice => voice.lang.slice(0, 2) === language.slice(0, 2))
}

/**
 * Looks now and whenever voices may have come: some browsers tell by an event, old Safari by `onvoiceschanged` alone, and some by nothing.
 * @param look told whether there is a voice
 * @returns ends it
 */
export function watchVoices(language: string, look: (isThere: boolean) => void): () => void {
  const synthesis = speech()
  if (!synthesis) return () => undefined
  let looks = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const deliver = () => {
    const isThere = localVoice(language) !== undefined
    look(isThere)
    return isThere
  }
  const again = () => {
    clearTimeout(timer)
    looks++
    if (!deliver() && looks < MOST_LOOKS) timer = setTimeout(again, AGAIN_AFTER)
  }
  const told = () => void deliver()
  const hasEvents = typeof synthesis.addEventListener === 'function'
  if (hasEvents) synthesis.addEventListener('voiceschanged', told)
  else synthesis.onvoiceschanged = told
  again()
  return () => {
    clearTimeout(timer)
    if (hasEvents) synthesis.removeEventListener('voiceschanged', told)
    else if (synthesis.onvoiceschanged === told) synthesis.onvoiceschanged = null
  }
}
