/** What a class has understood and what it has not, from what may be said of it alone. Pure: pictures in, statements out. */
import type { Lesson } from '#activities/lesson'
import {
  wordNames,
  type BeforeAndAfter,
  type Change,
  type Form,
  type Insight,
  type ItemInsight,
  type Likely,
  type LookedBack,
  type WordName,
} from '#shared/api/insight'
import type { TenMinutes } from '#shared/api/packs'
import type { Word } from './statements.ts'
import type { Shown } from './shown.ts'
import { forms, keys, rightOf, type Question } from './sheet.ts'
import { editionOf, wordingOf, type Wording } from './wording.ts'

/** What was counted of one form, with the words that it was asked in. */
interface Asked extends Omit<Shown, 'wording'> {
  readonly wording: Wording
  /** In other words than the lesson has now. */
  readonly isEarlier: boolean
}

/**
 * @param shown what may be said, by form and wording; @param counted the lesson in the language in which it is counted, where
 * `lesson` is another one: what still has the same words is shown in that
 */
export function insightOf(lesson: Lesson, shown: readonly Shown[], counted = lesson): Insight {
  const asked = shown.map(one => askedIn(lesson, counted, one))
  /** That of which most is known comes first: beliefs and changes are said of it alone. */
  const of = (form: Form) =>
    asked.filter(one => one.form === form)
      .toSorted((a, b) => (b.picture?.over ?? 0) - (a.picture?.over ?? 0) || Number(a.isEarlier) - Number(b.isEarlier))
  const there = forms.flatMap((form): Asked[] => {
    const own = of(form)
    const now = wordingOf(lesson, form)
    if (own.length > 0) return own.filter(({ picture }, index) => index === 0 || picture !== null)
    return now.questions.length > 0 ? [{ form, wording: now, isEarlier: false, picture: null, classes: 0 }] : []
  })
  const [before, quiz, after] = (['before', 'quiz', 'after'] as const).map(form => there.find(one => one.form === form))
  return {
    counted: there.map(({ form, picture, classes, isEarlier }) => ({
      form,
      state: picture ? 'shown' : classes > 0 ? 'left-out' : 'few',
      over: picture?.over ?? 0,
      classes: Math.max(1, classes),
      isEarlier,
    })),
    ...beliefsIn(quiz),
    verySure: [after, before].flatMap(one => (one?.wording.questions ?? []).flatMap(({ id, question }) => {
      const word = wordAt(one, keys.sureOfOther(id))
      return one === undefined || word === null || word === 0 ? [] : [{ question, form: one.form, word: wordNames[word] }]
    })),
    changes: changesIn(before, after),
    likely: likelyIn(before, after),
    items: there.flatMap(one => one.wording.questions.flatMap(question => itemInsight(question, one) ?? [])),
  }
}

function askedIn(lesson: Lesson, counted: Lesson, { wording, ...shown }: Shown): Asked {
  const isEarlier = wording !== null && editionOf(wording) !== editionOf(wordingOf(counted, shown.form))
  return { ...shown, isEarlier, wording: isEarlier ? wording : wordingOf(lesson, shown.form) }
}

type MaybeAsked = Pick<Asked, 'picture' | 'wording'> | undefined

const wordAt = (asked: MaybeAsked, key: string): Word | null => asked?.picture?.said[key]?.word ?? null

/** About half: from there on a belief is worth ten minutes with the class. */
const WORTH: Word = 2

function beliefsIn(asked: MaybeAsked): Pick<Insight, 'beliefs' | 'notMet'> {
  const beliefs = asked?.wording.beliefs ?? []
  const met = beliefs.flatMap(({ id, text }) => {
    const said = asked?.picture?.said[keys.belief(id)]
    return said ? [{ id, text, ...said }] : []
  })
  return {
    beliefs: met.map(({ id, text, of, word }) => ({ id, text, of, word: wordNames[word], isWorth: word >= WORTH })),
    notMet: asked?.picture ? beliefs.length - met.length : 0,
  }
}

/** @returns beliefs of which a word was shown in the lesson and in its look back, one beside the other: both were shown anyway */
export function lookedBackOn({ beliefs: then }: Pick<Insight, 'beliefs'>, { beliefs: now }: Pick<Insight, 'beliefs'>): LookedBack[] {
  return then.flatMap(({ id, text, word }) => {
    const later = now.find(belief => belief.id === id && belief.text === text)
    const words = later && beforeAndAfter(wordNames.indexOf(word) as Word, wordNames.indexOf(later.word) as Word)
    return words ? [{ id, text, words }] : []
  })
}

function beforeAndAfter(before: Word | null, after: Word | null): BeforeAndAfter | null {
  return before === null || after === null
    ? null
    : { before: wordNames[before], after: wordNames[after], direction: after > before ? 'up' : after < before ? 'down' : 'same' }
}

function changesIn(before: MaybeAsked, after: MaybeAsked): Change[] {
  return (before?.wording.questions ?? []).filter(({ kind }) => kind === 'knowledge').flatMap((first) => {
    const second = after?.wording.questions.find(({ id }) => id === first.id)
    if (!second) return []
    const right = beforeAndAfter(
      wordAt(before, keys.option(first.id, rightOf(first))),
      wordAt(after, keys.option(second.id, rightOf(second))),
    )
    const sure = beforeAndAfter(wordAt(before, keys.sure(first.id)), wordAt(after, keys.sure(second.id)))
    const objective = before?.wording.objectives.find(({ id }) => id === first.objective)
    return right || sure ? [{ id: first.id, question: objective?.text ?? first.question, right, sure }] : []
  })
}

function likelyIn(before: MaybeAsked, after: MaybeAsked): Likely[] {
  const likely = (asked: MaybeAsked) => (asked?.wording.questions ?? []).filter(({ kind }) => kind === 'likely')
  const all = [...likely(before), ...likely(after).filter(({ id }) => !likely(before).some(first => first.id === id))]
  return all.flatMap(({ id, question, options }) => {
    const words = options.map(option => ({
      text: option.text,
      before: nameOf(wordAt(before, keys.option(id, option.id))),
      after: nameOf(wordAt(after, keys.option(id, option.id))),
    }))
    return words.some(word => word.before !== null || word.after !== null) ? [{ id, question, options: words }] : []
  })
}

const nameOf = (word: Word | null): WordName | null => word === null ? null : wordNames[word]

function itemInsight(
  { id, vignette, question, options }: Question,
  { form, picture, wording, isEarlier }: Asked,
): ItemInsight | null {
  const words = options.map(({ id: option }) => picture?.said[keys.option(id, option)])
  const of = words.find(word => word !== undefined)?.of
  if (of === undefined) return null
  return {
    id,
    form,
    isEarlier,
    vignette: vignette ?? null,
    question,
    of,
    // Pictures of an older release have nothing of an option that nobody chose.
    options: options.map(({ text, correct, misconception }, index) => ({
      text,
      isCorrect: correct === true,
      belief: wording.beliefs.find(one => one.id === misconception)?.text ?? null,
      word: wordNames[words[index]?.word ?? 0],
    })),
  }
}

/** @returns of what a pack has for the day after, what the class needs: the most held belief first, then the lesson's order */
export function worthIt(planned: readonly TenMinutes[], { beliefs }: Pick<Insight, 'beliefs'>): TenMinutes[] {
  const worth = beliefs.filter(({ isWorth }) => isWorth)
  const wordOf = ({ beliefs: about }: TenMinutes) =>
    Math.max(-1, ...worth.filter(({ id }) => about.some(one => one.id === id)).map(({ word }) => wordNames.indexOf(word)))
  return planned.filter(one => wordOf(one) >= 0).toSorted((a, b) => wordOf(b) - wordOf(a))
}
