/** Addresses of requests as they are counted: one text for each, and the network and site that it lies in. */
import { isIP } from 'node:net'

/** IPv4 addresses written as IPv6: mapped (RFC 4291, 2.5.5.2) and translated on their way to a server without IPv4 (RFC 6052, 2.1). */
const IPV4_IN_IPV6 = /^(?:0:0:0:0:0:ffff|64:ff9b:0:0:0:0):([\da-f]{1,4}):([\da-f]{1,4})$/

/** Sixteen bits each, as eight words without leading zeros. */
function wordsOf(ipv6: string): string[] {
  // The platform writes every form of an address in one way (RFC 5952), dotted ends as words.
  const [left = '', right] = new URL(`http://[${ipv6}]`).hostname.slice(1, -1).split('::')
  const words = (text = '') => text === '' ? [] : text.split(':')
  const [before, after] = [words(left), words(right)]
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
}

/**
 * @param written an address as proxies and sockets write it: with a port, brackets, quotes or a zone, in any letters, IPv4 as IPv6
 * @returns the same text for the same address, IPv6 as eight words; "" where it is none
 */
export function plainAddress(written: string): string {
  const bare = written.trim().replaceAll('"', '')
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(bare) ?? []
  const address = (bracketed ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')).replace(/%.*$/, '').toLowerCase()
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : ''
  const words = wordsOf(address).join(':')
  const [, high, low] = IPV4_IN_IPV6.exec(words) ?? []
  if (high === undefined || low === undefined) return words
  return [high, low].flatMap(word => [parseInt(word, 16) >> 8, parseInt(word, 16) & 255]).join('.')
}

/**
 * Words of an IPv6 address that one line has to itself (/64), and that a site, or a customer with a large allotment, has (/48;
 * RFC 6177).
 */
const NETWORK = 4
const SITE = 3

function prefixOf(address: string, words: number): string {
  return address.includes(':') ? `${address.split(':').slice(0, words).join(':')}::/${words * 16}` : address
}

/** @returns what counts as one place: an IPv4 address, or the /64 of an IPv6 address, in which whoever has one address has all */
export const networkOf = (address: string) => prefixOf(plainAddress(address), NETWORK)

/** @param network from `networkOf`; @returns the /48 it lies in, of which some have a whole one; an IPv4 address as it is */
export const siteOf = (network: string) => prefixOf(network.replace(/::\/64$/, ''), SITE)
