/**
 * The trusted issuers (TOKEN_ISSUERS) and their public keys: found by discovery (OpenID Connect Discovery 1.0, RFC 8414), or under the
 * address that the settings name (RFC 7517).
 *
 * Keys are cached. They are fetched again every ten minutes, which drops the keys that the issuer withdrew, and for an unknown `kid` at most
 * every thirty seconds. While an issuer does not answer, its cached keys are used for up to a day.
 */
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { serviceMessages } from '../../schema/messages/service.ts';
import { HttpError } from '../message/http-error.ts';
import type { IssuerSettings } from '../settings/config.ts';

export interface Issuer {
  readonly audience: string;
  readonly key: JWTVerifyGetKey;
}

/** Milliseconds. */
export interface KeyTiming {
  /** Least time between two fetches for an unknown key. */
  readonly cooldown: number;
  /** After this the keys are fetched again in the background; requests go on with the cached ones. */
  readonly fresh: number;
  /** After this, cached keys that could not be fetched again are no longer used. */
  readonly stale: number;
}

const TIMING: KeyTiming = { cooldown: 30_000, fresh: 600_000, stale: 86_400_000 };
const TIMEOUT_MS = 5_000;

const unreachable = (): HttpError => new HttpError(503, 'UNAVAILABLE', serviceMessages.issuerSilent);

/** URLs under which an issuer may publish its metadata. */
function metadataUrls(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    // RFC 8414 puts the issuer's path after the well-known part.
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
}

/** The URL of an issuer's keys, from its metadata. Throws an error that names the fault of each metadata URL. */
export async function discover(issuer: string): Promise<string> {
  const faults: string[] = [];
  for (const url of metadataUrls(issuer)) {
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.status !== 200) throw new Error(`answers ${response.status}`);
      const { issuer: named, jwks_uri: jwks } = (await response.json()) as Record<string, unknown>;
      // Metadata of another issuer could put that issuer's keys in place of this one's (RFC 8414, section 3.3).
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
        // Discovery is tried again after the cooldown, not with every token.
        setTimeout(() => {
          found = undefined;
        }, timing.cooldown).unref();
        throw unreachable();
      },
    );
    return (await found)(header, token);
  };
}

/** Codes of jose that mean a fault of the token (401). Any other error means that the keys could not be fetched (503). */
const OF_TOKEN = /^ERR_(JWKS_NO_MATCHING_KEY|JWKS_MULTIPLE_MATCHING_KEYS|JOSE_NOT_SUPPORTED|JOSE_ALG_NOT_ALLOWED)$/;

/** Issuers by the value of the claim `iss`. `onFault` is called where the keys of one cannot be fetched. */
export function openIssuers(
  settings: readonly IssuerSettings[],
  onFault: (issuer: string, fault: string) => void,
  timing: KeyTiming = TIMING,
): Map<string, Issuer> {
  return new Map(
    settings.map(({ issuer, audience, jwks }) => {
      const report = (fault: string): void => onFault(issuer, fault);
      const keys = jwks === undefined ? discovered(issuer, timing, report) : keptKeys(jwks, timing, report);
      const key: JWTVerifyGetKey = async (header, token) => {
        try {
          return await keys(header, token);
        } catch (error) {
          const { code = '', message } = error as { code?: string; message: string };
          if (error instanceof HttpError || OF_TOKEN.test(code)) throw error;
          report(message);
          throw unreachable();
        }
      };
      return [issuer, { audience, key }];
    }),
  );
}
