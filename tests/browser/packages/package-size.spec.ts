/** What a package weighs, as an LMS is given it: player, scenes, pictures and the font that everybody gets. */
import { expect, test } from '@playwright/test'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { builtPackage } from '../../support/packages/package-host.ts'

/** Bytes of the zip. */
const HEAVIEST = 200_000

const { lessons } = await readLibrary(folderSource('content'))

for (const { value: { id } } of lessons) {
  test(`a web package of ${id} is at most ${HEAVIEST / 1000} kB`, async () => {
    const { bytes } = await builtPackage(id, 'web')
    expect(bytes.length).toBeLessThanOrEqual(HEAVIEST)
  })
}
