/** Every route has its entry in the contract (shared/api), and holds to it. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const contract = globSync('shared/api/**/*.ts').filter(file => !file.endsWith('.test.ts')).map(file => readFileSync(file, 'utf8')).join('\n')

/** What has nothing for a page to read: no content, a file that is saved, or what a library answers. */
const UNREAD = ['void', 'string', 'Buffer', 'Uint8Array', 'Response']
/** Several addresses in one file: what the library answers of them is named one by one. */
const SEVERAL = 'server/api/auth/[...all].ts'

/** @returns for example "PATCH /api/classes/<id>" */
function nameOf(file: string): string {
  const [, path = '', method = ''] = /^server\/(?:routes\/)?(.+?)\.(get|post|put|patch|delete)\.ts$/.exec(file) ?? []
  return `${method.toUpperCase()} /${path.replace(/\/index$/, '').replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '<$1>')}`
}

const routes = globSync('server/{api,routes}/**/*.ts').filter(file => !file.endsWith('.test.ts')).sort()
const named = routes.filter(file => file !== SEVERAL)

it('brings zod to no page: whatever of it the app imports from a file with schemas is a type', () => {
  const withSchemas = globSync('shared/api/**/*.ts')
    .filter(file => readFileSync(file, 'utf8').includes('from \'zod\''))
    .map(file => file.replace(/^shared\/(.*)\.ts$/, '#shared/$1'))
  const app = globSync('{components,composables,layouts,middleware,pages,player,plugins,stores,utils,worker}/**/*.{ts,vue}').filter(
    file => !file.endsWith('.test.ts'),
  )
  const values = app.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/^import (?!type )[^\n]* from '(#shared\/api\/[\w/-]+)'/gm)].map(([, from = '']) => ({
      file,
      from,
    })),
  )
  expect(values.length).toBeGreaterThan(5)
  expect(values.filter(({ from }) => withSchemas.includes(from))).toEqual([])
})

it('finds the routes', () => expect(routes.length).toBeGreaterThan(80))

describe.each(named)('%s', (file) => {
  const source = readFileSync(file, 'utf8')
  const taken = [...source.matchAll(/import (?:type )?\{([^}]*)\} from '#shared\/api\/[\w/-]+'/g)].flatMap(([, names = '']) =>
    names.split(',').map(name => name.replace('type', '').trim()),
  )

  it('stands in the contract under its method and address', () => expect(contract).toContain(`\`${nameOf(file)}\``))

  it('says which type of the contract it answers', () => {
    const answer = /(?:defineEventHandler|answeringDevice)\((?:\w+, )?(?:async )?\([^)]*\): (?:Promise<)?(\w+)/.exec(source)?.[1]
    expect([...taken, ...UNREAD]).toContain(answer)
  })

  it('reads input by a schema of the contract, and has none of its own', () => {
    const schemas = [...source.matchAll(/\b(?:readInput|readAsked)\(event, (\w+)/g)].map(([, schema]) => schema)
    expect(schemas.filter(schema => !taken.includes(schema ?? '') && !new RegExp(`const ${schema} = \\w*Body\\(`).test(source))).toEqual([])
    expect(source).not.toMatch(/from 'zod'|\breadBody\(/)
  })
})
