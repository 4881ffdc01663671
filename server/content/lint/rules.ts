/** Every rule of the content lint, in the order in which an author would look at them. */
import { alreadyHappened } from './rules/already-happened.ts'
import { beforeDoing } from './rules/before-doing.ts'
import { checks } from './rules/checks.ts'
import { contactMessagesRule, profileTruth, speakersExist } from './rules/contacts.ts'
import { feedback } from './rules/feedback.ts'
import { glossary, markup } from './rules/glossary.ts'
import { links } from './rules/links.ts'
import { objectives } from './rules/objectives.ts'
import { alternativeText, picturesExist } from './rules/pictures.ts'
import { quizDistractors, quizDuplicates, quizLongest, quizOptions, quizPool, quizVignettes } from './rules/quiz.ts'
import { reachesHelp } from './rules/reaches-help.ts'
import { readingGradeRule, sentenceLength } from './rules/reading.ts'
import { scenesFit, scenesOften, scenesSmall } from './rules/scenes.ts'
import { splitText } from './rules/split-text.ts'
import { translations } from './rules/translations.ts'
import { unwritten } from './rules/unwritten.ts'
import { wordRules } from './rules/words.ts'
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
