/** The content lint on pages and guides: what breaks a rule is named with its line, and all there are break none. */
import { expect, it } from 'vitest'
import { proseProblems, type ProseFile } from '../../server/content/lint/prose'

const page = `---
tab: Parents
description: For parents.
---

# For parents

Listen first. See [more](#what-to-do) and [the guide](../../guides/en/classes.md#joining).

## What to do

::help-routes{audience="adults" first="ceop"}
::

::::call-out{plain}
:::two-columns
One
#second
Two
:::
::::

::help-checked
Ask [anybody](/lessons/x/text).
::
`
const file = 'content/pages/en/parents.md'
const guide: ProseFile = { file: 'content/guides/en/2.classes.md', text: '---\ndescription: x\n---\n\n# Classes\n\n## Joining\n' }

function lint(text: string, at = file) {
  const around = {
    prose: [guide, { file: at, text }],
    files: new Set(['docs/decisions/0001.md']),
    addresses: ['/help', '/lessons/*/text'],
    routes: new Map([['en', new Set(['ceop'])]]),
  }
  return proseProblems({ file: at, text }, around).map(({ line, rule, message }) => `${line} ${rule}: ${message}`)
}

it('a page in which all is right has no problem, nor in a language that has nothing else yet', () => {
  expect(lint(page)).toEqual([])
  expect(lint(page.replace('guides/en', 'guides/cy'), file.replace('/en/', '/cy/'))).toEqual([])
})

it.each([
  ['no description', 'description: For parents.\n', '', '1 prose-head: "description" is missing'],
  ['no tab', 'tab: Parents\n', '', '1 prose-head: "tab" is missing'],
  ['a second title', '## What to do', '# What to do', '10 prose-head: one heading'],
  ['a heading that is not there', '#what-to-do', '#what', '8 prose-links: #what has no such heading'],
  ['a guide that is not there', 'classes.md#joining', 'groups.md', '8 prose-links: ../../guides/en/groups.md is no page or guide'],
  [
    'a heading of another guide that is not there',
    '#joining',
    '#leaving',
    '8 prose-links: ../../guides/en/classes.md#leaving has no such heading',
  ],
  ['a page that is not there', '/lessons/x/text', '/lesson', '24 prose-links: /lesson is no page of the app'],
  ['a part that is not there', '::help-checked', '::help-chequed', '23 prose-parts: there is no part "help-chequed"'],
  ['a part without its end', ':::\n::::', '::::', '15 prose-parts: "call-out" is not ended'],
  ['a setting that a part does not have', '{plain}', '{loud}', '15 prose-parts: "call-out" has no "loud"'],
  ['a help route that is not there', 'first="ceop"', 'first="ceob"', '12 prose-parts: there is no help route "ceob"'],
  ['readers that are not there', 'audience="adults"', 'audience="grown-ups"', '12 prose-parts: "audience" is one of'],
  [
    'no help on the page for parents',
    '::help-routes{audience="adults" first="ceop"}\n::\n',
    '',
    '1 prose-parts: this page says who can help: "::help-routes" is missing',
  ],
  ['an address', 'Listen first.', 'Listen first, or see www.example.org.', '8 prose-address: leave out "www."'],
  ['a link out', '(#what-to-do)', '(https://example.org/)', '8 prose-address: leave out "https:"'],
  ['blame', 'Listen first.', 'She should have known.', '8 blame: "should have known"'],
  ['a promise', 'Listen first.', 'It is completely confidential.', '8 promises: "completely confidential"'],
])('%s is named with its line', (_, from, to, expected) => {
  const text = page.replace(from, to)
  expect(text).not.toBe(page)
  const found = lint(text)
  expect(
    found.some(problem => problem.startsWith(expected)),
    found.join('\n'),
  ).toBe(true)
})

it('a document of the project is held to its links, and may point to its other files', () => {
  expect(lint('# Doc\n\nSee [why](decisions/0001.md), www.example.org.\n', 'docs/deployment.md')).toEqual([])
  expect(lint('# Doc\n\n`[x](nowhere.md)`\n\n```\n[y](nowhere.md)\n```\n\n[why](decisions/0002.md)\n', 'docs/deployment.md')).toEqual([
    '9 prose-links: decisions/0002.md is no file of the project',
  ])
})
