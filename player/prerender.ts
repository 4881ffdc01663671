/**
 * Renders a package's opening screen to HTML, so that it can be read before the script has arrived. Built with Vite's `--ssr`;
 * used by the export route and the command line.
 */
import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { OpeningData } from './package-data'
import Package from './Package.vue'

/** @returns the HTML inside `#player` */
export function renderOpening(data: OpeningData): Promise<string> {
  const app = createSSRApp(Package, { data })
  app.use(createPinia())
  return renderToString(app)
}
