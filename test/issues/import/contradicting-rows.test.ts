/** A file that said two things of one record corrected it twice at every import: there and back again, with a notice to everybody each time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { COMPANY, onDatabaseOfStep, sharedWorld, type World } from '../../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-contradicting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PERMITS = 'XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKLB,XK_NR,XK_JDRQ,XK_XKJG';

onDatabaseOfStep('a file that contradicts itself', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind, 'deliveries');
  });

  const bring = (...contents: readonly string[]) => {
    const file = join(folder, `${kind}.csv`);
    const rows = contents.map(
      (what) => `示例,法人及非法人组织,${COMPANY.value},反许〔2026〕1号,普通,${what},2026-09-01,示例局`,
    );
    writeFileSync(file, `${PERMITS}\n${rows.join('\n')}\n`);
    const unit = 'HLJ-AMR';
    return importProviderFile({
      file,
      layout: 'double-publicity-permit',
      unit,
      open: () => world.server.requestAs({ role: 'PROVIDER', unit }),
    });
  };
  const held = async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200, items: ["PERMIT-GENERAL"]) { nodes {
      version ... on AdministrativePermit { documentNumber content } } } } }`;
    const { data } = await world.ask(null, query, { id: COMPANY });
    return data.subject.records.nodes.find(
      ({ documentNumber }: { documentNumber: string }) => documentNumber === '反许〔2026〕1号',
    );
  };

  it('A36.2 holds what its last row says, and nothing new when it comes again', async () => {
    expect(await bring('甲', '乙', '丙')).toMatchObject({ rows: 3, accepted: 1, corrected: 2 });
    expect(await held()).toMatchObject({ version: 3, content: '丙' });
    expect(await bring('甲', '乙', '丙')).toMatchObject({ rows: 3, accepted: 0, corrected: 0, unchanged: 3 });
    expect(await held()).toMatchObject({ version: 3, content: '丙' });
  });

  it('A36.2 A38.1 that says what was said before, in another file, is a correction', async () => {
    expect(await bring('丙', '甲')).toMatchObject({ rows: 2, accepted: 0, corrected: 1, unchanged: 1 });
    expect(await held()).toMatchObject({ version: 4, content: '甲' });
  });
});
