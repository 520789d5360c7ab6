/**
 * Case 83: counts of acknowledgeChanges, cursors and calls of webhooks told of numbers that the feed did not show (Article 23).
 */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { feedCursor, feedNumber } from '../../../subgraphs/feed/cursor.ts';
import { freshSecrets, openSecrets } from '../../../subgraphs/keys/secrets.ts';
import { BANK_A, COMPANY, MEI, OPERATOR, onDatabaseOfStep } from '../../kit.ts';
import { holds } from './feed-model.ts';
import { type Bank, openBank } from './watching-bank.ts';

const ICE = '哈尔滨示例冰雪设备有限公司';
const QUIET = { pending: 0, dead: 0 };

it('A23.5 adversarial 83: cursors of a feed have one length whatever unit and number they stand for, and hold every number', () => {
  const secrets = openSecrets(freshSecrets());
  const places = ['B', 'BANK-A', '甲'.repeat(60)].flatMap((unit) =>
    ['1', '99', '9007199254740993', '9223372036854775807'].map((number) => [unit, number] as const),
  );
  const cursors = places.map(([unit, number]) => feedCursor(secrets, unit, number));
  expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
  expect(cursors.map((cursor, at) => feedNumber(secrets, places[at]?.[0] ?? '', cursor))).toEqual(
    places.map(([, number]) => number),
  );
  // Two cursors of one place differ, so that equal ones tell nothing; that of another unit is none.
  expect(feedCursor(secrets, 'BANK-A', '1')).not.toBe(feedCursor(secrets, 'BANK-A', '1'));
  expect(feedNumber(secrets, 'BANK-B', feedCursor(secrets, 'BANK-A', '1'))).toBeUndefined();
  // A release before put numbers of JSON into them: a cursor is good for ever.
  expect(feedNumber(secrets, 'BANK-A', secrets.sealCursor(7, 'changes\nBANK-A'))).toBe('7');
});

onDatabaseOfStep('counts and calls that say nothing', (kind) => {
  let bank: Bank;
  let document = 0;
  beforeAll(async () => {
    bank = await openBank(kind);
    await bank.register();
    await bank.authorize(MEI);
    await bank.watch([MEI, COMPANY]);
  });
  afterAll(() => bank.world.close());
  // Each begins with an empty desk: everything told, called for and acknowledged.
  beforeEach(async () => {
    bank.later(60);
    const { endCursor } = (await bank.page()).pageInfo;
    await bank.calls();
    if (endCursor !== null) await bank.acknowledge(endCursor);
  });
  const added = async (id = MEI, name = '张小梅') => {
    document += 1;
    const basis = `示例公积金〔2026〕83${document}号`;
    return { basis, record: await bank.deliver(id, basis, { name }) };
  };
  const aboutCompany = () => added(COMPANY, ICE);

  it('A39.4 A23.5 adversarial 83: an acknowledgement counts what the unit was shown, and the same again counts nothing', async () => {
    const first = await aboutCompany();
    const gone = await aboutCompany();
    await bank.withdraw(gone.basis);
    const last = await aboutCompany();
    // Of three new records one was withdrawn before anybody read of it.
    const { nodes, pageInfo } = await bank.page();
    const shown = nodes.filter(({ recordId }) => [first.record, gone.record, last.record].includes(recordId));
    expect(shown.map(({ recordId }) => recordId)).toEqual([first.record, last.record]);
    expect(await bank.acknowledge(shown[0]?.cursor ?? '')).toBe(1);
    expect(await bank.acknowledge(pageInfo.endCursor ?? '')).toBe(1);
    expect(await bank.acknowledge(pageInfo.endCursor ?? '')).toBe(0);
    expect(await bank.acknowledge(shown[0]?.cursor ?? '')).toBe(0);
  });

  it('A39.4 A23.5 adversarial 83: what may not be told is not counted between two that are, until it is told', async () => {
    const { record } = await aboutCompany();
    const told = await bank.page();
    const hers = await added();
    await bank.correct(record, '1.00');
    await bank.agreement('suspendAgreement');
    // A correction needs no agreement. Between it and the last cursor stands news that is not told.
    const page = await bank.page(200, told.pageInfo.endCursor);
    expect(page.nodes.map(({ kind: what }) => what)).toEqual(['CORRECTED']);
    expect(page.pageInfo.hasNextPage).toBe(false);
    // The first record was shown by news that is told no more, and its correction.
    expect(await bank.acknowledge(page.pageInfo.endCursor ?? '')).toBe(2);
    expect(await bank.acknowledge(page.pageInfo.endCursor ?? '')).toBe(0);
    await bank.agreement('resumeAgreement');
    expect(await bank.acknowledge(page.pageInfo.endCursor ?? '')).toBe(0);
    const again = await bank.page();
    expect(again.nodes.some(({ recordId }) => bank.stored(recordId) === hers.record)).toBe(true);
    expect(await bank.acknowledge(page.pageInfo.endCursor ?? '')).toBe(1);
  });

  it('A23.5 adversarial 83: a page that ends before what is not told has no next page, and its cursor stays', async () => {
    await aboutCompany();
    const { nodes, pageInfo } = await bank.page();
    const hidden = await aboutCompany();
    await bank.set(hidden.record, 'HIDDEN');
    expect(await bank.page(nodes.length)).toMatchObject({ pageInfo: { hasNextPage: false } });
    expect(await bank.page(200, pageInfo.endCursor)).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: pageInfo.endCursor },
    });
  });

  it('A23.5 A39.4 adversarial 83: a webhook is called where the feed shows something new, and says how much', async () => {
    await aboutCompany();
    await added();
    const hidden = await aboutCompany();
    await bank.set(hidden.record, 'HIDDEN');
    const [call] = await bank.calls();
    expect(call).toEqual({ id: expect.any(String), unit: 'BANK-A', cursor: expect.any(String), count: 2 });
    // The cursor of the call is that of the last change that is shown.
    expect((await bank.page(200, call?.cursor)).nodes).toEqual([]);
    expect(await bank.calls()).toEqual([]);
    const unseen = await aboutCompany();
    await bank.set(unseen.record, 'HIDDEN');
    expect(await bank.calls()).toEqual([]);
    expect(await bank.standing()).toEqual(QUIET);
  });

  it('A23.5 A24.3 A39.4 adversarial 83: what nothing covers any more is called for no more, and a correction comes as if it had never been', async () => {
    const { record } = await aboutCompany();
    await bank.page();
    await bank.calls();
    const authorization = await bank.authorize(MEI, { items: ['ARREARS-SOCIAL'] });
    const basis = '示例社保〔2026〕831号';
    await bank.deliver(MEI, basis, { item: 'ARREARS-SOCIAL', unit: 'HLJ-HRSS' });
    const [first] = await bank.calls(false);
    expect(first?.count).toBe(1);
    expect(await bank.standing()).toEqual({ pending: 1, dead: 0 });
    // The same once more, under the same id.
    bank.later(2);
    expect((await bank.calls(false)).map(({ id, count }) => [id, count])).toEqual([[first?.id, 1]]);
    await bank.revoke(MEI, authorization);
    expect(await bank.standing()).toEqual(QUIET);
    expect(await bank.retry()).toBe(0);
    // What waits for its third attempt does not hold up the correction, and the correction is told alone.
    await bank.correct(record, '2.00');
    const [correction] = await bank.calls(false);
    expect(correction?.count).toBe(1);
    expect(correction?.id).not.toBe(first?.id);
    expect(await bank.standing()).toEqual({ pending: 1, dead: 0 });
    bank.later(1.1);
    expect((await bank.calls()).map(({ id }) => id)).toEqual([correction?.id]);
    expect(await bank.standing()).toEqual(QUIET);
  });

  it('A23.5 A39.4 adversarial 83: a call that was given up is told while it has something to say, and is not made for nothing', async () => {
    const fails = async () => {
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        expect(await bank.calls(false)).toHaveLength(1);
        bank.later(500);
      }
    };
    const authorization = await bank.authorize(MEI, { items: ['ARREARS-SOCIAL'] });
    await bank.deliver(MEI, '示例社保〔2026〕832号', { item: 'ARREARS-SOCIAL', unit: 'HLJ-HRSS' });
    await fails();
    bank.world.setNow('2026-11-20T23:00:00+08:00');
    expect(await bank.standing()).toEqual({ pending: 0, dead: 1 });
    await bank.revoke(MEI, authorization);
    expect(await bank.standing()).toEqual(QUIET);
    expect(await bank.retry()).toBe(0);
    const { basis } = await aboutCompany();
    await fails();
    expect((await bank.standing()).dead).toBe(1);
    await bank.withdraw(basis);
    expect(await bank.standing()).toEqual(QUIET);
    expect([await bank.retry(), await bank.calls()]).toEqual([0, []]);
  });

  it('A23.5 adversarial 83: the answer to a correction tells its provider of nobody who was shown the record', async () => {
    const [told, untold] = [await aboutCompany(), await aboutCompany()];
    await bank.set(untold.record, 'HIDDEN');
    await bank.page();
    const answers = [await bank.correct(told.record, '3.00'), await bank.correct(untold.record, '3.00')];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual({ version: 2, recipientsToNotify: 0 });
    expect((await bank.withdraw(told.basis)).revokeBasis).toEqual((await bank.withdraw(untold.basis)).revokeBasis);
    expect((await bank.kinds(BANK_A)).slice(-2)).toEqual(['CORRECTED ARREARS-FUND', 'WITHDRAWN ARREARS-FUND']);
    // The operator reads the ledger, and is told how many.
    const seen = await aboutCompany();
    await bank.page();
    expect((await bank.withdraw(seen.basis, OPERATOR)).revokeBasis.recipientsToNotify).toBe(1);
  });

  it('A23.5 adversarial 83: counts of a delivery are of its provider’s own records, whoever watches or holds the same', async () => {
    const [told, untold] = [await aboutCompany(), await aboutCompany()];
    await bank.set(untold.record, 'HIDDEN');
    await bank.page();
    const sent = async (basisDocument: string, amountYuan?: string, item = 'ARREARS-FUND', unit = 'HLJ-FUND') =>
      (
        await bank.ask(
          { role: 'provider', unit },
          'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted unchanged corrected late rejected { code } } }',
          { input: { item, records: [bank.row(COMPANY, basisDocument, ICE, amountYuan)] } },
        )
      ).submitRecords;
    const counts = { accepted: 0, unchanged: 0, corrected: 0, late: 0, rejected: [] };
    for (const { basis } of [told, untold]) {
      expect(await sent(basis)).toEqual({ ...counts, unchanged: 1 });
      expect(await sent(basis, '9.00')).toEqual({ ...counts, corrected: 1 });
    }
    // Another unit's record of the same document is another record.
    expect(await sent(told.basis, undefined, 'ARREARS-SOCIAL', 'HLJ-HRSS')).toEqual({ ...counts, accepted: 1 });
    const { nodes } = await bank.page();
    expect(nodes.filter(({ recordId }) => recordId === told.record).map(({ kind: what }) => what)).toEqual([
      'ADDED',
      'CORRECTED',
    ]);
    expect(nodes.filter(({ recordId }) => recordId === untold.record)).toEqual([]);
  });

  it('A06.1 A17.1 a page takes as many statements for one notice as for all', async () => {
    await aboutCompany();
    await added();
    const { database } = bank.platform;
    const count = async (first: number) => {
      const before = database.statements();
      await bank.page(first);
      return database.statements() - before;
    };
    await count(1);
    expect([await count(1), await count(200)]).toEqual([5, 5]);
  });

  it('A06.1 A17.1 A23.5 A24.3 A36.1 A39.4 adversarial 82: after any sequence the feed shows, counts and calls for what a model of it says', async () => {
    // A short run of every-sequence.proof.ts.
    await holds(bank, 3);
  });
});
