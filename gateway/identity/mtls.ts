/** Certificates of clients (RFC 8705): from the connection, or from a proxy of ours that ended it. */
import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fromProxy } from '../message/address.ts';

export interface CertificateSettings {
  /** Header in which a trusted proxy says the certificate: `:base64:` (RFC 9440) or a PEM, percent-encoded. */
  readonly header: string | undefined;
  readonly proxies: BlockList;
}

function parsed(said: string): Buffer | undefined {
  try {
    const base64 = /^:([A-Za-z0-9+/=]+):$/.exec(said)?.[1];
    return new X509Certificate(base64 === undefined ? decodeURIComponent(said) : Buffer.from(base64, 'base64')).raw;
  } catch {
    return undefined;
  }
}

function certificateOf(message: IncomingMessage, { header, proxies }: CertificateSettings): Buffer | undefined {
  if (message.socket instanceof TLSSocket) {
    const { raw } = message.socket.getPeerCertificate();
    if (raw !== undefined) return raw;
  }
  // What anybody else writes into the header is not looked at.
  if (header === undefined || !fromProxy(message, proxies)) return undefined;
  const said = message.headersDistinct[header];
  return said?.length === 1 ? parsed(said[0] ?? '') : undefined;
}

/** `x5t#S256` of the client's certificate; null where it showed none. */
export function thumbprintOf(message: IncomingMessage, settings: CertificateSettings): string | null {
  const certificate = certificateOf(message, settings);
  return certificate === undefined ? null : createHash('sha256').update(certificate).digest('base64url');
}
