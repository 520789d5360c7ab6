/** Checks where a webhook may point: never into the platform's own network. */
import { BlockList, isIP, isIPv4 } from 'node:net';
import { badInput } from '../../schema/errors.ts';
import { feedMessages } from '../../schema/messages/acts/authorizations.ts';
import type { Said } from '../../schema/messages/said.ts';

/** Ranges that belong to no public host (RFC 6890). */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  // Including IPv4 addresses inside IPv6: compatible, translated, 6to4.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

/** An IPv4-mapped IPv6 address is checked as IPv4. */
const plain = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

export function isPrivateAddress(address: string): boolean {
  const judged = plain(address);
  return isIPv4(judged) ? PRIVATE.check(judged, 'ipv4') : PRIVATE.check(judged, 'ipv6') || /^::ffff:/i.test(judged);
}

export const isLoopbackHost = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

const refuse = (said: Said) => badInput('WEBHOOK_URL', said);

/** The normalized URL. Throws BAD_USER_INPUT. `loopback` is allowed in development, where the receiver runs on the same machine. */
export function checkWebhookUrl(text: string, loopback: 'allow' | 'refuse'): string {
  if (text.length > 500 || !URL.canParse(text)) throw refuse(feedMessages.urlUnreadable);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw refuse(feedMessages.urlCredentials);
  if (loopback === 'allow' && isLoopbackHost(url.hostname) && ['http:', 'https:'].includes(url.protocol))
    return url.href;
  if (url.protocol !== 'https:') throw refuse(feedMessages.urlNoHttps);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isLoopbackHost(url.hostname) || (isIP(host) !== 0 && isPrivateAddress(host)))
    throw refuse(feedMessages.urlPrivate);
  return url.href;
}
