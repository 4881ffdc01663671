/** Runs a package on the page: asks the server for it, opens its lessons under the stand-in, and tells the components what to show. */
import { messageOf } from '~/composables/staff/use-export-choice'
import type { Kept } from '#shared/scorm/run-time/kept-state'
import { LmsRecord, type Launch, type LogEntry } from '#shared/scorm/run-time/lms-record'
import { noTrouble, pageDeeds, type SeenElement, type Trouble } from '#shared/scorm/run-time/report'
import { openLine, type FrameLine } from './frame-line'
import type { HeldPackage, PreviewSource } from './preview-source'

/** Rows of the log that are shown; the copied text has them all. */
export const SHOWN_ENTRIES = 2_000

/** How long a lesson that is taken away has for its last words. Milliseconds. */
const LAST_WORDS_WITHIN = 600

/** What the frame shows; a new number means a new frame. */
export interface Framed {
  readonly number: number
  readonly src: string
  readonly title: string
}

/** @param source which package; a page that changes its choice makes a new preview */
export function usePreview(source: PreviewSource) {
  const built = shallowRef<HeldPackage | null>(null)
  const problem = ref('')
  const isBusy = ref(true)
  const framed = shallowRef<Framed | null>(null)
  const item = ref('')
  const entries = shallowRef<readonly LogEntry[]>([])
  const elements = shallowRef<readonly SeenElement[]>([])
  const launch = shallowRef<Launch | null>(null)
  /** How much the lesson's pages did beside their calls. */
  const deeds = ref(0)
  const kept = shallowRef<Kept | undefined>()
  const trouble = reactive<Trouble>({ ...noTrouble })
  const record = new LmsRecord(source.version, () => show())
  record.trouble = trouble
  let line: FrameLine | null = null
  let frames = 0

  /** Calls come in bursts; the page follows once a frame. */
  const show = oncePerFrame(() => {
    entries.value = record.entries.slice(-SHOWN_ENTRIES)
    elements.value = record.elements
    launch.value = record.launch
    deeds.value = pageDeeds.reduce((sum, what) => sum + record.deedsOf(what).length, 0)
    kept.value = record.kept(item.value)
  })

  async function build() {
    const answer = await source.build()
    built.value = answer
    if (!answer.items.some(({ identifier }) => identifier === item.value)) item.value = answer.items[0]?.identifier ?? ''
  }

  const chosen = () => built.value?.items.find(({ identifier }) => identifier === item.value)

  async function open() {
    const before = chosen()
    // The server keeps a package for a while only, and forgets all when it starts anew.
    if (!built.value || !before || !await source.isKept(before)) await build()
    const opened = chosen()
    if (!built.value || !opened) return
    frames += 1
    framed.value = { number: frames, src: source.addressOf(opened), title: opened.title }
  }

  /** The frame is in the page: from here on its lesson is listened to. */
  function frameOpened(frame: HTMLIFrameElement) {
    line?.close()
    const start = record.open(item.value, chosen()?.given)
    line = openLine(frame, source.speaker, () => start, report => record.take(report))
    show()
  }

  /** Taking the frame out of the page lets the lesson say its last words, which come a moment later. */
  async function takeFrameAway() {
    const hasLastWords = record.launch?.session === 'open'
    if (source.leavesWhenTold) line?.leave()
    else framed.value = null
    await nextTick()
    for (let waited = 0; hasLastWords && !isOver() && waited < LAST_WORDS_WITHIN; waited += 20)
      await new Promise(resolve => setTimeout(resolve, 20))
    framed.value = null
    line?.close()
    line = null
    record.close()
  }

  const isOver = () => record.launch?.session === 'ended' || record.isCut

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

  watch(trouble, ({ delay, failsToSave }) => line?.trouble({ delay, failsToSave }))

  const begin = () => act(open)
  const relaunch = () => act(async () => {
    await takeFrameAway()
    await open()
  })
  const resume = () => act(async () => {
    record.cut()
    await takeFrameAway()
    await open()
  })
  const startOver = () => act(async () => {
    record.cut()
    await takeFrameAway()
    record.forget()
    await open()
  })
  const openItem = (identifier: string) => act(async () => {
    await takeFrameAway()
    item.value = identifier
    await open()
  })

  /** The lesson is left as a pupil leaves it, and stays closed. */
  const leave = () => act(takeFrameAway)

  onBeforeUnmount(() => {
    record.close()
    line?.close()
  })

  return {
    built, chosen, record, problem, isBusy, framed, item, entries, elements, launch, kept, trouble, deeds,
    begin, relaunch, resume, startOver, openItem, leave,
    frameOpened,
    clearLog: () => record.clearLog(),
    allEntries: () => record.entries,
    keptOf: (identifier: string) => record.kept(identifier),
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
