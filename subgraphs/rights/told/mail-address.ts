/** E-mail addresses that can be written to: one mailbox, as RFC 5321 and RFC 6531 write it without quotation, whose domain has a name. */
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** Octets (RFC 5321, section 4.5.3.1): local part, domain, and the path without its brackets. */
const LOCAL_MAX = 64;
const DOMAIN_MAX = 255;
const ADDRESS_MAX = 254;

/** Atoms of RFC 5321 with the letters and digits of any script (RFC 6531), joined by points. Quoted ones are refused: they may hold anything. */
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const octets = (text: string): number => Buffer.byteLength(text);

/** The address with its domain as DNS writes it; undefined for what is none. Nothing of it can end a line or begin another header. */
export function mailAddress(sent: string): string | undefined {
  const text = sent.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0)).normalize('NFC');
  if (at < 1 || octets(local) > LOCAL_MAX || !LOCAL.test(local)) return undefined;
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  const labels = domain.split('.');
  if (domain === '' || octets(domain) > DOMAIN_MAX || isIP(domain) !== 0) return undefined;
  if (labels.length < 2 || labels.some((label) => !LABEL.test(label)) || !/[a-z]/.test(labels.at(-1) ?? ''))
    return undefined;
  const address = `${local}@${domain}`;
  return octets(address) > ADDRESS_MAX ? undefined : address;
}
