import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { createEvent } from 'h3'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address'

describe('a request comes from', () => {
  function from(peer: string, passedOn?: string) {
    const socket = new Socket()
    Object.defineProperty(socket, 'remoteAddress', { value: peer })
    const request = new IncomingMessage(socket)
    if (passedOn !== undefined) request.headers['x-forwarded-for'] = passedOn
    return addressOf(createEvent(request, new ServerResponse(request)))
  }

  it('where the proxy says last, in the same form as where there is none', () => {
    expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(from('127.0.0.1', '10.9.9.9, 203.0.113.9:40001')).toBe('203.0.113.9')
    expect(from('127.0.0.1', '10.9.9.9, [::ffff:203.0.113.9]:40002')).toBe('203.0.113.9')
    expect(from('127.0.0.1', '2001:DB8:0:1::7')).toBe(from('2001:db8:0:1:aaaa::1'))
  })

  it('the proxy itself, where that says nothing that is an address', () => {
    expect(from('192.0.2.1', 'unknown')).toBe('192.0.2.1')
    expect(from('192.0.2.1', '203.0.113.9, ')).toBe('192.0.2.1')
  })
})
