/** A penalty that was sent again, heavier or lighter, became a second record beside the first where its display class changed with it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { COMPANY, onDatabaseOfStep, sharedWorld, subject, type World } from '../../kit.ts';

const HEADER = 'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_CFLB,CF_NR_FK,CF_JDRQ';
const DOCUMENT = '示例市监罚〔2026〕951号';
const MINE = `{ me { records(first: 200) { nodes { id version item { code } displayedUntil ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;

onDatabaseOfStep('a penalty whose class changed', (kind) => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'credit-class-'));
  beforeAll(async () => {
    world = await sharedWorld(kind, 'deliveries');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const bring = (name: string, fine: string) => {
    const file = join(folder, name);
    writeFileSync(file, `${HEADER}\n示例,法人及非法人组织,${COMPANY.value},${DOCUMENT},罚款,${fine},2026-11-10\n`);
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    return importProviderFile({ file, layout: 'double-publicity-penalty', unit: 'HLJ-AMR', open });
  };
  const held = async (document = DOCUMENT) => {
    const { data } = await world.ask(subject(COMPANY), MINE);
    return data.me.records.nodes.filter((row: { documentNumber?: string }) => row.documentNumber === document);
  };

  it('A36.2 A37.2 the same decision sent with another fine is a correction: one record, of the class that it has now', async () => {
    expect(await bring('first.csv', '200')).toMatchObject({ accepted: 1 });
    expect(await held()).toMatchObject([
      { version: 1, item: { code: 'PENALTY-SERIOUS' }, displayedUntil: '2029-11-10' },
    ]);
    expect(await bring('lighter.csv', '0.2')).toMatchObject({ accepted: 0, corrected: 1 });
    const [lighter, ...others] = await held();
    expect([lighter, others]).toMatchObject([
      { version: 2, item: { code: 'PENALTY-GENERAL' }, displayedUntil: '2027-11-10', fineYuan: '2000.00' },
      [],
    ]);
    expect(await bring('again.csv', '0.2')).toMatchObject({ accepted: 0, corrected: 0, unchanged: 1 });
    expect(await bring('heavier.csv', '300')).toMatchObject({ accepted: 0, corrected: 1 });
    expect(await held()).toMatchObject([{ id: lighter.id, version: 3, item: { code: 'PENALTY-SERIOUS' } }]);
  });

  it('A36.2 of one decision that stands twice in a file the later row counts, whatever stands before them', async () => {
    const row = (document: string, fine: string) =>
      `示例,法人及非法人组织,${COMPANY.value},${document},罚款,${fine},2026-11-10`;
    const file = join(folder, 'twice.csv');
    const twice = '示例市监罚〔2026〕952号';
    const rows = [row('示例市监罚〔2026〕953号', '500'), row(twice, '0.3'), row(twice, '400')];
    writeFileSync(file, `${HEADER}\n${rows.join('\n')}\n`);
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    await importProviderFile({ file, layout: 'double-publicity-penalty', unit: 'HLJ-AMR', open });
    expect(await held(twice)).toMatchObject([
      { version: 2, item: { code: 'PENALTY-SERIOUS' }, fineYuan: '4000000.00' },
    ]);
    // The same again says nothing new, though its first row by itself would.
    expect(await importProviderFile({ file, layout: 'double-publicity-penalty', unit: 'HLJ-AMR', open })).toMatchObject(
      {
        accepted: 0,
        corrected: 0,
        unchanged: 3,
      },
    );
  });
});
