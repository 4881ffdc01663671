import { describe, expect, it } from 'vitest'
import { helpFile, lastResort, routesFor, withSchool, type HelpRoute } from '#shared/lesson/help-routes'

const route = (id: string, more: Partial<HelpRoute> = {}): HelpRoute => ({
  id, name: id, what: 'Somebody listens.', shownTo: ['9-11'], verified: true, ...more,
})
const file = (...routes: readonly object[]) => ({ locale: 'en', checked: '2026-11-20', routes })

describe('who is shown which help', () => {
  it('is the age, in the file\'s order, and never one that nobody has verified', () => {
    const help = file(
      route('b'), route('adults-only', { shownTo: ['adults'] }), route('guessed', { verified: false }),
      route('a', { shownTo: ['7-9', '9-11'] }),
    )
    expect(routesFor(helpFile.parse(help), '9-11').map(({ id }) => id)).toEqual(['b', 'a'])
    expect(routesFor(helpFile.parse(help), 'adults').map(({ id }) => id)).toEqual(['adults-only'])
  })

  it('adds what one nation has only there', () => {
    const help = helpFile.parse(file(route('everywhere'), route('meic', { nations: ['wales'] })))
    expect(routesFor(help, '9-11').map(({ id }) => id)).toEqual(['everywhere'])
    expect(routesFor(help, '9-11', 'uk').map(({ id }) => id)).toEqual(['everywhere'])
    expect(routesFor(help, '9-11', 'scotland').map(({ id }) => id)).toEqual(['everywhere'])
    expect(routesFor(help, '9-11', 'wales').map(({ id }) => id)).toEqual(['everywhere', 'meic'])
  })

  it('is 999 for everybody and Childline for every pupil where no file can be read', () => {
    const phones = (audience: HelpRoute['shownTo'][number]) => routesFor(
      { locale: 'en', checked: '', routes: [...lastResort] }, audience,
    ).map(({ phone }) => phone)
    for (const band of ['7-9', '9-11', '11-14', '14-16'] as const) expect(phones(band)).toEqual(['999', '0800 1111'])
    expect(phones('adults')).toEqual(['999'])
    expect(helpFile.safeParse(file(...lastResort)).success).toBe(true)
  })
})

describe('a school\'s own words', () => {
  const routes = [route('emergency'), route('school', { name: 'An adult at school' })]

  it('stand in the place of the general ones about an adult at school, and of nothing else', () => {
    expect(withSchool(
      routes, { name: 'Elm Park', contact: 'Mrs Baptiste, Room 4' },
    )).toEqual([routes[0], { ...routes[1], name: 'Elm Park', what: 'Mrs Baptiste, Room 4' }])
  })

  it('leave the name as it is where the school gave none, and everything where nobody to go to was named', () => {
    expect(withSchool(routes, { name: '', contact: 'Room 4' })[1]).toMatchObject({ name: 'An adult at school', what: 'Room 4' })
    expect(withSchool(routes, { name: 'Elm Park', contact: '' })).toEqual(routes)
  })
})

describe('a help file', () => {
  it.each([
    ['a number with letters in it', { phone: '0800 CALL' }],
    ['a phone with words around it', { phone: 'call 999 now' }],
    ['a number to text with words', { sms: 'text 85258' }],
    ['a number to text with a space', { sms: '85 258' }],
    ['an address that is not https', { url: 'http://example.org' }],
    ['an address that only begins like it', { url: 'httpsx://example.org' }],
    ['nobody whom it is for', { shownTo: [] }],
    ['no name', { name: '' }],
    ['nothing that it does', { what: '' }],
    ['no nation of those it is limited to', { nations: [] }],
    ['an id with a space', { id: 'child line' }],
    ['an id in capitals', { id: 'Childline' }],
    ['a field that there is not', { fax: '1' }],
  ])('is refused with %s', (_, wrong) => {
    expect(helpFile.safeParse(file({ ...route('childline'), ...wrong })).success).toBe(false)
  })

  it('is taken with every kind of route, and refused without any or without the day of its check', () => {
    expect(helpFile.safeParse(file(route(
      'child-line-2', { phone: '0800 1111', sms: '85258', url: 'https://www.childline.org.uk/', nations: ['wales'] },
    ))).success).toBe(true)
    expect(helpFile.safeParse(file()).success).toBe(false)
    expect(helpFile.safeParse({ ...file(route('a')), checked: 'last week' }).success).toBe(false)
    expect(helpFile.safeParse({ ...file(route('a')), by: 'Jo' }).success).toBe(false)
  })
})
