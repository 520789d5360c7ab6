/** The network address of a request's client. X-Forwarded-For is believed only from the proxies of TRUSTED_PROXIES. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Parses addresses and networks (`10.0.0.0/8`) of trusted proxies. Throws RangeError for a text that is neither. */
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

/** Turns an IPv4 address mapped into IPv6 (`::ffff:198.51.100.1`) into the IPv4 address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** Some proxies append the port: `198.51.100.1:4711`, `[2001:db8::9]:4711` (as RFC 7239, section 6, though in X-Forwarded-For). */
const withoutPort = (address: string): string =>
  /^\[([\da-f:.]+)\](?::\d{1,5})?$/i.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1');

const listed = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether the connection comes from a trusted proxy. */
export const fromProxy = (message: IncomingMessage, proxies: BlockList): boolean =>
  listed(proxies, plain(message.socket.remoteAddress ?? ''));

/** The client's address: going back through X-Forwarded-For, the first one that is not a trusted proxy. */
export function addressOf(message: IncomingMessage, proxies: BlockList): string {
  let address = plain(message.socket.remoteAddress ?? '');
  const forwarded = String(message.headers['x-forwarded-for'] ?? '').split(',');
  while (listed(proxies, address)) {
    const next = plain(withoutPort(forwarded.pop()?.trim() ?? ''));
    // Text that is no address says nothing about the client: the proxy's own address counts.
    if (isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** The /64 network of an IPv6 address. One client commonly has a whole /64, so counting single addresses would limit nothing. */
function network6(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  // The last 32 bits may be written as an IPv4 address and stand for two groups.
  const size = (groups: readonly string[]) => groups.length + (groups.at(-1)?.includes('.') === true ? 1 : 0);
  const groups = [...front, ...Array(Math.max(0, 8 - size(front) - size(back))).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The network that one rate limit counts: an IPv4 address, or a /64 of IPv6. */
export const networkOf = (address: string): string => (isIP(address) === 6 ? network6(address) : address);
