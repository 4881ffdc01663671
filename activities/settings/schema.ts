import { z } from 'zod'
import { id, inventedApp, listOf, screenFields, symbol, text, tone } from '#activities/fields'

const label = z.string().trim().min(1).max(60)

const setting = z.strictObject({
  id,
  /** As the app has it: "Who can see where Ivy is". */
  label,
  /** What somebody sees whom it allows: "where Ivy is". Goes into a sentence. */
  shows: label,
  /** Id of the option that is set at first. */
  start: id,
  options: listOf(z.strictObject({
    id,
    text: label,
    picture: symbol.optional(),
    /** Ids of the viewers who see it then; may be empty. */
    seenBy: z.array(id).max(5),
    tone,
    feedback: text,
  }), { min: 2, max: 4 }),
})

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('settings'),
  app: inventedApp,
  /** What the pupil is to do: "Help Ivy choose who sees what." */
  question: text,
  viewers: listOf(z.strictObject({ id, name: label, picture: symbol.optional() }), { min: 2, max: 5 }),
  settings: listOf(setting, { min: 1, max: 6 }),
  /** What to take from it: who decides, and that settings do not cover everything. */
  summary: text,
}).superRefine(({ viewers, settings }, context) => {
  settings.forEach(({ start, options }, index) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['settings', index, ...path], message })
    if (!options.some(({ id }) => id === start)) issue(['start'], `there is no option "${start}"`)
    options.forEach(({ seenBy }, place) => seenBy.forEach((viewer, at) => {
      if (!viewers.some(({ id }) => id === viewer)) issue(['options', place, 'seenBy', at], `there is no viewer "${viewer}"`)
    }))
    const seen = new Set(options.map(({ seenBy }) => [...seenBy].sort().join(' ')))
    if (seen.size < 2) issue(['options'], 'the same people see it with every option: then there is nothing to choose')
  })
}).describe('The privacy settings of an invented app, with a view beside them that shows at once who can see what.')

/** By setting id: the option that is set, where it was changed; and whether it has been checked. */
export const answer = z.strictObject({ chosen: z.record(id, id), checked: z.boolean() })

export type SettingsConfig = z.infer<typeof config>
export type SettingsAnswer = z.infer<typeof answer>
