/** Manifests as `npm run backup` writes them. */
import { written } from '../../gateway/recovery/manifest.ts';

/** A manifest of a backup that these keys sealed. */
export const manifestOf = (sealing: readonly string[]): string =>
  written({
    form: 1,
    version: '0.2.0',
    kind: 'postgresql',
    postgresql: '15.8',
    program: 'pg_dump 15.8',
    database: 'credit',
    access: 3,
    migrations: ['0001'],
    rows: { 'public_credit.record': 7 },
    keys: { index: '00', pseudonym: '00', sealing: [...sealing], probes: {} },
    checkpoint: null,
    takenAt: '2026-11-26T00:00:00.000Z',
    tookMs: 7,
    files: [{ name: 'dump', bytes: 7, sha256: '0'.repeat(64) }],
  });
