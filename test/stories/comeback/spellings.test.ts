/** By no spelling and by no door (Articles 19, 36 and 38). Adversarial case 100: what fell comes back by another spelling, unit, layout, backup of a partner. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '../../../subgraphs/public-credit/import/import-file.ts';
import { onDatabaseOfStep, openWorld, type World } from '../../kit.ts';
import { acts, CITY, PROVINCE, penalty } from './delivering.ts';

/** One number as ten bureaus write it. */
export const SPELLINGS = [
  '哈市监罚〔2026〕81号',
  '哈市监罚（2026）81号',
  '哈市监罚[2026]第81号',
  '哈市监罚【２０２６】８１号',
  '哈市監罰〔2026〕81號',
  '哈市监罚〔二〇二六〕八十一号',
  '哈 市监罚 〔2026〕 0081 号',
  '哈·市监罚〔2026〕\u200b81号',
  '哈市监罚字－2026－81',
  '《行政处罚决定书》哈市监罚〔2O26〕8l号',
];

onDatabaseOfStep('another spelling', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    world = await openWorld(kind);
    by = acts(world);
    const [number = ''] = SPELLINGS;
    await by.deliver(CITY, [penalty(number)]);
    await by.revoke(CITY, number);
  });
  afterAll(() => world.close());

  const displayed = async () =>
    (await by.shown()).filter(
      ({ documentNumber }) => /8|八|８/u.test(documentNumber) && documentNumber.startsWith('哈'),
    );

  it('A36.2 A38.2 adversarial 100: none of ten spellings brings it back at its own unit', async () => {
    const again = await by.deliver(
      CITY,
      SPELLINGS.map((number) => penalty(number)),
    );
    expect(again).toMatchObject({ accepted: 0, unchanged: 0, corrected: 0 });
    expect(again.rejected.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual(
      SPELLINGS.map((_, row) => [row, 'FELL']),
    );
    expect(await displayed()).toEqual([]);
  });

  it('A36.2 adversarial 100: nor another date, name of the authority, display class or case of the credit code', async () => {
    const [number = ''] = SPELLINGS;
    const others = [
      penalty(number, { occurredOn: '2026-10-08' }),
      penalty(number, {}, { authorityName: '哈尔滨市市场监管局', fineYuan: '1.00' }),
      penalty(number, {}, {}, { type: 'USCC', value: ' 91239999ma1abc019l' }),
    ];
    expect((await by.deliver(CITY, others.slice(0, 1))).rejected).toMatchObject([{ code: 'FELL' }]);
    for (const one of others)
      expect(
        (await by.deliver(PROVINCE, [one])).rejected.filter(({ code }: { code: string }) => code === 'FELL'),
      ).toEqual([]);
    expect((await by.deliver(PROVINCE, [penalty(number)], { item: 'PENALTY-SERIOUS' })).rejected).toEqual([]);
    expect(await displayed()).toEqual([]);
  });

  it('A36.2 adversarial 100: nor a partner that delivers all of its old rows', async () => {
    const rows = SPELLINGS.map((number) => penalty(number, { occurredOn: '2026-11-17' }));
    expect(await by.deliver(PROVINCE, rows)).toMatchObject({ rejected: [] });
    expect(await displayed()).toEqual([]);
  });

  it('A36.2 adversarial 100: nor a file of its own unit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-comeback-'));
    const file = join(folder, 'rows.ndjson');
    const rows = [...SPELLINGS, '哈市监罚〔2026〕181号'].map((number) => ({
      item: 'PENALTY-GENERAL',
      ...penalty(number),
    }));
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HRB-AMR' });
    const order = { file, layout: 'records', unit: 'HRB-AMR', open, beside: join(folder, 'beside') } as const;
    expect(await importFile(order)).toMatchObject({
      accepted: 1,
      unchanged: 0,
      corrected: 0,
      rejected: SPELLINGS.length,
    });
    rmSync(folder, { recursive: true });
    expect((await displayed()).map(({ documentNumber }) => documentNumber)).toEqual(['哈市监罚〔2026〕181号']);
  });

  it('A36.2 nor a record that is delivered under another number and corrected to this one', async () => {
    const [number = ''] = SPELLINGS;
    await by.deliver(CITY, [penalty('哈市监罚〔2026〕90号')]);
    const other = (await by.shown()).find(({ documentNumber }) => documentNumber.includes('90'))?.id ?? '';
    const changed = await by.correct(CITY, other, { basisDocument: SPELLINGS[4] });
    expect(changed.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'FELL' });
    // Of another unit it is held from then on.
    await by.deliver(PROVINCE, [penalty('哈市监罚〔2026〕91号')]);
    const foreign = (await by.shown()).find(({ documentNumber }) => documentNumber.includes('91'))?.id ?? '';
    expect(
      (await by.correct(PROVINCE, foreign, { basisDocument: number, content: { documentNumber: number } })).errors,
    ).toBeUndefined();
    expect((await by.shown()).filter(({ id }) => id === foreign)).toEqual([]);
  });

  it('A36.2 A27.1 a really different decision of the same day and authority is taken and shown', async () => {
    const numbers = [
      '哈市监罚〔2026〕82号',
      '哈市监罚〔2026〕810号',
      '哈市监罚〔2025〕81号',
      '哈市监罚〔2026〕81-1号',
      '哈商罚〔2026〕81号',
    ];
    const taken = await by.deliver(
      CITY,
      numbers.map((number) => penalty(number)),
    );
    expect(taken).toMatchObject({ accepted: numbers.length, rejected: [] });
    const shown = (await displayed()).map(({ documentNumber }) => documentNumber);
    expect(shown.sort()).toEqual([...numbers, '哈市监罚〔2026〕181号'].sort());
  });
});
