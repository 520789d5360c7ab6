/**
 * Whose tokens are believed: issuers of the settings, their keys found by discovery (OpenID Connect Discovery 1.0, RFC 8414) or under the
 * address that the settings name (RFC 7517).
 *
 * Keys are kept: a key that is not known is looked for once in a while, and an issuer that does not answer goes on with the keys that it had
 * for a day. What it took back is forgotten within ten minutes.
 */
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { HttpError } from '../message/http-error.ts';
import type { IssuerSettings } from '../settings/config.ts';

export interface Issuer {
  readonly audience: string;
  readonly key: JWTVerifyGetKey;
}

/** Milliseconds. */
export interface KeyTiming {
  /** Least time between two looks for what is not known. */
  readonly cooldown: number;
  /** After this, keys are looked at again; nobody waits for it. */
  readonly fresh: number;
  /** After this, keys that could not be looked at again are believed no more. */
  readonly stale: number;
}

const TIMING: KeyTiming = { cooldown: 30_000, fresh: 600_000, stale: 86_400_000 };
const TIMEOUT_MS = 5_000;

const unreachable = (): HttpError =>
  new HttpError(503, 'UNAVAILABLE', 'The issuer of the token does not give its keys.', 'Try again in a minute.');

/** Addresses of the metadata of an issuer. */
function metadataUrls(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    // RFC 8414 puts the path behind, not before.
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
}

/** Where the keys of an issuer are, by its own word. Throws a sentence where it gives none that can be believed. */
export async function discover(issuer: string): Promise<string> {
  const faults: string[] = [];
  for (const url of metadataUrls(issuer)) {
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.status !== 200) throw new Error(`answers ${response.status}`);
      const { issuer: named, jwks_uri: jwks } = (await response.json()) as Record<string, unknown>;
      // Whoever could answer in another's name could give it other keys.
      if (named !== issuer) throw new Error('names another issuer');
      const keys = URL.parse(String(jwks));
      if (keys === null || (issuer.startsWith('https:') && keys.protocol !== 'https:'))
        throw new Error('names no https address of its keys');
      return keys.href;
    } catch (error) {
      faults.push(`${url} ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  throw new Error(faults.join('; '));
}

function keptKeys(
  url: string,
  { cooldown, fresh, stale }: KeyTiming,
  onFault: (fault: string) => void,
): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { cooldownDuration: cooldown, cacheMaxAge: stale });
  let lookAgainAt = Number.POSITIVE_INFINITY;
  return async (header, token) => {
    const now = performance.now();
    if (now >= lookAgainAt) {
      lookAgainAt = now + fresh;
      keys.reload().catch((error: unknown) => {
        lookAgainAt = performance.now() + cooldown;
        onFault(error instanceof Error ? error.message : 'failed');
      });
    }
    const key = await keys(header, token);
    lookAgainAt = Math.min(lookAgainAt, now + fresh);
    return key;
  };
}

function discovered(issuer: string, timing: KeyTiming, onFault: (fault: string) => void): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuer).then(
      (url) => keptKeys(url, timing, onFault),
      (error: unknown) => {
        onFault(error instanceof Error ? error.message : 'failed');
        // Asked again after a while, not by every token.
        setTimeout(() => {
          found = undefined;
        }, timing.cooldown).unref();
        throw unreachable();
      },
    );
    return (await found)(header, token);
  };
}

/** Faults of a token; all others are of the keys' own way here. */
const OF_TOKEN = /^ERR_(JWKS_NO_MATCHING_KEY|JWKS_MULTIPLE_MATCHING_KEYS|JOSE_NOT_SUPPORTED|JOSE_ALG_NOT_ALLOWED)$/;

/** Issuers by the value of their claim iss. `onFault` hears of those whose keys cannot be had. */
export function openIssuers(
  settings: readonly IssuerSettings[],
  onFault: (issuer: string, fault: string) => void,
  timing: KeyTiming = TIMING,
): Map<string, Issuer> {
  return new Map(
    settings.map(({ issuer, audience, jwks }) => {
      const told = (fault: string): void => onFault(issuer, fault);
      const keys = jwks === undefined ? discovered(issuer, timing, told) : keptKeys(jwks, timing, told);
      const key: JWTVerifyGetKey = async (header, token) => {
        try {
          return await keys(header, token);
        } catch (error) {
          const { code = '', message } = error as { code?: string; message: string };
          if (error instanceof HttpError || OF_TOKEN.test(code)) throw error;
          told(message);
          throw unreachable();
        }
      };
      return [issuer, { audience, key }];
    }),
  );
}
