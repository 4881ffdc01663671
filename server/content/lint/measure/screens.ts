/**
 * What each kind of screen asks of a pupil who answers everything once and skips nothing: the words that it shows on the way, the
 * decisions, the presses. The player's own lines count where they are read as text; names of buttons do not. A browser test plays
 * every lesson and holds this against what really was shown and pressed (tests/browser).
 */
import type { Lesson, Screen } from '#activities/lesson'
import type { ActivityType, ConfigOf } from '#activities/schemas'
import { isActivity } from '#activities/is-activity'
import type { Scene } from '#shared/scenes/scene'
import { plainText } from '#shared/text/inline-text'
import { decision, presses, read, type Way } from './way.ts'

/** A line of the player's own. */
const line = (key: string): Way => ({ line: key })
const texts = (...all: readonly (string | undefined)[]): Way => read(...all.map(one => one === undefined ? undefined : plainText(one)))
const all = (...ways: readonly Way[]): Way => ({ all: ways })
const each = <T>(list: readonly T[], make: (member: T, index: number) => Way): Way => ({ all: list.map(make) })

/** What a question costs in presses: an option, and where it is not taken at once (a slider, a list to arrange) one that gives it. */
const AT_ONCE = presses(1)
const CHECKED = presses(2)
const GO_ON = presses(1)

interface Option {
  readonly text: string
  readonly feedback: string
  readonly tone?: string
}

/** What stands above feedback, by how the choice turns out. */
const label = ({ tone }: Option) => tone === undefined ? all() : line(`feedback.${tone}`)

/** A question with its options, all read; one is chosen, and its feedback read. */
const question = (asked: Way, options: readonly Option[], cost: Way): Way => all(
  asked,
  texts(...options.map(({ text }) => text)),
  decision,
  cost,
  { one: options.map(option => all(label(option), texts(option.feedback))) },
)

/** What is written on and under a scene; its alternative text is for who cannot see it. */
const drawn = (scene: Scene | undefined) => texts(scene?.caption, scene?.says?.by, scene?.says?.text)

/** Steps joined by choices. Going round in a circle adds nothing: another rule reports it. */
function branching<S extends Branch>(steps: readonly S[], { shows, asks, cost }: Branching<S>): Way {
  const made = new Map<string, Way>()
  const open = new Set<string>()
  const from = (id: string | undefined): Way => {
    const step = steps.find(candidate => candidate.id === id)
    if (!step || open.has(step.id)) return all()
    const before = made.get(step.id)
    if (before) return before
    open.add(step.id)
    const { choices = [], next, ending } = step
    const way = all(
      shows(step),
      ...next === undefined ? [] : [GO_ON, from(next)],
      ...choices.length === 0 ? [] : [asks, texts(...choices.map(({ text }) => text)), decision, cost],
      { one: choices.map(choice => all(label(choice), texts(choice.says, choice.feedback), from(choice.next))) },
      ...ending ? [line('branching.help'), texts(ending.text, ending.help)] : [],
    )
    open.delete(step.id)
    made.set(step.id, way)
    return way
  }
  return from(steps[0]?.id)
}

interface Branch {
  readonly id: string
  readonly choices?: readonly (Option & { readonly says?: string | undefined, readonly next: string })[] | undefined
  readonly next?: string | undefined
  readonly ending?: { readonly text: string, readonly help: string } | undefined
}

interface Branching<S> {
  readonly shows: (step: S) => Way
  /** The line above the choices. */
  readonly asks: Way
  /** Presses of one choice, the one that goes on after its feedback included. */
  readonly cost: Way
}

type Named = readonly { readonly id: string, readonly name: string }[]
const nameOf = (speakers: Named, from: string) => speakers.find(({ id }) => id === from)?.name
const messages = (speakers: Named, list: readonly { readonly from: string, readonly text: string }[]) =>
  each(list, ({ from, text }) => texts(nameOf(speakers, from), text))

const byType: { readonly [T in ActivityType]: (config: ConfigOf<T>) => Way } = {
  chat: ({ app, speakers, turns }) => all(
    texts(app.name, app.place),
    branching(turns, {
      shows: turn => messages(speakers, turn.messages),
      asks: line('branching.question'),
      cost: presses(2),
    }),
  ),
  check: ({ items }) => each(items, ({ kind, vignette, question: asked, options, because }) => all(
    line('quiz.place'),
    texts(vignette, asked, ...options.map(({ text }) => text)),
    ...kind === 'knowledge' ? [line('confidence.sure'), ...['not', 'quite', 'very'].map(sure => line(`confidence.sure.${sure}`))] : [],
    because === undefined ? line('check.done') : all(line('check.says'), texts(because)),
    decision,
    kind === 'knowledge' ? presses(2) : AT_ONCE,
  )),
  choice: ({ question: asked, options }) => question(texts(asked), options, AT_ONCE),
  choices: ({ question: asked, options, summary }) => all(
    texts(asked, ...options.flatMap(({ text, feedback }) => [text, feedback]), summary),
    line('choices.many'),
    line('choices.summary'),
    decision,
    CHECKED,
  ),
  confidence: ({ statements }) => each(statements, ({ text, feedback }, index) => all(
    line('confidence.place'),
    texts(text),
    line('confidence.says-true'),
    line('confidence.says-false'),
    decision,
    AT_ONCE,
    index < statements.length - 1 ? GO_ON : all(),
    { one: [texts(feedback.true), texts(feedback.false)] },
  )),
  content: ({ points = [], callout }) => texts(...points, callout),
  flags: ({ app, speakers, messages: list, ending }) => all(
    texts(app.name, app.place),
    messages(speakers, list),
    line('flags.how'),
    texts(...list.flatMap(({ clue, feedback }) => clue === undefined ? [] : [clue, feedback])),
    texts(ending.text, ending.help),
    decision,
    presses(list.filter(({ clue }) => clue !== undefined).length + 1),
  ),
  gap: ({ sentences }) => each(sentences, ({ text, options }, index) => all(
    line('gap.place'),
    question(all(texts(text), line('gap.question')), options, AT_ONCE),
    index < sentences.length - 1 ? GO_ON : all(),
  )),
  'help-finder': ({ adult, questions, outcomes }) => all(
    line('help.now'),
    texts(adult),
    line('help.danger'),
    finder(questions, outcomes),
  ),
  helpers: ({ question: asked, kinds, keepTelling, nobody }) => all(
    texts(asked, keepTelling, nobody),
    each(kinds, ({ label: name, text, says }) => all(texts(name, text, says), presses(1))),
    line('helpers.in-head'),
  ),
  hotspots: ({ question: asked, spots }) => all(
    texts(asked),
    each(spots, ({ label: name, feedback }) => all(texts(name, feedback), presses(1))),
  ),
  match: ({ question: asked, pairs }) => all(
    texts(asked),
    line('match.pick'),
    each(pairs, ({ left, right, feedback }) => all(texts(left, right, feedback), decision, AT_ONCE)),
  ),
  order: ({ question: asked, steps }) => all(
    texts(asked, ...steps.flatMap(({ text, feedback }) => [text, feedback])),
    decision,
    presses(steps.length),
  ),
  practice: ({ app, speakers, messages: list, acts, summary }) => all(
    texts(app.name, app.place),
    messages(speakers, list),
    each(acts, ({ feedback }) => all(texts(feedback), presses(2))),
    texts(summary),
    decision,
  ),
  profile: ({ question: asked, profiles }) => each(profiles, ({ name, app, details, feedback, truth }, index) => all(
    line('profile.place'),
    texts(name, app, asked, ...details.flatMap(({ label: part, text, feedback: note }) => [part, text, note])),
    line(`profile.truth.${truth}`),
    decision,
    presses(details.length),
    AT_ONCE,
    { one: Object.values(feedback).map(text => texts(text)) },
    index < profiles.length - 1 ? GO_ON : all(),
  )),
  quiz: ({ draw, pool }) => all(
    presses(1),
    {
      drawn: pool.map(({ vignette, question: asked, options }) => all(
        line('quiz.place'),
        question(texts(vignette, asked), options, AT_ONCE),
        GO_ON,
      )),
      count: draw,
    },
    line('quiz.passed'),
  ),
  rank: ({ question: asked, ends, items, guidance }) => all(
    texts(asked, ends.first, ends.last, ...items.map(({ text }) => text), guidance),
    line('rank.guidance'),
    decision,
    presses(2),
  ),
  recap: ({ asks }) => each(asks, ({ question: asked, options }) => all(
    texts(asked, ...options.map(({ text }) => text)),
    decision,
    AT_ONCE,
  )),
  reply: ({ rounds, rehearse }) => all(
    each(rounds, ({ situation, scene, speaker, message, question: asked, options, answer }, index) => all(
      texts(situation, speaker?.name, message),
      drawn(scene),
      question(texts(asked), options, AT_ONCE),
      answer ? all(line('reply.aloud'), texts(answer.by.name, answer.text, answer.note), drawn(answer.scene)) : all(),
      index < rounds.length - 1 ? GO_ON : all(),
    )),
    texts(rehearse),
  ),
  reveal: ({ items }) => each(items, ({ label: name, text }) => all(texts(name, ...text), presses(1))),
  scale: ({ question: asked, steps, guidance }) => all(
    texts(asked, ...steps.map(({ text }) => text), guidance),
    line('scale.not-kept'),
    decision,
    CHECKED,
    { one: steps.map(({ feedback }) => texts(feedback)) },
  ),
  settings: ({ app, question: asked, viewers, settings, summary }) => all(
    texts(app.name, app.place, asked, ...viewers.map(({ name }) => name), ...settings.map(({ shows }) => shows), summary),
    each(settings, ({ label: name, options }) => all(
      line('privacy.place'),
      question(texts(name), options, AT_ONCE),
      GO_ON,
    )),
    line('choices.summary'),
  ),
  sort: ({ question: asked, groups, cards }) => all(
    texts(asked, ...groups.map(({ label: name }) => name)),
    line('sort.how'),
    each(cards, ({ text, placed }) => all(
      texts(text),
      decision,
      AT_ONCE,
      { one: Object.values(placed).map(({ feedback }) => texts(feedback)) },
    )),
  ),
  spread: ({ thing, steps, helps }) => all(
    texts(thing),
    branching(steps, { shows: ({ text }) => texts(text), asks: line('branching.question'), cost: presses(2) }),
    line('spread.helps'),
    texts(...helps),
  ),
  story: ({ speakers, scenes }) => branching(scenes, {
    shows: ({ text, scene, speech = [] }) => all(texts(...text), drawn(scene), messages(speakers, speech)),
    asks: line('branching.question'),
    cost: presses(3),
  }),
}

/** The way through a help-finder, from its first question to an outcome. */
function finder(questions: ConfigOf<'help-finder'>['questions'], outcomes: ConfigOf<'help-finder'>['outcomes']): Way {
  const from = (id: string | undefined): Way => {
    const asked = questions.find(candidate => candidate.id === id)
    const outcome = outcomes.find(candidate => candidate.id === id)
    if (asked) return all(
      texts(asked.text, ...asked.answers.map(({ text }) => text)),
      decision,
      AT_ONCE,
      { one: asked.answers.map(({ next }) => from(next)) },
    )
    return texts(outcome?.title, outcome?.text, outcome?.says)
  }
  return from(questions[0]?.id)
}

function ofActivity<T extends ActivityType>(config: ConfigOf<T>): Way {
  return byType[config.type as T](config)
}

function own(screen: Screen): Way {
  if (isActivity(screen)) return ofActivity(screen)
  if (screen.type === 'opening') return all(
    texts(screen.today, ...(screen.people ?? []).map(({ name }) => name)),
    ...['opening.minutes-break', 'opening.no-upsetting', 'opening.pause', 'opening.not-you', 'opening.help'].map(line),
  )
  return all(
    texts(...screen.oneThing.map(({ text }) => text), ...screen.closing),
    ...['never-fault', 'adults', 'just-think', 'home', 'school', 'elsewhere', 'call.childline', 'call.emergency', 'help', 'one-thing', 'one-thing-hint', 'close']
      .map(key => line(`ending.${key}`)),
    presses(screen.text === undefined ? 1 : 2),
  )
}

/** The card between two sittings, which is left by a press of its own. */
const BREAK = all(line('rest.title'), line('rest.text'), line('rest.kept'), GO_ON)

/** @returns the ways through one screen, with the press that leaves it */
export function screenWay(screen: Screen): Way {
  const way = all(texts(screen.title, ...screen.text ?? []), drawn(screen.scene), own(screen), GO_ON)
  return screen.startsSitting ? all(BREAK, way) : way
}

/** @returns the ways through a whole lesson */
export const lessonWay = ({ screens }: Pick<Lesson, 'screens'>): Way => each(screens, screenWay)
