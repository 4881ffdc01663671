/** How the board and the teacher's notes in a second window stay together: inside this browser, without a server. */

export type BoardMessage
  /** The board says where it is. */
  = | { readonly kind: 'at', readonly index: number }
  /** Notes that have just opened ask where the board is. */
    | { readonly kind: 'ask' }
  /** The notes turn the board's page. */
    | { readonly kind: 'step', readonly by: 1 | -1 }

/** @returns the message, or null where it is something else (another version of this page may be open) */
export function readMessage(data: unknown): BoardMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'ask') return { kind: 'ask' }
  if (data.kind === 'at' && 'index' in data && Number.isInteger(data.index)) return { kind: 'at', index: Number(data.index) }
  if (data.kind === 'step' && 'by' in data && (data.by === 1 || data.by === -1)) return { kind: 'step', by: data.by }
  return null
}

/**
 * @param board the board's own name, so that two boards in one browser do not turn each other's pages
 * @param hear called with each message of the other side
 * @returns how to say something, and how to stop
 */
export function openBoardChannel(board: string, hear: (message: BoardMessage) => void) {
  const channel = new BroadcastChannel(`board ${board}`)
  channel.onmessage = ({ data }) => {
    const message = readMessage(data)
    if (message) hear(message)
  }
  return { say: (message: BoardMessage) => channel.postMessage(message), close: () => channel.close() }
}
