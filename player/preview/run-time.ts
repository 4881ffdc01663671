/** scorm-again's run-times behind the stand-in's small interface. */
import * as scorm12 from 'scorm-again/scorm12'
import * as scorm2004 from 'scorm-again/scorm2004'
import type { ScormVersion } from '#shared/scorm/package-format'
import type { RunTime, StartRunTime, Store } from '#shared/scorm/run-time/lms-session'

type Settings = NonNullable<ConstructorParameters<Scorm12>[0]>
type Scorm12 = typeof import('scorm-again/scorm12').default
type Scorm2004 = typeof import('scorm-again/scorm2004').default

// The types tell of a default export, the files have named ones.
const { Scorm12API } = scorm12 as unknown as { Scorm12API: Scorm12 }
const { Scorm2004API } = scorm2004 as unknown as { Scorm2004API: Scorm2004 }

/** @returns a function that starts a fresh run-time of this version */
export function runTimeOf(version: ScormVersion): StartRunTime {
  return (initial, store) => started(version === '1.2' ? new Scorm12API(settings(store)) : new Scorm2004API(settings(store)), initial)
}

/** Nothing leaves the page: `lmsCommitUrl` only makes the run-time save at all, and the service below is all that it reaches. */
function settings(store: Store): Settings {
  return {
    autocommit: false,
    // Passing any settings would otherwise turn this on for SCORM 1.2, and the LMS would overrule the lesson's status.
    mastery_override: false,
    // What goes wrong is in the log on the page.
    logLevel: 'NONE',
    lmsCommitUrl: 'kept-on-this-page',
    httpService: {
      processHttpRequest(_url, _values, isEnd) {
        const errorCode = store(isEnd)
        return { result: errorCode === 0 ? 'true' : 'false', errorCode }
      },
      updateSettings() {},
    },
  }
}

function started(api: InstanceType<Scorm12> | InstanceType<Scorm2004>, initial: Readonly<Record<string, string>>): RunTime {
  api.loadFromFlattenedJSON({ ...initial })
  return {
    call(name, args) {
      const answer: unknown = (api as unknown as Record<string, (...args: string[]) => unknown>)[name]?.(...args)
      return String(answer ?? '')
    },
    values: () => flat(api.renderCMIToJSONObject()),
    totalTime: () => api.cmi.getCurrentTotalTime(),
  }
}

/** Nested values by their full names, such as `cmi.interactions.0.id`; empty ones are left out. */
function flat(tree: unknown, prefix = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof tree !== 'object' || tree === null) {
    if (prefix && tree !== '' && tree !== null && tree !== undefined) found.set(prefix, String(tree))
    return found
  }
  for (const [name, branch] of Object.entries(tree)) flat(branch, prefix ? `${prefix}.${name}` : name, found)
  return found
}
