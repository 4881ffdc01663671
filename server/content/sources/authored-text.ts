/**
 * Nuxt Content's transformer for YAML: it leaves the text alone. Its own would read the file in another way than our parser, put
 * every field into the row a second time, and drop a file that it cannot read while the build passes.
 */
interface AuthoredFile {
  readonly id: string
  readonly body: string
}

export default {
  name: 'authored-text',
  extensions: ['.yml'],
  parse: ({ id, body }: AuthoredFile) => ({ id, rawbody: body }),
}
