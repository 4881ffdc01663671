/**
 * The windows of another maker's package, in the page around it on the second host: its pages are watched as they begin, and what
 * would be a window of its own is shown over the lesson, since the sandbox lets none out. Each page gives its window here by the line
 * that `server/scorm/preview/foreign/foreign-file.ts` puts at its start.
 */
import type { PageDeed } from '#shared/scorm/run-time/report'
import { forgetfulStorage } from './forgetful-storage'

type AnyWindow = Window & typeof globalThis

export interface WindowWords {
  /** On the button that closes a window. */
  readonly close: string
}

/** A page in a frame is left, as one in a window is that goes: what it keeps is still within its reach then. */
export function leave(frame: HTMLIFrameElement): void {
  frame.src = 'about:blank'
}

function shut(box: HTMLElement): void {
  const frame = box.querySelector('iframe')
  box.style.display = 'none'
  frame?.addEventListener('load', () => box.remove())
  if (frame) leave(frame)
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').trim()

const wordsOf = (problem: unknown) => firstLine(String((problem as { message?: unknown } | null)?.message ?? problem))

/**
 * @param around the page around the package, whose frames are all of its origin
 * @param tell is told what the pages do
 * @returns takes a window to be watched; and closes all that the package has opened
 */
export function packageWindows(around: Document, words: WindowWords, tell: (what: PageDeed, text: string) => void) {
  /** Frames that stand for windows of their own, with who opened them. */
  const openers = new WeakMap<Element, Window>()
  /** One for all windows of the package, as they are all of one origin. */
  const storages = { localStorage: forgetfulStorage(), sessionStorage: forgetfulStorage() }
  const own = () => [...around.querySelectorAll<HTMLElement>('[data-window]')]

  function watch(target: AnyWindow): void {
    target.addEventListener('error', (event: Event) => {
      // What fails to load is told by the server.
      if ('message' in event) tell('error', wordsOf((event as ErrorEvent).error ?? (event as ErrorEvent).message))
    })
    target.addEventListener('unhandledrejection', ({ reason }) => tell('error', wordsOf(reason)))
    remembersHere(target)
    answersQuestions(target)
    opensHere(target)
    const opener = target.frameElement ? openers.get(target.frameElement) : undefined
    if (opener) standsAlone(target, opener)
  }

  function remembersHere(target: AnyWindow): void {
    for (const [name, value] of Object.entries(storages)) Object.defineProperty(target, name, { configurable: true, value })
  }

  /** Browsers leave them out in a frame of another host, where an LMS's own would ask: yes to all, as whoever goes on says. */
  function answersQuestions(target: AnyWindow): void {
    const asked = (text: unknown) => tell('question', String(text ?? ''))
    Object.assign(target, {
      alert: (text?: unknown) => asked(text),
      confirm: (text?: unknown) => (asked(text), true),
      prompt: (text?: unknown, given?: unknown) => (asked(text), String(given ?? '')),
    })
  }

  function opensHere(target: AnyWindow): void {
    const native = target.open.bind(target)
    target.open = (address = '', name = '', features = '') => {
      if (isNewWindow(String(name))) return opened(target, String(address), String(name))
      if (!isItself(target, String(name))) return native(address, name, features)
      target.location.assign(new URL(address, target.document.baseURI))
      return target
    }
    target.document.addEventListener('click', (event) => {
      const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[href], area[href]')
      if (!link || event.defaultPrevented || !/^(?:https?|blob):/.test(link.href)) return
      const name = link.target || target.document.querySelector('base')?.target || ''
      const isNew = name !== '' && isNewWindow(name)
      if (!isNew && !isItself(target, name)) return
      event.preventDefault()
      if (isNew) opened(target, link.href, name)
      else target.location.assign(link.href)
    })
  }

  /** @returns whether a browser would open a window for this name, rather than go on in one that is there */
  const isNewWindow = (name: string) =>
    !/^_(?:self|parent|top)$/i.test(name) && (name === '' || name.toLowerCase() === '_blank' || !hasFrame(around.defaultView, name))

  /** Around a window that the package has opened is nothing. */
  const isItself = (from: Window, name: string) =>
    /^_(?:parent|top)$/i.test(name) && from.frameElement !== null && openers.has(from.frameElement)

  function hasFrame(within: Window | null, name: string): boolean {
    return within !== null && Array.from({ length: within.length }, (_, at) => within[at]).some((inner) => {
      try {
        return inner !== undefined && (inner.name === name || hasFrame(inner, name))
      }
      catch {
        // A frame of no origin (blob:, data:) tells nothing.
        return false
      }
    })
  }

  function opened(opener: AnyWindow, address: string, name: string): Window | null {
    const url = address === '' ? new URL('about:blank') : new URL(address, opener.document.baseURI)
    tell('window', url.href)
    if (url.href !== 'about:blank' && url.origin !== location.origin) return null
    const box = around.createElement('div')
    box.dataset.window = ''
    const close = Object.assign(around.createElement('button'), { type: 'button', textContent: words.close, onclick: () => shut(box) })
    const frame = around.createElement('iframe')
    if (!name.startsWith('_')) frame.name = name
    frame.title = url.pathname
    openers.set(frame, opener)
    box.append(close, frame)
    around.body.append(box)
    const inside = frame.contentWindow as AnyWindow | null
    // For what is written into it; a page that is loaded is given here anew.
    if (inside) watch(inside)
    if (url.href !== 'about:blank') frame.src = url.href
    close.focus()
    return inside
  }

  /** Like a window: nothing is around it, somebody opened it, and it closes itself. */
  function standsAlone(target: AnyWindow, opener: Window): void {
    const set = (name: string, value: unknown) => Object.defineProperty(target, name, { configurable: true, writable: true, value })
    const box = target.frameElement?.closest<HTMLElement>('[data-window]')
    set('parent', target)
    set('opener', opener)
    set('close', () => box && shut(box))
  }

  return { watch, closeAll: () => own().reverse().forEach(shut) }
}
