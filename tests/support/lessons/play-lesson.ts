/** A whole lesson in less than a second: runs inside the lesson's page or frame and presses what a pupil would. */

export interface PlayRequest {
  /** Stops on arriving here; `over` is behind the last screen. Left out: stops where the present screen lets the pupil go on. */
  readonly until?: string
  /** Practice is skipped unless said; else it is done, with the first or the last of several options. */
  readonly practice?: 'first' | 'last'
  /** Stops in the quiz once this many questions are answered. */
  readonly answers?: number
  /** Share of the quiz's questions that is answered right, the first ones; questions of an earlier visit count as well. */
  readonly share?: number
  /** Questions of this go that an earlier visit has answered. */
  readonly already?: number
  /** Stops after so many presses, there or not. */
  readonly presses?: number
  /** The right option of each item, and how many items one go asks. */
  readonly quiz: { readonly right: Readonly<Record<string, string>>, readonly draw: number }
}

export interface Played {
  readonly screen: string
  /** Whether it stopped where it was to, not for want of presses. */
  readonly isThere: boolean
  /** How often it pressed. */
  readonly presses: number
  /** Quiz items answered, in order. */
  readonly items: readonly string[]
  /** Words that no pupil should meet, with what stands around them. */
  readonly alarming: readonly string[]
  /** Every `data-saving` that was seen. */
  readonly notices: readonly string[]
}

/** Handed to `evaluate`, so it uses nothing from outside. */
export async function playLesson({
  until,
  practice,
  answers = Number.POSITIVE_INFINITY,
  share = 1,
  already = 0,
  presses = 600,
  quiz,
}: PlayRequest): Promise<Played> {
  const items: string[] = []
  const alarming = new Set<string>()
  const notices = new Set<string>()
  let pressed = 0
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  const idOf = () => find('main [data-screen]')?.dataset.screen ?? find('[data-visit]')?.dataset.visit ?? ''
  const rendered = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })

  /** @returns whether it came to be so within ten seconds */
  async function becomes(isSo: () => boolean): Promise<boolean> {
    for (let waited = 0; waited < 500 && !isSo(); waited++) await new Promise(resolve => setTimeout(resolve, 20))
    return isSo()
  }

  function look() {
    const notice = find('[data-saving]')
    if (notice) notices.add(notice.dataset.saving ?? '')
    const status = find('[role="status"]')?.textContent ?? ''
    const text = find('main')?.textContent ?? ''
    for (const [words] of text.matchAll(/.{0,30}(?:\b[Ff]ail|\b[Ee]rror\b|[Ee]xception|undefined|\bNaN\b|\[object |â€|Ã).{0,30}/g))
      alarming.add(words)
    for (const [code] of status.matchAll(/\b\d{3}\b/g)) alarming.add(code)
  }

  async function press(control: HTMLElement) {
    control.click()
    pressed++
    await rendered()
    look()
    // For who measures the steps.
    document.dispatchEvent(new Event('lesson-played'))
  }

  /** The question that is asked; once it is answered there is nothing to check. */
  const openItem = () => find('main [data-item]:has(fieldset:enabled)')
  /** One press: the pick, or once that is there the check. */
  async function answer(item: HTMLElement) {
    const id = item.dataset.item ?? ''
    const check = find('main [data-action="check"]:not([aria-disabled="true"])')
    if (check) {
      await press(check)
      items.push(id)
      return
    }
    const isRight = already + items.length < share * quiz.draw
    const right = quiz.right[id]
    const option = [...item.querySelectorAll<HTMLElement>('[data-option]')].find(({ dataset }) => (dataset.option === right) === isRight)
    if (!option) throw new Error(`no option to choose in the item ${id}`)
    await press(option.querySelector('input') ?? option)
    // A press that was the answer leaves nothing to check.
    if (!openItem()) items.push(id)
  }

  // An app's tools have an order of their own, and one that is tried too early is no press that has to be.
  const one = (found: readonly HTMLElement[]) =>
    found.at(practice === 'last' && find('main [data-screen]')?.dataset.screenType !== 'practice' ? -1 : 0)
  const seen = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(`main ${selector}:enabled`)].filter(control => control.checkVisibility())

  /** A pick in an open question, the check, or what the check waits for: what may be passed by is answered as well. */
  function nextAnswer(): HTMLElement | undefined {
    const open = [...document.querySelectorAll('main [data-screen] fieldset:enabled:has(input)')]
      .find(group => !group.querySelector('input:checked'))
    if (open) return one([...open.querySelectorAll<HTMLElement>('input:is([type="radio"], [type="checkbox"])')])
    const check = seen('[data-action="check"]')[0]
    return check?.ariaDisabled ? one(seen('button[data-option]:not([data-done])')) : check
  }

  /** One half of a pair is held: the other one. */
  function otherHalf(): HTMLElement | null {
    const held = find('main [aria-pressed="true"]:is([data-left], [data-right])')?.dataset
    return find(`main ${held?.left ? `[data-right="${held.left}"]` : `[data-left="${held?.right ?? ''}"]`}[data-option]`)
  }

  /** What comes first on a screen of practice: an answer, an option, the way on inside the activity. */
  function nextInPractice(): HTMLElement | undefined {
    return otherHalf()
      ?? one(seen('button[data-option]:not([data-done]):not([aria-pressed="true"])'))
      ?? seen('[data-action="next"]')[0]
      ?? seen('[data-action="continue"]')[0]
  }

  const isQuiz = () => find('main [data-screen]')?.dataset.screenType === 'quiz'
  const wayOn = () => find('nav [data-action="continue"]') ?? find('nav [data-action="finish"]')

  function isThere(): boolean {
    const screen = idOf()
    if (screen === 'over' || screen === 'elsewhere') return true
    if (until !== undefined) return screen === until && (!isQuiz() || items.length >= answers)
    if (!isQuiz()) return wayOn() !== null
    return openItem() ? items.length >= answers : !find('main [data-item]') && !find('main [data-action="start"]')
  }

  /** Where each question of a screen can be left out, there is nothing to skip them all at once. */
  const skip = () => find('nav [data-action="skip"]') ?? find('nav [data-action="leave-out"]') ?? find('nav [data-action="next"]')

  const nextControl = () =>
    isQuiz()
      ? (find('main [data-action="start"]')
        ?? [...document.querySelectorAll<HTMLElement>('nav [data-action="continue"]')].at(-1)
        ?? find('main [data-action="finish"]'))
      : (practice && nextAnswer()) || (wayOn() ?? (practice ? nextInPractice() : skip()))

  // Before that a page shows its words, but its controls do nothing yet. The activities come in a script of their own.
  await becomes(() => [...document.querySelectorAll('#player, #__nuxt')].some(root => '__vue_app__' in root) && !find('main.waiting'))
  look()
  for (;;) {
    await becomes(() => !find('main .coming'))
    if (pressed >= presses || isThere()) break
    const item = openItem()
    if (item) await answer(item)
    else if (await becomes(() => !!nextControl())) await press(nextControl() as HTMLElement)
    else throw new Error(`no way on from the screen ${idOf()}`)
  }
  return { screen: idOf(), isThere: isThere(), presses: pressed, items, alarming: [...alarming], notices: [...notices] }
}
