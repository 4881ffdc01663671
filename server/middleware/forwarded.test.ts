import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { createEvent } from 'h3'
import { describe, expect, it, vi } from 'vitest'
import { readSettings } from '../platform/settings.ts'
import forwarded, { isTrusted } from './forwarded.ts'

describe('a proxy is believed', () => {
  it.each([
    ['127.0.0.1', '', true],
    ['::ffff:127.0.0.1', '', true],
    ['::1', '', true],
    ['::ffff:7f00:1', '', true],
    ['fe80::1%eth0', 'fe80::/10', true],
    ['192.168.1.20', '', false],
    ['203.0.113.9', '', false],
    ['203.0.113.9', '203.0.113.9', true],
    ['::ffff:172.18.0.1', '10.0.0.7, 172.16.0.0/12', true],
    ['172.32.0.1', '10.0.0.7, 172.16.0.0/12', false],
    ['fd00::9', 'fd00::/8', true],
    ['', '0.0.0.0/1', false],
    [undefined, '', false],
  ])('at %s where TRUSTED_PROXIES is "%s": %s', (address, given, expected) => {
    expect(isTrusted(readSettings({ TRUSTED_PROXIES: given }).trustedProxies, address)).toBe(expected)
  })

  it.each(['proxy', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/x', '10.0.0'])('never at "%s", which the server names at its start', (given) => {
    expect(() => readSettings({ TRUSTED_PROXIES: given })).toThrow(`TRUSTED_PROXIES is "${given}"`)
  })
})

it('what anybody else claims is thrown away, and the log says so once', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const claims = {
    'x-forwarded-for': '10.9.9.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=10.9.9.9',
  }
  for (let times = 0; times < 2; times += 1) {
    const request = new IncomingMessage(new Socket())
    Object.assign(request.headers, { host: 'lessons.example', ...claims })
    await forwarded(createEvent(request, new ServerResponse(request)))
    expect(request.headers).toEqual({ host: 'lessons.example' })
  }
  expect(warn).toHaveBeenCalledTimes(1)
})
