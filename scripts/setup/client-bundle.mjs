/**
 * How the app's scripts are put into files (used by nuxt.config.ts). Each file costs a slow line a wait and half a kilobyte of
 * headers, and small ones compress badly: so what every page needs is one file, and what surrounds each of a pupil's pages is
 * another. tests/browser/pupils/bytes.spec.ts holds what that comes to.
 */

/** Small things that nearly every page needs, though the start does not. */
const SMALL = new RegExp([
  'plugin-vue:export-helper',
  '/nuxt/dist/pages/runtime/composables\\.js$',
  '/composables/use-(?:no-script|reading-settings)\\.ts$',
  '/utils/page-error\\.ts$',
  '/shared/lesson/bands\\.ts$',
].join('|'))
/**
 * Around a pupil's own pages. (What is asked for by name, a page or a layout, stays a file of its own: the service worker looks
 * for it.)
 */
const PUPIL
  = /\/composables\/use-leave\.ts$|\/components\/lesson\/(?:quick-exit|reading\/(?:read-aloud|sentences|voices))\.ts$|\/utils\/class-work\/own-answers\.ts$/

/** What sends a pupil's work, which is on the page with their lessons and in the lessons. */
const WORK = /\/utils\/class-work\/(?:class-outbox|class-sender|post-json)\.ts$|\/shared\/api\/events\.ts$|\/idb-keyval\//

/** The reading settings, which every page brings, and the words of the player. */
const READING
  = /\/components\/lesson\/dialogs\/(?:PreferencesDialog|ModalDialog)\.vue|\/activities\/parts\/host\.ts$|\/i18n\/player\/en\.json$|\/i18n\/player-words\.ts$|\/composables\/use-player-words\.ts$/

/** What a lesson needs before its activities, which the board in class and the gallery need as well. */
const LESSON = new RegExp([
  '/components/lesson/(?:ScreenView|OpeningScreen|FootBar|dialogs/HelpDialog)\\.vue',
  '/activities/(?:[\\w-]+/score|scoring|worded-screens|branching|at-hand|face-for|pictures|is-activity)\\.ts$',
  '/activities/parts/(?:text/(?:GlossaryTerm|RichText|SayLine|PictureFrame)|scene/\\w+|ChapterPath|SmallPicture)\\.vue',
  '/shared/text/inline-text\\.ts$',
].join('|'))

/** Lists of everything in Nuxt: who asks for one thing of them is not to get all. */
const LISTS = /\/nuxt\/dist\/app\/(?:composables\/|components\/)?index\.js$/

/** Pages that nobody waits for on a slow line, and what comes while something is read. */
const LATER = /\/(?:pages|components)\/(?:teach|staff|export|gallery|curriculum)\/|\/activities\/components\.ts$|\/@zxcvbn-ts\//

/** @param {readonly string[]} modules @returns whether a file of these is run as soon as it has come */
export const isRunAtOnce = modules => !modules.some(module => LATER.test(module))

/** @type {import('vite').Rolldown.InputOptions & { output: import('vite').Rolldown.OutputOptions }} */
export const clientBundle = {
  treeshake: { moduleSideEffects: [{ test: LISTS, sideEffects: false }] },
  output: {
    codeSplitting: {
      groups: [
        { name: 'core', tags: ['$initial'], priority: 2 },
        { name: 'small', test: SMALL, priority: 1 },
        { name: 'pupil', test: PUPIL },
        { name: 'work', test: WORK },
        { name: 'reading', test: READING },
        { name: 'lesson', test: LESSON },
      ],
    },
  },
}
