/** What `npm run mutate` changes, and the tests that should notice. */

export interface Group {
  readonly says: string
  /** Globs of the files that are changed; one that begins with "!" leaves files out. */
  readonly files: readonly string[]
  /** Globs of the tests, the fast ones first: the first that fails ends the run for a change. */
  readonly tests: readonly (readonly string[])[]
}

/** Without those of the components, which take most of the time and could only notice more. */
const besideCore = [
  ['shared/**/*.test.ts'], ['activities/*.test.ts', 'activities/*/score.test.ts'], ['player/preview/run-time.test.ts'],
] as const

export const groups = {
  shared: {
    says: 'the pure core',
    files: ['shared/**/*.ts', '!**/*.test.ts'],
    tests: besideCore,
  },
  scoring: {
    says: 'what an answer amounts to, and how answers of several devices meet',
    files: ['activities/scoring.ts', 'activities/fold-changes.ts', 'activities/branching.ts', 'activities/*/score.ts'],
    tests: besideCore,
  },
  insight: {
    says: 'what may be shown of how pupils answered',
    files: ['server/insight/{disclosure,doubt,statements,sheet}.ts'],
    // Without the slow ones: the adversary searches for up to a minute, looks and wording need databases. They could only notice more.
    tests: [['server/insight/*.test.ts', '!server/insight/{adversary,looks,wording}.test.ts']],
  },
} as const satisfies Readonly<Record<string, Group>>

export type GroupName = keyof typeof groups
