// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { nextTick, ref, type Ref } from 'vue'
import { afterEach, expect, it, vi } from 'vitest'
import { useLiveBoard } from './use-live-board'

/** What stands in the way of somebody's forms, as the last one that was not taken has left it. */
const wayBack = ref<string | null>(null)
const mounted: { unmount(): void }[] = []
afterEach(() => {
  for (const wrapper of mounted.splice(0)) wrapper.unmount()
})

/** Nuxt's own way of asking: a look that fails leaves no data. */
function liveBoard() {
  const data: Ref<unknown> = ref({ className: '5B' })
  const error: Ref<unknown> = ref(undefined)
  wayBack.value = 'signed-out'
  vi.stubGlobal('useState', () => wayBack)
  vi.stubGlobal('useNuxtApp', () => ({ payload: {} }))
  vi.stubGlobal('useFetch', () => ({ data, error, refresh: () => Promise.resolve() }))
  let live: ReturnType<typeof useLiveBoard> | undefined
  mounted.push(mount({ setup: () => {
    live = useLiveBoard('class')
    return () => null
  } }))
  return { live, data, error }
}

function boardAfter(statusCode: number | undefined) {
  const { live, data, error } = liveBoard()
  data.value = undefined
  error.value = { statusCode }
  return { className: live?.board.value?.className, isAway: live?.isAway.value }
}

it.each([
  ['the network', undefined],
  ['the server', 503],
])('keeps the board that was seen last while %s is away, and says so', (_, statusCode) => {
  expect(boardAfter(statusCode)).toEqual({ className: '5B', isAway: true })
})

it.each([['whose session has ended', 401], ['whose class was deleted', 404]])('shows no board any more to somebody %s', (_, statusCode) => {
  expect(boardAfter(statusCode)).toEqual({ className: undefined, isAway: false })
})

it('looks on as before when a look succeeds, also where it was a form that met the end of the session', async () => {
  const { data } = liveBoard()
  data.value = { className: '5B' }
  await nextTick()
  expect(wayBack.value).toBeNull()
})
