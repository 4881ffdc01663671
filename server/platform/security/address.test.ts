import { describe, expect, it } from 'vitest'
import { networkOf, plainAddress, siteOf } from './address'

describe('an address is one address, however it is written', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    [' 203.0.113.9:51234 ', '203.0.113.9'],
    ['"203.0.113.9:51234"', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['0:0:0:0:0:ffff:cb00:7109', '203.0.113.9'],
    ['[::ffff:203.0.113.9]:443', '203.0.113.9'],
    ['64:ff9b::203.0.113.9', '203.0.113.9'],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:1'],
    ['2001:0DB8:0000:0000:0000:0000:0000:0001', '2001:db8:0:0:0:0:0:1'],
    ['[2001:DB8::1]', '2001:db8:0:0:0:0:0:1'],
    ['"[2001:db8::1]:51234"', '2001:db8:0:0:0:0:0:1'],
    ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1'],
    ['[fe80::1%25en0]:80', 'fe80:0:0:0:0:0:0:1'],
    ['::', '0:0:0:0:0:0:0:0'],
    ['::1', '0:0:0:0:0:0:0:1'],
    ['1::', '1:0:0:0:0:0:0:0'],
  ])('%s is %s', (written, expected) => {
    expect(plainAddress(written)).toBe(expected)
  })

  it.each(['', 'unknown', '_hidden', '203.0.113', '203.0.113.9.1', '2001:db8::1::2', '[2001:db8::1', '203.0.113.9:x', 'x'.repeat(5000)])(
    'and "%s" is none',
    (written) => {
      expect(plainAddress(written)).toBe('')
    },
  )
})

describe('what counts as one place', () => {
  it('is an address of IPv4, and a /64 of IPv6', () => {
    expect([networkOf('203.0.113.9'), networkOf('203.0.113.10')]).toEqual(['203.0.113.9', '203.0.113.10'])
    expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('[2001:DB8:1:2:ffff:ffff:ffff:ffff]:80'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  })

  it('lies in a /48, and an address of IPv4 in itself', () => {
    expect(siteOf(networkOf('2001:db8:1:2::1'))).toBe(siteOf(networkOf('2001:db8:1:ffff::1')))
    expect(siteOf(networkOf('2001:db8:1:2::1'))).not.toBe(siteOf(networkOf('2001:db8:2:2::1')))
    expect(siteOf(networkOf('203.0.113.9'))).toBe('203.0.113.9')
  })
})
