import { expect, it } from 'vitest'
import { lessonText } from '#activities/full-text'
import { GAP } from '#activities/gap/parts'
import words from '../../i18n/player/en.json' with { type: 'json' }
import { folderSource } from '../../server/content/sources/folder-source'
import { readLibrary } from '../../server/content/library/library'

/** Keys whose values nobody reads: ids, types, signs. */
const unread = new Set([
  'id',
  'type',
  'tone',
  'next',
  'from',
  'objective',
  'objectives',
  'misconception',
  'symbol',
  'look',
  'mode',
  'role',
  'truth',
  'picture',
  'chapter',
  'start',
  'form',
  'kind',
  'chapter',
])

/** Keys whose values are ids, however many. */
const lists = new Set(['adds', 'after', 'known', 'remember', 'remembered', 'routes', 'seenBy'])

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]): string[] => {
    // Of a scene the words are read; what it is drawn of is not.
    if (key === 'scene') return strings([inner.alt, inner.caption ?? [], inner.says?.text ?? [], inner.says?.by ?? []])
    return lists.has(key) || (unread.has(key) && typeof inner !== 'object') ? [] : strings(inner)
  })
}

const { lessons } = await readLibrary(folderSource('content'))

it.each(lessons.map(({ value }) => [value.id, value] as const))(
  '%s: its full text leaves out nothing that a pupil can read',
  (_, lesson) => {
    const text = JSON.stringify(lessonText(lesson, words))
    const spoken = lesson.screens.flatMap((screen) => {
      const { picture, ...rest } = screen
      return [...strings(rest), picture?.alt ?? '']
    })
    const people = new Set(lesson.screens.flatMap(screen => ('speakers' in screen ? screen.speakers.map(speaker => speaker.name) : [])))
    const missing = spoken.filter(
      line =>
        !lesson.objectives.some(({ id }) => id === line)
        && !people.has(line)
        && !text.includes(JSON.stringify(line.replace(GAP, '…')).slice(1, -1)),
    )
    expect(missing).toEqual([])
  },
)
