/** The example of each activity type (activities/<type>/example.yml), for the gallery. */
import { activity, schemas, type Activity, type ActivityType } from '#activities/schemas'
import { parseYaml } from '../library/parse-yaml.ts'
import { appRows } from './app-rows.ts'

export const activityTypes = Object.keys(schemas).sort() as ActivityType[]

export interface Example {
  readonly yaml: string
  readonly activity: Activity
}

/**
 * @returns the example as its author wrote it, and as the player gets it
 * @throws where the example breaks its own schema, with file, line and what was expected
 */
export async function exampleOf(type: ActivityType): Promise<Example> {
  const yaml = (await appRows()).data.find(({ id }) => id === `examples/${type}/example.yml`)?.rawbody ?? ''
  const result = parseYaml(activity, yaml, `activities/${type}/example.yml`)
  if (!result.ok) throw new Error(result.issues.map(({ file, line, message }) => `${file}, line ${line}: ${message}`).join('\n'))
  return { yaml, activity: result.parsed.value }
}

/** @returns what the type is for, in a sentence: the description of its schema */
export function purposeOf(type: ActivityType): string {
  return schemas[type].config.description ?? ''
}
