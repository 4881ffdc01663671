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
import { marksSet, marksUsed, neutralWording, recapAsks } from './rules/words/remembered.ts'
import { splitText } from './rules/words/split-text.ts'
import { translations } from './rules/words/translations.ts'
import { unwritten } from './rules/words/unwritten.ts'
import { wordRules } from './rules/words/words.ts'
import { formulas } from './rules/standard/formulas.ts'
import { lengthActivity, lengthMinutes, lengthPresses, lengthScreens, lengthWords } from './rules/standard/length.ts'
import { guessersRule, optionsEven, quizSize } from './rules/standard/questions.ts'
import { factsMarked, responses } from './rules/standard/responses.ts'
import { remembered } from './rules/standard/remembered.ts'
import { checkTwins } from './rules/standard/twins.ts'
import { rehearsal, variety } from './rules/standard/variety.ts'
import { wisePath } from './rules/standard/wise-path.ts'
import type { Rule } from './rule.ts'

/** The standard that whole lessons are written to (docs/lesson-standard.md). */
export const standardRules: readonly Rule[] = [
  lengthScreens,
  lengthWords,
  lengthPresses,
  lengthMinutes,
  lengthActivity,
  variety,
  rehearsal,
  remembered,
  wisePath,
  factsMarked,
  responses,
  quizSize,
  optionsEven,
  guessersRule,
  checkTwins,
  formulas,
]

export const rules: readonly Rule[] = [
  unwritten,
  splitText,
  reachesHelp,
  marksSet,
  marksUsed,
  neutralWording,
  recapAsks,
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
  ...standardRules,
]
