import * as vue from 'vue'
import { ref, type Ref } from 'vue'
import { expect, it, vi } from 'vitest'
import { useLiveBoard } from './use-live-board'

/** What was noted of the last look: whether the way back is over, or which one it is. */
const noteWayBack = vi.fn()

/** Nuxt's own way of asking: a look that fails leaves no data. */
function liveBoard() {
  const data: Ref<unknown> = ref({ className: '5B' })
  const error: Ref<unknown> = ref(undefined)
  for (const name of ['computed', 'shallowRef', 'watch'] as const) vi.stubGlobal(name, vue[name])
  // When it looks again is not asked here.
  for (const name of ['onMounted', 'onBeforeUnmount']) vi.stubGlobal(name, () => undefined)
  vi.stubGlobal('useWayBack', () => ({ wayBack: ref('signed-out'), noteWayBack }))
  vi.stubGlobal('useFetch', () => ({ data, error, refresh: () => Promise.resolve() }))
  let live: ReturnType<typeof useLiveBoard> | undefined
  vue.effectScope().run(() => live = useLiveBoard('class', ref(false)))
  return { live, data, error }
}

function boardAfter(statusCode: number | undefined) {
  const { live, data, error } = liveBoard()
  data.value = undefined
  error.value = { statusCode }
  return { className: live?.board.value?.className, isAway: live?.isAway.value }
}

it.each([['the network', undefined], ['the server', 503]])('keeps the board that was seen last while %s is away, and says so', (_, statusCode) => {
  expect(boardAfter(statusCode)).toEqual({ className: '5B', isAway: true })
})

it.each([['whose session has ended', 401], ['whose class was deleted', 404]])('shows no board any more to somebody %s', (_, statusCode) => {
  expect(boardAfter(statusCode)).toEqual({ className: undefined, isAway: false })
})

it('looks on as before when a look succeeds, also where it was a form that met the end of the session', async () => {
  const { data } = liveBoard()
  data.value = { className: '5B' }
  await vue.nextTick()
  expect(noteWayBack).toHaveBeenLastCalledWith(undefined)
})
