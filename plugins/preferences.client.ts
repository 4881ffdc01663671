/** Keeps the pupil's preferences on this device and puts them on the root element, for every page. */
import { usePreferences } from '~/stores/preferences'
import { applyPreferences } from '~/components/lesson/apply-preferences'

const KEY = 'whos-there:preferences'

export default defineNuxtPlugin(() => {
  const store = usePreferences()
  const read = () => {
    try {
      return window.localStorage.getItem(KEY)
    }
    catch {
      return null
    }
  }
  store.connect(read(), (text) => {
    try {
      window.localStorage.setItem(KEY, text)
    }
    catch {
      // Full or forbidden: the preferences hold until the page is closed.
    }
  })
  applyPreferences()
})
