/**
 * What a course's manifest makes a SCORM 2004 platform do: scorm-again's sequencing engine, set up from the manifest as a
 * platform reads it.
 */
import { DOMParser, type Element } from '@xmldom/xmldom'
import * as scorm2004 from 'scorm-again/scorm2004'
import { describe, expect, it } from 'vitest'
import { defaultExportOptions, exportOptions } from '#shared/scorm/export-options'
import type { Editions } from '../../server/scorm/package/lesson-files.ts'
import { buildPackage } from '../../server/scorm/package/package.ts'
import { fakeAssets } from '../support/packages/fake-assets.ts'
import { fixtureLesson } from '../support/lessons/fixture-lesson.ts'
import { unzipSync, strFromU8 } from 'fflate'

interface SequencingApi {
  lmsInitialize(): string
  lmsSetValue(element: string, value: string): string
  lmsCommit(): string
  lmsFinish(): string
  serializeSequencingState(): string
  deserializeSequencingState(state: string): boolean
  processNavigationRequest(request: string, target?: string): boolean
  getSequencingState(): { readonly currentActivity: { readonly id: string } | null, readonly rootActivity: unknown }
}
/** The types tell of a default export, the files have named ones. */
const { Scorm2004API } = scorm2004 as unknown as { Scorm2004API: new (settings: object) => SequencingApi }

async function manifestOf(format: 'scorm2004-3' | 'scorm2004-4', order: 'free' | 'in-order'): Promise<Element> {
  const edition = (band: '7-9' | '9-11' | '11-14'): Editions => [
    { lesson: { ...fixtureLesson(), id: `lying-online-${band}`, band }, help: [], messages: { 'player.tab-title': 'Lesson' } },
  ]
  const { bytes } = await buildPackage({
    lessons: [edition('7-9'), edition('9-11'), edition('11-14')],
    options: exportOptions.parse({ ...defaultExportOptions, course: { order } }),
    release: '0.0.0',
    format,
    assets: fakeAssets(),
    renderOpening: async () => '<main>Who is there?</main>',
  })
  const root = new DOMParser().parseFromString(
    strFromU8(unzipSync(bytes)['imsmanifest.xml'] ?? new Uint8Array()),
    'text/xml',
  ).documentElement
  if (!root) throw new Error('no manifest')
  return root
}

const all = (element: Element, name: string) => [...element.getElementsByTagName(name)]
const children = (element: Element, name: string) => all(element, name).filter(found => found.parentNode === element)
const flag = (element: Element | undefined, name: string, otherwise: boolean) =>
  element?.hasAttribute(name) ? element.getAttribute(name) === 'true' : otherwise
const textOf = (element: Element) => children(element, 'title')[0]?.textContent ?? ''

const mapsOf = (objective: Element) => children(objective, 'imsss:mapInfo').map(map => ({
  targetObjectiveID: map.getAttribute('targetObjectiveID') ?? '',
  readSatisfiedStatus: flag(map, 'readSatisfiedStatus', true),
  readNormalizedMeasure: flag(map, 'readNormalizedMeasure', true),
  writeSatisfiedStatus: flag(map, 'writeSatisfiedStatus', false),
  writeNormalizedMeasure: flag(map, 'writeNormalizedMeasure', false),
}))

/** As a platform reads the manifest: defaults are those of SN §3. */
function settingsOf(manifest: Element) {
  const organization = all(manifest, 'organization')[0]
  if (!organization) throw new Error('no organization')
  const control = children(organization, 'imsss:sequencing').flatMap(found => children(found, 'imsss:controlMode'))[0]
  return {
    id: organization.getAttribute('identifier') ?? '',
    title: textOf(organization),
    sequencingControls: { choice: flag(control, 'choice', true), flow: flag(control, 'flow', false) },
    children: children(organization, 'item').map((item) => {
      const rollup = all(item, 'imsss:rollupRules')[0]
      const primary = all(item, 'imsss:primaryObjective')[0]
      const delivery = all(item, 'imsss:deliveryControls')[0]
      return {
        id: item.getAttribute('identifier') ?? '',
        title: textOf(item),
        sequencingControls: {
          rollupObjectiveSatisfied: flag(rollup, 'rollupObjectiveSatisfied', true),
          rollupProgressCompletion: flag(rollup, 'rollupProgressCompletion', true),
          objectiveMeasureWeight: Number(rollup?.getAttribute('objectiveMeasureWeight') ?? 1),
        },
        deliveryControls: {
          completionSetByContent: flag(delivery, 'completionSetByContent', false),
          objectiveSetByContent: flag(delivery, 'objectiveSetByContent', false),
        },
        primaryObjective: {
          objectiveID: primary?.getAttribute('objectiveID') ?? '',
          isPrimary: true,
          satisfiedByMeasure: flag(primary, 'satisfiedByMeasure', false),
          mapInfo: primary ? mapsOf(primary) : [],
          minNormalizedMeasure: Number(primary ? (children(primary, 'imsss:minNormalizedMeasure')[0]?.textContent ?? 1) : 1),
        },
        objectives: all(item, 'imsss:objective').map(objective => ({
          objectiveID: objective.getAttribute('objectiveID') ?? '',
          mapInfo: mapsOf(objective),
        })),
        sequencingRules: {
          preConditionRules: all(item, 'imsss:preConditionRule').map(rule => ({
            conditionCombination: all(rule, 'imsss:ruleConditions')[0]?.getAttribute('conditionCombination') ?? 'all',
            action: all(rule, 'imsss:ruleAction')[0]?.getAttribute('action') ?? '',
            conditions: all(rule, 'imsss:ruleCondition').map(condition => ({
              condition: condition.getAttribute('condition') ?? '',
              referencedObjective: condition.getAttribute('referencedObjective') ?? undefined,
              operator: condition.getAttribute('operator') ?? 'noOp',
            })),
          })),
        },
      }
    }),
  }
}

const quiet = { autocommit: false, logLevel: 'NONE', lmsCommitUrl: false, onLogMessage: () => {} }

/** A platform with the course, and a pupil in it. */
async function course(format: 'scorm2004-3' | 'scorm2004-4', order: 'free' | 'in-order') {
  const activityTree = settingsOf(await manifestOf(format, order))
  const ids = activityTree.children.map(({ id }) => id)
  let api = new Scorm2004API({ ...quiet, sequencing: { activityTree } })
  let sessions = 0
  /** A lesson's session; further ones have a run-time of their own, in which the platform restores the state of the course. */
  const take = (values: Readonly<Record<string, string>>) => {
    if (sessions++ > 0) {
      const kept = api.serializeSequencingState()
      api = new Scorm2004API({ ...quiet, sequencing: { activityTree } })
      expect(api.deserializeSequencingState(kept)).toBe(true)
    }
    api.lmsInitialize()
    for (const [element, value] of Object.entries(values)) expect(api.lmsSetValue(element, value)).toBe('true')
    api.lmsCommit()
    api.lmsFinish()
  }
  return {
    ids,
    take,
    go: (request: string, target?: string) => api.processNavigationRequest(request, target),
    at: () => ids.indexOf(api.getSequencingState().currentActivity?.id ?? ''),
    root: () => api.getSequencingState().rootActivity,
  }
}

describe.each(['scorm2004-3', 'scorm2004-4'] as const)('a course in %s', (format) => {
  it('in free choice: any lesson opens', async () => {
    const { go, at, ids } = await course(format, 'free')
    go('start')
    expect(at()).toBe(0)
    go('choice', ids[2])
    expect(at()).toBe(2)
  })

  it('in order: the next lesson stays shut until the quiz of the one before is over, whichever way it is asked for', async () => {
    const { go, at, ids, take } = await course(format, 'in-order')
    go('start')
    const tryAll = (why: string) => {
      go('choice', ids[2])
      go('choice', ids[1])
      go('continue')
      expect(at(), why).toBe(0)
    }
    tryAll('nothing is known of the first lesson')
    take({ 'cmi.completion_status': 'incomplete' })
    tryAll('the first one is begun')
  })

  it.each([
    ['ended below the mark', 'failed', '0.5', 'choice'],
    ['passed', 'passed', '1', 'continue'],
  ])('in order: the next lesson opens once the one before was %s', async (_, status, score, request) => {
    const { go, at, ids, take } = await course(format, 'in-order')
    go('start')
    take({ 'cmi.completion_status': 'completed', 'cmi.success_status': status, 'cmi.score.scaled': score })
    go(request, request === 'choice' ? ids[1] : undefined)
    expect(at()).toBe(1)
    go('choice', ids[0])
    expect(at(), 'back is always possible').toBe(0)
  })

  it('its result is rolled up: complete when every lesson is, and its score is their mean', async () => {
    const { root, go, take, ids } = await course(format, 'free')
    go('start')
    for (const [index, id] of ids.entries()) {
      if (index > 0) go('choice', id)
      expect(root()).toMatchObject({ isCompleted: false })
      take({ 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.scaled': index === 0 ? '0.7' : '1' })
    }
    expect(root()).toMatchObject({
      isCompleted: true,
      completionStatus: 'completed',
      successStatus: 'passed',
      objectiveNormalizedMeasure: 0.9,
    })
  })
})
