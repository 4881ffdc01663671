/** Runs a package on the page: asks the server for it, opens its lessons under the stand-in, and tells the components what to show. */
import { scormVersionOf } from '#shared/scorm/package-format'
import { messageOf } from '~/composables/use-export-choice'
import type { PreviewPackage } from '~/server/scorm/preview/package-store'
import { optionsLeft, type Choice } from './choice'
import type { Kept } from './kept-state'
import { LmsStandIn, noTrouble, type Launch, type LogEntry, type SeenElement, type Trouble } from './lms-stand-in'
import { loadRunTime } from './run-time'

/** Rows of the log that are shown; the copied text has them all. */
export const SHOWN_ENTRIES = 2_000

/** What the frame shows; a new number means a new frame. */
export interface Framed {
  readonly number: number
  readonly src: string
  readonly title: string
}

/** @param choice which package; a page that changes its choice makes a new preview */
export function usePreview(choice: Choice) {
  const built = shallowRef<PreviewPackage | null>(null)
  const problem = ref('')
  const isBusy = ref(true)
  const framed = shallowRef<Framed | null>(null)
  const item = ref('')
  const entries = shallowRef<readonly LogEntry[]>([])
  const elements = shallowRef<readonly SeenElement[]>([])
  const launch = shallowRef<Launch | null>(null)
  const kept = shallowRef<Kept | undefined>()
  const options = shallowRef<unknown>()
  const trouble = reactive<Trouble>({ ...noTrouble })
  let standIn: LmsStandIn | null = null
  let frames = 0

  /** Calls come in bursts; the page follows once a frame. */
  const show = oncePerFrame(() => {
    if (!standIn) return
    entries.value = standIn.entries.slice(-SHOWN_ENTRIES)
    elements.value = standIn.elements
    launch.value = standIn.launch
    kept.value = standIn.kept(item.value)
  })

  async function build() {
    options.value = optionsLeft()
    const answer = await $fetch<PreviewPackage>('/api/export/preview', { method: 'POST', body: { ...choice, options: options.value } })
    built.value = answer
    if (!answer.items.some(({ identifier }) => identifier === item.value)) item.value = answer.items[0]?.identifier ?? ''
  }

  /** The server keeps a package for a while only, and forgets all when it starts anew. */
  async function isKept(key: string): Promise<boolean> {
    return $fetch(previewAddress(key, 'imsmanifest.xml'), { responseType: 'text' }).then(() => true, () => false)
  }

  async function open() {
    if (!built.value || !await isKept(built.value.key)) await build()
    standIn ??= new LmsStandIn({ version: scormVersionOf(choice.format), start: await loadRunTime(scormVersionOf(choice.format)), onChange: show })
    const chosen = built.value?.items.find(({ identifier }) => identifier === item.value)
    if (!built.value || !chosen) return
    standIn.trouble = trouble
    standIn.open(chosen.identifier, window as unknown as Record<string, unknown>)
    frames += 1
    framed.value = { number: frames, src: previewAddress(built.value.key, chosen.href), title: chosen.title }
    show()
  }

  /** Taking the frame out of the page lets the lesson say its last words. */
  async function takeFrameAway() {
    framed.value = null
    await nextTick()
    standIn?.close()
  }

  /** One thing at a time, and what goes wrong is said on the page. */
  async function act(what: () => Promise<void>) {
    isBusy.value = true
    problem.value = ''
    try {
      await what()
    }
    catch (error) {
      problem.value = messageOf(error) || String(error instanceof Error ? error.message : error)
    }
    isBusy.value = false
  }

  const begin = () => act(open)
  const relaunch = () => act(async () => {
    await takeFrameAway()
    await open()
  })
  const resume = () => act(async () => {
    standIn?.cut()
    await takeFrameAway()
    await open()
  })
  const startOver = () => act(async () => {
    standIn?.cut()
    await takeFrameAway()
    standIn?.forget()
    await open()
  })
  const openItem = (identifier: string) => act(async () => {
    await takeFrameAway()
    item.value = identifier
    await open()
  })

  onBeforeUnmount(() => {
    standIn?.cut()
    framed.value = null
  })
  onUnmounted(() => standIn?.close())

  return {
    built, options, problem, isBusy, framed, item, entries, elements, launch, kept, trouble,
    begin, relaunch, resume, startOver, openItem,
    clearLog: () => standIn?.clearLog(),
    allEntries: () => standIn?.entries ?? [],
    keptOf: (identifier: string) => standIn?.kept(identifier),
  }
}

function oncePerFrame(work: () => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      work()
    })
  }
}

/** @returns the address of a file of a kept package */
function previewAddress(key: string, path: string): string {
  return `/export/preview/package/${key}/${path}`
}
