/** Lists of addresses and networks, as whoever runs the server writes them. */
import { BlockList, isIP } from 'node:net'

/**
 * @param given addresses and networks (CIDR) with commas between them, such as "10.0.0.7, 172.16.0.0/12"
 * @throws where one of them is none
 */
export function networks(given: string): BlockList {
  const list = new BlockList()
  for (const part of given.split(',').map(text => text.trim()).filter(text => text !== '')) {
    const [address = '', prefix, ...more] = part.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const bits = prefix === undefined ? most : /^\d+$/.test(prefix) ? Number(prefix) : 0
    if (isIP(address) === 0 || bits < 1 || bits > most || more.length > 0) throw new Error(`"${part}" is no address and no network.`)
    list.addSubnet(address, bits, family)
  }
  return list
}
