/**
 * Every ending answers as much as is known in it, by the facts that the story marks and not by a label, in its own words, and in
 * words that are right in each nation.
 */
import type { Lesson, Screen } from '#activities/lesson'
import { withSupport } from '#activities/support'
import type { Fact } from '#shared/lesson/facts'
import { isEnglish } from '#shared/text/language-of'
import { branchingOf, pathsThrough, type Step } from '../../measure/paths.ts'
import { unanswered } from '../../responses.ts'
import type { Finding, Path, Rule } from '../../rule.ts'

interface Ending {
  readonly path: Path
  /** All that it says of what happens and how help comes, with the step in which it stands. */
  readonly words: string
  readonly known: readonly Fact[]
}

const wordsOfStep = (step: Step): string[] => {
  if ('messages' in step) return step.messages.map(({ text }) => text)
  return [...[step.text].flat(), ...'speech' in step ? (step.speech ?? []).map(({ text }) => text) : []]
}

function endingsOf(screen: Screen, path: Path): Ending[] {
  if (screen.type === 'flags') {
    const { ending: { text, help }, messages } = screen
    return [{ path: [...path, 'ending'], words: `${text} ${help}`, known: messages.flatMap(({ known = [] }) => known) }]
  }
  const branching = branchingOf(screen)
  if (!branching) return []
  const walks = pathsThrough(branching.steps)
  return branching.steps.flatMap((step, index) => {
    if (!step.ending) return []
    const known = walks
      .filter(({ steps }) => steps.includes(step))
      .flatMap(({ steps, taken }) => [...steps, ...taken].flatMap(one => one.known ?? []))
    return [{
      path: [...path, branching.list, index, 'ending'],
      words: [...wordsOfStep(step), step.ending.text, step.ending.help].join(' '),
      known: [...new Set(known)],
    }]
  })
}

const hasContact = (screen: Screen) => 'speakers' in screen && screen.speakers.some(({ role }) => role === 'contact')

/** What a contact writes that makes something known, whatever the author marked. */
const telltales: readonly { readonly what: string, readonly pattern: RegExp, readonly facts: readonly Fact[] }[] = [
  {
    what: 'asks for a secret',
    pattern: /\b(?:secret|don'?t tell|dont tell|between us|between you and me|nobody (?:else )?needs to know|delete (?:this|the) chat|no parents)\b/i,
    facts: ['secrecy', 'private-picture-asked', 'picture-threat', 'exploited'],
  },
  {
    what: 'asks where somebody is to be found',
    pattern: /\b(?:(?:which|what) (?:school|street|club)|where (?:do|d'?) ?(?:you|u) live|your address)\b/i,
    facts: ['details', 'place-known'],
  },
  {
    what: 'asks for a picture',
    pattern: /\b(?:send|share|show)\b[^.?!]{0,30}\b(?:pics?|photos?|pictures?|selfies?)\b/i,
    facts: ['picture-asked', 'private-picture-asked', 'private-picture-exists', 'picture-threat'],
  },
  {
    what: 'asks to meet',
    pattern: /\b(?:meet (?:me|up|you|at|on)|pick (?:you|u) up|get you at|come (?:to|over to|round to|out to) (?:my|the|mine))\b/i,
    facts: ['meeting-asked', 'meeting-set', 'happening-now'],
  },
]

interface Said { readonly text: string, readonly path: Path, readonly known: readonly Fact[] }

/** @returns what contacts write, with all that is marked on its step or on the way on from it */
function saidByContacts(screen: Screen, path: Path): Said[] {
  if (!('speakers' in screen)) return []
  const contacts = screen.speakers.filter(({ role }) => role === 'contact').map(({ id }) => id)
  const byContact = ({ from }: { readonly from: string }) => contacts.includes(from)
  if (screen.type === 'flags') return screen.messages.flatMap((message, index) =>
    byContact(message) ? [{ text: message.text, path: [...path, 'messages', index], known: message.known ?? [] }] : [])
  const branching = branchingOf(screen)
  return branching?.steps.flatMap((step, index) => {
    const [list, lines] = 'messages' in step ? ['messages', step.messages] as const : ['speech', 'speech' in step ? step.speech ?? [] : []] as const
    return lines.flatMap((line, at) => byContact(line)
      ? [{ text: line.text, path: [...path, branching.list, index, list, at], known: step.known ?? [] }]
      : [])
  }) ?? []
}

/** Both versions of each screen, of a lesson in English: whoever needs less at once needs the same help. */
const versionsOf = ({ locale, screens }: Lesson): { screen: Screen, path: Path }[] => isEnglish(locale)
  ? screens.flatMap((screen, index) => [
      { screen, path: ['screens', index] },
      ...screen.support ? [{ screen: withSupport(screen), path: ['screens', index, 'support'] }] : [],
    ])
  : []

export const factsMarked: Rule = {
  name: 'facts-marked',
  inEachWording: true,
  check: lesson => versionsOf(lesson).flatMap(({ screen, path }) => [
    ...saidByContacts(screen, path).flatMap(({ text, path: place, known }): Finding[] => telltales.flatMap(({ what, pattern, facts }) =>
      pattern.test(text) && !facts.some(fact => known.includes(fact))
        ? [{ path: place, message: `"${text}" ${what}: mark it with "known", one of ${facts.join(', ')}` }]
        : [])),
    ...hasContact(screen)
      ? endingsOf(screen, path).filter(({ known }) => known.length === 0).map(({ path: place }) =>
          ({ path: place, message: 'nothing is marked as known on the way to this ending: mark at least "odd" where it comes up' }))
      : [],
  ]),
}

export const responses: Rule = {
  name: 'responses',
  inEachWording: true,
  check: lesson => versionsOf(lesson).flatMap(({ screen, path }) =>
    endingsOf(screen, path).flatMap(({ path: place, words, known }): Finding[] => {
      const missing = known.length === 0 ? [] : unanswered(known, words, lesson.band)
      return missing.length === 0
        ? []
        : [{ path: place, message: `with ${known.join(', ')} known, this ending still has to say: ${missing.join('; ')}` }]
    })),
}
