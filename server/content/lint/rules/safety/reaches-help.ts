/**
 * Every path through a branching activity reaches help: each way on exists, each step can be reached, nothing goes round in circles,
 * and every ending names somebody who helps. The steps are finite, so the first three leave no path without an ending.
 */
import type { Screen } from '#activities/lesson'
import type { Step } from '#activities/branching'
import { withSupport } from '#activities/support'
import { branchings } from '../../branchings.ts'
import { mentions } from '../../phrases.ts'
import type { Finding, Path, Rule } from '../../rule.ts'
import { helpers } from '../../words.ts'

interface Way {
  readonly to: string
  readonly path: Path
}

function waysOn(step: Step, path: Path): Way[] {
  const onwards = step.next === undefined ? [] : [{ to: step.next, path: [...path, 'next'] }]
  return [...onwards, ...(step.choices ?? []).map((choice, index) => ({ to: choice.next, path: [...path, 'choices', index, 'next'] }))]
}

function checkBranching(steps: readonly Step[], path: Path): Finding[] {
  const findings: Finding[] = []
  const state = new Map<string, 'open' | 'closed'>()
  const visit = (index: number) => {
    const step = steps[index]
    if (!step) return
    state.set(step.id, 'open')
    for (const way of waysOn(step, [...path, index])) {
      const next = steps.findIndex(candidate => candidate.id === way.to)
      if (next < 0) findings.push({ path: way.path, message: `there is no step "${way.to}"` })
      else if (state.get(way.to) === 'open')
        findings.push({ path: way.path, message: `going on to "${way.to}" leads round in a circle, not to help` })
      else if (!state.has(way.to)) visit(next)
    }
    state.set(step.id, 'closed')
  }
  visit(0)
  steps.forEach((step, index) => {
    if (!state.has(step.id)) findings.push({ path: [...path, index], message: `no path leads to "${step.id}"` })
    if (step.ending && !mentions(step.ending.help, helpers)) {
      findings.push({
        path: [...path, index, 'ending', 'help'],
        message: `the ending names nobody who helps (an adult or a help route): "${step.ending.help}"`,
      })
    }
  })
  return findings
}

/** Where a screen ends without branching, and what it says still helps: somebody who helps is named there too. */
function checkEnd(screen: Screen, path: Path): Finding[] {
  const ends = screen.type === 'flags' ? [{ at: ['ending', 'help'], text: screen.ending.help }] : []
  const helps = screen.type === 'spread' ? [{ at: ['helps'], text: screen.helps.join(' ') }] : []
  const tried = screen.type === 'practice' ? [{ at: ['summary'], text: screen.summary }] : []
  return [...ends, ...helps, ...tried].flatMap(({ at, text }) => mentions(text, helpers)
    ? []
    : [{ path: [...path, ...at], message: `this names nobody who helps (an adult or a help route): "${text}"` }])
}

const checkScreen = (screen: Screen, path: Path): Finding[] => [
  ...branchings(screen).flatMap(({ name, steps }) => checkBranching(steps, [...path, name])),
  ...checkEnd(screen, path),
]

export const reachesHelp: Rule = {
  name: 'reaches-help',
  inEachWording: true,
  check: lesson => lesson.screens.flatMap((screen, index) => [
    ...checkScreen(screen, ['screens', index]),
    ...(screen.support ? checkScreen(withSupport(screen), ['screens', index, 'support']) : []),
  ]),
}
