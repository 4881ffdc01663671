/** The files of a collection, found without Nuxt Content: the build lists them, and the content lint reads them. */
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { collections, idOf, type DataCollection, type ProseCollection } from './collections.ts'

export interface CollectionFile {
  /** As Nuxt Content names its row. */
  readonly id: string
  /** In the project, such as "docs/lms/moodle.md". */
  readonly file: string
}

/** @param project path of its root folder */
export async function filesOf(project: string, name: DataCollection | ProseCollection): Promise<CollectionFile[]> {
  const files: CollectionFile[] = []
  for (const source of collections[name]) {
    for await (const path of glob(source.include, { cwd: join(project, source.folder) })) {
      const inFolder = path.replaceAll('\\', '/')
      files.push({ id: idOf(name, source, inFolder), file: `${source.folder}/${inFolder}` })
    }
  }
  return files
}
