/**
 * Words as every LMS shows them: plain text in UTF-8. Moodle eats the spaces beside an escaped "&", so it is written out.
 * What XML 1.0 cannot hold at all is left out.
 */
export function plainText(words: string): string {
  return words
    .replace(/&/g, ' and ')
    // eslint-disable-next-line no-control-regex -- exactly what XML 1.0 forbids, with lone halves of surrogate pairs
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** @returns a title of at most 255 characters, which is what Moodle keeps; never empty */
export function manifestTitle(title: string): string {
  return [...plainText(title)].slice(0, 255).join('').trim() || 'Lesson'
}
