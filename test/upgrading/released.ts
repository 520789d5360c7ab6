/** The databases that releases left (`test/fixtures/`), as they stand on either kind, and what people kept of them. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { rolePrefix } from '../../subgraphs/database/roles.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import type { Proof } from '../../subgraphs/ledger/proof.ts';

/** Releases whose databases are kept, the newest last. */
export const RELEASES = ['0.1.0', '0.2.0'] as const;
export type Released = (typeof RELEASES)[number];

const folderOf = (release: Released): string => join(import.meta.dirname, `../fixtures/release-${release}`);

/** One of the questions that were asked of the release, and its answer. */
export interface Asked {
  readonly holder: Readonly<Record<string, string>> | null;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: {
    readonly data: unknown;
    readonly errors?: readonly { readonly extensions: { readonly code: string; readonly reason?: string } }[];
  };
}

interface Kept {
  /** When it was asked last. */
  readonly at: string;
  readonly proofs: readonly { readonly id: string; readonly at: string; readonly proof: Proof }[];
  readonly jwks: { readonly keys: readonly PublicJwk[] };
  readonly reports: { readonly company: string; readonly person: string };
  /** The signed answer that a permit desk filed. */
  readonly tokenOfCheck: string;
  readonly ledger: {
    readonly verifyLedger: { readonly intact: boolean; readonly entries: number; readonly pending: number };
    readonly ledgerCheckpoint: { readonly size: number; readonly rootHash: string; readonly signedAt: string };
  };
  readonly asked: readonly Asked[];
}

export const kept = (release: Released): Kept => JSON.parse(readFileSync(join(folderOf(release), 'kept.json'), 'utf8'));

/** The statements that make it, for a database of this name. */
export const releasedDatabase = (release: Released, name: string): string =>
  brotliDecompressSync(readFileSync(join(folderOf(release), 'database.sql.br')))
    .toString('utf8')
    .replaceAll('@@ROLES@@', rolePrefix(name))
    .replaceAll('@@DATABASE@@', name);

/** Puts its keys into a folder. Git keeps no mode: keys that others may read are refused. */
export function copyKeys(release: Released, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['secrets.json', 'development-issuer.json']) {
    copyFileSync(join(folderOf(release), name), join(folder, name));
    chmodSync(join(folder, name), 0o600);
  }
}
