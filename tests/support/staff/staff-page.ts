/**
 * A component of staff pages as on a page of theirs: with all words, dialogs and links, and with a server that answers what a
 * test says.
 */
import axe from 'axe-core'
import { configure, fireEvent, within } from '@testing-library/dom'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createFetch } from 'ofetch'
import { expect, onTestFinished, vi } from 'vitest'
import { computed, defineComponent, h, ref, Suspense, type Component, type Ref, type VNode } from 'vue'
import { createI18n } from 'vue-i18n'
import { areasOf } from '../../../i18n/areas'

// Names of roles are enough: whether something is hidden is asked of browsers, and costs a second here.
configure({ defaultHidden: true })

/** A server's refusal, as Nitro writes it. */
export class Refused {
  constructor(readonly status: number, readonly sentence: string, readonly data?: unknown) {}
}

/** What the server answers, by "METHOD /path": JSON, or a refusal; a function is asked anew each time. */
type Answers = Readonly<Record<string, unknown>>

export interface Asked {
  readonly what: string
  readonly body: unknown
}

interface Wanted {
  readonly props?: Readonly<Record<string, unknown>>
  readonly slots?: Readonly<Record<string, string | (() => VNode)>>
  readonly answers?: Answers
  /** Where the page is. */
  readonly path?: string
  /** State that other parts of the app have left, by its key. */
  readonly state?: Readonly<Record<string, unknown>>
}

const texts = import.meta.glob<Record<string, unknown>>('../../../i18n/locales/en/*.json', { import: 'default', eager: true })
/** What pages behind sign-in carry, with an LMS or without. */
const words = Object.assign({}, ...areasOf('/teach/lms').map(area => texts[`../../../i18n/locales/en/${area}.json`])) as never

const files = import.meta.glob<Component>(['../../../components/staff/**/*.vue', '../../../components/site/{LessonCover,ReviewState,SchoolBrand}.vue'], {
  import: 'default',
  eager: true,
})
const components = Object.fromEntries(Object.entries(files).map(([path, component]) => [/(\w+)\.vue$/.exec(path)?.[1] ?? path, component]))

const link = defineComponent({
  props: { to: { type: [String, Object], required: true } },
  setup: (props, { slots }) => () =>
    h('a', { href: typeof props.to === 'string' ? props.to : `${props.to.path}?${new URLSearchParams(props.to.query)}` }, slots.default?.()),
})
const clientOnly = defineComponent({ setup: (_, { slots }) => () => slots.default?.() })

/** What nobody should see: words that are not there, warnings of Vue, questions that the test does not answer. */
type Wrong = string[]

/** Takes the page away when the test is over, and fails it for what went wrong on the way. */
function tidyAfter(wrapper: VueWrapper, wrong: Wrong) {
  onTestFinished(() => {
    wrapper.unmount()
    document.body.innerHTML = ''
    expect(wrong).toEqual([])
  })
}

function answering(answers: Answers, asked: Asked[], wrong: Wrong) {
  return async (address: RequestInfo | URL, { method = 'GET', body }: RequestInit = {}) => {
    const what = `${method} ${String(address)}`
    asked.push({ what, body: typeof body === 'string' ? JSON.parse(body) as unknown : undefined })
    if (!(what in answers)) {
      wrong.push(`no answer to ${what}`)
      throw new TypeError('no answer')
    }
    const given = answers[what]
    const answer: unknown = typeof given === 'function' ? await (given as () => unknown)() : given
    if (!(answer instanceof Refused)) return Response.json(answer ?? null)
    const { status, sentence, data } = answer
    return Response.json({ error: true, statusCode: status, statusMessage: sentence, message: sentence, data }, { status })
  }
}

/** Nuxt's own parts that components of staff pages use. */
function stubNuxt({ answers = {}, state = {}, path = '/teach' }: Wanted, asked: Asked[], wrong: Wrong) {
  const $fetch = createFetch({ fetch: answering(answers, asked, wrong) as typeof fetch, Headers, AbortController })
  const states = new Map<string, Ref>(Object.entries(state).map(([key, value]) => [key, ref(value)]))
  const navigateTo = vi.fn()
  const nuxt = {
    $fetch,
    navigateTo,
    // Data is there later, as it is for who does not wait; who does gets it with the answer.
    useFetch: (path: string, { default: initial }: { default?: () => unknown } = {}) => {
      const data = ref(initial?.())
      const refresh = async () => {
        data.value = await $fetch(path)
      }
      const asking = refresh().then(() => ({ data, refresh }))
      return Object.assign(asking, { data, refresh })
    },
    useRoute: () => ({ path, fullPath: path, query: {}, params: {} }),
    useRouter: () => ({ replace: vi.fn() }),
    useState: (key: string, initial?: () => unknown) => {
      const known = states.get(key) ?? ref(initial?.())
      states.set(key, known)
      return known
    },
    // No language chosen: the default one.
    useNuxtApp: () => ({ payload: {} }),
    useRuntimeConfig: () => ({ app: { baseURL: '/' } }),
    useRequestURL: () => new URL('https://lessons.example/teach'),
    createError: ({ statusMessage, ...more }: { statusCode: number, statusMessage: string }) =>
      Object.assign(new Error(statusMessage), { statusMessage, ...more }),
  }
  for (const [name, part] of Object.entries(nuxt)) vi.stubGlobal(name, part)
  return { navigateTo }
}

/** Mounts a component; queries are Testing Library's, by role and label, as people find things. */
export async function openStaffPage(component: Component, wanted: Wanted = {}) {
  const asked: Asked[] = []
  const wrong: Wrong = []
  const nuxt = stubNuxt(wanted, asked, wrong)
  for (const method of ['warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void wrong.push(said.map(String).join(' ')))
  // Vue says once that Suspense may change.
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  const i18n = createI18n({
    legacy: false, locale: 'en', messages: { en: words },
    missing: (_, key) => {
      wrong.push(`no words for ${key}`)
      return key
    },
  })
  const events: { readonly name: string, readonly with: readonly unknown[] }[] = []
  const props = ref<Record<string, unknown>>({ ...wanted.props })
  /** What it tells the page around it; what a page would bind to stays bound. */
  const listeners = Object.fromEntries(((component as { emits?: readonly string[] }).emits ?? []).map(name => [
    `on${name[0]?.toUpperCase()}${name.slice(1)}`,
    (...values: unknown[]) => {
      events.push({ name, with: values })
      if (name.startsWith('update:')) props.value[name.slice('update:'.length)] = values[0]
    },
  ]))
  const bound = computed(() => ({ ...props.value, ...listeners }))
  const slots = Object.fromEntries(
    Object.entries(wanted.slots ?? {}).map(([name, slot]) => [name, typeof slot === 'string' ? () => slot : slot]),
  )
  const page = defineComponent(() => () => h(Suspense, () => h('main', { class: 'site teach' }, h(component, bound.value, slots))))
  const wrapper = mount(page, {
    attachTo: document.body,
    global: { plugins: [i18n], components: { ...components, NuxtLink: link, ClientOnly: clientOnly } },
  })
  tidyAfter(wrapper, wrong)
  await flushPromises()

  const find = within(document.body)
  const press = async (name: string | RegExp, role = 'button') => {
    fireEvent.click(find.getByRole(role, { name }))
    await flushPromises()
  }
  const fill = async (label: string | RegExp, value: string) => {
    const field = find.getByLabelText<HTMLInputElement>(label)
    field.value = value
    fireEvent.input(field)
    fireEvent.change(field)
    await flushPromises()
  }
  /** Of a choice that opens over the page, by keyboard. */
  const choose = async (label: string, option: string) => {
    fireEvent.keyDown(find.getByRole('combobox', { name: name => name.startsWith(`${label}: `) }), { key: 'Enter' })
    await flushPromises()
    fireEvent.keyDown(find.getByRole('option', { name: option }), { key: 'Enter' })
    await flushPromises()
  }
  const setProps = async (changed: Record<string, unknown>) => {
    Object.assign(props.value, changed)
    await flushPromises()
  }
  const told = (name: string) => events.filter(event => event.name === name).map(event => event.with)
  return { ...nuxt, asked, find, press, fill, choose, setProps, told, text: () => document.body.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '' }
}

/** @returns what axe-core finds in the component; colours and the page around it are looked at in browsers */
export async function accessibilityProblems(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      'heading-order': { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  })
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html}`))
}
