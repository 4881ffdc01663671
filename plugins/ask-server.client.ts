/** `$fetch` and `useFetch` ask through the one function that knows our server's answers from a stranger's. */
import { askServer } from '~/utils/ask-server'

/** As ofetch has it; the server's types leave the second part out. */
type Create = (defaults: object, options: { readonly fetch: typeof fetch }) => typeof globalThis.$fetch

export default defineNuxtPlugin({
  name: 'ask-server',
  // Before any other plugin or page asks.
  enforce: 'pre',
  setup() {
    const create = globalThis.$fetch.create as Create
    globalThis.$fetch = create({}, { fetch: (address, init) => askServer(address, init) })
  },
})
