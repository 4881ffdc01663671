/**
 * The view for LMS admins inside a package: versions, every call to the LMS, and what it holds. Loaded only when asked for
 * (admin-view.ts).
 */
import type { AdminViewInput } from './admin-view'

/** What is read for the view. Never the learner's name or id. */
const elements = {
  1.2: [
    'cmi.core.lesson_status',
    'cmi.core.lesson_location',
    'cmi.core.score.raw',
    'cmi.core.credit',
    'cmi.core.lesson_mode',
    'cmi.core.entry',
    'cmi.core.total_time',
    'cmi.student_data.mastery_score',
    'cmi.suspend_data',
  ],
  2004: [
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.location',
    'cmi.score.raw',
    'cmi.score.scaled',
    'cmi.credit',
    'cmi.mode',
    'cmi.entry',
    'cmi.total_time',
    'cmi.scaled_passing_score',
    'cmi.suspend_data',
  ],
} as const

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const made = element('table')
  for (const [index, cells] of [heads, ...rows].entries()) {
    const row = element('tr')
    row.append(...cells.map(cell => element(index === 0 ? 'th' : 'td', cell)))
    made.append(row)
  }
  return made
}

function open({ data, recorder }: AdminViewInput) {
  document.querySelector('[data-admin]')?.remove()
  const dialog = document.createElement('dialog')
  dialog.dataset.admin = ''
  dialog.setAttribute('aria-label', 'For LMS admins')

  function refresh() {
    // Reading the values is a call to the LMS too, so the log is copied first.
    const lms = recorder.inspect()
    const calls = [...lms?.log ?? []]
    const values = lms ? elements[lms.version].map(name => [name, lms.get(name)]) : []
    const close = element('button', 'Close')
    close.addEventListener('click', () => dialog.close())
    const again = element('button', 'Refresh')
    again.addEventListener('click', refresh)
    const copy = element('button', 'Copy')
    copy.addEventListener('click', () => void navigator.clipboard?.writeText(dialog.innerText).catch(() => undefined))
    dialog.replaceChildren(
      element('h2', 'For LMS admins'),
      element(
        'p',
        `Lesson ${data.lesson.id}, version ${data.lesson.version}, ${data.lesson.locale}. Package ${data.format}, made with release ${data.release}.`,
      ),
      element('p', lms ? `Connected to a SCORM ${lms.version} run-time.` : 'No LMS was found, so nothing is recorded.'),
      again,
      copy,
      close,
      element('h3', 'What the LMS holds'),
      table(['Element', 'Value'], values),
      element('h3', `Calls (${calls.length}, newest last)`),
      table(
        ['Time', 'Call', 'Answer'],
        calls.map(({ at, call, values, answer }) => [
          new Date(at).toISOString().slice(11, 23),
          `${call}(${values.join(', ')})`,
          typeof answer === 'symbol'
            ? 'threw, or there is no such function'
            : `${typeof answer === 'string' ? '' : `${typeof answer} `}${String(answer)}`,
        ]),
      ),
    )
  }

  refresh()
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

window.whosThereAdmin = open
