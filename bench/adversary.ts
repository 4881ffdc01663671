/** `npm run adversary`: the long search for an answer that what is shown makes certain. Ends with 1 where there is one. */
import { seededRandom } from '#shared/attempt/random'
import { readArguments } from '../scripts/setup/arguments.mjs'
import { RULES } from '../server/insight/statements.ts'
import { exhaust, secondAnswers, shownOfClass, someClass, type Finding, type World } from '../tests/support/insight/adversary.ts'
import { largerSchool, smallSchool, wholeClasses } from '../tests/support/insight/adversary-settings.ts'
import { days, playDay } from '../tests/support/insight/twice.ts'

const asked = Number(readArguments('adversary').values.classes)
if (!Number.isInteger(asked) || asked < 1) {
  console.error('Say how many classes to search as a whole number: npm run adversary -- --classes 50')
  process.exit(2)
}

/** What was not found may not have been looked for long enough: the same again, longer, and by other chances. */
const TRIES = [5_000, 60_000, 60_000, 60_000]

type Class = ReturnType<typeof wholeClasses>[number]

/** @returns answers to which no search found a second */
function withoutSecond({ sheet, seed }: Class, truth: World, outlet: (world: World) => string): readonly Finding[] {
  const keyOf = ({ pupil, question, only }: Finding) => [pupil, question, only].join()
  return TRIES.reduce<readonly Finding[] | null>((left, tries, round) => {
    if (left?.length === 0) return left
    const found = secondAnswers(sheet, truth, outlet, seededRandom(seed + round * 100_000), tries)
    return left?.filter(one => found.some(other => keyOf(other) === keyOf(one))) ?? found
  }, null) ?? []
}

let certain = 0
let unseen = 0
for (const one of wholeClasses(asked)) {
  const { sheet, asked: items, pupils, seed } = one
  const truth = someClass(sheet, { pupils, asked: items, seed })
  const { looks, outlet } = shownOfClass(sheet, truth, seed, RULES)
  if (looks.every(({ picture }) => picture === null)) unseen++
  const findings = withoutSecond(one, truth, outlet)
  certain += findings.length
  if (findings.length > 0) console.log(`class ${seed} of ${pupils}: no second answer found`, findings.slice(0, 3))
}
console.log(`${asked} classes of 10 to 30: ${certain} answers without a second; ${unseen} classes of which nothing is shown`)
for (const setting of [...smallSchool, ...largerSchool]) {
  const { findings, worlds, views, shown } = exhaust(setting)
  certain += findings.length
  console.log(
    `${setting.pupils} pupils, ${setting.questions} questions, ${setting.answers.length} answers, looked at at ${setting.times.join(', ')}: all ${worlds} classes, ${views} views (${shown} with a picture), ${findings.length} certain`,
    ...findings.slice(0, 3),
  )
}
let [views, byRule, without] = [0, 0, 0]
for (const day of days) {
  const found = playDay(day)
  views += found.byRule.views
  byRule += found.byRule.certain
  without += found.without.certain
  if (found.byRule.certain > 0) console.log('answered alike in the quiz and together, certain', day)
}
certain += byRule
console.log(`${days.length} days on which a class answers a question alike in the quiz and together: ${views} views, ${byRule} certain; ${without} were both made of whoever is there`)
process.exitCode = certain === 0 ? 0 : 1
