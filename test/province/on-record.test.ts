/** Which province file was applied, by whom and where: read by who runs the platform and who oversees it. */
import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { sampleFile } from '../../subgraphs/province/sample.ts';
import { ANALYST, AUTHORITY, BANK_A, OPERATOR, onEachDatabase, PERMIT_OFFICE, sharedWorld } from '../kit.ts';

onEachDatabase('A07.1 the file that the sample province began with', (kind) => {
  it('A17.1 is on record: which file, who ran it on which host, what it changed; for the operator and the authority alone', async () => {
    const world = await sharedWorld(kind);
    const RUNS =
      '{ provinceRuns { totalCount nodes { fileHash ranBy host signedBy { code } changes { section act what } } } }';
    const hash = createHash('sha256').update(sampleFile()).digest('hex');
    for (const holder of [OPERATOR, AUTHORITY]) {
      const { data } = await world.ask(holder, RUNS);
      expect(data.provinceRuns).toMatchObject({
        totalCount: 1,
        nodes: [{ fileHash: hash, ranBy: userInfo().username, host: hostname(), signedBy: null }],
      });
      const units = data.provinceRuns.nodes[0].changes.filter(
        ({ section }: { section: string }) => section === 'units',
      );
      expect(units.map(({ what }: { what: string }) => what)).toContain('BANK-A');
    }
    for (const [holder, reason] of [
      [null, 'IDENTITY_REQUIRED'],
      [BANK_A, 'ROLE'],
      [PERMIT_OFFICE, 'ROLE'],
      [ANALYST, 'ROLE'],
    ] as const) {
      const { errors } = await world.ask(holder, RUNS);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason, article: '7' });
    }
  });
});
