import { z } from 'zod'
import { ending, id, known, listOf, option, otherWordings, screenFields, symbol, text } from '#activities/fields'

const place = z.strictObject({
  id,
  /** A person or group: "Kit", "The class group". */
  name: z.string().trim().min(1).max(40),
  /** Where it is there: an invented app, or "Phone". */
  app: z.string().trim().min(1).max(40),
  picture: symbol.optional(),
})

const step = z.strictObject({
  id,
  text,
  when: otherWordings({ text }),
  /** Places that have a copy from here on. */
  adds: z.array(id).max(4).optional(),
  choices: listOf(option.extend({ next: id, known }), { min: 2, max: 4 }).optional(),
  known,
  ending: ending.optional(),
}).refine(step => (step.choices === undefined) !== (step.ending === undefined), 'a step has either choices or an ending')

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('spread'),
    /** The character who decides: "What could Omar do?" */
    who: z.string().trim().min(1).max(40),
    /** What the grey placeholder stands for. A private picture is never shown. */
    thing: text,
    /** Who may come to have a copy. The first has the picture from the start. */
    places: listOf(place, { min: 2, max: 8 }),
    steps: listOf(step, { min: 2, max: 20 }),
    /** The button that would bring it back, and what it does instead. */
    takeBack: z.strictObject({ text: z.string().trim().min(1).max(60), feedback: text }),
    /** What still helps, shown with every ending: an adult, Report Remove, the police. */
    helps: z.array(text).min(2).max(4),
  })
  .superRefine(({ places, steps }, context) => {
    steps.forEach(({ adds = [] }, index) =>
      adds.forEach((added, at) => {
        if (!places.some(place => place.id === added))
          context.addIssue({ code: 'custom', path: ['steps', index, 'adds', at], message: `there is no place "${added}"` })
      }),
    )
  })
  .describe(
    'Where does a shared picture go? It passes from person to person and app to app as the pupil chooses, no button brings it back, and it ends with what still helps.',
  )

/** The choices taken, in order, and whether the own copy has been deleted. */
export const answer = z.strictObject({ path: z.array(id).max(40), deleted: z.boolean() })

export type SpreadConfig = z.infer<typeof config>
export type SpreadAnswer = z.infer<typeof answer>
