import type { ClassInList } from '#shared/api/classes'
import type { ListedClass, TakenList } from '#shared/api/rosters'
import { LONGEST_NAME, MOST_PUPILS } from '#shared/people/pupil-names'
import type { ListEncoding } from '~/utils/name-list/list-encoding'
import { allRight, entriesOf, lookThrough, titleKey, type ListAnswer, type ListEntry, type LookedList } from '~/utils/name-list/class-list'
import { bytesIn, sourceOf, type ListSource } from '~/utils/name-list/list-source'
import { readNameFile, readNameText } from '~/utils/name-list/name-list'
import { UnreadableFile } from '~/utils/name-list/list-table'

/** Where the pupils of a class of the list go: into a class that is there, by its id, into a new one, or nowhere. */
export interface ListTarget {
  readonly to: string
  /** Of a new one. */
  readonly name: string
  /** On purpose: the school has a class of that name. */
  readonly again: boolean
}

/** A class of the list while it is looked through. */
export interface ListGroup extends LookedList {
  /** As the list calls it; empty where it says no class. */
  readonly title: string
  readonly target: ListTarget
  readonly year: string
  /** Addresses of its teachers, of files that name them. */
  readonly teachers: readonly string[]
  readonly ended: number
  readonly unknown: number
  readonly isTooMany: boolean
  /** Rows that the list has of it, whether or not anybody is added. */
  readonly listed: number
}

/** Headings and totals are none of its pupils. */
const isNoRow = ({ doubt }: ListEntry['listed']) => doubt === 'above' || doubt === 'header' || doubt === 'total'

const [NEW_CLASS, NO_CLASS] = ['new', 'out'] as const

/**
 * A class list on its way into classes: read on this device, looked through, sent once somebody is sure.
 * @param classId the class that it was chosen for; null for a list of several
 */
export function useClassList(classId: string | null, classes: readonly ClassInList[]) {
  const { t } = useI18n()
  const source = shallowRef<ListSource>()
  const unreadable = ref('')
  const column = ref(0)
  const groupColumn = ref<number | null>(null)
  const withInitials = ref(false)
  const encoding = ref<ListEncoding>()
  const answers = shallowRef<ReadonlyMap<number, ListAnswer>>(new Map())
  const targets = shallowRef<ReadonlyMap<string, ListTarget>>(new Map())
  /** Names of the pupils in a class, once it is chosen. */
  const taken = shallowRef<ReadonlyMap<string, readonly string[]>>(new Map())
  /** Of what is sent: pressed twice, it is done once. */
  let id = ''

  const entries = computed<readonly ListEntry[]>(() => {
    const one = source.value
    if (!one) return []
    if (one.kind === 'sheet') return entriesOf(one.sheet, column.value, groupColumn.value)
    let key = 0
    return one.files.classes.flatMap(({ title, names }) => names.map((listed): ListEntry => ({ key: key++, group: title, listed })))
  })
  const titles = computed(() => source.value?.kind === 'school'
    ? source.value.files.classes.map(({ title }) => title)
    // Rows of which it is not clear that they are pupils belong to the first.
    : [...new Set(entries.value.filter(({ listed, group }) => group !== '' || !listed.doubt).map(({ group }) => group))])

  function firstTarget(title: string): ListTarget {
    const same = classes.find(({ name, isArchived }) => !isArchived && titleKey(name) === titleKey(title))
    const school = source.value?.kind === 'school' ? source.value.files.classes.find(one => one.title === title) : undefined
    const own = classId !== null && titles.value.length < 2 ? classId : undefined
    const to = own ?? (school && !school.isUsual ? NO_CLASS : same?.id ?? (classId === null || school ? NEW_CLASS : NO_CLASS))
    return { to, name: title.slice(0, LONGEST_NAME).trim(), again: false }
  }
  const targetOf = (title: string) => targets.value.get(title) ?? firstTarget(title)

  const groups = computed<readonly ListGroup[]>(() => titles.value.map((title, place) => {
    const target = targetOf(title)
    const isFirst = place === 0
    const own = entries.value.filter(({ group, listed }) => group === title || (isFirst && group === '' && listed.doubt !== undefined))
    const there = taken.value.get(target.to) ?? []
    const looked = lookThrough(target.to === NO_CLASS ? [] : own, answers.value, there, withInitials.value)
    const school = source.value?.kind === 'school' ? source.value.files.classes.find(one => one.title === title) : undefined
    return {
      ...looked, title, target, year: school?.year ?? '', teachers: school?.teachers ?? [], ended: school?.ended ?? 0,
      unknown: school?.unknown ?? 0, listed: own.filter(({ listed }) => !isNoRow(listed)).length,
      isTooMany: there.length + looked.names.length > MOST_PUPILS,
    }
  }))
  const used = computed(() => groups.value.filter(({ target }) => target.to !== NO_CLASS))
  const asked = computed(() => used.value.flatMap(group => group.asked))
  const count = computed(() => used.value.reduce((sum, { names }) => sum + names.length, 0))
  const nameless = computed(() => used.value.some(({ target }) => target.to === NEW_CLASS && target.name.trim() === ''))
  const isTooMany = computed(() => used.value.some(group => group.isTooMany))

  // Who is in a class is asked once it is chosen, so that nobody is added twice.
  watch(() => used.value.map(({ target }) => target.to).filter(to => to !== NEW_CLASS && !taken.value.has(to)), async (wanted) => {
    for (const to of new Set(wanted)) {
      // Where it cannot be asked, the server still adds nobody twice.
      const one = await $fetch(`/api/classes/${to}`).catch(() => null)
      if (one) taken.value = new Map(taken.value).set(to, one.pupils.map(({ name }) => name))
    }
  })

  function read(make: () => ListSource) {
    unreadable.value = ''
    try {
      source.value = make()
      id = crypto.randomUUID()
      answers.value = new Map()
      targets.value = new Map()
      if (source.value.kind !== 'sheet') return
      encoding.value = source.value.sheet.encoding
      column.value = source.value.sheet.chosen
      groupColumn.value = source.value.sheet.classes.length > 0 ? 0 : null
    }
    catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      source.value = undefined
      unreadable.value = t(`pupils.unreadable.${error.problem}`, error.row ? { row: error.row.number, text: error.row.text } : {})
    }
  }

  return {
    source, unreadable, column, groupColumn, withInitials, encoding, groups, used, asked, count, nameless, isTooMany,
    readText: (text: string) => read(() => ({ kind: 'sheet', label: '', sheet: readNameText(text) })),
    readFiles: async (files: readonly File[]) => {
      const chosen = await bytesIn(files)
      read(() => sourceOf(chosen, new Date().toISOString().slice(0, 10)))
    },
    readAgain: (wanted: ListEncoding) => {
      const one = source.value
      if (one?.kind === 'sheet' && one.bytes) read(() => ({ ...one, sheet: readNameFile(one.bytes ?? new Uint8Array(), wanted) }))
    },
    forget: () => {
      source.value = undefined
      taken.value = new Map()
    },
    setTarget: (title: string, change: Partial<ListTarget>) => {
      targets.value = new Map(targets.value).set(title, { ...targetOf(title), ...change })
    },
    say: (key: number, answer: ListAnswer) => {
      answers.value = new Map(answers.value).set(key, answer)
    },
    sayAllRight: () => {
      for (const group of used.value) answers.value = allRight(group, answers.value)
    },
    /** Sends the names that are left, and nothing else of the list. @param staffIds by address of a teacher */
    send: (staffIds: ReadonlyMap<string, string>) => $fetch<TakenList>('/api/class-lists', {
      method: 'POST',
      body: {
        id,
        classes: used.value.map(({ target, year, teachers, names }): ListedClass => ({
          classId: target.to === NEW_CLASS ? null : target.to,
          name: target.to === NEW_CLASS ? target.name : '',
          year: target.to === NEW_CLASS ? year as ListedClass['year'] : '',
          staffIds: target.to === NEW_CLASS ? teachers.flatMap(address => staffIds.get(address) ?? []) : [],
          names: [...names],
          again: target.again,
        })),
      },
    }),
  }
}
