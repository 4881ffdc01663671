/** Every rule of the content lint, in the order in which an author would look at them. */
import { alreadyHappened } from './rules/safety/already-happened.ts'
import { beforeDoing } from './rules/safety/before-doing.ts'
import { checks } from './rules/checks.ts'
import { contactMessagesRule, profileTruth, speakersExist } from './rules/safety/contacts.ts'
import { feedback } from './rules/safety/feedback.ts'
import { glossary, markup } from './rules/words/glossary.ts'
import { links } from './rules/links.ts'
import { objectives } from './rules/objectives.ts'
import { alternativeText, picturesExist } from './rules/pictures.ts'
import { quizDistractors, quizDuplicates, quizLongest, quizOptions, quizPool, quizVignettes } from './rules/quiz.ts'
import { reachesHelp } from './rules/safety/reaches-help.ts'
import { readingGradeRule, sentenceLength } from './rules/words/reading.ts'
import { scenesFit, scenesOften, scenesSmall } from './rules/scenes.ts'
import { splitText } from './rules/words/split-text.ts'
import { translations } from './rules/words/translations.ts'
import { unwritten } from './rules/words/unwritten.ts'
import { wordRules } from './rules/words/words.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  unwritten,
  splitText,
  reachesHelp,
  feedback,
  ...wordRules,
  alreadyHappened,
  readingGradeRule,
  sentenceLength,
  beforeDoing,
  alternativeText,
  picturesExist,
  scenesOften,
  scenesSmall,
  scenesFit,
  objectives,
  quizPool,
  quizVignettes,
  quizOptions,
  quizDistractors,
  quizLongest,
  quizDuplicates,
  checks,
  glossary,
  markup,
  speakersExist,
  contactMessagesRule,
  profileTruth,
  links,
  translations,
]
