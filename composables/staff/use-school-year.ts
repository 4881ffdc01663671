import type { SchoolYearPlan, SchoolYearWish, TakenList, YearLine } from '#shared/api/rosters'
import { keyOf } from '#shared/people/pupil-names'
import { lookThrough, titleKey } from '~/utils/name-list/class-list'
import { compareLists, type ComingClass, type Comparison } from '~/utils/name-list/compare-lists'
import { UnreadableFile } from '~/utils/name-list/list-table'
import { bytesIn, classesIn, sourceOf, type ListedClasses } from '~/utils/name-list/list-source'

type Line = SchoolYearWish['lines'][number]
type Made = SchoolYearWish['made'][number]

/** A line of the table: what becomes of a class, as it was proposed or as somebody has changed it. */
export interface YearRow {
  readonly line: YearLine
  readonly step: Line['step']
  readonly name: string
  readonly staffId: string | null
  /** Another class would have the same name. */
  readonly isClash: boolean
  /** Nobody would have it. */
  readonly hasNobody: boolean
  /** To look at still: nobody has it, a name is taken, or its year cannot be told and nobody has said what becomes of it. */
  readonly isDoubtful: boolean
  readonly comparison: Comparison | undefined
}

export interface NewRow extends Omit<Made, 'names'> {
  readonly key: string
  readonly isClash: boolean
  readonly comparison: Comparison | undefined
}

/** The school year that is prepared: lines as the server proposes them, with what somebody changes; nothing happens before it is sent. */
export function useSchoolYear(plan: Readonly<Ref<SchoolYearPlan | null | undefined>>) {
  const { t } = useI18n()
  const changes = shallowRef<ReadonlyMap<string, Partial<Pick<Line, 'step' | 'name' | 'staffId'>>>>(new Map())
  const added = shallowRef<readonly (Omit<Made, 'names'> & { key: string })[]>([])
  const lists = shallowRef<ListedClasses>([])
  const pupils = shallowRef<ReadonlyMap<string, readonly string[]>>(new Map())
  const unreadable = ref('')
  /** Of what is sent: pressed twice, it is done once. */
  let id = crypto.randomUUID()

  const lines = computed(() => (plan.value?.lines ?? []).map((line) => {
    const change = changes.value.get(line.id) ?? {}
    const step = change.step ?? line.step
    const staffId = change.staffId ?? null
    return {
      line, step, name: step === 'up' ? change.name ?? line.nextName : line.name, staffId,
      hasNobody: line.concerns.includes('nobody') && staffId === null && step !== 'leaves',
      isUnsaid: line.concerns.includes('no-year') && change.step === undefined,
    }
  }))
  const stays = computed(() => lines.value.filter(({ step }) => step !== 'leaves'))
  const names = computed(() => [...stays.value, ...added.value].map(({ name }) => name))
  const isClash = (name: string) => names.value.filter(other => keyOf(other) === keyOf(name)).length > 1

  const coming = computed<readonly ComingClass[]>(() => [
    ...stays.value.map(({ line, name }) => ({ key: line.id, name, pupils: pupils.value.get(line.id) ?? [] })),
    ...added.value.map(({ key, name }) => ({ key, name, pupils: [] })),
  ])
  const compared = computed(() => compareLists(coming.value, lists.value.map(({ title, entries }) => ({
    title, looked: lookThrough(entries, new Map(), coming.value.find(({ name }) => titleKey(name) === titleKey(title))?.pupils ?? []),
  }))))

  const rows = computed<readonly YearRow[]>(() => lines.value.map(({ isUnsaid, ...one }) => {
    const isTwice = one.step === 'up' && isClash(one.name)
    return { ...one, isClash: isTwice, isDoubtful: isTwice || one.hasNobody || isUnsaid, comparison: compared.value.of.get(one.line.id) }
  }))
  const news = computed<readonly NewRow[]>(() => added.value.map(one => ({
    ...one, isClash: isClash(one.name), comparison: compared.value.of.get(one.key),
  })))
  /** Names that become free and nobody takes: the youngest classes are often called so again. */
  const isTaken = (name: string) => names.value.some(other => keyOf(other) === keyOf(name))
  const free = computed(() => lines.value.filter(({ step, line }) => step === 'up' && !isTaken(line.name)).map(({ line }) => line.name))
  const isReady = computed(() => rows.value.some(({ line }) => !line.isDone)
    && ![...rows.value, ...news.value].some(row => row.isClash || row.name.trim() === ''))

  return {
    rows, news, free, isReady, unreadable,
    unmatched: computed(() => compared.value.unmatched),
    hasList: computed(() => lists.value.length > 0),
    change: (classId: string, change: Partial<Pick<Line, 'step' | 'name' | 'staffId'>>) => {
      changes.value = new Map(changes.value).set(classId, { ...changes.value.get(classId), ...change })
    },
    /** Says of several at once what becomes of them. @returns what takes that back, and leaves what else was changed */
    changeSteps: (classIds: readonly string[], step: Line['step']) => {
      const before = new Map(classIds.map(classId => [classId, changes.value.get(classId)?.step]))
      const put = (stepOf: (classId: string) => Line['step'] | undefined) => {
        const all = new Map(changes.value)
        for (const classId of classIds) {
          const { step: _, ...others } = all.get(classId) ?? {}
          const next = stepOf(classId)
          all.set(classId, next === undefined ? others : { ...others, step: next })
        }
        changes.value = all
      }
      put(() => step)
      return () => put(classId => before.get(classId))
    },
    addClass: (name: string) => {
      added.value = [...added.value, { key: crypto.randomUUID(), name, year: '', staffId: null }]
    },
    changeNew: (key: string, change: Partial<Omit<Made, 'names'>>) => {
      added.value = added.value.map(one => (one.key === key ? { ...one, ...change } : one))
    },
    removeNew: (key: string) => {
      added.value = added.value.filter(one => one.key !== key)
    },
    /** Reads a list of the new year on this device, and asks who is in the classes now. */
    compare: async (files: readonly File[]) => {
      unreadable.value = ''
      try {
        const found = classesIn(sourceOf(await bytesIn(files), new Date().toISOString().slice(0, 10)))
        for (const { line } of lines.value.filter(({ line: { id: classId } }) => !pupils.value.has(classId))) {
          const one = await $fetch(`/api/classes/${line.id}`)
          pupils.value = new Map(pupils.value).set(line.id, one.pupils.map(({ name }) => name))
        }
        lists.value = found
        if (found.length === 0) unreadable.value = t('rosters.year.no-classes')
      }
      catch (error) {
        if (!(error instanceof UnreadableFile)) throw error
        unreadable.value = t(`pupils.unreadable.${error.problem}`, error.row ? { row: error.row.number, text: error.row.text } : {})
      }
    },
    startAnew: () => {
      changes.value = new Map()
      added.value = []
      lists.value = []
      pupils.value = new Map()
      id = crypto.randomUUID()
    },
    send: () => $fetch<TakenList>('/api/school-year', {
      method: 'POST',
      body: {
        id,
        ends: plan.value?.ends,
        lines: rows.value.filter(({ line }) => !line.isDone).map(({ line, step, name, staffId, comparison }): Line => ({
          classId: line.id, was: line.name, step, name, year: line.nextYear as Line['year'], staffId, names: [...comparison?.new ?? []],
        })),
        made: news.value.map(({ name, year, staffId, comparison }): Made => ({ name, year, staffId, names: [...comparison?.new ?? []] })),
      },
    }),
  }
}
