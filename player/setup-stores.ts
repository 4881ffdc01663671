/**
 * What a package needs of Pinia, under Pinia's names: setup stores, one of each an app.
 * The app runs Pinia itself. A package has no developer tools, no plugins, no option stores and no state from a server, and every pupil loads it
 * (docs/decisions/0012-setup-stores-in-packages.md), so its build takes this file in Pinia's place.
 */
import { effectScope, inject, reactive, type App } from 'vue'

type Stores = Map<string, object>

const storesKey = Symbol('stores')

export function createPinia() {
  const stores: Stores = new Map()
  return { stores, install: (app: App) => app.provide(storesKey, stores) }
}

/** @returns a function that gives the store, made when it is first asked for; outside of components it is handed what `createPinia` gave */
export function defineStore<T extends object>(id: string, setup: () => T) {
  return (pinia?: ReturnType<typeof createPinia>) => {
    const stores = pinia ? pinia.stores : inject(storesKey) as Stores
    // A scope of its own, so that what a store watches outlives the component that asked first.
    if (!stores.has(id)) stores.set(id, effectScope(true).run(() => reactive(setup())) ?? {})
    return stores.get(id)
  }
}
