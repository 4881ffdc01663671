/** Every lesson has a teacher pack that fits it. */
import type { Nation } from '#shared/lesson/nations'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { svgFile } from '#shared/scenes/svg-file'
import words from '../../i18n/player/en.json' with { type: 'json' }
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { findPack, readLibrary } from '../../server/content/library/library.ts'
import { lackingParts, missingPictures, packFindings } from '../../server/content/lint/packs.ts'
import { drawnCard } from '../../server/content/library/pack-cards.ts'
import { packProblems, type Pack } from '../../server/content/library/pack.ts'
import { packView } from '../../server/content/library/pack-view.ts'

/** Bytes of a card's picture after gzip. */
const LARGEST_CARD = 6_000

const library = await readLibrary(folderSource('content'))

describe.each(library.lessons.map(({ value }) => [value.id, value.locale, value] as const))(
  'the pack of %s (%s)',
  (id, _locale, lesson) => {
    const found = findPack(library, id, lesson.locale)
    if (!found)
      throw new Error(
        `there is no pack of ${id} that could be used: ${library.issues.map(({ file, message }) => `${file}: ${message}`).join('; ')}`,
      )
    const view = packView(found, lesson, library, words)

    it('names only screens that are there, in their order, and its plan takes as long as the lesson, or up to twice with class talk', () => {
      expect(packProblems(found.pack, lesson)).toEqual([])
    })

    it('stops every 10 to 15 minutes, and its sittings leave out no screen', () => {
      expect(view.sittings.map(({ minutes }) => minutes).filter(minutes => minutes < 10 || minutes > 15)).toEqual([])
      const numbers = view.sittings.flatMap(({ first, last }) =>
        Array.from({ length: last.number - first.number + 1 }, (_, index) => first.number + index),
      )
      expect(numbers).toEqual(lesson.screens.map((_, index) => index + 1))
    })

    it('gives every quiz item with the answer that counts and feedback on each option', () => {
      const quiz = lesson.screens.find(screen => screen.type === 'quiz')
      const options = view.answers.flatMap(({ blocks }) => blocks).flatMap(block => (block.kind === 'options' ? block.options : []))
      expect(options.filter(({ correct }) => correct).length).toBeGreaterThanOrEqual(quiz?.pool.length ?? 1)
      expect(options.filter(({ feedback }) => !feedback)).toEqual([])
    })

    it('does not say that answers are not kept, since a class\'s are until its teacher closes the lesson', () => {
      expect(JSON.stringify(view)).not.toMatch(/keeps? no answers|answers are (?:not|never) kept/i)
    })

    it('shows help routes of this band, and none that is for adults only', () => {
      expect(view.routes.pupils.map(({ id }) => id)).toContain('childline')
      expect(view.routes.pupils.map(({ id }) => id)).not.toContain('nspcc')
      expect(view.routes.adults.map(({ id }) => id)).toContain('stop-it-now')
    })

    it('calls who leads on child protection as each nation does, and shows its help and no other\'s', () => {
      const of = (nation: Nation) => packView(found, lesson, library, words, nation)
      expect(JSON.stringify(view)).not.toContain('{lead}')
      expect(JSON.stringify(view)).toContain('safeguarding or child protection lead')
      expect(JSON.stringify(of('scotland'))).toContain('your child protection coordinator')
      expect(JSON.stringify(of('northern-ireland'))).not.toMatch(/safeguarding lead|child protection coordinator/)
      expect(of('wales').routes.pupils.map(({ id }) => id)).toContain('meic')
      expect([...of('scotland').routes.pupils, ...view.routes.pupils].map(({ id }) => id)).not.toContain('meic')
    })

    it('has a picture for every word card, drawn or a file, small enough for a page of twelve', () => {
      for (const card of found.pack.cards ?? []) {
        const drawn = drawnCard(card, lesson)
        expect(drawn !== undefined, card.id).toBe(view.cards?.find(({ id }) => id === card.id)?.file === null)
        if (drawn) expect(gzipSync(svgFile(drawn)).length, card.id).toBeLessThanOrEqual(LARGEST_CARD)
      }
    })

    it('says on its evidence page what the curriculum map says of the lesson, and that nobody has checked it until somebody has', () => {
      const { frameworks, asks } = view.evidence
      expect(frameworks.length).toBeGreaterThan(0)
      for (const { statements, checkedBy } of frameworks) {
        expect(new Set(statements.map(({ code }) => code)).size).toBe(statements.length)
        expect(checkedBy).toEqual([])
      }
      expect(packView(found, lesson, library, words, 'wales').evidence.frameworks.map(({ name }) => name))
        .toEqual(frameworks.map(({ name }) => name).filter(name => /Connected World|Wales/.test(name)))
      expect(asks.pool).toBeGreaterThanOrEqual(asks.quiz)
      expect(asks.before).toBe(asks.after)
    })

    it('tells the safeguarding lead that words may be read out and images are never looked at', () => {
      expect(view.common.dsl.expect.join(' ')).toMatch(/words may be read out by a teacher\. Images are never looked at/)
    })

    it('promises nothing: no approval, no prevention, no secrecy, no marks', () => {
      const text = JSON.stringify({ ...view, answers: [] })
      expect(text).not.toMatch(
        /approved|complian|prevents? (?:abuse|grooming)|guarantee|won't be in trouble|will be removed|opening hours/i,
      )
    })
  },
)

describe('the content lint of packs', () => {
  const pack = library.packs[0]
  if (!pack) throw new Error('no pack')

  it('finds a text that is still to be written, with its place', () => {
    expect(packFindings({ ...pack, poster: '✎ One line to keep.' })).toEqual([
      { rule: 'unwritten', path: ['poster'], message: expect.stringContaining('still to be written') },
    ])
  })

  it('finds words that blame a child and promises that nobody can keep', () => {
    expect(
      packFindings({ ...pack, kit: ['Ask why she fell for it.'], support: ['You won\'t be in trouble.'] }).map(({ rule, path }) => [
        rule,
        ...path,
      ]),
    ).toEqual([
      ['blame', 'kit', 0],
      ['promises', 'support', 0],
    ])
  })
})

describe('the newer parts of a pack', () => {
  const whole = library.packs.find(pack => pack.lesson === 'lying-online-9-11')
  if (!whole?.cards || !whole.exitTicket) throw new Error('the pack that is the example lacks something')
  const { cards, exitTicket } = whole

  it('are named one by one where a pack lacks them', () => {
    expect(lackingParts(whole)).toEqual([])
    const { organiser, cards: _, exitTicket: __, assembly, tomorrow: ___, ...older } = whole
    expect(lackingParts(older).map(({ rule }) => rule)).toEqual(['pack-organiser', 'pack-cards', 'pack-exit-ticket', 'pack-assembly', 'pack-tomorrow'])
    expect(lackingParts({ ...older, organiser, assembly }).map(({ rule }) => rule)).toEqual(['pack-cards', 'pack-exit-ticket', 'pack-tomorrow'])
  })

  it('never ask after pupils\' own lives', () => {
    for (const ask of ['Have you ever met somebody online?', 'What did you do?', 'Who is your friend online?', 'Has anyone lied to you?'])
      expect(packFindings({ ...whole, exitTicket: [{ ask, lookFor: 'x' }, ...exitTicket.slice(1)] }).map(({ rule, path }) => [rule, ...path]), ask)
        .toEqual([['own-life', 'exitTicket', 0, 'ask']])
    expect(packFindings(whole)).toEqual([])
  })

  it('for the day after speak of people, and never as if it were known of whom; its cards are in the words of the band', () => {
    const [first, ...others] = whole.tomorrow ?? []
    const with_ = (change: Partial<NonNullable<typeof first>>) =>
      packFindings({ ...whole, tomorrow: [{ ...first!, ...change }, ...others] }).map(({ rule, path }) => [rule, ...path])
    const [one = '', ...steps] = first?.steps ?? []
    expect(with_({ steps: ['Say that some of you chose the coins.', ...steps] })).toEqual([['somebody-meant', 'tomorrow', 0, 'steps', 0]])
    expect(with_({ steps: ['Ask: have you ever kept a secret?', ...steps] })).toEqual([['own-life', 'tomorrow', 0, 'steps', 0]])
    expect(with_({ steps: [one, ...steps], cards: ['What a groomer does.', ...first?.cards.slice(1) ?? []] }))
      .toEqual([['avoided-words', 'tomorrow', 0, 'cards', 0]])
  })

  it('have ten minutes for every belief that the quiz asks about, once', () => {
    const lesson = library.lessons.find(({ value }) => value.id === whole.lesson && value.locale === 'en')?.value
    const [first, ...others] = whole.tomorrow ?? []
    if (!lesson || !first) throw new Error('no lesson')
    expect(packProblems({ ...whole, tomorrow: [{ ...first, beliefs: ['flat-earth', ...first.beliefs.slice(1), others[0]?.beliefs[0] ?? ''], screen: 'nowhere' }, ...others] }, lesson)
      .map(({ message }) => message)).toEqual([
      `there is no screen "nowhere" in ${lesson.id}`,
      `there is no misconception "flat-earth" in ${lesson.id}`,
      `"${others[0]?.beliefs[0]}" stands here twice`,
      `nothing is planned for "${first.beliefs[0]}", which the quiz asks about`,
    ])
  })

  it('keep to the words and sentences of their band where pupils read them, and only there', () => {
    const [first, ...others] = cards
    const changed = { ...whole, cards: [{ ...first!, meaning: 'What a groomer does.' }, ...others], kit: ['What a groomer does.'] }
    expect(packFindings(changed).map(({ rule, path }) => [rule, ...path])).toEqual([['avoided-words', 'cards', 0, 'meaning']])
    const long = `${'so '.repeat(19)}on.`
    expect(packFindings({ ...whole, organiser: { ...whole.organiser!, facts: [long] }, kit: [long] }).map(({ rule }) => rule)).toEqual(['sentence-length'])
  })

  it('say which picture is not there, and which scene or word', () => {
    const [first, second, ...others] = cards
    expect(missingPictures({ ...whole, cards: [{ ...first!, scene: undefined, picture: 'symbol-nowhere' }] }, new Set(['symbol-tell'])))
      .toMatchObject([{ path: ['cards', 0, 'picture'], rule: 'pictures-exist' }])
    const lesson = library.lessons.find(({ value }) => value.id === whole.lesson && value.locale === 'en')?.value
    if (!lesson) throw new Error('no lesson')
    const broken = {
      ...whole,
      organiser: { ...whole.organiser!, words: ['nothing'] },
      cards: [{ ...first!, picture: undefined, scene: { like: 'nowhere' } }, { ...second!, scene: undefined, picture: 'face-zara' }, ...others],
    }
    expect(packProblems(broken, lesson).map(({ path }) => path.join(' '))).toEqual(['cards 1 picture', 'cards 0 scene like', 'organiser words 0'])
  })
})

describe('a pack that does not fit its lesson', () => {
  const lesson = library.lessons[0]?.value
  const pack = library.packs.find(pack => pack.lesson === lesson?.id)
  if (!lesson || !pack) throw new Error('no lesson with a pack')
  const broken: [string, Partial<Pack>, RegExp][] = [
    ['a screen that is not there', { discussion: pack.discussion.map(entry => ({ ...entry, screen: 'nowhere' })) }, /no screen "nowhere"/],
    ['sittings that go backwards', { sittings: pack.sittings.toReversed() }, /order of the screens/],
    ['no sitting to the end', { sittings: pack.sittings.slice(0, -1) }, /up to the ending/],
    ['a plan shorter than its lesson', { plan: pack.plan.map(step => ({ ...step, minutes: 1 })) }, /the plan takes 7 minutes/],
    ['a plan of another length', { plan: pack.plan.map(step => ({ ...step, minutes: 20 })) }, /the plan takes 140 minutes/],
    ['phases in another order', { plan: pack.plan.toReversed() }, /here comes "rules"/],
  ]

  it.each(broken)('says so: %s', (_, change, message) => {
    expect(packProblems({ ...pack, ...change }, lesson).map(problem => problem.message).join('\n')).toMatch(message)
  })

  it('is left out with its file and line, and its lesson stays', async () => {
    const source = folderSource('content')
    const path = `packs/en/${lesson.band}/${lesson.module}.yml`
    const changed = await readLibrary({
      list: source.list,
      read: async file =>
        (await source.read(file)).replace(/^ {2}- \{ screen: [a-z-]+/gm, match => (file === path ? '  - { screen: nowhere' : match)),
    })
    expect(findPack(changed, lesson.id, 'en')).toBeUndefined()
    expect(changed.lessons.map(({ value }) => value.id)).toContain(lesson.id)
    expect(changed.issues.map(({ file }) => file)).toContain(`content/${path}`)
  })
})
