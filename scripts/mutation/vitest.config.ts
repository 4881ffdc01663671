/** How `npm run mutate` runs tests: those of one group, the fast ones first, without databases. */
import vue from '@vitejs/plugin-vue'
import { matchesGlob, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { groups, type GroupName, type Group } from './groups.ts'

const { tests }: Group = groups[process.env.MUTATION_GROUP as GroupName]
const wanted = tests.flat()

/** A change is noticed by the first test that fails, and the rest need not run. */
class FastFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOf = (globs: readonly string[], file: string) => globs.some(glob => matchesGlob(file, glob))
    const placeOf = ({ moduleId }: TestSpecification) => tests.findIndex(globs => isOf(globs, relative(process.cwd(), moduleId)))
    return [...files].sort((a, b) => placeOf(a) - placeOf(b))
  }
}

export default defineConfig({
  plugins: [vue()],
  test: {
    include: wanted.filter(glob => !glob.startsWith('!')),
    exclude: ['node_modules/**', ...wanted.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1))],
    environment: 'node',
    testTimeout: 60_000,
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    sequence: { sequencer: FastFirst },
  },
})
