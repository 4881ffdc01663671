/** Styles say start and end, not left and right, so that a page turns round with its language. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.vue', '*.css'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter(path => !/^(?:tests|bench)\//.test(path))

/** Everything between a file's style tags, and what is bound to an element's style. */
function stylesOf(path: string): string {
  const text = readFileSync(path, 'utf8')
  if (path.endsWith('.css')) return text
  return [...text.matchAll(/<style[^>]*>(.*?)<\/style>|:style="([^"]*)"/gs)].map(([, sheet, bound]) => `${sheet ?? ''} ${bound ?? ''}`).join('\n')
}

/** A side of the screen as a property or a value. */
const side = [
  /(?:^|[{;\s'"])(?:(?:margin|padding|border|scroll-margin|scroll-padding|inset)-)?(?:left|right)(?:-\w+)?['"]?\s*:/gm,
  /(?:^|[{;\s])border-(?:top|bottom)-(?:left|right)-radius\s*:/gm,
  /(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/g,
]

/** @returns declarations of four sides of which the two beside each other differ */
function uneven(styles: string): string[] {
  return [...styles.matchAll(/(?:^|[{;\s])((?:scroll-)?(?:margin|padding)|inset)\s*:\s*([^;{}]+);/gm)].flatMap(([whole, , value = '']) => {
    let sides = value
    while (/\([^()]/.test(sides)) sides = sides.replace(/\([^()]+\)/g, '').replace(/\(\)/g, '')
    const [, right, , left] = sides.trim().split(/\s+/)
    return left === undefined || left === right ? [] : [whole.trim()]
  })
}

const sidesIn = (path: string) => {
  const styles = stylesOf(path)
  return [...side.flatMap(pattern => styles.match(pattern) ?? []), ...uneven(styles)]
}

it('no style sheet knows left from right', () => {
  const found = files.flatMap(path => sidesIn(path).map(declaration => `${path}: ${declaration}`))
  expect(found).toEqual([])
})
