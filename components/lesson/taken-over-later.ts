import { defineAsyncComponent, hydrateOnIdle, hydrateOnInteraction, type Component } from 'vue'

/**
 * Where the server has rendered the page, a part with little to press keeps its markup until the browser has nothing else to do, or
 * somebody presses something in it, which then counts. Only for parts that are taken over: built anew they would come a moment late.
 */
export function takenOverLater<T extends Component>(component: T): T {
  return defineAsyncComponent({
    loader: () => Promise.resolve(component),
    suspensible: false,
    hydrate: (hydrate, forEachElement) => {
      const takeOver = () => {
        stop()
        hydrate()
      }
      const stops = [hydrateOnIdle(), hydrateOnInteraction(['click', 'change'])].map(strategy => strategy(takeOver, forEachElement))
      const stop = () => stops.forEach(one => one?.())
      return stop
    },
  })
}
