/**
 * Presses that come before the player has taken over the page. They are kept, and count once it has: a press that does nothing is
 * pressed again, and then does two things. Where the lesson is gone on with in the middle, those on its opening have nothing to do.
 * Leaving does not wait: the page is blank at once, and the player does the rest.
 */
const pressed = new Set<HTMLElement>()

function keep({ target }: Event) {
  const control = target instanceof Element ? target.closest<HTMLElement>('#player :is(button, select)') : null
  if (!control) return
  pressed.add(control)
  if (control.dataset.action === 'leave') {
    document.title = ''
    document.querySelectorAll<HTMLElement>('.player').forEach(player => player.hidden = true)
  }
}

const kinds = ['click', 'change'] as const
for (const kind of kinds) document.addEventListener(kind, keep, true)

window.whosThereEarly = (isElsewhere) => {
  for (const kind of kinds) document.removeEventListener(kind, keep, true)
  for (const control of pressed) {
    if (!control.isConnected || (isElsewhere && control.closest('main'))) continue
    if (control.matches('select')) control.dispatchEvent(new Event('change', { bubbles: true }))
    else control.click()
  }
}
