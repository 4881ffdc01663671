/**
 * Reads a screen aloud with the device's own voice (Web Speech API), marks the sentence that is being read, and goes on with new
 * feedback.
 */
import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { sentencesIn, type Sentence } from './sentences'
import { localVoice, speech, watchVoices } from './voices'

/** A sentence of the page, or something that is said without being marked. */
type Utterance = Pick<Sentence, 'text'> & Partial<Sentence>

/** Falls silent at once. */
export function stopSpeaking() {
  speech()?.cancel()
}

/** Marks a place of the page without touching it (CSS Custom Highlight API); where a browser has none, it is only read. */
function mark(place?: Range) {
  if (typeof Highlight === 'undefined') return
  if (place) CSS.highlights.set('reading', new Highlight(place))
  else CSS.highlights.delete('reading')
}

/**
 * @param root the element whose visible text is read
 * @param language BCP 47 tag of the lesson, which a pupil may change
 * @returns `canRead`: there is a voice (the control is absent without one); `isReading`;
 *   `toggle`; `say` one thing; `stop` for good; `pause` and `carryOn` around what covers the screen; `follow` when an answer has changed it
 */
export function useReadAloud(root: Ref<HTMLElement | undefined>, language: () => string) {
  const canRead = ref(false)
  const isReading = ref(false)
  let queue: readonly Utterance[] = []
  let at = 0
  /** Reading was asked for on this screen, so that feedback is read when it comes, even after the end of the text. */
  let isWanted = false

  function silence() {
    stopSpeaking()
    mark()
    isReading.value = false
  }

  function stop() {
    isWanted = false
    queue = []
    silence()
  }

  /** Speaks the queue from `at`. One utterance a sentence, because some browsers fall silent in long texts. */
  function speak() {
    const voice = localVoice(language())
    const sentence = queue[at]
    if (!voice || !sentence) return silence()
    isReading.value = true
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.95
    const isCurrent = () => isReading.value && queue[at] === sentence
    utterance.onstart = utterance.onboundary = () => {
      if (isCurrent()) mark(sentence.place)
    }
    utterance.onend = () => {
      if (!isCurrent()) return
      at++
      speak()
    }
    utterance.onerror = () => {
      if (isCurrent()) silence()
    }
    speech()?.speak(utterance)
  }

  function read(from: Element | null | undefined) {
    silence()
    queue = from ? sentencesIn(from) : []
    at = 0
    speak()
  }

  let unwatch: (() => void) | undefined
  onMounted(() => watch(language, (tag) => {
    if (isWanted) stop()
    unwatch?.()
    unwatch = watchVoices(tag, isThere => (canRead.value = isThere))
  }, { immediate: true }))
  onBeforeUnmount(() => {
    unwatch?.()
    stop()
  })

  return {
    canRead,
    isReading,
    stop,
    toggle: () => {
      if (isReading.value) return stop()
      isWanted = true
      read(root.value)
    },
    /** Says something by itself, a voice note; asked for again while it is said, it falls silent. */
    say: (text: string) => {
      const isSaid = isReading.value && queue.length === 1 && queue[0]?.text === text
      stop()
      if (isSaid) return
      queue = [{ text }]
      at = 0
      speak()
    },
    pause: silence,
    carryOn: () => {
      if (isWanted && queue[at]) speak()
    },
    /** The screen has changed under what is read: goes on with the feedback, if some has come, else falls silent. */
    follow: () => {
      if (!isWanted) return
      const feedback = root.value?.querySelectorAll('[data-feedback]')
      read(feedback?.[feedback.length - 1])
    },
  }
}
