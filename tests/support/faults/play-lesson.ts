/** A whole lesson in less than a second: runs inside the lesson's frame and presses what a pupil would. */

export interface PlayRequest {
  /** Stops on arriving here; `over` is behind the last screen. */
  readonly until: string
  /** Stops in the quiz once this many questions are answered, when `until` is the quiz. */
  readonly answers?: number
  /** Share of the quiz's questions that is answered right, the first ones; questions of an earlier visit count as well. */
  readonly share?: number
  /** Questions of this go that an earlier visit has answered. */
  readonly already?: number
  /** The right option of each item, and how many items one go asks. */
  readonly quiz: { readonly right: Readonly<Record<string, string>>, readonly draw: number }
}

export interface Played {
  readonly screen: string
  /** Quiz items answered, in order. */
  readonly items: readonly string[]
  /** Words that no pupil should meet, with what stands around them. */
  readonly alarming: readonly string[]
  /** Every `data-saving` that was seen. */
  readonly notices: readonly string[]
}

/** Handed to `frame.evaluate`, so it uses nothing from outside. */
export async function playLesson({
  until,
  answers = Number.POSITIVE_INFINITY,
  share = 1,
  already = 0,
  quiz,
}: PlayRequest): Promise<Played> {
  const items: string[] = []
  const alarming = new Set<string>()
  const notices = new Set<string>()
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  const idOf = () => find('main [data-screen]')?.dataset.screen ?? find('[data-visit]')?.dataset.visit ?? ''
  const rendered = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })

  function look() {
    const notice = find('[data-saving]')
    if (notice) notices.add(notice.dataset.saving ?? '')
    const status = find('[role="status"]')?.textContent ?? ''
    const text = find('main')?.textContent ?? ''
    for (const [words] of text.matchAll(/.{0,30}(?:\bfail|\berror\b|exception|undefined|\bNaN\b|\[object |â€|Ã).{0,30}/gi))
      alarming.add(words)
    for (const [code] of status.matchAll(/\b\d{3}\b/g)) alarming.add(code)
  }

  async function press(control: HTMLElement) {
    control.click()
    await rendered()
    look()
  }

  async function answer(item: HTMLElement) {
    const id = item.dataset.item ?? ''
    const isRight = already + items.length < share * quiz.draw
    const right = quiz.right[id]
    const option = [...item.querySelectorAll<HTMLElement>('[data-option]')].find(({ dataset }) => (dataset.option === right) === isRight)
    const input = option?.querySelector<HTMLElement>('input')
    if (!input) throw new Error(`no option to choose in the item ${id}`)
    await press(input)
    const check = find('nav [data-action="check"]')
    if (check) await press(check)
    items.push(id)
  }

  look()
  for (let steps = 0; steps < 400; steps++) {
    // The activities come in a script of their own.
    for (let waited = 0; find('main .coming') && waited < 500; waited++) await new Promise(resolve => setTimeout(resolve, 20))
    const screen = idOf()
    const isQuiz = find('main [data-screen]')?.dataset.screenType === 'quiz'
    if (screen === 'over' || screen === 'elsewhere' || (screen === until && (!isQuiz || items.length >= answers))) break
    const item = find('main [data-item]')
    const next = isQuiz
      ? (find('nav [data-action="start"]') ?? find('nav [data-action="continue"]') ?? find('nav [data-action="finish"]'))
      : (find('nav [data-action="continue"]')
        ?? find('nav [data-action="finish"]')
        ?? find('nav [data-action="skip"]')
        ?? find('nav [data-action="next"]'))
    if (item && find('nav [data-action="check"]')) await answer(item)
    else if (next) await press(next)
    else throw new Error(`no way on from the screen ${screen}`)
  }
  return { screen: idOf(), items, alarming: [...alarming], notices: [...notices] }
}
