/** The development issuer: signs the tokens of `npm run token`. Only development has it, and the server prints a warning about it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../settings/development.ts';

const ALGORITHM = 'EdDSA';
const KEY_ID = 'development';

export interface DevelopmentIssuer {
  readonly publicKey: CryptoKey | Uint8Array;
  sign(claims: Readonly<Record<string, unknown>>, expires: string): Promise<string>;
  /** Signs a token whose times count from `at` instead of the system's clock. */
  signAt(claims: Readonly<Record<string, unknown>>, expires: string, at: Date): Promise<string>;
}

async function keyOf(folder: string): Promise<JWK> {
  const path = join(folder, 'development-issuer.json');
  if (!existsSync(path)) {
    const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(path, `${JSON.stringify(await exportJWK(privateKey))}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process wrote the key first; its key is read below.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Opens the issuer of a DATA_DIR. Makes its key on first use. */
export async function openDevelopmentIssuer(folder: string): Promise<DevelopmentIssuer> {
  const jwk = await keyOf(folder);
  const privateKey = await importJWK(jwk, ALGORITHM);
  const { d: _private, ...publicJwk } = jwk;
  const signAt = (claims: Readonly<Record<string, unknown>>, expires: string, at: Date): Promise<string> => {
    const issuedAt = Math.floor(at.getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
      .setIssuer(DEVELOPMENT_ISSUER)
      .setAudience(DEVELOPMENT_AUDIENCE)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt - 5)
      .setExpirationTime(new Date(at.getTime() + secondsOf(expires) * 1000))
      .sign(privateKey);
  };
  return {
    publicKey: await importJWK(publicJwk, ALGORITHM),
    signAt,
    sign: (claims, expires) => signAt(claims, expires, new Date()),
  };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Seconds of a duration such as 15m. */
function secondsOf(length: string): number {
  const [, count, unit] = /^(\d+)\s*([smhd])$/.exec(length) ?? [];
  return Number(count ?? '900') * (SECONDS[unit ?? 's'] ?? 1);
}
