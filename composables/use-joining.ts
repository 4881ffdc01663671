/** A pupil's way in: code and name, or a card; then three pictures. Names and keys are in this page's memory only. */
import { isShortCode } from '#shared/people/class-code'
import { leaveLesson } from '~/utils/device/lesson-on-device'
import type { LoginPicture } from '#shared/people/login-pictures'

export type JoinStep = 'code' | 'names' | 'pictures' | 'welcome'
const reasons = ['code', 'card', 'pictures', 'busy', 'wait-code', 'wait-pictures'] as const
export type JoinTrouble = typeof reasons[number] | 'short-code' | 'offline'

/** What passes: the page asks again by itself, so that a teacher's press is enough. */
const passing: readonly (JoinTrouble | undefined)[] = ['busy', 'wait-code', 'wait-pictures']
/** Milliseconds between two of these, and a little more or less, so that a class does not ask at the same moment. */
const AGAIN_AFTER = 5_000
/** Milliseconds for which a page that nobody looks at any more goes on. */
const MOST_WAITING = 30 * 60_000

interface Pupil { readonly id: string, readonly name: string }

/** A code of an earlier release, which opens nothing any more. */
class ShortCode extends Error {}

/** The server's reason; anything else is trouble on the way, which is nobody's mistake. */
function troubleOf(error: unknown): JoinTrouble {
  if (error instanceof ShortCode) return 'short-code'
  const { data } = error as { data?: { data?: { reason?: unknown } } }
  return reasons.find(reason => reason === data?.data?.reason) ?? 'offline'
}

export function useJoining() {
  const step = ref<JoinStep>('code')
  const trouble = ref<JoinTrouble>()
  const isWaiting = ref(false)
  const className = ref('')
  const pupils = ref<readonly Pupil[]>([])
  const pupil = ref<Pupil>()
  let code = ''
  let key: string | undefined

  let timer: ReturnType<typeof setTimeout> | undefined
  let waitsSince = 0

  function stopWaiting() {
    clearTimeout(timer)
    waitsSince = 0
    trouble.value = undefined
  }

  async function asking(ask: () => Promise<void>, isAgain = false) {
    if (isWaiting.value) return
    if (!isAgain) stopWaiting()
    isWaiting.value = !isAgain
    try {
      await ask()
      stopWaiting()
    }
    catch (error) {
      // Said once: what stays the same is not read out again.
      trouble.value = troubleOf(error)
    }
    isWaiting.value = false
    if (!passing.includes(trouble.value)) return
    waitsSince ||= Date.now()
    if (Date.now() - waitsSince < MOST_WAITING) timer = setTimeout(() => void asking(ask, true), AGAIN_AFTER * (0.8 + Math.random() * 0.4))
  }

  const giveCode = (typed: string) => asking(async () => {
    const found = await $fetch('/api/join/class', { method: 'POST', body: { code: typed } }).catch((error: unknown) => {
      // Old cards and habits; nothing of the class is told by it.
      if (troubleOf(error) === 'code' && isShortCode(typed)) throw new ShortCode()
      throw error
    })
    code = typed
    className.value = found.className
    pupils.value = found.pupils
    step.value = 'names'
  })

  function pickName(who: Pupil) {
    pupil.value = who
    stopWaiting()
    step.value = 'pictures'
  }

  const givePictures = (pictures: readonly LoginPicture[]) => asking(async () => {
    const body = key === undefined ? { classCode: code, pupilId: pupil.value?.id ?? '', pictures } : { key, pictures }
    const { joined } = await $fetch('/api/join', { method: 'POST', body })
    if (!joined) throw new Error('nobody has let the pupil in')
    step.value = 'welcome'
    // Whoever was here before takes their lesson along.
    useTabMemory().forget()
    await leaveLesson()
    // A fresh page in this one's place: Back does not lead to the names.
    window.location.replace(pageAddress('/my'))
  })

  function startAgain() {
    key = undefined
    pupil.value = undefined
    stopWaiting()
    step.value = 'code'
  }

  function back() {
    stopWaiting()
    if (step.value === 'pictures' && key === undefined) step.value = 'names'
    else startAgain()
  }

  /**
   * A card's key stands behind the # of the address, which no server sees; it is taken away at once, so that the next child does
   * not find it.
   */
  function takeKey() {
    const found = window.location.hash.slice(1)
    if (found === '') return
    const { pathname, search } = window.location
    window.history.replaceState(window.history.state, '', pathname + search)
    startAgain()
    key = found
    step.value = 'pictures'
  }

  onMounted(() => {
    takeKey()
    window.addEventListener('hashchange', takeKey)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    window.removeEventListener('hashchange', takeKey)
  })

  return { step, trouble, isWaiting, className, pupils, pupil, giveCode, pickName, givePictures, back, startAgain }
}
