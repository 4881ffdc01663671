/**
 * An LMS that can misbehave. The run-time is scorm-again's; around it stand the faults of one row, and a store that survives only
 * what the LMS has really taken. Loaded by server.ts; `window.lms` is what the tests talk to.
 */
(() => {
  const is2004 = new URLSearchParams(location.search).get('version') === '2004'
  const name = is2004 ? 'API_1484_11' : 'API'
  const prefix = is2004 ? '' : 'LMS'
  const functions = {
    Initialize: `${prefix}Initialize`,
    Terminate: is2004 ? 'Terminate' : 'LMSFinish',
    GetValue: `${prefix}GetValue`,
    SetValue: `${prefix}SetValue`,
    Commit: `${prefix}Commit`,
    GetLastError: `${prefix}GetLastError`,
    GetErrorString: `${prefix}GetErrorString`,
    GetDiagnostic: `${prefix}GetDiagnostic`,
  }
  const Api = is2004 ? (window.Scorm2004API.Scorm2004API ?? window.Scorm2004API) : (window.Scorm12API.Scorm12API ?? window.Scorm12API)
  const core = is2004 ? 'cmi' : 'cmi.core'
  /** Shared by the windows of one pupil, as an LMS's database is. */
  const STORE = 'lms'

  const stored = () => JSON.parse(localStorage.getItem(STORE) ?? '{}')
  const store = values => localStorage.setItem(STORE, JSON.stringify(values))
  let session

  /** What the next launch is given: in 2004 the place and the suspend data only after exit "suspend". */
  function given(manner) {
    const values = stored()
    const isSuspended = values[`${core}.exit`] === 'suspend'
    const kept = Object.entries(values).filter(([element]) =>
      /status$|score\.|suspend_data$|location$/.test(element) && (!is2004 || isSuspended || !/suspend_data|location/.test(element)))
    return {
      ...Object.fromEntries(kept),
      [`${core}.entry`]: manner.entry ?? (isSuspended ? 'resume' : Object.keys(values).length > 0 ? '' : 'ab-initio'),
      [is2004 ? 'cmi.mode' : 'cmi.core.lesson_mode']: manner.mode ?? 'normal',
      [`${core}.credit`]: manner.credit ?? 'credit',
      ...(manner.passMark === undefined
        ? {}
        : is2004
          ? { 'cmi.scaled_passing_score': String(manner.passMark / 100) }
          : { 'cmi.student_data.mastery_score': String(manner.passMark) }),
    }
  }

  function nested(values) {
    const tree = {}
    for (const [element, value] of Object.entries(values)) {
      const path = element.split('.').slice(1)
      const leaf = path.pop()
      const parent = path.reduce((node, key) => (node[key] ??= {}), tree)
      parent[leaf] = value
    }
    return tree
  }

  function begin(manner) {
    const api = new Api({ autocommit: false, mastery_override: manner.passMark !== undefined, logLevel: 5, lmsCommitUrl: false })
    api.loadFromJSON(nested(given(manner)))
    // `written` waits for a commit; `known` is what counts as sent.
    return { api, manner, faults: manner.faults ?? [], isReachable: true, log: [], written: {}, known: {}, error: null }
  }

  /** The LMS takes what was set since the last time. Its own verdict, where it has a pass mark, replaces the lesson's. */
  function take(of) {
    const statuses = is2004 ? ['cmi.completion_status', 'cmi.success_status'] : ['cmi.core.lesson_status']
    const judged = of.manner.passMark === undefined ? [] : statuses.map(element => [element, of.api.getCMIValue(element)])
    const taken = { ...of.written, ...Object.fromEntries(judged) }
    // Windows see each other's writes a moment late, so one with nothing to say must not write back what it read.
    if (Object.keys(taken).length > 0) store({ ...stored(), ...taken })
    of.written = {}
  }

  /** As Moodle compares: scores are numbers to it, however they are written. */
  const isKnown = (known, value, element) =>
    known !== undefined && (/score/.test(element) ? Number(known) === Number(value) : known === value)

  function work(of, call, args) {
    const result = of.api[functions[call]](...args)
    if (call === 'SetValue' && result === 'true') {
      if (!of.manner.forgetsWhatItRefused || !isKnown(of.known[args[0]], args[1], args[0])) of.written[args[0]] = args[1]
      of.known[args[0]] = args[1]
    }
    if ((call === 'Commit' || call === 'Terminate') && result === 'true') take(of)
    return result
  }

  function asNumber(call, result) {
    if (call !== 'GetValue') return result === 'true' ? 1 : 0
    return result === '' ? 0 : Number.isNaN(Number(result)) ? result : Number(result)
  }

  function block(milliseconds) {
    const end = performance.now() + milliseconds
    while (performance.now() < end);
  }

  function answer(of, call, args) {
    const { blocks = {} } = of.manner
    block(blocks[call] ?? blocks.every ?? 0)
    if (call === 'GetLastError' && of.error !== null) return of.error
    const fault = of.faults.find(candidate => candidate.call === call && (candidate.element ?? args[0]) === args[0])
    if (!/^Get(LastError|ErrorString|Diagnostic)$/.test(call)) of.error = null
    switch (fault?.does) {
      case 'false':
        of.error = fault.error ?? '101'
        if (call === 'Commit' && of.manner.forgetsWhatItRefused) of.written = {}
        return 'false'
      case 'throws': throw new Error('Internal error 101 of the LMS')
      case 'nothing':
        of.error = '391'
        return null
      case 'lost':
        // Counts as sent: what stays the same is not sent again.
        of.written = {}
        return 'true'
      case 'undefined':
        work(of, call, args)
        return undefined
      case 'number': return asNumber(call, work(of, call, args))
      default: return work(of, call, args)
    }
  }

  function apiOf(of) {
    const api = {}
    for (const [call, named] of Object.entries(functions)) {
      api[named] = (...args) => {
        if (!of.isReachable) return 'false'
        const entry = [call, ...args]
        of.log.push(entry)
        return answer(of, call, args)
      }
    }
    return api
  }

  function show(source, { popUp = false }) {
    if (popUp) {
      window.open(source)
      return
    }
    const frame = document.createElement('iframe')
    frame.src = source
    frame.title = 'Lesson'
    document.body.replaceChildren(frame)
  }

  window.lms = {
    /** Opens the lesson; `source` is the address of the package, or of the frame that holds it. */
    launch(source, manner, place) {
      const opened = begin(manner)
      session = opened
      delete window[name]
      // A visit that is over by then has no API any more.
      const appear = () => session === opened && opened.isReachable && (window[name] = apiOf(opened))
      if (manner.lateBy) setTimeout(appear, manner.lateBy)
      else if (!place.nowhere) appear()
      show(source, place)
    },
    /** The connection is gone from one moment to the next: nothing that the lesson does any more arrives. */
    cutOff() {
      session.isReachable = false
      document.querySelector('iframe')?.remove()
    },
    /** The frame goes away as when a pupil leaves; its last calls still arrive. */
    close() {
      document.querySelector('iframe')?.remove()
      session.isReachable = false
    },
    /** From now on the LMS has these faults. */
    misbehave(faults) {
      session.faults = faults
    },
    stored,
    store,
    log: () => session.log,
  }
})()
