/** Client certificates (RFC 8705): from the TLS connection, or from a header of a trusted proxy that terminated TLS. */
import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fromProxy } from '../message/address.ts';

export interface CertificateSettings {
  /** Header in which a trusted proxy passes the certificate: `:base64:` (RFC 9440) or a percent-encoded PEM. */
  readonly header: string | undefined;
  readonly proxies: BlockList;
}

function parsed(headerValue: string): Buffer | undefined {
  try {
    const base64 = /^:([A-Za-z0-9+/=]+):$/.exec(headerValue)?.[1];
    return new X509Certificate(base64 === undefined ? decodeURIComponent(headerValue) : Buffer.from(base64, 'base64'))
      .raw;
  } catch {
    return undefined;
  }
}

function certificateOf(message: IncomingMessage, { header, proxies }: CertificateSettings): Buffer | undefined {
  if (message.socket instanceof TLSSocket) {
    const { raw } = message.socket.getPeerCertificate();
    if (raw !== undefined) return raw;
  }
  // A client could write any certificate into the header: it is ignored unless a trusted proxy sent the request.
  if (header === undefined || !fromProxy(message, proxies)) return undefined;
  const values = message.headersDistinct[header];
  return values?.length === 1 ? parsed(values[0] ?? '') : undefined;
}

/** `x5t#S256` of the client's certificate; null where there is none. */
export function thumbprintOf(message: IncomingMessage, settings: CertificateSettings): string | null {
  const certificate = certificateOf(message, settings);
  return certificate === undefined ? null : createHash('sha256').update(certificate).digest('base64url');
}
