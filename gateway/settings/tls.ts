/** The certificate with which the server itself speaks TLS (TLS_CERT, TLS_KEY). */
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ConfigFault } from './config-fault.ts';

/** Certificate and key of the server; both or none. */
export function readTls(
  cert: string | undefined,
  key: string | undefined,
): { readonly cert: Buffer; readonly key: Buffer } | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new ConfigFault('TLS_CERT and TLS_KEY go together: set both, or neither.');
  try {
    const tls = { cert: readFileSync(cert), key: readFileSync(key) };
    createSecureContext(tls);
    return tls;
  } catch (error) {
    const unread = (error as NodeJS.ErrnoException).syscall !== undefined;
    throw new ConfigFault(
      `The files of TLS_CERT and TLS_KEY ${unread ? 'cannot be read' : 'are no certificate with its key'}. Set them to PEM files that ${unread ? 'can' : 'belong together'}.`,
    );
  }
}
