/** The script of a package: takes over the prerendered opening screen and connects the LMS. */
import { opening, rest, writing } from './asked-first'
import { createPinia } from 'pinia'
import * as vueForActivities from 'virtual:vue-for-activities'
import { createSSRApp, nextTick } from 'vue'
import { defaultPreferences, encodePreferences } from '#shared/lesson/preferences'
import { isScorm, scormVersionOf } from '#shared/scorm/package-format'
import { languageOf } from '#shared/text/language-of'
import { pictureFile, picturesOf } from '#activities/pictures'
import { outlineOf } from '#activities/scoring'
import '../components/lesson/tokens.css'
import { applyPreferences } from '../components/lesson/apply-preferences'
import { addLateFont } from '../components/lesson/late-font'
import { useLessonSession } from '../stores/lesson-session'
import { usePreferences } from '../stores/preferences'
import { watchForAdmins } from './admin-view'
import type { fetchRest } from './fetch-rest'
import { LEXEND_WEIGHTS } from './fonts'
import { takeActivities } from './late-activities'
import type { ReadInteractions } from './lms/lms-record'
import type { ScormRecorderOptions } from './lms/scorm-recorder'
import { lentParts } from './lent-parts'
import { loadScript } from './load-script'
import type { OpeningData, PackageData } from './package-data'
import Package from './Package.vue'
import { sessionFinder } from './lms/find-session'
import { LateRecorder } from './lms/late-recorder'
import './package.css'

declare global {
  interface Window {
    /** Written by the package's lesson.js; lesson.<locale>.js replaces it with the same lesson in another language. */
    whosThere?: PackageData
    /** What activities.js takes of Vue. */
    whosThereVue?: typeof vueForActivities
    /** What activities.js takes of parts. */
    whosThereParts?: typeof lentParts
    /** Written by early.js: does what was pressed before, and keeps no more. @param isElsewhere the opening is not what is gone on with */
    whosThereEarly?: (isElsewhere: boolean) => void
  }
}

/** Not before the first screen can be used. Milliseconds. */
const PICTURES_AFTER = 1_000

const noPreferences = encodePreferences(defaultPreferences)

/** Lets the browser show what it has, and take what was pressed. */
const breath = () => new Promise<void>(resolve => setTimeout(resolve))

/** In pieces, each short: a slow device can paint and scroll between them. */
async function play(data: OpeningData, rest: ReturnType<typeof fetchRest>) {
  const pinia = createPinia()
  const { settings, locales, root } = data
  window.whosThereVue = vueForActivities
  window.whosThereParts = lentParts
  const version = isScorm(data.format) ? scormVersionOf(data.format) : undefined
  let readInteractions: ReadInteractions = () => null
  const onLate: NonNullable<ScormRecorderOptions['onLate']> = found => void mounted.then(() => {
    useLessonSession(pinia).goOnFrom(found)
    return connectPreferences()
  })
  const recorder = version && new LateRecorder(window, sessionFinder(window, version), onLate)

  /** The preferences' digits, then the place of the chosen language where one was chosen. */
  let kept = ''
  const keep = (preferences: string, language: string) => {
    kept = preferences + language
    recorder?.keepPreferences(kept)
  }
  const languageDigit = () => kept.slice(noPreferences.length)
  async function connectPreferences() {
    kept = recorder?.preferences ?? ''
    usePreferences(pinia).connect(kept, text => keep(text, languageDigit()))
    const chosen = languageDigit() && locales[Number(languageDigit())]
    if (chosen) await (await mounted).choose(chosen.locale)
  }

  const app = createSSRApp(Package, {
    data,
    recorder,
    translated: async (locale: string) => {
      if (locale === locales[0]?.locale) return (await rest).lesson
      return await loadScript(`lesson.${locale.toLowerCase()}.js`) ? window.whosThere ?? null : null
    },
    onLanguage: (locale: string) => {
      const { tag, direction } = languageOf(locale)
      document.documentElement.lang = tag
      document.documentElement.dir = direction
      keep((kept || noPreferences).slice(0, noPreferences.length), String(locales.findIndex(choice => choice.locale === locale)))
    },
  }).use(pinia)
  const mounted = breath()
    .then(() => recorder?.meet())
    .then(breath)
    .then(() => app.mount('#player') as InstanceType<typeof Package>)

  const lesson = await mounted
  // What an LMS holds of the preferences is known with the attempt.
  void (recorder?.resume() ?? Promise.resolve()).then(connectPreferences)
  applyPreferences(pinia)
  document.querySelector('[data-not-started]')?.remove()
  window.whosThereEarly?.(recorder?.holdsAttempt ?? false)
  void writing?.then(scormRecorder => recorder?.take(findSession => scormRecorder({
    outline: outlineOf(data.lesson, { completion: settings.completion, endedCompletes: settings.endedCompletes }),
    windowLike: window,
    findSession,
    readInteractions: settings.interactions ? attempt => readInteractions(attempt) : undefined,
    navigation: settings.finish.to === 'platform' ? settings.navigation : null,
    root,
    onLate,
  })))
  if (recorder) watchForAdmins(data, recorder, () => loadScript(`${root}admin.js`))

  const { lesson: whole, activities } = await rest
  readInteractions = activities.interactionsIn(whole.lesson)
  lesson.complete(whole)
  // What is done on the screens looks into them, so they are there before.
  await nextTick()
  takeActivities(activities)
  addFonts(data)
  setTimeout(() => fetchPictures(whole), PICTURES_AFTER)
}

/** After all that somebody may be waiting for. */
function addFonts({ root, settings }: PackageData) {
  addLateFont('Lexend', `${root}fonts/lexend.woff2`, LEXEND_WEIGHTS.join(' '))
  if (settings.dyslexiaFont) addLateFont('OpenDyslexic', `${root}fonts/opendyslexic.woff2`, '400')
}

/** Held, so that the browser keeps them whatever an LMS says about caching. */
const pictures: HTMLImageElement[] = []

/** All pictures come while the opening is read: a network that goes later leaves no holes. */
function fetchPictures({ lesson, pictures: held, root }: PackageData) {
  for (const id of picturesOf(lesson).filter(one => !(one in held))) {
    const picture = new Image()
    picture.src = root + pictureFile(id)
    pictures.push(picture)
  }
}

// A page that comes back from the browser's memory has already ended its session with the LMS: start it properly.
window.addEventListener('pageshow', event => event.persisted && window.location.reload())

if (opening && rest) void play(opening, rest)
