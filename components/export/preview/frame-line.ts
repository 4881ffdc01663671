/**
 * The line to a lesson that runs in a sandboxed frame: tells its session how to start, and gives on what it reports. Knows
 * nothing of Vue.
 */
import { parseReport, READY, type Report, type Start, type TroubleNow } from '#shared/scorm/run-time/report'

export interface FrameLine {
  /** Trouble that acts at once. */
  readonly trouble: (now: TroubleNow) => void
  readonly close: () => void
}

/**
 * @param frame the frame with the notice; the lesson runs in the one frame inside it
 * @param start asked for once the lesson's page can be told
 */
export function openLine(frame: HTMLIFrameElement, start: () => Start, take: (report: Report) => void): FrameLine {
  let port: MessagePort | null = null
  function listen({ source, origin, data }: MessageEvent<unknown>) {
    // The sandbox gives it no origin of its own, so it is known by its window: nobody else can be that.
    if (source === null || source !== frame.contentWindow?.frames[0] || origin !== 'null' || data !== READY) return
    const channel = new MessageChannel()
    // A page that was loaded anew has a line of its own.
    port?.close()
    port = channel.port1
    port.onmessage = ({ data: given }: MessageEvent<unknown>) => {
      const report = parseReport(given)
      if (report) take(report)
    }
    // An origin that is none cannot be named; what is sent is made up, and the line goes to this window alone.
    ;(source as Window).postMessage(start(), '*', [channel.port2])
  }
  window.addEventListener('message', listen)
  return {
    trouble: now => port?.postMessage(now),
    close() {
      window.removeEventListener('message', listen)
      port?.close()
    },
  }
}
