import { describe, expect, it } from 'vitest'
import { foreignFiles, replaced, zipOf } from '../../../../tests/support/packages/packages.ts'
import { captivate, storyline } from '../../../../tests/support/packages/authoring-tools.ts'
import { checkPackage } from '../check-package.ts'

const CLOSE = '</title></item>'
const givenBy = (files: ReturnType<typeof storyline>, inItem: string) =>
  checkPackage(zipOf(replaced(files, 'imsmanifest.xml', CLOSE, `</title>${inItem}</item>`))).launch[0]?.given

describe('what a manifest puts into the data model', () => {
  it('is nothing where it says nothing', async () => {
    expect(checkPackage(zipOf(storyline())).launch[0]?.given).toEqual({})
    expect(checkPackage(zipOf(await foreignFiles())).launch.every(({ given }) => typeof given === 'object')).toBe(true)
  })

  it('is, in SCORM 1.2, launch data, mastery score and limits of time', () => {
    expect(givenBy(storyline(), `<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed><adlcp:timelimitaction>exit,message</adlcp:timelimitaction>
      <adlcp:datafromlms> level=2 </adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>`)).toEqual({
      'cmi.launch_data': 'level=2',
      'cmi.student_data.mastery_score': '80',
      'cmi.student_data.max_time_allowed': '00:30:00',
      'cmi.student_data.time_limit_action': 'exit,message',
    })
  })

  it('is, in SCORM 2004, objectives and measures too', () => {
    expect(givenBy(captivate(), `<adlcp:dataFromLMS>level=3</adlcp:dataFromLMS>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>
      <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="PT30M"/><imsss:objectives>
        <imsss:primaryObjective objectiveID="all" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
        </imsss:primaryObjective><imsss:objective objectiveID="one"/></imsss:objectives></imsss:sequencing>`)).toEqual({
      'cmi.launch_data': 'level=3',
      'cmi.completion_threshold': '0.5',
      'cmi.max_time_allowed': 'PT30M',
      'cmi.scaled_passing_score': '0.8',
      'cmi.objectives.0.id': 'all',
      'cmi.objectives.1.id': 'one',
    })
  })

  it('is not what does not count: a measure that satisfies nothing, a threshold that completes nothing', () => {
    expect(givenBy(captivate(), `<adlcp:completionThreshold completedByMeasure="false" minProgressMeasure="0.5"/>
      <imsss:sequencing><imsss:objectives><imsss:primaryObjective><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
      </imsss:primaryObjective></imsss:objectives></imsss:sequencing>`)).toEqual({})
  })

  it('is found in sequencing that several items share', () => {
    const shared = replaced(captivate(), 'imsmanifest.xml', '</resources>', `</resources><imsss:sequencingCollection><imsss:sequencing ID="s1">
      <imsss:objectives><imsss:primaryObjective objectiveID="all"/></imsss:objectives></imsss:sequencing></imsss:sequencingCollection>`)
    expect(givenBy(shared, '<imsss:sequencing IDRef="s1"/>')).toEqual({ 'cmi.objectives.0.id': 'all' })
  })
})
