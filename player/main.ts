/** The script of a package: takes over the prerendered opening screen and connects the LMS. */
import { createPinia } from 'pinia'
import * as vueForActivities from 'virtual:vue-for-activities'
import { createApp } from 'vue'
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
import { interactionsIn } from './lms/interactions-in'
import { fetchActivities } from './late-activities'
import { loadScript } from './load-script'
import type { PackageData } from './package-data'
import Package from './Package.vue'
import { scormRecorder } from './lms/scorm-recorder'
import './package.css'

declare global {
  interface Window {
    /** Written by the package's lesson.js; lesson.<locale>.js replaces it with the same lesson in another language. */
    whosThere?: PackageData
    /** What activities.js takes of Vue. */
    whosThereVue?: typeof vueForActivities
  }
}

/** Not before the first screen can be used. Milliseconds. */
const PICTURES_AFTER = 1_000

const noPreferences = encodePreferences(defaultPreferences)

function play(data: PackageData) {
  const pinia = createPinia()
  const { settings, locales, root } = data
  window.whosThereVue = vueForActivities
  const recorder = isScorm(data.format)
    ? scormRecorder({
        outline: outlineOf(data.lesson, { completion: settings.completion, endedCompletes: settings.endedCompletes }),
        windowLike: window,
        version: scormVersionOf(data.format),
        readInteractions: settings.interactions ? interactionsIn(data.lesson) : undefined,
        navigation: settings.finish.to === 'platform' ? settings.navigation : null,
        root,
        onLate: (found) => {
          useLessonSession(pinia).goOnFrom(found)
          connectPreferences()
        },
      })
    : undefined

  /** The preferences' digits, then the place of the chosen language where one was chosen. */
  let kept = ''
  const keep = (preferences: string, language: string) => {
    kept = preferences + language
    recorder?.keepPreferences(kept)
  }
  const languageDigit = () => kept.slice(noPreferences.length)
  function connectPreferences() {
    kept = recorder?.preferences ?? ''
    usePreferences(pinia).connect(kept, text => keep(text, languageDigit()))
    const chosen = languageDigit() && locales[Number(languageDigit())]
    if (chosen) void lesson.choose(chosen.locale)
  }

  const lesson = createApp(Package, {
    data,
    recorder,
    translated: async (locale: string) => {
      if (locale === locales[0]?.locale) return data
      return await loadScript(`lesson.${locale.toLowerCase()}.js`) ? window.whosThere ?? null : null
    },
    onLanguage: (locale: string) => {
      const { tag, direction } = languageOf(locale)
      document.documentElement.lang = tag
      document.documentElement.dir = direction
      keep((kept || noPreferences).slice(0, noPreferences.length), String(locales.findIndex(choice => choice.locale === locale)))
    },
  }).use(pinia).mount('#player') as InstanceType<typeof Package>
  // Mounting has opened the LMS session, so what it holds of the preferences is known now.
  connectPreferences()
  applyPreferences(pinia)
  document.querySelector('[data-not-started]')?.remove()
  void fetchActivities(root)
  if (recorder) watchForAdmins(data, recorder, () => loadScript(`${root}admin.js`))
  addLateFont('Lexend', `${root}fonts/lexend.woff2`, '100 900')
  if (settings.dyslexiaFont) addLateFont('OpenDyslexic', `${root}fonts/opendyslexic.woff2`, '400')
  setTimeout(() => fetchPictures(data), PICTURES_AFTER)
}

/** Held, so that the browser keeps them whatever an LMS says about caching. */
const pictures: HTMLImageElement[] = []

/** All pictures come while the opening is read: a network that goes later leaves no holes. */
function fetchPictures({ lesson, root }: PackageData) {
  for (const id of picturesOf(lesson)) {
    const picture = new Image()
    picture.src = root + pictureFile(id)
    pictures.push(picture)
  }
}

// A page that comes back from the browser's memory has already ended its session with the LMS: start it properly.
window.addEventListener('pageshow', event => event.persisted && window.location.reload())

if (window.whosThere) play(window.whosThere)
