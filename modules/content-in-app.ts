/** What this app asks of Nuxt Content beyond its settings. Nuxt sets up what is in this folder after the modules of its list. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addTypeTemplate, addVitePlugin, defineNuxtModule } from 'nuxt/kit'
import { filesOf } from '../server/content/sources/collection-files.ts'
import { dataCollectionNames, proseCollectionNames, sumOfText, type BuiltList } from '../server/content/sources/collections.ts'

/** @param project path of its root folder; @returns the files that should be in the collections, read without Nuxt Content */
async function listed(project: string): Promise<BuiltList> {
  const files = await Promise.all([...dataCollectionNames, ...proseCollectionNames].map(name => filesOf(project, name)))
  return Object.fromEntries(
    await Promise.all(files.flat().map(async ({ id, file }) => [id, sumOfText(await readFile(join(project, file), 'utf8'))])),
  )
}

export default defineNuxtModule({
  meta: { name: 'content-in-app' },
  setup(_, nuxt) {
    const rules = nuxt.options.routeRules ??= {}
    // Dumps stay inside the server (server/middleware/content.ts). With no page to prerender the build need not start the server either.
    for (const path of Object.keys(rules)) if (path.startsWith('/__nuxt_content/')) Reflect.deleteProperty(rules, path)
    // Settings of the modules that no page of ours reads, and every page would carry.
    nuxt.hook('modules:done', () => {
      for (const name of ['content', 'mdc']) Reflect.deleteProperty(nuxt.options.runtimeConfig.public, name)
    })
    // Prose is written with plain elements. The module's own components for them would stand in the entry of every page.
    nuxt.hook('components:extend', (components) => {
      components.splice(0, components.length, ...components.filter(({ filePath }) => !filePath.includes('/components/prose/')))
    })
    addTypeTemplate({
      filename: 'types/content-list.d.ts',
      getContents: () => 'declare module \'#content-list\' {\n  const list: Readonly<Record<string, string>>\n  export default list\n}\n',
    }, { nitro: true, nuxt: true, node: true, shared: true })
    nuxt.hook('nitro:config', async (config) => {
      const list = await listed(nuxt.options.rootDir)
      config.virtual = { ...config.virtual, '#content-list': `export default ${JSON.stringify(list)}` }
    })
    // While developing: once a changed file is in its collection, the page is read anew. A lesson that was begun starts with what
    // is there now.
    addVitePlugin({
      name: 'show-changed-content',
      apply: 'serve',
      configureServer({ ws }) {
        const send = ws.send.bind(ws) as (message: unknown, ...rest: unknown[]) => void
        ws.send = (message: unknown, ...rest: unknown[]) => send(isContentUpdate(message) ? { type: 'full-reload' } : message, ...rest)
      },
    })
  },
})

const isContentUpdate = (message: unknown) =>
  typeof message === 'object' && message !== null && 'event' in message && message.event === 'nuxt-content:update'
