/** A register of a whole province comes in whole. A proof, for it takes a minute: the real one where it is at hand, and one of the same form. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { importProviderFile } from '../../subgraphs/import.ts';
import { databases, openWorld } from '../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REAL = join(import.meta.dirname, '../../../shared/data/hlj_enterprises_62k_noaddr.csv.gz');

describe('the real companies of the province', () => {
  it.runIf(existsSync(REAL))(
    'come in whole and can be found by their codes',
    async () => {
      const kind = databases().at(-1) ?? 'pglite';
      const world = await openWorld(kind);
      try {
        const file = join(folder, 'real.csv');
        writeFileSync(file, gunzipSync(readFileSync(REAL)));
        const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
        const summary = await importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open });
        expect(summary.rows).toBe(62_114);
        expect(summary.accepted + summary.unchanged + summary.corrected + summary.rejected).toBe(62_114);
        expect(summary.accepted).toBeGreaterThan(61_000);
        const query =
          'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name registration { legalName registeredOn } } }';
        for (const [value, name, registeredOn] of [
          ['91230102127147106N', '哈尔滨博皓外贸彩印有限责任公司', '1978-09-19'],
          ['91230199127184724E', '黑龙江新华传媒集团有限公司', '1979-12-28'],
          ['912301031271846283', '黑龙江龙机锅炉厂有限公司', '1980-06-22'],
        ]) {
          const { data } = await world.ask(null, query, { id: { type: 'USCC', value } });
          expect(data.subject).toEqual({ name, registration: { legalName: name, registeredOn } });
        }
      } finally {
        await world.close();
      }
    },
    240_000,
  );
});
