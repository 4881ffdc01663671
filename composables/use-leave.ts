import { stopSpeaking } from '~/components/lesson/reading/read-aloud'

/** Leave this page: blanks the page, its title and any sound at once, then opens a neutral address that the school can set. */
export function useLeave() {
  const { leaveUrl } = useRuntimeConfig().public
  return () => {
    document.title = ''
    document.documentElement.hidden = true
    stopSpeaking()
    try {
      // Inside another site's page all of it goes, where the browser lets it.
      const whole = window.top ?? window
      whole.location.replace(leaveUrl)
    }
    catch {
      window.location.replace(leaveUrl)
    }
  }
}
