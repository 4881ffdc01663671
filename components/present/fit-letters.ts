/** From large to small; what does not fit in the smallest is scrolled. */
const SIZES = ['3', '2', '1', '0'] as const

const isWhole = ({ scrollHeight, clientHeight }: Element) => scrollHeight <= clientHeight + 1

/** Gives the board the largest letters in which the slide stands whole. The sizes are in the board's style, by `data-letters`. */
export function fitLetters(board: HTMLElement): void {
  for (const size of SIZES) {
    board.dataset.letters = size
    if ([...board.querySelectorAll('.body, .sheets, .talk')].every(isWhole)) return
  }
}
