/** Statutory periods, told to who must act and to who oversees them; time lived through in a second (Articles 37 to 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stateOf } from '../../schema/law/clocks/clocks.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import { refusals } from './operations.ts';

const DEADLINES = `query ($status: DeadlineStatus, $first: Int, $after: String) { deadlines(status: $status, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { obligation kind startedOn dueOn provisional earliest latest metOn status unit { code } } } }`;
const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { totalCount nodes { id displayedUntil item { code }
  ... on AdministrativePenalty { documentNumber } } } } }`;
const CORRECT = `mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }`;
const REVOKE = `mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } amendBy provisional } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('deadlines', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  const deadlines = async (holder: Holder, status?: string) =>
    (await world.ask(holder, DEADLINES, { status })).data.deadlines.nodes.map(
      (node: { kind: string; unit: { code: string }; startedOn: string; dueOn: string; status: string }) =>
        `${node.kind} ${node.unit.code} ${node.startedOn} ${node.dueOn} ${node.status}`,
    );
  const penaltyOf = async (id = MEI) =>
    (await world.ask(BANK_A, RECORDS, { id }, LOAN)).data.subject.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
    );

  it('A38.1 A39.4 a correction meets the provider’s period and starts its recipient’s', async () => {
    const { id } = await penaltyOf();
    const input = {
      record: asKnownTo(world, MARKET_REGULATION, BANK_A, id),
      reason: '金额有误',
      foundOn: '2026-11-18',
      content: { fineYuan: '12.00' },
    };
    expect((await world.ask(MARKET_REGULATION, CORRECT, { input })).errors).toBeUndefined();
    // Found on Wednesday 18, corrected on Friday 20, the second of three working days.
    expect(await deadlines(MARKET_REGULATION)).toEqual(['error.correct HLJ-AMR 2026-11-18 2026-11-23 MET']);
    expect(await deadlines(BANK_A)).toEqual(['correction.act BANK-A 2026-11-20 2026-11-25 OPEN']);
    const all = ['error.correct HLJ-AMR 2026-11-18 2026-11-23 MET', 'correction.act BANK-A 2026-11-20 2026-11-25 OPEN'];
    expect(await deadlines(OPERATOR)).toEqual(all);
    expect(await deadlines(AUTHORITY)).toEqual(all);
    expect(await deadlines(OPERATOR, 'OPEN')).toEqual(all.slice(1));
    expect(await deadlines(PERMIT_OFFICE)).toEqual([]);
    for (const holder of [null, subject(MEI), ANALYST])
      expect(refusals(await world.ask(holder, DEADLINES))).toEqual([
        expect.stringMatching(/^deadlines FORBIDDEN (ROLE|IDENTITY_REQUIRED) 38$/),
      ]);
    const late = { ...input, foundOn: '2026-11-16', content: { fineYuan: '13.00' } };
    await world.ask(MARKET_REGULATION, CORRECT, { input: late });
    expect(await deadlines(MARKET_REGULATION, 'LATE')).toEqual(['error.correct HLJ-AMR 2026-11-16 2026-11-19 LATE']);
    const future = await world.ask(MARKET_REGULATION, CORRECT, { input: { ...input, foundOn: '2026-11-21' } });
    expect(refusals(future)).toEqual(['correctRecord BAD_USER_INPUT DATE 38']);
  });

  it('A38.2 a document that falls: two working days for who tells, one for who amends', async () => {
    const { documentNumber } = await penaltyOf();
    await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: documentNumber, happenedOn: '2026-11-17' } });
    expect((await deadlines(MARKET_REGULATION, 'LATE')).sort()).toEqual([
      'basis.tell HLJ-AMR 2026-11-17 2026-11-19 LATE',
      'error.correct HLJ-AMR 2026-11-16 2026-11-19 LATE',
    ]);
    expect((await deadlines(OPERATOR, 'OPEN')).filter((line: string) => line.startsWith('basis'))).toEqual([
      'basis.amend HLJ-CREDIT 2026-11-20 2026-11-23 OPEN',
    ]);
    await world.ask(OPERATOR, REVOKE, { input: { basisDocument: documentNumber } });
    expect((await deadlines(OPERATOR, 'MET')).filter((line: string) => line.startsWith('basis'))).toEqual([
      'basis.amend HLJ-CREDIT 2026-11-20 2026-11-23 MET',
    ]);
  });

  it('A39.4 what is not acknowledged in time is overdue for the operator to see, and pages never skip', async () => {
    world.setNow('2026-11-26T09:00:00+08:00');
    const overdue = await deadlines(OPERATOR, 'OVERDUE');
    expect(overdue).toEqual(Array(overdue.length).fill('correction.act BANK-A 2026-11-20 2026-11-25 OVERDUE'));
    expect(overdue.length).toBeGreaterThanOrEqual(2);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.overdue).toBe(overdue.length);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.overdue).toBe(0);
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await world.ask(OPERATOR, DEADLINES, { first: 1, after });
      seen.push(...data.deadlines.nodes);
      ({ endCursor: after, hasNextPage: more } = data.deadlines.pageInfo);
    }
    const { data } = await world.ask(OPERATOR, DEADLINES);
    expect(seen).toEqual(data.deadlines.nodes);
    // The states that SQL reckons are those of the law.
    for (const { kind: term, startedOn, dueOn, metOn, status } of data.deadlines.nodes)
      expect(stateOf({ obligation: 'A39.4', kind: term, startedOn, pauses: [], metOn }, dueOn, '2026-11-26')).toBe(
        status,
      );
  });

  it('A37.2 A39.4 three years in a second: every period ends, records leave for the archive, recipients are told', async () => {
    world.setNow('2026-11-20T10:00:00+08:00');
    const { data } = await world.ask(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    const ending = data.subject.records.nodes.filter(
      (node: { displayedUntil: string | null }) => node.displayedUntil !== null,
    );
    expect(ending.length).toBeGreaterThan(0);
    let expired = 0;
    for (let month = 0; month < 37; month += 1) {
      const date = new Date(Date.UTC(2026, 11 + month, 1)).toISOString().slice(0, 10);
      world.setNow(`${date}T08:00:00+08:00`);
      expired += (await runDue(world.server.requestAs, world.server.platform.now))?.expired ?? 0;
      const { data: now } = await world.ask(null, RECORDS, { id: COMPANY });
      for (const node of now.subject.records.nodes)
        expect(node.displayedUntil === null || node.displayedUntil >= date).toBe(true);
    }
    expect(expired).toBeGreaterThan(ending.length);
    // General and serious untrustworthiness are displayed for three years at most (Article 37 §2): nothing of it is left.
    const { data: left } = await world.ask(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    expect(
      left?.subject?.records.nodes.filter((node: { displayedUntil: string | null }) => node.displayedUntil !== null),
    ).toEqual([]);
    const { data: feed } = await world.ask(BANK_A, `{ changes(first: 200) { nodes { kind recordId } } }`);
    const told = feed.changes.nodes.filter(({ kind: what }: { kind: string }) => what === 'EXPIRED');
    expect(told.map(({ recordId }: { recordId: string }) => recordId).sort()).toEqual(
      expect.arrayContaining(ending.map(({ id }: { id: string }) => id)),
    );
    expect(new Set(told.map(({ recordId }: { recordId: string }) => recordId)).size).toBe(told.length);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.expired).toBe(0);
  });
});
