import { expect, it } from 'vitest'
import { withOtherWordings, type Block } from '#shared/lesson/full-text'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const after = [['Show Gran']]

it('what reads otherwise stands right behind what it takes the place of, and is said once', () => {
  const neutral = [paragraph('A'), paragraph('B'), paragraph('C'), paragraph('D')]
  const other = [paragraph('A'), paragraph('b'), paragraph('C'), paragraph('d'), paragraph('e')]
  expect(withOtherWordings(neutral, [{ after, blocks: other }])).toEqual([
    paragraph('A'),
    paragraph('B'),
    { kind: 'otherwise', after, blocks: [paragraph('b')] },
    paragraph('C'),
    paragraph('D'),
    { kind: 'otherwise', after, blocks: [paragraph('d'), paragraph('e')] },
  ])
})

it('of a list of choices only those are repeated that read otherwise', () => {
  const neutral: Block[] = [{ kind: 'options', options: [{ text: 'Tell' }, { text: 'Wait', feedback: 'Fine.' }] }]
  const other: Block[] = [{ kind: 'options', options: [{ text: 'Tell' }, { text: 'Wait', feedback: 'Fine, Gran says.' }] }]
  expect(withOtherWordings(neutral, [{ after, blocks: other }])).toEqual([
    ...neutral,
    { kind: 'otherwise', after, blocks: [{ kind: 'options', options: [{ text: 'Wait', feedback: 'Fine, Gran says.' }] }] },
  ])
})

it('a text without other wordings is as it was', () => {
  expect(withOtherWordings([paragraph('A')], [])).toEqual([paragraph('A')])
  expect(withOtherWordings([paragraph('A')], [{ after, blocks: [paragraph('A')] }])).toEqual([paragraph('A')])
})
