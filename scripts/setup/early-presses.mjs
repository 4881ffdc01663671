/**
 * What is done on a page before its scripts are there is kept, by a few lines at the head of every page of the app (nuxt.config.ts puts
 * `keepEarly` there as text, so it uses nothing from outside it). plugins/early.client.ts does it once the page works: a press that
 * does nothing is pressed again, and then does two things. A package has its own (player/early.ts).
 */

/** Keeps presses, sent forms and changed fields, until `window.whosThereDoneEarly` is asked for them. */
export function keepEarly() {
  const early = { fields: new Map(), presses: new Set() }
  const listeners = {
    input: keepField,
    change: keepField,
    click({ target }) {
      const button = target.closest?.('button')
      // A form says itself that it is sent. A lesson may be gone on with elsewhere than at the opening that was pressed.
      if (!button || (button.form && button.type === 'submit') || button.matches('.player main *')) return
      early.presses.add(button)
      if (button.dataset.action !== 'leave') return
      // "Leave this page" does not wait: it is blank at once, and the rest follows (composables/use-leave.ts).
      document.title = ''
      document.documentElement.hidden = true
    },
    submit(event) {
      // A search needs no script.
      if (event.target.getAttribute('method') === 'get') return
      event.preventDefault()
      early.presses.add(event.target)
    },
  }
  function keepField({ target }) {
    early.fields.set(target, { value: target.value, checked: target.checked })
  }
  for (const name in listeners) document.addEventListener(name, listeners[name], true)
  window.whosThereDoneEarly = () => {
    for (const name in listeners) document.removeEventListener(name, listeners[name], true)
    return early
  }
}
