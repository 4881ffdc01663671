/** Each nation has its own words, sources and help, and nobody is shown those of another. */
import { describe, expect, it } from 'vitest'
import { audiences } from '#shared/lesson/bands'
import { nationsFile } from '#shared/lesson/nation-facts'
import { nations } from '#shared/lesson/nations'
import { routesFor } from '#shared/lesson/help-routes'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { nationFacts, readLibrary } from '../../server/content/library/library.ts'

const library = await readLibrary(folderSource('content'))
const [file] = library.nations
const [help] = library.help
if (!file || !help) throw new Error('there is no content/help/nations/en.yml that could be used')

describe('what differs between the nations', () => {
  it('is there for each of the four, with who leads at school, and for the UK as a whole there is nothing of the kind', () => {
    const leads = nations.map(nation => nationFacts(library, 'en', nation)?.lead.says)
    expect(leads).toEqual([undefined, 'safeguarding lead', 'safeguarding person', 'child protection coordinator', 'designated teacher'])
    expect(nations.slice(1).map(nation => nationFacts(library, 'en', nation)?.socialCare.says)).toEqual(
      ['children\'s social care', 'children\'s social services', 'children\'s social work', 'the Gateway team'])
  })

  it('names the law of that nation: no act of England and Wales stands for Scotland or Northern Ireland', () => {
    for (const { id, law } of file.nations.filter(({ id }) => id === 'scotland' || id === 'northern-ireland'))
      for (const { source } of law) expect(source, id).not.toMatch(/ukpga\/(?:2003\/42|1978\/37)|indecent-images-of-children-guidance/)
  })

  it('is called checked by nobody until somebody has', () => {
    expect(file.nations.flatMap(({ checkedBy }) => checkedBy)).toEqual([])
  })

  it.each([
    ['a nation is missing', { ...file, nations: file.nations.slice(1) }],
    ['one stands twice', { ...file, nations: [...file.nations.slice(0, 3), file.nations[0]] }],
    ['a row has no source', { ...file, nations: file.nations.map(one => ({ ...one, police: { says: 'Call.' } })) }],
    ['a source is no address', { ...file, nations: file.nations.map(one => ({ ...one, police: { says: 'Call.', source: 'a friend' } })) }],
  ])('is refused where %s', (_, wrong) => {
    expect(nationsFile.safeParse(wrong).success).toBe(false)
  })
})

describe('help of one nation', () => {
  it.each(nations)('is all that %s gets besides what answers everywhere', (nation) => {
    for (const audience of audiences)
      for (const route of routesFor(help, audience, nation)) expect(route.nations ?? [nation], route.id).toContain(nation)
  })

  it('is there for everybody besides: 999 in sign language, and for whoever is 13 or older a place for worries about oneself', () => {
    for (const audience of audiences) expect(routesFor(help, audience).map(({ id }) => id)).toContain('emergency-bsl')
    for (const audience of ['11-14', '14-16'] as const) expect(routesFor(help, audience).map(({ id }) => id)).toContain('shore')
    const withStopItNow = audiences.filter(audience => routesFor(help, audience).some(({ id }) => id === 'stop-it-now'))
    expect(withStopItNow).toEqual(['adults'])
  })
})
