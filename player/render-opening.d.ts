/** The prerender's types for the server, which knows no Vue: see prerender.ts. */
import type { OpeningData } from './package-data'

export function renderOpening(data: OpeningData): Promise<string>
