/**
 * The line to a lesson that runs in a sandboxed frame: tells its session how to start, and gives on what it reports. Knows
 * nothing of Vue.
 */
import { LEAVE, parseReport, READY, type Report, type Start, type TroubleNow } from '#shared/scorm/run-time/report'

/** Who speaks for the lesson in a frame. */
export interface Speaker {
  readonly windowOf: (frame: HTMLIFrameElement) => Window | null
  /** Of that window; null for one that has none, which a sandbox gives it. */
  readonly origin: string | null
}

export interface FrameLine {
  /** Has the page in the frame take its lesson away. */
  readonly leave: () => void

  /** Trouble that acts at once. */
  readonly trouble: (now: TroubleNow) => void
  readonly close: () => void
}

/**
 * @param speaker who is listened to in the frame, and nobody else
 * @param start asked for once the lesson's page can be told
 */
export function openLine(frame: HTMLIFrameElement, speaker: Speaker, start: () => Start, take: (report: Report) => void): FrameLine {
  let port: MessagePort | null = null
  function listen({ source, origin, data }: MessageEvent<unknown>) {
    // Known by its window, which nobody else can be, also where it has no origin.
    if (source === null || source !== speaker.windowOf(frame) || origin !== (speaker.origin ?? 'null') || data !== READY) return
    const channel = new MessageChannel()
    // A page that was loaded anew has a line of its own.
    port?.close()
    port = channel.port1
    port.onmessage = ({ data: given }: MessageEvent<unknown>) => {
      const report = parseReport(given)
      if (report) take(report)
    }
    // An origin that is none cannot be named; what is sent is made up, and the line goes to this window alone.
    ;(source as Window).postMessage(start(), speaker.origin ?? '*', [channel.port2])
  }
  window.addEventListener('message', listen)
  return {
    leave: () => port?.postMessage(LEAVE),
    trouble: now => port?.postMessage(now),
    close() {
      window.removeEventListener('message', listen)
      port?.close()
    },
  }
}
