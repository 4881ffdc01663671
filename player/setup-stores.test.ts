// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { computed, createApp, ref, watch } from 'vue'
import { createPinia, defineStore } from './setup-stores'

const seen: number[] = []
const useCounter = defineStore('counter', () => {
  const count = ref(1)
  watch(count, value => seen.push(value), { flush: 'sync' })
  return { count, double: computed(() => count.value * 2), add: () => count.value++ }
})

/** What the two components of an app get from one store. */
function twoComponents() {
  const found: unknown[] = []
  const pinia = createPinia()
  const child = { setup: () => (found.push(useCounter()), () => null) }
  createApp({ components: { child }, template: '<child />', setup: () => (found.push(useCounter()), () => null) }).use(pinia).mount(document.createElement('div'))
  return { pinia, found }
}

describe('a setup store of a package', () => {
  it('is one for the whole app, unwraps its refs, and goes on watching', () => {
    const { pinia, found } = twoComponents()
    const store = useCounter(pinia) as { count: number, double: number, add: () => void }
    expect(found.every(each => each === store)).toBe(true)
    store.add()
    expect([store.count, store.double]).toEqual([2, 4])
    expect(seen).toEqual([2])
  })

  it('is another one in another app', () => {
    expect(useCounter(createPinia())).not.toBe(useCounter(createPinia()))
  })
})
