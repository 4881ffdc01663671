/**
 * Which part of a lesson a class is given: all of it, one of its two sittings, the quiz alone, or one practice. Whichever it is, it
 * begins with the opening and ends with the ending, so nobody is without help routes.
 */

export type LessonPart
  = | { readonly kind: 'whole' }
    | { readonly kind: 'sitting', readonly sitting: 1 | 2 }
    | { readonly kind: 'quiz' }
    /** One screen with something to do on it. */
    | { readonly kind: 'practice', readonly screen: string }

export const wholeLesson: LessonPart = { kind: 'whole' }

/** @returns the part as the database keeps it: "whole", "sitting-1", "quiz", "practice:<screen>" */
export function partText(part: LessonPart): string {
  switch (part.kind) {
    case 'sitting': return `sitting-${part.sitting}`
    case 'practice': return `practice:${part.screen}`
    default: return part.kind
  }
}

/** @returns the part that was kept; the whole lesson where the text says nothing that is known */
export function readPart(text: string): LessonPart {
  const [, sitting] = /^sitting-([12])$/.exec(text) ?? []
  if (sitting !== undefined) return { kind: 'sitting', sitting: sitting === '1' ? 1 : 2 }
  const [, screen] = /^practice:(.+)$/.exec(text) ?? []
  if (screen !== undefined) return { kind: 'practice', screen }
  return text === 'quiz' ? { kind: 'quiz' } : wholeLesson
}

/** @returns whether two parts of the same lesson may have a screen in common, so that a class would do it twice */
export function mayOverlap(a: LessonPart, b: LessonPart): boolean {
  const isFirst = ({ kind, ...part }: LessonPart) => kind === 'sitting' && 'sitting' in part && part.sitting === 1
  if (a.kind === 'sitting' && b.kind === 'sitting') return a.sitting === b.sitting
  if (a.kind === 'practice' && b.kind === 'practice') return a.screen === b.screen
  const kinds = [a.kind, b.kind]
  if (kinds.includes('quiz') && (kinds.includes('practice') || isFirst(a) || isFirst(b))) return false
  return true
}

interface PartScreen {
  readonly id: string
  readonly type: string
  readonly startsSitting?: true | undefined
}

/**
 * @param screens of a whole lesson: the opening first, the ending last, the quiz not before the second sitting
 * @param isPractice whether there is something to do on a screen that can stand alone
 * @returns the screens of the part, with the opening and the ending; all of them where the lesson has no such part (any more)
 */
export function screensOfPart<S extends PartScreen>(
  screens: readonly S[],
  part: LessonPart,
  isPractice: (screen: S) => boolean,
): readonly S[] {
  const [opening, ending] = [screens[0], screens[screens.length - 1]]
  const within = innerScreens(screens, part, isPractice)
  return opening === undefined || ending === undefined || within.length === 0 ? screens : [opening, ...within, ending]
}

function innerScreens<S extends PartScreen>(screens: readonly S[], part: LessonPart, isPractice: (screen: S) => boolean): readonly S[] {
  switch (part.kind) {
    case 'whole': return []
    case 'quiz': return screens.filter(({ type }) => type === 'quiz')
    case 'practice': return screens.filter(screen => screen.id === part.screen && isPractice(screen))
    case 'sitting': {
      const second = screens.findIndex(({ startsSitting }) => startsSitting)
      if (second < 1) return []
      return part.sitting === 1 ? screens.slice(1, second) : screens.slice(second, -1)
    }
  }
}
