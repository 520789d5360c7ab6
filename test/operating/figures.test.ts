/** What an operator watches: each figure against what the answers say, and against working days counted by hand. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDaysLeft, type Figures, figuresReader } from '../../gateway/metrics/figures.ts';
import { deliver } from '../../gateway/process/call-webhooks.ts';
import { calendarWith } from '../../schema/law/clocks/calendar.ts';
import {
  ANALYST,
  BANK_A,
  COMPANY,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  type World,
} from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';

const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }`;
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }';
const REGISTER = 'mutation ($url: String!) { registerWebhook(url: $url) { url } }';
const OVERDUE = '{ deadlines(status: OVERDUE) { totalCount } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };

it('the calendar ends with its last known year in a row, counted in days', () => {
  // From 20 November to 31 December: ten days and thirty-one.
  expect(calendarDaysLeft(calendarWith([]), '2026-11-20')).toBe(41);
  const days = [{ date: '2027-01-01', isOffDay: true }];
  expect(calendarDaysLeft(calendarWith([{ year: 2027, days }]), '2026-11-20')).toBe(41 + 365);
  // A year beyond a gap helps nobody who counts through the gap.
  expect(calendarDaysLeft(calendarWith([{ year: 2028, days }]), '2026-11-20')).toBe(41);
  expect(calendarDaysLeft(calendarWith([]), '2027-01-02')).toBe(-2);
});

onDatabaseOfStep('figures', (kind) => {
  let world: World;
  let read: ReturnType<typeof figuresReader>;
  beforeAll(async () => {
    world = await openWorld(kind, {
      environment: { DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000', METRICS_PORT: '0' },
    });
    read = figuresReader(world.server.platform, { readEveryMs: 0 });
  });
  afterAll(() => world.close());

  const figures = async (): Promise<Figures> => {
    const { up, figures: told } = await read();
    if (!up || told === undefined) throw new Error('The figures could not be read.');
    return told;
  };
  const soon = async (within: 1 | 3) => (await figures()).dueSoon.get(within)?.get('correction.act');

  it('A39.4 clocks: due within one and three working days, and overdue the day after, as deadlines says', async () => {
    const { data } = await world.ask(BANK_A, RECORDS, { id: MEI }, LOAN);
    const { id } = data.subject.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
    );
    const input = {
      record: asKnownTo(world, MARKET_REGULATION, BANK_A, id),
      reason: '金额有误',
      foundOn: '2026-11-18',
      content: { fineYuan: '12.00' },
    };
    await world.ask(BANK_A, REGISTER, { url: 'http://127.0.0.1:9/changes' });
    expect((await world.ask(MARKET_REGULATION, CORRECT, { input })).errors).toBeUndefined();
    // The bank acts within three working days of Friday 20 November: by Wednesday 25.
    expect([await soon(1), await soon(3)]).toEqual([0, 1]);
    world.setNow('2026-11-24T23:59:00+08:00');
    expect([await soon(1), await soon(3)]).toEqual([1, 1]);
    world.setNow('2026-11-25T10:00:00+08:00');
    expect([await soon(1), (await figures()).overdue.get('correction.act')]).toEqual([1, 0]);
    world.setNow('2026-11-26T00:00:30+08:00');
    expect([await soon(1), (await figures()).overdue.get('correction.act')]).toEqual([0, 1]);
    const overdue = [...(await figures()).overdue.values()].reduce((sum, count) => sum + count, 0);
    expect(overdue).toBe((await world.ask(OPERATOR, OVERDUE)).data.deadlines.totalCount);
    expect(overdue).toBe(1);
  });

  it('A39.4 webhooks: a call waits while it is tried, and is dead after the tenth', async () => {
    for (let hours = 0; hours < 10; hours += 1) {
      world.setNow(new Date(Date.parse('2026-11-26T08:00:00+08:00') + hours * 7 * 3_600_000).toISOString());
      await deliver(world.server.platform);
      const { webhooks, deliveriesPending, deliveriesDead } = await figures();
      expect([hours, webhooks, deliveriesPending, deliveriesDead]).toEqual(
        hours < 9 ? [hours, 1, 1, 0] : [hours, 1, 0, 1],
      );
    }
    const { data } = await world.ask(BANK_A, '{ webhook { pending dead } }');
    expect(data.webhook).toMatchObject({ dead: 1 });
  });

  it('A17.2 the ledger: entries without a place are counted until a checkpoint gives them one', async () => {
    await world.publish();
    const before = await figures();
    expect([before.pendingEntries, before.pendingSince]).toEqual([0, undefined]);
    world.setNow('2026-11-30T10:01:00+08:00');
    await world.ask(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    const after = await figures();
    expect([after.pendingEntries, after.pendingSince]).toEqual([1, Date.parse('2026-11-30T10:01:00+08:00')]);
    await world.publish();
    const { pendingEntries, checkpointAt } = await figures();
    expect(pendingEntries).toBe(0);
    const { data } = await world.ask(null, '{ ledgerCheckpoint { signedAt } }');
    expect(checkpointAt).toBe(Date.parse(data.ledgerCheckpoint.signedAt));
    expect(checkpointAt).toBe(Date.parse('2026-11-30T10:10:00+08:00'));
  });

  it('A17.2 a database alone: no replica, and nothing is said of one until a checkpoint stood on one', async () => {
    const alone = await figures();
    expect([alone.replicas, alone.aloneSince]).toEqual([0, undefined]);
    await world.publish();
    expect((await figures()).aloneSince).toBeUndefined();
    const { database } = world.server.platform;
    const session = { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null } as const;
    // As a checkpoint that a primary with a replica signed: of its size no other is.
    await database.write({ ...session, today: '2026-11-30' }, 'sequencer', (em) =>
      em.execute(`insert into ledger.checkpoint (size, root, signed_at, key_id, signature, replicas)
        select size + 1, root, signed_at, key_id, signature, 1 from ledger.checkpoint order by size desc limit 1`),
    );
    const after = await figures();
    expect([after.replicas, after.aloneSince]).toEqual([0, after.checkpointAt]);
  });

  it('A17.1 the privacy budget: four of a year, less one for each release', async () => {
    const { data } = await world.ask(ANALYST, '{ statistics(groupBy: [NATURE]) { privacy { left spent } } }');
    const { left, spent } = data.statistics.privacy;
    expect([left, spent]).toEqual([3, 1]);
    expect((await figures()).epsilonLeft).toBe(3);
    world.setNow('2027-01-04T10:00:00+08:00');
    expect((await figures()).epsilonLeft).toBe(4);
  });

  it('texts: none waits once all are of this version, and none is withheld', async () => {
    const { textsWaiting, textsWithheld } = await figures();
    expect([textsWaiting, textsWithheld]).toEqual([0, 0]);
  });

  it('refusals are counted by code, reason and openness, and the openness is not sent', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { nonPublicRecords { totalCount } } }`;
    const refused = await world.ask({ role: 'party', unit: 'BANK-A' }, query, { id: MEI });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'PURPOSE_REQUIRED' });
    const anonymous = await world.ask(null, query, { id: COMPANY });
    expect(anonymous.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'IDENTITY_REQUIRED' });
    expect(JSON.stringify([refused, anonymous])).not.toMatch(/tier|UNCONDITIONAL|"AGREEMENT"/);
    const text = await (await fetch(world.server.metricsUrl ?? '')).text();
    expect(text).toMatch(/credit_refusals_total\{code="FORBIDDEN",reason="PURPOSE_REQUIRED",tier="UNCONDITIONAL"\} 1/);
    expect(text).toMatch(/credit_refusals_total\{code="FORBIDDEN",reason="IDENTITY_REQUIRED",tier="AGREEMENT"\} 1/);
    // A name or a number that a caller made up is in no label. (A figure may hold any digits: seconds are measured.)
    const labels = text.match(/^[a-z_]+\{.*\}/gm) ?? [];
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.join('\n')).not.toMatch(/BANK-A|HLJ-|239999|张小梅/);
  });

  it('the role that reads them reads no table', async () => {
    const session = {
      role: 'OPERATOR',
      unit: null,
      purpose: null,
      caseReference: null,
      subjectId: null,
      today: '2026-11-20',
    } as const;
    const { database } = world.server.platform;
    for (const table of [
      'control.clock',
      'control.unit',
      'ledger.disclosure',
      'ledger.pending',
      'public_credit.subject',
    ])
      await expect(
        database.execute(session, 'metrics', { name: `reads-${table}`, text: `select * from ${table}` }, []),
      ).rejects.toThrow(/permission denied/);
  });

  it('while the database does not answer, nobody waits for it: the last figures are told, with their age', async () => {
    const { database } = world.server.platform;
    const { execute } = database;
    const patient = figuresReader(world.server.platform, { readEveryMs: 0, waitMs: 50 });
    // A busy machine may take longer than this reader waits: the first reading that came in time.
    let first = await patient();
    while (!first.up) first = await patient();
    let answer: (() => void) | undefined;
    try {
      Object.assign(database, { execute: () => Promise.reject(new Error('gone')) });
      const down = await patient();
      expect([down.up, down.figures]).toEqual([false, first.figures]);
      expect(down.ageSeconds).toBeGreaterThanOrEqual(first.ageSeconds ?? 0);
      // One that hangs is asked once, however often the figures are wanted.
      let asked = 0;
      Object.assign(database, {
        execute: () => {
          asked += 1;
          return new Promise((resolve) => {
            answer = () => resolve([]);
          });
        },
      });
      for (let count = 0; count < 3; count += 1) expect((await patient()).up).toBe(false);
      expect(asked).toBe(1);
    } finally {
      answer?.();
      Object.assign(database, { execute });
    }
    await expect.poll(async () => (await patient()).up).toBe(true);
  });

  it('figures that could never be read are absent, not zero', async () => {
    const never = figuresReader({
      ...world.server.platform,
      database: { ...world.server.platform.database, execute: () => Promise.reject(new Error('gone')) },
    });
    expect(await never()).toEqual({ up: false, figures: undefined, ageSeconds: undefined });
  });
});
