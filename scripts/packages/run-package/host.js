/**
 * The page of a small LMS, for `check-package --run`: opens a package in a frame under scorm-again's run-time, and writes down
 * what it does. A plain script, served as it stands beside scorm-again's own; run-package.ts talks with `window.lms`.
 */
(() => {
  const MOST_CALLS = 5000
  /** SCORM 1.2 RTE 3.4.4 and SCORM 2004 RTE 4.2.23; scorm-again lets more through. */
  const suspendLimit = { API: 4096, API_1484_11: 64000 }
  const calls = {
    API: [
      'LMSInitialize',
      'LMSFinish',
      'LMSGetValue',
      'LMSSetValue',
      'LMSCommit',
      'LMSGetLastError',
      'LMSGetErrorString',
      'LMSGetDiagnostic',
    ],
    API_1484_11: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'],
  }

  const record = { lookedFor: [], begun: false, ended: false, count: 0, log: [], values: {} }
  const looked = name => record.lookedFor.includes(name) || record.lookedFor.push(name)

  function wrapped(place, api) {
    const [begin, end, , set] = calls[place]
    const lastError = calls[place].find(name => name.endsWith('GetLastError'))
    const wrapper = {}
    for (const name of calls[place]) {
      wrapper[name] = (...args) => {
        const result = api[name](...args)
        const isQuestion = /Error|Diagnostic/.test(name)
        const error = isQuestion ? '0' : String(api[lastError]())
        record.count++
        if (name === begin && String(result) === 'true') record.begun = true
        if (name === end && String(result) === 'true') record.ended = true
        if (name === set && String(result) === 'true') record.values[args[0]] = String(args[1])
        const tooLong = name === set && args[0] === 'cmi.suspend_data' && String(args[1]).length > suspendLimit[place]
        if ((error !== '0' || tooLong) && record.log.length < MOST_CALLS) {
          record.log.push({
            call: name,
            element: isQuestion || args.length === 0 ? '' : String(args[0]).slice(0, 200),
            error: tooLong ? 'too-long' : error,
          })
        }
        return result
      }
    }
    return wrapper
  }

  function begun(api, given) {
    api.loadFromFlattenedJSON({ ...given })
    return api
  }

  window.lms = {
    /**
     * @param place where the run-time stands by the manifest's version, null for pages that have none
     * @param given what the manifest has put into the data model, by full element names
     */
    launch(source, place, given) {
      const settings = { autocommit: false, mastery_override: false, logLevel: 5, lmsCommitUrl: false }
      const make = name => name === 'API'
        ? new (window.Scorm12API.Scorm12API ?? window.Scorm12API)(settings)
        : new (window.Scorm2004API.Scorm2004API ?? window.Scorm2004API)(settings)
      for (const name of ['API', 'API_1484_11']) {
        const api = name === place ? wrapped(name, begun(make(name), given)) : undefined
        Object.defineProperty(window, name, { configurable: true, get: () => (looked(name), api) })
      }
      const frame = document.createElement('iframe')
      frame.title = 'Lesson'
      frame.src = source
      frame.addEventListener('load', () => {
        window.lms.loaded = true
      })
      document.body.replaceChildren(frame)
    },
    loaded: false,
    /** As an LMS takes the lesson away: the page in the frame is left, and may say its last words. */
    leave() {
      const frame = document.querySelector('iframe')
      if (frame) frame.src = 'about:blank'
    },
    record: () => JSON.parse(JSON.stringify(record)),
  }
})()
