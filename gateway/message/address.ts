/** Whose address a request comes from. What a header says of it is believed from proxies of the settings alone. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Addresses and networks (`10.0.0.0/8`) that may say for whom they ask. Throws where one is neither. */
export function proxyList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new RangeError(network);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** An address of IPv4 that is written in IPv6 is one of IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** Some proxies write the port behind: `198.51.100.1:4711`, `[2001:db8::9]:4711` (RFC 7239, section 6, in the older header). */
const withoutPort = (address: string): string =>
  /^\[([\da-f:.]+)\](?::\d{1,5})?$/i.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1');

const listed = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a proxy of the settings sent it. */
export const fromProxy = (message: IncomingMessage, proxies: BlockList): boolean =>
  listed(proxies, plain(message.socket.remoteAddress ?? ''));

/** The address that asks: of the chain of proxies, the last that is not one of ours. */
export function addressOf(message: IncomingMessage, proxies: BlockList): string {
  let address = plain(message.socket.remoteAddress ?? '');
  const said = String(message.headers['x-forwarded-for'] ?? '').split(',');
  while (listed(proxies, address)) {
    const next = plain(withoutPort(said.pop()?.trim() ?? ''));
    // Who writes no address says nothing: then it is the proxy's own.
    if (isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** The 64 bits of a network of IPv6 in four groups: its holder has more addresses in it than can be counted. */
function network6(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  // The last 32 bits may be written as an address of IPv4.
  const size = (groups: readonly string[]) => groups.length + (groups.at(-1)?.includes('.') === true ? 1 : 0);
  const groups = [...front, ...Array(Math.max(0, 8 - size(front) - size(back))).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** What counts as one asker: an address of IPv4, a /64 of IPv6. */
export const networkOf = (address: string): string => (isIP(address) === 6 ? network6(address) : address);
