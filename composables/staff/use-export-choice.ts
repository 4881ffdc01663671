/**
 * What an LMS admin has chosen on the export page, and what it comes to: packages, problems by field, and what the server says of
 * the first package.
 */
import type { PackageSummary } from '#shared/api/packages'
import { defaultExportOptions, parseExportOptions, type ExportOptions, type OptionIssue } from '#shared/scorm/export-options'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import { DEFAULT_LOCALE } from '#shared/text/languages'

/** Where the check before import finds the options: they may hold a logo, which no address can carry. This tab only. */
const OPTIONS_KEY = 'whos-there:export-options'

const copy = (options: ExportOptions): ExportOptions => JSON.parse(JSON.stringify(options)) as ExportOptions

export function useExportChoice(known: readonly { id: string, locale: string }[], wanted: unknown) {
  const lessons = ref<string[]>(known.filter(({ id }) => id === wanted).map(({ id }) => id))
  if (lessons.value.length === 0 && known[0]) lessons.value = [known[0].id]
  const formats = ref<PackageFormat[]>(['scorm12'])
  const together = ref(false)
  const locales = ref<string[]>([known[0]?.locale ?? DEFAULT_LOCALE])
  const options = ref<ExportOptions>(copy(defaultExportOptions))

  const isCourse = computed(() => together.value && lessons.value.length > 1)
  const packageCount = computed(() => formats.value.length * (isCourse.value ? 1 : lessons.value.length))
  /** The same order as on the page, whatever was pressed first. */
  const request = computed(() => ({
    lessons: known.map(({ id }) => id).filter((id, index, all) => lessons.value.includes(id) && all.indexOf(id) === index),
    formats: packageFormats.filter(format => formats.value.includes(format)),
    together: isCourse.value,
    locales: locales.value,
    options: options.value,
  }))
  const first = computed(() => ({
    lessons: isCourse.value ? request.value.lessons : request.value.lessons.slice(0, 1),
    format: request.value.formats[0] ?? 'scorm12',
    locales: locales.value,
    options: options.value,
  }))

  const issues = computed<OptionIssue[]>(() => {
    const parsed = parseExportOptions(options.value)
    return parsed.ok ? [] : parsed.issues
  })
  const issueOf = (field: string) => issues.value.find(issue => issue.field === field)?.message
  const canExport = computed(() => issues.value.length === 0 && packageCount.value > 0 && locales.value.length > 0)

  const { summary, problem, isAsking } = useSummary(first, canExport)

  function takeOptions(taken: ExportOptions) {
    options.value = copy(taken)
  }

  /** Leaves the options for the check before import. */
  function rememberOptions() {
    try {
      sessionStorage.setItem(OPTIONS_KEY, JSON.stringify(options.value))
    }
    catch {
      // Storage is forbidden: the check starts with the defaults and says which it uses.
    }
  }

  return {
    lessons,
    formats,
    together,
    locales,
    options,
    isCourse,
    packageCount,
    request,
    first,
    issues,
    issueOf,
    canExport,
    summary,
    problem,
    isAsking,
    takeOptions,
    rememberOptions,
  }
}

/** Asks the server about the first package, a moment after the last change. */
function useSummary(first: Ref<object>, canExport: Ref<boolean>) {
  const summary = ref<PackageSummary>()
  const problem = ref('')
  const isAsking = ref(false)
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    const mine = ++latest
    isAsking.value = true
    try {
      const told = await $fetch('/api/export/summary', { method: 'POST', body: first.value })
      if (mine === latest) [summary.value, problem.value] = [told, '']
    }
    catch (error) {
      if (mine === latest) [summary.value, problem.value] = [undefined, messageOf(error)]
    }
    finally {
      if (mine === latest) isAsking.value = false
    }
  }

  onMounted(() => watch([first, canExport], () => {
    clearTimeout(timer)
    if (canExport.value) timer = setTimeout(ask, 250)
    else summary.value = undefined
  }, { immediate: true, deep: true }))
  onBeforeUnmount(() => clearTimeout(timer))

  return { summary, problem, isAsking }
}

/** @returns the server's own sentence, '' where there is none */
export function messageOf(error: unknown): string {
  const data
    = typeof error === 'object' && error !== null && 'data' in error
      ? (error.data as { data?: { issues?: { message?: string }[] } } | undefined)
      : undefined
  return data?.data?.issues?.map(({ message }) => message ?? '').filter(message => message !== '').join(' ') ?? ''
}
