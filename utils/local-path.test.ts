import { describe, expect, it } from 'vitest'
import { localPath } from './local-path'

describe('where sign-in leads', () => {
  it.each(['/teach/staff', '/teach/classes/abc?tab=progress#top'])('takes a path of this site: %s', path => expect(localPath(path)).toBe(path))
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/.//evil.example', 'javascript:alert(1)', 'teach', '', undefined, ['/teach']])('refuses anything else: %s', (path) => {
    expect(localPath(path)).toBe('/teach')
  })
})
