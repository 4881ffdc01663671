/** The prerender's types for the server, which knows no Vue: see prerender.ts. */
import type { PackageData } from './package-data'

export function renderOpening(data: PackageData): Promise<string>
