/** A new table of display periods (Article 37 §2): its effect is shown first, and then is exactly that. Ends are counted by hand. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { acts, CITY, penalty } from '../comeback/delivering.ts';
import { EFFECT, heldDisplays, MINOR, PUBLISH, reasonsOf, row, SERIOUS, table } from './tables.ts';

const TABLE =
  'query ($asOf: Date) { displayPeriods(asOf: $asOf) { edition effectiveFrom periods { displayClass decidedFrom maximumMonths } } }';
const ITEMS =
  '{ catalogItems(first: 200) { nodes { code displayClass displayPeriod { minimumMonths maximumMonths } } } }';
const OWN = `{ me { records(items: ["PENALTY-GENERAL", "PENALTY-SERIOUS", "PENALTY-MINOR"], first: 200) {
  nodes { displayedUntil ... on AdministrativePenalty { documentNumber } } } } }`;
const SEEN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL", "PENALTY-SERIOUS"], first: 200) {
  nodes { id } } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('a new table of display periods', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    // Over the wire the gateway's job moves what the edition moves, and here none runs: `wire/periods.proof.ts`.
    world = await openWorld(kind, { wire: false, environment: { DUE_EVERY_MS: '86400000' } });
    by = acts(world);
  });
  afterAll(() => world.close());

  const deliver = (number: string, occurredOn: string, item = 'PENALTY-GENERAL', content: object = {}) =>
    by.deliver(CITY, [penalty(number, { occurredOn }, content)], { item });
  const ends = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await world.ask(subject(COMPANY), OWN)).data.me.records.nodes
        .filter(({ documentNumber }: { documentNumber: string }) => documentNumber.startsWith('表'))
        .map(({ documentNumber, displayedUntil }: { documentNumber: string; displayedUntil: string }) => [
          documentNumber,
          displayedUntil,
        ]),
    );
  const held = () => heldDisplays(world);
  const ask = (query: string, input: object, holder: Holder | null = AUTHORITY) => world.ask(holder, query, { input });
  const reasons = (changes: object) => reasonsOf(world, PUBLISH, changes);

  it('A37.2 shows its effect without writing anything, and moves exactly that: no version and no notice where only the end moves', async () => {
    await deliver('表〔2025〕1号', '2025-12-01');
    await deliver('表〔2026〕2号', '2026-05-10');
    await deliver('表〔2026〕3号', '2026-05-10', 'PENALTY-GENERAL', { displayUntil: '2026-12-31' });
    await deliver('表〔2023〕4号', '2023-11-21');
    await deliver('表〔2025〕5号', '2025-01-31', 'PENALTY-SERIOUS');
    expect(await ends()).toEqual({
      '表〔2025〕1号': '2028-12-01',
      '表〔2026〕2号': '2027-05-10',
      '表〔2026〕3号': '2026-12-31',
      '表〔2023〕4号': '2026-11-21',
      '表〔2025〕5号': '2028-01-31',
    });
    // The bank is shown them, so that it would be told of a correction.
    expect((await world.ask(BANK_A, SEEN, { id: COMPANY }, LOAN)).errors).toBeUndefined();
    const before = await held();
    const { data } = await ask(EFFECT, table(), OPERATOR);
    expect(await held()).toEqual(before);
    expect((await ask(EFFECT, table())).data).toEqual(data);

    expect((await ask(PUBLISH, table())).errors).toBeUndefined();
    const after = new Map((await held()).map((one) => [one.id, one]));
    expect([...after.keys()]).toEqual(before.map(({ id }) => id));
    // What was shown is what happened, class by class, item by item, row by row.
    const counted = new Map<string, { displayed: number; earlier: number; later: number; atOnce: number }>();
    for (const one of before) {
      const now = after.get(one.id);
      expect(now?.version).toBe(one.version);
      if (one.until < '2026-11-20') {
        // What had ended before is archived, as the daily run would, and keeps its end.
        expect(now).toEqual({ ...one, display: 'ARCHIVED' });
        continue;
      }
      const [first = '', second = '9999'] = {
        MINOR: ['1949-10-01'],
        GENERAL: ['1949-10-01', '2026-04-01'],
        SERIOUS: ['1949-10-01', '2025-01-01'],
      }[one.class as 'MINOR'];
      const key = `${one.item} ${one.from >= second ? second : first}`;
      const known = counted.get(key) ?? { displayed: 0, earlier: 0, later: 0, atOnce: 0 };
      const until = now?.until ?? '';
      counted.set(key, {
        displayed: known.displayed + 1,
        earlier: known.earlier + (until < one.until ? 1 : 0),
        later: known.later + (until > one.until ? 1 : 0),
        atOnce: known.atOnce + (now?.display === 'ARCHIVED' ? 1 : 0),
      });
    }
    expect(
      Object.fromEntries(
        data.displayPeriodsEffect.map(
          ({ item, period, ...numbers }: { item: { code: string }; period: { decidedFrom: string } }) => [
            `${item.code} ${period.decidedFrom}`,
            numbers,
          ],
        ),
      ),
    ).toEqual(Object.fromEntries(counted));
    expect(counted.get('PENALTY-GENERAL 1949-10-01')?.atOnce).toBeGreaterThanOrEqual(2);

    // Ten months from the first two ended before today; a stated end stays the end; forty-eight months are more than thirty-six.
    expect(await ends()).toEqual({
      '表〔2026〕2号': '2027-02-10',
      '表〔2026〕3号': '2026-12-31',
      '表〔2025〕5号': '2029-01-31',
    });
    const changes = (await world.ask(BANK_A, '{ changes(first: 200) { nodes { kind recordId } } }')).data.changes.nodes;
    const ended = before.filter(({ id, display }) => display === 'DISPLAYED' && after.get(id)?.display === 'ARCHIVED');
    expect(changes.filter(({ kind: what }: { kind: string }) => what !== 'EXPIRED')).toEqual([]);
    expect(changes.length).toBeGreaterThanOrEqual(2);
    for (const { recordId } of changes) expect(ended.map(({ id }) => id)).toContain(recordId);
    // It was displayed until the day before, and fell today: delivered again it is refused.
    expect((await deliver('表〔2025〕1号', '2025-12-01')).rejected).toMatchObject([
      { code: 'FELL', message: expect.stringContaining('2026-11-20') },
    ]);
    // A delivery says the same as before, whatever the table says.
    expect(await deliver('表〔2026〕2号', '2026-05-10')).toMatchObject({ unchanged: 1, corrected: 0 });
    expect(await reasons({})).toEqual(['CONFLICT EDITION_PUBLISHED']);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.ends).toBe(0);
  });

  it('A37.2 A18.1 the table is anybody’s to read, by its day, and items of a class show its months of the day', async () => {
    const at = async (asOf?: string) => (await world.ask(null, TABLE, { asOf })).data.displayPeriods.edition;
    expect([await at('2022-07-01'), await at('2026-11-19'), await at('2026-11-20'), await at()]).toEqual([
      '2026-36',
      '2026-36',
      '2026-X',
      '2026-X',
    ]);
    const items = (await world.ask(null, ITEMS)).data.catalogItems.nodes;
    const of = (code: string) => items.find((one: { code: string }) => one.code === code);
    expect(of('PENALTY-GENERAL')).toMatchObject({
      displayClass: 'GENERAL',
      displayPeriod: { minimumMonths: 3, maximumMonths: 9 },
    });
    expect(of('PENALTY-SERIOUS')).toMatchObject({
      displayClass: 'SERIOUS',
      displayPeriod: { minimumMonths: 12, maximumMonths: 48 },
    });
    expect(of('ARREARS-TAX').displayClass).toBeNull();
  });

  it('A37.2 A38.1 a change of class moves the end by the row of the other class, and the record is the same one', async () => {
    expect(await deliver('表〔2026〕2号', '2026-05-10', 'PENALTY-SERIOUS')).toMatchObject({
      corrected: 1,
      accepted: 0,
    });
    expect((await ends())['表〔2026〕2号']).toBe('2030-05-10');
    expect(await deliver('表〔2026〕2号', '2026-11-10', 'PENALTY-MINOR')).toMatchObject({ corrected: 1, accepted: 0 });
    expect((await ends())['表〔2026〕2号']).toBe('2027-02-10');
    const numbered = (await held()).filter(({ from, item }) => from === '2026-11-10' && item === 'PENALTY-MINOR');
    expect(numbered.map(({ version }) => version)).toContain(3);
  });

  it('A37.2 one that takes effect later ends what it ends on the day before, by itself, for what is delivered meanwhile too', async () => {
    await deliver('表〔2026〕6号', '2026-06-01');
    await deliver('表〔2026〕7号', '2026-09-01');
    expect(await ends()).toMatchObject({ '表〔2026〕6号': '2027-03-01', '表〔2026〕7号': '2027-06-01' });
    const later = {
      edition: '2027-X',
      effectiveFrom: '2027-01-01',
      periods: [MINOR, row('GENERAL', '1949-10-01', 10, 3), row('GENERAL', '2026-04-01', 6, 3), ...SERIOUS],
    };
    expect(await reasons(later)).toBeUndefined();
    await deliver('表〔2026〕8号', '2026-06-02');
    // Six months from June are over by then; from September they end on the first of March.
    expect(await ends()).toMatchObject({
      '表〔2026〕6号': '2026-12-31',
      '表〔2026〕8号': '2026-12-31',
      '表〔2026〕7号': '2027-03-01',
    });
    world.setNow('2026-12-31T23:59:59+08:00');
    expect(Object.keys(await ends())).toEqual(expect.arrayContaining(['表〔2026〕6号', '表〔2026〕8号']));
    world.setNow('2027-01-01T00:00:00+08:00');
    expect(Object.keys(await ends()).filter((number) => /[68]号/.test(number))).toEqual([]);
    const summary = await runDue(world.server.requestAs, world.server.platform.now);
    expect(summary?.ends).toBe(0);
    expect(summary?.expired).toBeGreaterThan(1);
  });
});
