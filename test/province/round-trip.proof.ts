/** A province goes into a file and out of it: equal in every row, its past too. A proof, for it opens four servers for each database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase, openWorld, type World } from '../kit.ts';
import { SAMPLE_AGREEMENTS, SAMPLE_DUTIES, SAMPLE_ITEMS, SAMPLE_UNITS } from '../sample-province.ts';
import { fileOf, type Sections } from './file.ts';
import { exported, give, saidIn } from './giving.ts';
import { rowsOf } from './rows.ts';

onEachDatabase('A07.1 a province goes into a file', (kind) => {
  const worlds: World[] = [];
  beforeAll(async () => {
    worlds.push(await openWorld(kind));
    for (let empty = 0; empty < 2; empty += 1) worlds.push(await openWorld(kind, { sample: false }));
  });
  afterAll(async () => {
    for (const world of worlds) await world.close();
  });
  const [TODAY, reason] = ['2026-11-20', '机构改革'];
  /** Who ran a file is each server's own. */
  const rows = async (world: World) => {
    const { runs: _runs, ...held } = await rowsOf(world.server.requestAs);
    return held;
  };

  it('the sample, applied to an empty server: equal in every row', async () => {
    const [sample, empty] = worlds as [World, World];
    const file = await exported(sample);
    expect(saidIn(await give(empty, file))).toEqual(['APPLIED']);
    expect(await exported(empty)).toBe(file);
    const held = await rows(sample);
    expect(await rows(empty)).toEqual(held);
    expect(held.items).toHaveLength(46);
  });

  it('with its past: what ended, and editions that others replaced', async () => {
    const [, changed, other] = worlds as [World, World, World];
    const bank = SAMPLE_AGREEMENTS.find(({ reference }) => reference === 'BANK-A-2026-1');
    const duty = SAMPLE_DUTIES.find(({ matter }) => matter === 'TENDER');
    const item = SAMPLE_ITEMS.find(({ code }) => code === 'ARREARS-TAX');
    const unit = SAMPLE_UNITS.find(({ code }) => code === 'BANK-B');
    const changes: Sections = {
      units: [{ ...unit, ended: { on: TODAY, reason } }],
      items: [
        {
          ...item,
          edition: '2026-2',
          openness: 'SELF_ONLY',
          elements: item?.elements.map((element) => ({ ...element, openness: 'SELF_ONLY' })),
          effectiveFrom: '2026-12-01',
        },
      ],
      agreements: [{ ...bank, items: bank?.items.slice(1) }],
      duties: [{ ...duty, ended: { on: TODAY, reason } }],
      calendars: [
        {
          year: 2027,
          papers: ['https://www.gov.cn/2027'],
          days: [
            { date: '2027-01-03', isOffDay: false },
            { date: '2027-01-01', isOffDay: true },
          ],
        },
      ],
    };
    const token = await changed.token({ role: 'authority', unit: 'HLJ-BIZENV' });
    expect(saidIn(await give(changed, fileOf(changes), { confirmed: true, token }))).toEqual(['APPLIED']);
    const file = await exported(changed);
    expect(file.match(/ended: \{ on: 2026-11-20/g)).toHaveLength(3);
    expect(saidIn(await give(other, file))).toEqual(['APPLIED']);
    expect(await exported(other)).toBe(file);
    expect(await rows(other)).toEqual(await rows(changed));
  });
});
