/** Words on a page that came round the files of messages and the content: in the pseudo-language every other letter is accented. */
import { Parser } from 'htmlparser2'

/** What people read or hear beside the text itself. */
const readAttributes = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'title', 'placeholder', 'label']
const unread = new Set(['script', 'style', 'svg', 'template'])
/** Code is the same in every language. */
const code = new Set(['code', 'kbd', 'samp', 'pre'])
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** What is the same in every language: e-mail addresses, web addresses and ids. */
const sameEverywhere = /[\w.+-]+@[\w.-]+|(?:[\w-]+\.)+[a-z]{2,}(?:\/[\w./-]*)?|(?<![\w-])[\w-]{22}(?![\w-])/gi

/** One letter stands for itself (a grade, a mark); two are a word. */
const plainWord = /[a-z]{2,}/i

/**
 * @param html of a page in the pseudo-language
 * @param tag the language of the page, for what says that it is in another one
 * @returns texts that are not in it: neither accented, nor marked as another language (`lang`) or as not to be translated
 * (`translate="no"`: names, addresses, codes)
 */
export function untranslatedIn(html: string, tag: string): string[] {
  const found: string[] = []
  /** For each element that is open whether its words count. */
  const open: boolean[] = [true]
  const counts = () => open.at(-1) ?? true
  const look = (text: string, where: string) => {
    if (plainWord.test(text.replace(sameEverywhere, ''))) found.push(`${where}: ${text.trim().replace(/\s+/g, ' ').slice(0, 120)}`)
  }
  const names: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const own = attributes.lang ?? tag
      const isCounted
        = counts() && !unread.has(name) && !code.has(name) && own === tag && attributes.translate !== 'no'
      if (isCounted) for (const read of readAttributes) if (attributes[read]) look(attributes[read], `<${name} ${read}>`)
      if (isCounted && name === 'meta' && attributes.name === 'description') look(attributes.content ?? '', '<meta description>')
      if (empty.has(name)) return
      open.push(isCounted)
      names.push(name)
    },
    ontext(text) {
      if (counts()) look(text, `<${names.at(-1)}>`)
    },
    onclosetag(name) {
      if (empty.has(name)) return
      open.pop()
      names.pop()
    },
  }, { decodeEntities: true })
  parser.end(html)
  return [...new Set(found)]
}

/** @returns addresses of links to our own pages that would lose the page's language */
export function linksWithout(html: string, lang: string): string[] {
  const found = new Set<string>()
  const parser = new Parser({
    onopentag(name, { href = '', hreflang }) {
      if (name !== 'a' || !/^\/(?!api\/|schemas\/)/.test(href) || hreflang) return
      if (new URL(href, 'http://local.invalid').searchParams.get('lang') !== lang) found.add(href)
    },
  })
  parser.end(html)
  return [...found]
}
