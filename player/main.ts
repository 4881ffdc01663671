/** The script of a package: takes over the prerendered opening screen and connects the LMS. */
import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import { scormVersionOf } from '#shared/scorm/package-format'
import { outlineOf } from '#activities/scoring'
import '../components/lesson/tokens.css'
import { applyPreferences } from '../components/lesson/apply-preferences'
import { useLessonSession } from '../stores/lesson-session'
import { usePreferences } from '../stores/preferences'
import type { PackageData } from './package-data'
import Package from './Package.vue'
import { scormRecorder } from './scorm-recorder'
import './package.css'

declare global {
  interface Window {
    /** Written by the package's lesson.js. */
    whosThere?: PackageData
  }
}

function play(data: PackageData) {
  const pinia = createPinia()
  const recorder = scormRecorder({
    outline: outlineOf(data.lesson),
    windowLike: window,
    version: scormVersionOf(data.format),
    onLate: (attempt) => {
      useLessonSession(pinia).goOnFrom(attempt)
      connectPreferences()
    },
  })
  const connectPreferences = () => usePreferences(pinia).connect(recorder.preferences, text => recorder.keepPreferences(text))
  createSSRApp(Package, { data, recorder }).use(pinia).mount('#player')
  // Mounting has opened the LMS session, so what it holds of the preferences is known now.
  connectPreferences()
  applyPreferences(pinia)
}

/**
 * The default font comes after everything that the first screen needs, or it would take its share of a slow line from the scripts.
 * Where it cannot be loaded, the letters of the system stay.
 */
function loadFont() {
  const font = new FontFace('Lexend', 'url(fonts/lexend.woff2)', { weight: '100 900' })
  font.load().then(loaded => document.fonts.add(loaded), () => {})
}

// A page that comes back from the browser's memory has already ended its session with the LMS: start it properly.
window.addEventListener('pageshow', event => event.persisted && window.location.reload())

if (window.whosThere) {
  play(window.whosThere)
  loadFont()
}
