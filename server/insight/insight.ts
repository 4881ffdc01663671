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
  type WordName,
} from '#shared/api/insight'
import type { Picture, Word } from './statements.ts'
import type { Shown } from './looks.ts'
import { forms, keys, questionsOf, type Question } from './sheet.ts'

/** @param shown what may be said, by form */
export function insightOf(lesson: Lesson, shown: readonly Shown[]): Insight {
  const pictureOf = (form: Form) => shown.find(one => one.form === form)?.picture ?? null
  const there = forms.filter(form => questionsOf(lesson, form).length > 0)
  return {
    counted: there.map((form) => {
      const one = shown.find(({ form: of }) => of === form)
      return { form, state: one?.picture ? 'shown' : one ? 'left-out' : 'few', over: one?.picture?.over ?? 0, classes: one?.classes ?? 1 }
    }),
    ...beliefsIn(lesson, pictureOf('quiz')),
    verySure: (['after', 'before'] as const).flatMap(form => questionsOf(lesson, form).flatMap(({ id, question }) => {
      const word = wordAt(pictureOf(form), keys.sureOfOther(id))
      return word === null || word === 0 ? [] : [{ question, form, word: wordNames[word] }]
    })),
    changes: changesIn(lesson, pictureOf('before'), pictureOf('after')),
    likely: likelyIn(lesson, pictureOf('before'), pictureOf('after')),
    items: there.flatMap(form => questionsOf(lesson, form).flatMap(question => itemInsight(lesson, question, form, pictureOf(form)) ?? [])),
  }
}

const wordAt = (picture: Picture | null, key: string): Word | null => picture?.said[key]?.word ?? null

function beliefsIn(lesson: Lesson, picture: Picture | null): Pick<Insight, 'beliefs' | 'notMet'> {
  const asked = lesson.misconceptions.filter(({ id }) =>
    questionsOf(lesson, 'quiz').some(({ options }) => options.some(({ misconception }) => misconception === id)),
  )
  const met = asked.flatMap(({ id, text }) => {
    const said = picture?.said[keys.belief(id)]
    return said ? [{ text, ...said }] : []
  })
  // The order says no more than the words: of beliefs with the same word, the lesson's order stays.
  return {
    beliefs: met.toSorted((a, b) => b.word - a.word).map(({ text, of, word }) => ({ text, of, word: wordNames[word] })),
    notMet: picture ? asked.length - met.length : 0,
  }
}

function beforeAndAfter(before: Word | null, after: Word | null): BeforeAndAfter | null {
  return before === null || after === null
    ? null
    : { before: wordNames[before], after: wordNames[after], direction: after > before ? 'up' : after < before ? 'down' : 'same' }
}

const rightOf = ({ options }: Question) => options.find(({ correct }) => correct)?.id ?? ''

function changesIn(lesson: Lesson, before: Picture | null, after: Picture | null): Change[] {
  return questionsOf(lesson, 'before').filter(({ kind }) => kind === 'knowledge').flatMap((first) => {
    const second = questionsOf(lesson, 'after').find(({ id }) => id === first.id)
    if (!second) return []
    const right = beforeAndAfter(
      wordAt(before, keys.option(first.id, rightOf(first))),
      wordAt(after, keys.option(second.id, rightOf(second))),
    )
    const sure = beforeAndAfter(wordAt(before, keys.sure(first.id)), wordAt(after, keys.sure(second.id)))
    return right || sure
      ? [{ id: first.id, question: lesson.objectives.find(({ id }) => id === first.objective)?.text ?? first.question, right, sure }]
      : []
  })
}

function likelyIn(lesson: Lesson, before: Picture | null, after: Picture | null): Likely[] {
  const likely = (form: Form) => questionsOf(lesson, form).filter(({ kind }) => kind === 'likely')
  const all = [...likely('before'), ...likely('after').filter(({ id }) => !likely('before').some(first => first.id === id))]
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
  lesson: Lesson,
  { id, vignette, question, options }: Question,
  form: Form,
  picture: Picture | null,
): ItemInsight | null {
  const words = options.map(({ id: option }) => picture?.said[keys.option(id, option)])
  const of = words.find(word => word !== undefined)?.of
  if (of === undefined) return null
  return {
    id,
    form,
    vignette: vignette ?? null,
    question,
    of,
    // Pictures of an older release have nothing of an option that nobody chose.
    options: options.map(({ text, correct, misconception }, index) => ({
      text,
      isCorrect: correct === true,
      belief: lesson.misconceptions.find(one => one.id === misconception)?.text ?? null,
      word: wordNames[words[index]?.word ?? 0],
    })),
  }
}
