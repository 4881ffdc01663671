/** A pupil's way in: code and name, or a card; then three pictures. Names and keys are in this page's memory only. */
import { leaveLesson } from '~/utils/lesson-on-device'
import type { LoginPicture } from '#shared/login-pictures'

export type JoinStep = 'code' | 'names' | 'pictures' | 'welcome'
const reasons = ['code', 'closed', 'card', 'pictures', 'too-many'] as const
export type JoinTrouble = typeof reasons[number] | 'offline'

interface Pupil { readonly id: string, readonly name: string }

/** The server's reason; anything else is trouble on the way, which is nobody's mistake. */
function troubleOf(error: unknown): JoinTrouble {
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

  async function asking(ask: () => Promise<void>) {
    if (isWaiting.value) return
    isWaiting.value = true
    trouble.value = undefined
    try {
      await ask()
    }
    catch (error) {
      trouble.value = troubleOf(error)
    }
    isWaiting.value = false
  }

  const giveCode = (typed: string) => asking(async () => {
    const found = await $fetch('/api/join/class', { method: 'POST', body: { code: typed } })
    code = typed
    className.value = found.className
    pupils.value = found.pupils
    step.value = 'names'
  })

  function pickName(who: Pupil) {
    pupil.value = who
    trouble.value = undefined
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
    window.location.replace('/my')
  })

  function startAgain() {
    key = undefined
    pupil.value = undefined
    trouble.value = undefined
    step.value = 'code'
  }

  function back() {
    trouble.value = undefined
    if (step.value === 'pictures' && key === undefined) step.value = 'names'
    else startAgain()
  }

  /** A card's key stands behind the # of the address, which no server sees; it is taken away at once, so that the next child does not find it. */
  function takeKey() {
    const found = window.location.hash.slice(1)
    if (found === '') return
    window.history.replaceState(window.history.state, '', window.location.pathname)
    startAgain()
    key = found
    step.value = 'pictures'
  }

  onMounted(() => {
    takeKey()
    window.addEventListener('hashchange', takeKey)
  })
  onBeforeUnmount(() => window.removeEventListener('hashchange', takeKey))

  return { step, trouble, isWaiting, className, pupils, pupil, giveCode, pickName, givePictures, back, startAgain }
}
