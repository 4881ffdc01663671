/** A lesson as a class looks at it together: its screens one after the other, the quiz question by question, and room to talk. */
import type { CheckConfig } from '#activities/check/schema'
import type { ChoiceConfig } from '#activities/choice/schema'
import type { ContentConfig } from '#activities/content/schema'
import type { PlayerLesson, Screen } from '#activities/lesson'
import type { QuizConfig } from '#activities/quiz/schema'
import { presentedItems } from '#activities/quiz/presented'
import { wordedScreens, type Answers } from '#activities/worded-screens'

/** `from` is the screen of the lesson that a slide belongs to; the notes go by it. */
export type Slide
  = | { readonly kind: 'screen', readonly id: string, readonly from: string, readonly screen: Screen }
    /** Between two sittings. */
    | { readonly kind: 'break', readonly id: string, readonly from: string, readonly title: string, readonly next: string }
    | { readonly kind: 'talk', readonly id: string, readonly from: string, readonly prompt: string, readonly listenFor: string }

/** @returns what a slide is called in a list */
export const titleOf = (slide: Slide) => slide.kind === 'talk' ? slide.prompt : slide.kind === 'break' ? slide.title : slide.screen.title

export interface DiscussionPrompt {
  readonly prompt: string
  readonly listenFor: string
  readonly screen: { readonly id: string }
}

/** A quiz item as a question with open feedback: any option can be looked at, and nothing is counted. */
function quizSlides(quiz: QuizConfig): Slide[] {
  return presentedItems(quiz).map((item) => {
    const screen: ChoiceConfig = {
      id: `${quiz.id}-${item.id}`,
      type: 'choice',
      title: quiz.title,
      scene: quiz.scene,
      ...(item.vignette === undefined ? {} : { text: [item.vignette] }),
      question: item.question,
      options: item.options.map(({ id, text, feedback, correct, picture }) => ({
        id,
        text,
        feedback,
        tone: correct ? 'thoughtful' : 'unsure',
        ...(picture === undefined ? {} : { picture }),
      })),
    }
    return { kind: 'screen', id: screen.id, from: quiz.id, screen }
  })
}

/** A check item as something to think about, with hands at most: its options say nothing back. */
function checkSlides(check: CheckConfig): Slide[] {
  return check.items.map((item) => {
    const screen: ContentConfig = {
      id: `${check.id}-${item.id}`,
      type: 'content',
      title: check.title,
      scene: check.scene,
      text: item.vignette === undefined ? [item.question] : [item.vignette, item.question],
      points: item.options.map(({ text }) => text),
      ...(item.because === undefined ? {} : { callout: item.because }),
    }
    return { kind: 'screen', id: screen.id, from: check.id, screen }
  })
}

/**
 * @param breakTitle what the card between two sittings is called
 * @returns the slides in order; what there is to discuss follows the screen it is about
 */
export function slidesOf(lesson: Pick<PlayerLesson, 'screens'>, discussion: readonly DiscussionPrompt[], breakTitle: string): Slide[] {
  return lesson.screens.flatMap((screen, index): Slide[] => {
    const own: Slide[]
      = screen.type === 'quiz'
        ? quizSlides(screen)
        : screen.type === 'check'
          ? checkSlides(screen)
          : [{ kind: 'screen', id: screen.id, from: screen.id, screen }]
    const talk = discussion.filter(prompt => prompt.screen.id === screen.id).map(({ prompt, listenFor }, index): Slide =>
      ({ kind: 'talk', id: `${screen.id}-talk-${index + 1}`, from: screen.id, prompt, listenFor }))
    const before = screen.startsSitting ? lesson.screens[index - 1] : undefined
    const rest: Slide[] = before ? [{ kind: 'break', id: 'break', from: before.id, title: breakTitle, next: screen.id }] : []
    return [...rest, ...own, ...talk]
  })
}

/**
 * @param taken what the class has chosen so far
 * @returns the slide's screen in the wording for it. A question of the quiz or of a check is no screen of the lesson, and has one wording
 */
export function inTheirWording({ id, screen }: Slide & { kind: 'screen' }, screens: readonly Screen[], taken: Answers): Screen {
  return wordedScreens(screens, taken).find(worded => worded.screen.id === id)?.screen ?? screen
}

/**
 * @param asked the id of a slide, of a screen, or a sitting; the first of them that the lesson has
 * @returns the slide to begin with: its number from 0; the first one where the lesson has no such thing
 */
export function startOf(
  slides: readonly Slide[],
  { slide, sitting, screen }: { readonly slide?: string | undefined, readonly sitting?: number, readonly screen?: string | undefined },
): number {
  const own = slides.findIndex(({ id }) => id === slide)
  if (own >= 0) return own
  if (screen !== undefined) return Math.max(0, slides.findIndex(({ from, kind }) => kind === 'screen' && from === screen))
  const second = slides.findIndex(({ kind }) => kind === 'break') + 1
  return sitting === 2 ? second : 0
}

/**
 * @returns the id of the quiz's question on a slide; undefined for any other slide. Checks, and everything about a child's own
 * life, are answered with hands or not at all
 */
export function quizItemOf(slide: Slide | undefined, screens: readonly Screen[]): string | undefined {
  if (slide?.kind !== 'screen' || slide.id === slide.from) return undefined
  const isOfQuiz = screens.some(({ id, type }) => id === slide.from && type === 'quiz')
  return isOfQuiz ? slide.id.slice(slide.from.length + 1) : undefined
}
