/**
 * A small LMS page: it opens a package in a frame under scorm-again's run-time, keeps every call, and remembers between launches
 * what a real LMS would. Loaded by tests/support/packages/package-host.ts; `window.lms` is what tests talk to.
 */
(() => {
  const is2004 = new URLSearchParams(location.search).get('version') === '2004'
  const name = is2004 ? 'API_1484_11' : 'API'
  const calls = is2004
    ? ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic']
    : ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']
  const Api = is2004 ? (window.Scorm2004API.Scorm2004API ?? window.Scorm2004API) : (window.Scorm12API.Scorm12API ?? window.Scorm12API)

  let api
  let log = []
  let broken = false

  /** What an LMS keeps after a session, by the rules of SCORM: suspend data only after exit "suspend". */
  function kept() {
    const value = element => api.getCMIValue(element)
    if (is2004) {
      return {
        completion_status: value('cmi.completion_status'),
        success_status: value('cmi.success_status'),
        location: value('cmi.location'),
        suspend_data: value('cmi.suspend_data'),
        score: { scaled: value('cmi.score.scaled'), raw: value('cmi.score.raw'), min: value('cmi.score.min'), max: value('cmi.score.max') },
      }
    }
    return {
      lesson_status: value('cmi.core.lesson_status'),
      location: value('cmi.core.lesson_location'),
      suspend_data: value('cmi.suspend_data'),
      score: { raw: value('cmi.core.score.raw'), min: value('cmi.core.score.min'), max: value('cmi.core.score.max') },
    }
  }

  /** The last value the package set for an element, as the log tells it. */
  function lastSet(element) {
    const set = log.filter(([call, args]) => /SetValue$/.test(call) && args[0] === element)
    return set.length > 0 ? set[set.length - 1][1][1] : undefined
  }

  function wrapped() {
    const wrapper = {}
    for (const call of calls) {
      wrapper[call] = (...args) => {
        const result = broken && /SetValue|Commit/.test(call) ? 'false' : api[call](...args)
        log.push([
          call,
          args,
          result,
          /Last|String|Diagnostic/.test(call) ? '' : String(api[calls.find(name => name.endsWith('GetLastError'))]()),
        ])
        return result
      }
    }
    return wrapper
  }

  window.lms = {
    /** Opens the package; `before` is what an earlier launch's `close()` gave back. */
    launch(before, { lateBy = 0, without = false, source = '/package/index.html' } = {}) {
      log = []
      api = new Api({ autocommit: false, mastery_override: false, logLevel: 5, lmsCommitUrl: false })
      if (before) {
        const resumes = before.exit === 'suspend'
        const score = Object.fromEntries(Object.entries(before.score ?? {}).filter(([, value]) => value !== ''))
        api.loadFromJSON(is2004
          ? {
              completion_status: before.completion_status,
              success_status: before.success_status,
              score,
              entry: resumes ? 'resume' : '',
              ...(resumes ? { location: before.location, suspend_data: before.suspend_data } : {}),
            }
          : {
              core: { lesson_status: before.lesson_status, lesson_location: before.location, score, entry: resumes ? 'resume' : '' },
              suspend_data: before.suspend_data,
            })
      }
      if (!without && lateBy === 0) window[name] = wrapped()
      if (!without && lateBy > 0) setTimeout(() => (window[name] = wrapped()), lateBy)
      const frame = document.createElement('iframe')
      frame.src = source
      frame.title = 'Lesson'
      document.body.replaceChildren(frame)
    },
    /** Takes the frame away, as an LMS does when the pupil leaves; gives back what the next launch starts from. */
    close() {
      document.querySelector('iframe')?.remove()
      const exit = lastSet(is2004 ? 'cmi.exit' : 'cmi.core.exit')
      const end = { ...kept(), exit, log }
      delete window[name]
      return end
    },
    now: () => ({ ...kept(), log }),
    lastSet,
    break: (isBroken) => {
      broken = isBroken
    },
  }
})()
