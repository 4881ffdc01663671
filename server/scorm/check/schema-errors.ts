/** What the official schemas say against a manifest, and how much it matters. Apart from their use, so that the quick check does not load libxml2. */
import { namespaces } from './manifest-model.ts'

export interface SchemaError {
  readonly message: string
  readonly line: number
}

const known = new Set<string>(Object.values(namespaces))

/** @returns whether a message of the schemas is only about an extension of somebody's own, which they do not know */
export function isUnknownExtension({ message }: SchemaError): boolean {
  const namespace = /'\{([^}]*)\}/.exec(message)?.[1]
  return message.includes('strict wildcard') && namespace !== undefined && !known.has(namespace)
}
