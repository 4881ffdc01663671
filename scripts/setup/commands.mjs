/** Every command: what has to be there before it runs, its program, and what it can be told (arguments.mjs reads it). */
import { readFileSync } from 'node:fs'

/** Steps of `npm test`, in the order in which they begin. */
export const testSteps = /** @type {const} */ (['content', 'unused', 'audit', 'style', 'types', 'unit', 'size', 'browser'])

/** Parts of `npm run bench`. */
export const benchParts = /** @type {const} */ (['sizes', 'export', 'bulk', 'package', 'pages', 'server', 'guests', 'processes'])

/** Where nobody names a language: the first of shared/text/languages.json. */
const DEFAULT_LOCALE = String(JSON.parse(readFileSync(new URL('../../shared/text/languages.json', import.meta.url), 'utf8'))[0].locale)

const yes = /** @type {const} */ ({ type: 'boolean', default: false })
const text = /** @type {const} */ ({ type: 'string' })

/**
 * `needs`: what is built before (none: packages are installed, `nothing`: not even those). `usage`: what may stand behind the command.
 * `files`: how many words without `--` it takes, at least and at most; `missing` is said where there are too few.
 */
export const commands = /** @type {const} */ ({
  start: {
    needs: 'app',
    program: 'scripts/start.mjs',
    says: 'Installs what is missing, builds what is stale, serves the app and prints its address.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: 'What can be set with variables, such as PORT=3001 npm start, stands in docs/deployment.md.',
  },
  dev: {
    needs: 'player',
    program: 'scripts/dev.mjs',
    says: 'Serves the app from source, and shows each change at once.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: 'Another port: PORT=3001 npm run dev',
  },
  'build:player': {
    needs: 'nothing',
    program: 'scripts/build-player.mjs',
    says: 'Builds the scripts and styles that go into packages.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: 'npm run build does this and then the app.',
  },
  'build:app': {
    needs: 'none',
    program: 'scripts/build-app.mjs',
    says: 'Builds the app beside the one that may be running, and switches to it when it is finished.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: 'npm run build builds the player for packages first.',
  },
  test: {
    needs: 'app',
    program: 'scripts/test.mjs',
    says: 'Everything that has to hold. At the end it says which step failed and why; the last line says how many tests passed and failed.',
    usage: ['', '--only unit,style'],
    files: [0, 0],
    missing: '',
    options: { only: { ...text, value: 'STEP[,STEP...]', says: `only these steps: ${testSteps.join(', ')}` } },
    more: 'It ends with 0 when everything passed, with 1 otherwise, and with 2 after a wrong argument.',
  },
  export: {
    needs: 'player',
    program: 'scripts/packages/export.ts',
    says: 'Writes lessons as packages for a school\'s learning platform.',
    usage: ['--lesson <id>[,<id>...] [--format scorm12] [--locale en] [--out packages]', '--all [--format <format>[,<format>...]|all]'],
    files: [0, 0],
    missing: '',
    options: {
      lesson: { ...text, multiple: true, value: 'ID[,ID...]', says: 'one lesson id, or several with commas between them' },
      all: { ...yes, says: 'every lesson in the locale' },
      course: { ...yes, says: 'the lessons go into one package, as a course, in the order given' },
      format: {
        ...text,
        default: 'scorm12',
        value: 'FORMAT',
        says: 'scorm12 | scorm2004-3 | scorm2004-4 | web, several with commas, or "all" (default: scorm12)',
      },
      locale: {
        ...text,
        default: DEFAULT_LOCALE,
        value: 'LOCALE',
        says: `language of the lessons; several with commas give pupils the choice (default: ${DEFAULT_LOCALE})`,
      },
      options: { ...text, value: 'FILE', says: 'file with saved options (JSON or YAML); the page /export saves one' },
      out: { ...text, default: 'packages', value: 'DIR', says: 'folder to write to, made if it is missing (default: packages)' },
      bundle: { ...yes, says: 'one zip with every package, a README and SHA-256 sums' },
    },
    more: `With more than one package, a README.txt and SHA256SUMS.txt are written beside them.
Every package is checked before it is kept. Either all are written, or none.

Exit codes: 0 written · 1 no such lesson, language, format or option · 2 wrong usage · 3 the folder cannot be written to · 4 a package did not pass its self-check

Example: npm run export -- --lesson lying-online-9-11 --format scorm12`,
  },
  backup: {
    needs: 'none',
    program: 'scripts/backup.ts',
    says: 'Writes everything that the app keeps to one file, while it runs. It holds pupils\' names.',
    usage: ['[FILE [--yes]]'],
    files: [0, 1],
    missing: 'The name of the file is empty.',
    options: { yes: { ...yes, says: 'replaces FILE where it is there already, without asking' } },
    more: 'Without FILE it goes to DATA_DIR/backups. It needs the same DATA_DIR, or DATABASE_URL, as the app. docs/deployment.md says how backups are kept.',
  },
  restore: {
    needs: 'none',
    program: 'scripts/restore.ts',
    says: 'Puts a backup in the place of everything that is there, whole or not at all, also while the app runs.',
    usage: ['FILE [--yes]'],
    files: [1, 1],
    missing: 'Say which backup: npm run restore -- data/backups/whos-there-….jsonl.gz.',
    options: { yes: { ...yes, says: 'does not ask; needed where nobody is there to answer' } },
    more: 'It shows what is there and what would take its place, and asks. It needs the same DATA_DIR, or DATABASE_URL, as the app.',
  },
  'check-package': {
    needs: 'none',
    program: 'scripts/packages/check-package.ts',
    says: 'Checks SCORM packages, whoever made them.',
    usage: ['FILE.zip [FILE2.zip...] [--run] [--json] [--no-schema]', 'FILE.zip [FILE2.zip...] --web [--run] [--json]'],
    files: [1, Number.POSITIVE_INFINITY],
    missing: 'Say which packages to check.',
    options: {
      web: { ...yes, says: 'the files are plain web zips, without a manifest' },
      run: { ...yes, says: 'also run each lesson in Chromium, shut off from every network, and say what it recorded' },
      json: { ...yes, says: 'print the whole reports as JSON: a list, in the order of the files' },
      'no-schema': { ...yes, says: 'leave out the check against the official schemas, which takes most of the time' },
    },
    more: 'Exit code: 0 when no package has an error, 1 when one has, 2 for wrong usage or a file that cannot be read, 3 when --run could not run one (no browser, or no SCORM).',
  },
  demo: {
    needs: 'app',
    program: 'scripts/data/demo.ts',
    says: 'A school with invented people to look around in. It is deleted when it is stopped.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: 'Another port: PORT=3001 npm run demo',
  },
  bench: {
    needs: 'app',
    program: 'bench/bench.ts',
    says: 'Measures what docs/benchmarks.md reports, and prints a table with the budgets beside it.',
    usage: ['', '--only pages'],
    files: [0, 0],
    missing: '',
    options: { only: { ...text, value: 'PART[,PART...]', says: `only these parts: ${benchParts.join(', ')}` } },
    more: undefined,
  },
  moodle: {
    needs: 'player',
    program: 'tests/moodle/run.ts',
    says: 'Plays built packages in a running Moodle as a teacher and pupils, loses the network and the session on purpose, and reads the grades back.',
    usage: ['[--address URL] [--admin NAME:PASSWORD] [--teacher NAME:PASSWORD] [--pupils NAME,NAME… --password PASSWORD] [--course ID]'],
    files: [0, 0],
    missing: '',
    options: {
      address: { ...text, default: 'http://127.0.0.1:8470', value: 'URL', says: 'where Moodle is' },
      admin: { ...text, default: 'admin:Pass-1234', value: 'NAME:PASSWORD', says: 'an admin, who is asked for the version' },
      teacher: {
        ...text,
        default: 'teacher1:Pass-1234',
        value: 'NAME:PASSWORD',
        says: 'a teacher of the course, who imports the packages',
      },
      pupils: {
        ...text,
        default: 'pupil1,pupil2,pupil3,pupil4,pupil5,pupil6,pupil7,pupil8,pupil9,pupil10,pupil11,pupil12',
        value: 'NAME,NAME…',
        says: 'twelve pupils of the course',
      },
      password: { ...text, default: 'Pass-1234', value: 'PASSWORD', says: 'the pupils\' password' },
      course: { ...text, default: '2', value: 'ID', says: 'the course, by the number in its address' },
      out: { ...text, default: 'docs/lms/moodle-run.md', value: 'FILE', says: 'where what was seen is written to' },
    },
    more: 'For a Moodle to try things in: it adds activities and attempts. It ends with 1 where something did not work.',
  },
  'moodle-lti': {
    needs: 'app',
    program: 'tests/moodle/lti.ts',
    says: 'Connects this app to a running Moodle by LTI 1.3, chooses and plays lessons there as a teacher and pupils, and reads the grades back.',
    usage: ['[--address URL] [--admin NAME:PASSWORD] [--teacher NAME:PASSWORD] [--pupils NAME,NAME,NAME --password PASSWORD] [--course ID]'],
    files: [0, 0],
    missing: '',
    options: {
      address: { ...text, default: 'http://127.0.0.1:8470', value: 'URL', says: 'where Moodle is' },
      admin: { ...text, default: 'admin:Pass-1234', value: 'NAME:PASSWORD', says: 'an admin, who registers the tool' },
      teacher: { ...text, default: 'teacher1:Pass-1234', value: 'NAME:PASSWORD', says: 'a teacher of the course' },
      pupils: { ...text, default: 'pupil21,pupil22,pupil23', value: 'NAME,NAME,NAME', says: 'three pupils of the course' },
      password: { ...text, default: 'Pass-1234', value: 'PASSWORD', says: 'the pupils\' password' },
      course: { ...text, default: '2', value: 'ID', says: 'the course, by the number in its address' },
      serve: { ...text, value: 'SCRIPT', says: 'stops and starts Moodle (SCRIPT stop, SCRIPT start), to try an outage' },
      pictures: { ...text, value: 'DIR', says: 'pictures of what is seen go here' },
      out: { ...text, default: 'docs/lms/moodle-lti-run.md', value: 'FILE', says: 'where what was seen is written to' },
    },
    more: 'For a Moodle to try things in: it adds a tool, activities and attempts. It ends with 1 where something did not work.',
  },
  browsers: {
    needs: 'app',
    program: 'tests/other-browsers/run.ts',
    says: 'Plays every lesson to its end in Firefox and in WebKit: from a folder, in an LMS\'s frame by SCORM 1.2 and 2004, and in the app.',
    usage: ['[--browser firefox,webkit] [--lesson ID[,ID...]] [--pictures DIR]'],
    files: [0, 0],
    missing: '',
    options: {
      browser: { ...text, default: 'firefox,webkit', value: 'NAME[,NAME]', says: 'firefox, webkit, or both with a comma (default: both)' },
      lesson: { ...text, value: 'ID[,ID...]', says: 'only these lessons' },
      pictures: { ...text, value: 'DIR', says: 'a picture of each state goes here; this takes much longer' },
    },
    more: 'Debian has them: apt-get install firefox-esr webkit2gtk-driver xvfb. It ends with 1 where something did not work.',
  },
  adversary: {
    needs: 'none',
    program: 'bench/adversary.ts',
    says: 'Searches what teachers are shown for an answer that is certain to be one pupil\'s; npm test has the short form.',
    usage: ['', '--classes 50'],
    files: [0, 0],
    missing: '',
    options: {
      classes: { ...text, default: '200', value: 'NUMBER', says: 'how many classes of 10 to 30 pupils to search (default: 200)' },
    },
    more: 'It takes some minutes, and ends with 1 where it finds one. docs/decisions/0015-what-may-be-said.md says what it does.',
  },
  mutate: {
    needs: 'none',
    program: 'scripts/mutation/mutate.ts',
    says: 'Changes the code in one place at a time and names the changes that no test notices.',
    usage: ['', 'scoring', 'shared/lesson/bands.ts [FILE...]', '--least 90'],
    files: [0, Number.POSITIVE_INFINITY],
    missing: 'The name of a group or file is empty.',
    options: {
      least: { ...text, default: '85', value: 'PER_CENT', says: 'how many changes have to be noticed in each group (default: 85)' },
    },
    more: `Groups: shared, scoring, insight; without any, all of them, which takes the better part of an hour. docs/mutation.md says how to read it.
It ends with 0 where enough were noticed, with 1 otherwise, and with 2 after a wrong argument.`,
  },
  'new:activity': {
    needs: 'none',
    program: 'scripts/authoring/new-activity.ts',
    says: 'Writes a new activity type that works, with its tests, and its line in each registry.',
    usage: ['<type>'],
    files: [1, 1],
    missing: 'Say what the new type is called, in small letters: npm run new:activity -- word-search.',
    options: {},
    more: 'docs/add-an-activity.md says what a type has to promise.',
  },
  'new:lesson': {
    needs: 'none',
    program: 'scripts/authoring/new-lesson.ts',
    says: 'Writes a lesson that can be played at once and its teacher pack, with a mark at every text that is still to be written.',
    usage: ['<module>-<band> [--locale en]'],
    files: [1, 1],
    missing: 'Say which lesson: npm run new:lesson -- <module>-<band>, for example sharing-images-7-9.',
    options: { locale: { ...text, default: DEFAULT_LOCALE, value: 'LOCALE', says: `language of the lesson (default: ${DEFAULT_LOCALE})` } },
    more: 'docs/add-a-lesson.md goes on from here.',
  },
  reference: {
    needs: 'none',
    program: 'scripts/authoring/write-reference.ts',
    says: 'Writes what is made from the schemas: the JSON Schema of lessons, the list of types in docs/authoring.md, and the fault matrix in docs/scorm.md.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: undefined,
  },
  'lint:content': {
    needs: 'none',
    program: 'scripts/authoring/lint-content.ts',
    says: 'Names what breaks a rule for lessons, packs and help: file, line, and what was expected.',
    usage: ['[FOLDER]', '--accept [FOLDER]'],
    files: [0, 1],
    missing: 'The name of the folder is empty.',
    options: {
      accept: { ...yes, says: 'records the words of all questions as they are now: what is counted goes on under the same ids' },
    },
    more: 'Without FOLDER it looks at content/.',
  },
  pictures: {
    needs: 'none',
    program: 'scripts/pictures/draw-pictures.ts',
    says: 'Draws the picture files, and a contact sheet of all drawn parts and of every scene of every lesson (packages/pictures).',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: 'docs/pictures.md says how a picture is made.',
  },
  audit: {
    needs: 'nothing',
    program: 'scripts/audit.mjs',
    says: 'Asks the npm registry for known weaknesses of the packages that run in production, and whether each is the one that its registry signed.',
    usage: [''],
    files: [0, 0],
    missing: '',
    options: {},
    more: undefined,
  },
})
