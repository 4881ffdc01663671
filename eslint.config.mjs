// @ts-check
import accessibility from 'eslint-plugin-vuejs-accessibility'
import withNuxt from './.nuxt/eslint.config.mjs'

/** Import direction: shared ← activities ← stores, components/lesson ← pages, player. No arrow back. */
const no = (/** @type {string[]} */ group, /** @type {string} */ message) => ({ group, message })
const framework = no(
  ['vue', 'vue/*', 'pinia', 'nuxt', 'nuxt/*', 'h3', 'nitropack', 'nitropack/*', 'node:*'],
  'The core is pure: no Vue, Nitro, DOM or Node.',
)
const aboveActivities = no(
  ['**/components/**', '**/stores/**', '**/pages/**', '**/player/**', '**/server/**', '~/*', '@/*'],
  'Nothing in here may depend on what is built on top of it.',
)

/** @typedef {{ group: string[], message: string } | { regex: string, message: string }} Pattern */
/** @param {string[]} files @param {Pattern[]} patterns */
const direction = (files, ...patterns) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: { '@typescript-eslint/no-restricted-imports': /** @type {['error', object]} */ (['error', { patterns }]) },
})

const ofPages = no(
  ['vue', '**/components/**', '**/stores/**', '**/pages/**', '**/*.vue'],
  'The server uses shared and the .ts parts of activities.',
)
const http = no(
  ['h3', 'nitropack', 'nitropack/*', '#imports', '#app'],
  'Rules know nothing of HTTP: what needs a request stands in server/edge, and a rule throws a Refusal.',
)

/** The subjects of the server: each stands on those before it. */
const subjects = ['platform', 'content', 'scorm', 'work', 'accounts', 'classes', 'insight', 'assignments', 'lti', 'school']
const aboveSubjects = ['edge', 'api', 'routes', 'middleware', 'plugins', 'start']

/** A folder within a subject may be called as a subject is, so an import is judged by how far up it goes. */
const subjectRules = subjects.flatMap((subject, index) =>
  ['', '/*', '/*/*'].map((deeper, depth) =>
    direction([`server/${subject}${deeper}/*.ts`], ofPages, http, {
      regex: `^(?:\\.\\./){${depth + 1}}(?:${[...subjects.slice(index + 1), ...aboveSubjects].join('|')})/`,
      message: `server/${subject} stands below that folder (${subjects.join(' ← ')} ← ${aboveSubjects.join(', ')}).`,
    }),
  ),
)

export default withNuxt(
  { ignores: ['.releases/**', 'player/dist/**', 'packages/**', 'content/pictures/*.svg'] },
  ...accessibility.configs['flat/recommended'],
  {
    rules: {
      // A label around its control is as good as one that points at it.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/form-control-has-label': ['error', { labelComponents: ['FormField'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': 'allow-with-description' }],
      '@stylistic/quote-props': ['error', 'as-needed'],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // What cannot be broken may be longer: texts, patterns, addresses.
      '@stylistic/max-len': [
        'error',
        { code: 140, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      '@stylistic/max-len': 'off',
      'vue/max-len': [
        'error',
        {
          code: 140,
          template: 140,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
          ignoreHTMLTextContents: true,
          ignoreHTMLAttributeValues: true,
        },
      ],
    },
  },
  // Tables of cases are long, and nobody reads them from top to bottom.
  { files: ['**/*.test.ts', '**/*.spec.ts'], rules: { 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] } },
  {
    files: [
      'pages/**',
      'components/**',
      'composables/**',
      'layouts/**',
      'middleware/**',
      'plugins/**',
      'stores/**',
      'utils/**',
      'error.vue',
    ],
    ignores: ['**/*.test.ts', 'utils/ask-server.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Ask with $fetch, useFetch or utils/ask-server.ts, which know our server from a stranger.' },
      ],
    },
  },
  // Its field comes with the slot.
  { files: ['components/staff/forms/FormField.vue'], rules: { 'vuejs-accessibility/label-has-for': 'off' } },
  direction(['shared/**/*.ts'], framework, aboveActivities, no(['#activities/*', '**/activities/**'], 'The core knows no activity type.')),
  direction(['activities/**/*.ts'], framework, aboveActivities),
  direction(['activities/**/*.vue', 'activities/parts/**', 'activities/components.ts', 'activities/at-hand.ts'], aboveActivities),
  direction(
    [
      'pages/**',
      'components/**',
      'composables/**',
      'layouts/**',
      'middleware/**',
      'plugins/**',
      'utils/**',
      'worker/**',
      'app.vue',
      'error.vue',
    ],
    no(['**/server/**'], 'What the server takes and answers stands in shared/api; its code is its own.'),
  ),
  direction(
    ['components/lesson/**', 'stores/**', 'player/**'],
    no(
      ['#imports', '#app', '~/*', '@/*', '**/pages/**', '**/server/**', 'nuxt', 'nuxt/*'],
      'Built without Nuxt too: import explicitly, and nothing of the app.',
    ),
  ),
  direction(['server/**/*.ts'], ofPages),
  direction(['server/edge/**/*.ts'], ofPages, {
    regex: `^(?:\\.\\./)+(?:${aboveSubjects.slice(1).join('|')})/`,
    message: 'The edge is what routes share; it knows none of them.',
  }),
  ...subjectRules,
)
