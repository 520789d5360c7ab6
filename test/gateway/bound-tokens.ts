/** What the tests of identity share: the time, proofs, and how they ask. */
import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, vi } from 'vitest';
import { TODAY } from '../kit.ts';

export const NOON = new Date(`${TODAY}T12:00:00+08:00`);
export const NOW = NOON.getTime() / 1_000;
/** What a bank asks, and a department. */
export const QUERY = '{ agreements(first: 5) { nodes { party { code } } } }';
export const DEPARTMENT_QUERY = '{ deadlines(first: 5) { nodes { kind } } }';

/** The authorization server and the gateway are of one time; what the former says of its own settings is not of interest. */
export function atNoon(): void {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON });
    for (const way of ['info', 'warn'] as const) vi.spyOn(console, way).mockImplementation(() => undefined);
  });
  afterAll(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

interface Pair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

interface ProofOptions {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly jwk?: JWK;
  readonly key?: CryptoKey;
}

let serial = 0;

/** A proof as RFC 9449 has it, with what is to be wrong with it. */
export async function proofOf(pair: Pair, url: string, token: string, options: ProofOptions = {}): Promise<string> {
  serial += 1;
  const claims = { jti: `proof-${serial}`, htm: 'POST', htu: url, iat: NOW, ath: sha256(token), ...options.claims };
  return new SignJWT(claims)
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'dpop+jwt',
      jwk: options.jwk ?? (await exportJWK(pair.publicKey)),
      ...options.header,
    })
    .sign(options.key ?? pair.privateKey);
}

export const ask = async (url: string, headers: HeadersInit, query = QUERY) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: [...new Headers(headers), ['content-type', 'application/json'], ['credit-purpose', 'LOAN_ORIGINATION']],
    body: JSON.stringify({ query }),
  });
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] },
  };
};
