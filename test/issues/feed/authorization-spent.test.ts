/**
 * Case 82: the feed told of a person past the uses of the authorization, and no telling was a use. Each telling is one now, and an entry that names what it
 * rests on (Articles 6, 17 and 24).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  HIDDEN,
  type Holder,
  MARKET_REGULATION,
  MEI,
  onDatabaseOfStep,
  PERMIT_OFFICE,
} from '../../kit.ts';
import { type Bank, FUND, MONITORING, openBank } from './watching-bank.ts';

const NOTHING = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
const ICE = { name: '哈尔滨示例冰雪设备有限公司' };

onDatabaseOfStep('the feed past the uses of an authorization', (kind) => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await openBank(kind);
    await bank.register();
  });
  afterAll(() => bank.world.close());

  it('A06.1 A17.1 A24.3 adversarial 82: a telling is a use and an entry with its grants, and after the last one nothing is told', async () => {
    const authorization = await bank.authorize(MEI, { uses: 2 });
    expect(await bank.watch([MEI])).toBe(1);
    await bank.deliver(MEI, '示例公积金〔2026〕821号');
    await bank.deliver(MEI, '示例公积金〔2026〕822号');
    // Two notices about one person are one answer about her: one use, as a question costs that shows two of her records.
    const told = await bank.page();
    expect(told.nodes.map(({ kind: what, version }) => [what, version])).toEqual([
      ['ADDED', 1],
      ['ADDED', 1],
    ]);
    expect(await bank.uses(MEI, authorization)).toBe(1);
    const { agreements } = await bank.ask(BANK_A, '{ agreements { nodes { id } } }');
    expect((await bank.looks(MEI))[0]).toEqual({
      purpose: MONITORING.purpose,
      recipient: { code: 'BANK-A' },
      records: told.nodes.map(({ recordId }) => ({ recordId: bank.stored(recordId), version: 1 })),
      bases: [
        { article: '6', agreementId: agreements.nodes[0].id, authorizationId: authorization, items: ['ARREARS-FUND'] },
      ],
    });
    // Pages are answers: each is a use. The second page of the two is the last one that the authorization carries.
    expect(await bank.page(1, told.nodes[0]?.cursor)).toEqual({
      nodes: [{ ...told.nodes[1], cursor: expect.any(String) }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
    expect(await bank.uses(MEI, authorization)).toBe(2);
    expect(await bank.page()).toEqual(NOTHING);
    expect(await bank.page(1)).toEqual(NOTHING);
    expect(await bank.uses(MEI, authorization)).toBe(2);
    expect(await bank.looks(MEI)).toHaveLength(2);
    // A question about the record says the same.
    const asked = await bank.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }',
      { id: MEI },
      MONITORING,
    );
    expect(asked.subject?.records.totalCount ?? 0).toBe(0);
    // What is new while nothing carries the watch is told neither now nor by a call.
    await bank.deliver(MEI, '示例公积金〔2026〕823号');
    expect(await bank.page()).toEqual(NOTHING);
    expect(await bank.calls()).toEqual([]);
  });

  it('A24.3 A23.5 adversarial 82: of several persons those are told whose authorization has uses left, and nothing says that there was more', async () => {
    const spent = await bank.authorize(HIDDEN, { uses: 1 });
    await bank.authorize(MEI);
    expect(await bank.watch([HIDDEN, MEI, COMPANY])).toBe(3);
    await bank.deliver(HIDDEN, '示例公积金〔2026〕824号', { name: '沈静' });
    await bank.deliver(COMPANY, '示例公积金〔2026〕825号', ICE);
    const first = await bank.page();
    // The authorization of today carries what was new under the one of before, too.
    expect(first.nodes).toHaveLength(4);
    expect(await bank.uses(HIDDEN, spent)).toBe(1);
    const second = await bank.page();
    expect(second.nodes.map(({ recordId }) => recordId)).toEqual(
      [first.nodes[0], first.nodes[1], first.nodes[3]].map((node) => node?.recordId),
    );
    expect(second.pageInfo.hasNextPage).toBe(false);
    // Two fit on a page of three, and the page of two has a next one.
    expect((await bank.page(2)).pageInfo.hasNextPage).toBe(true);
    expect((await bank.page(3)).pageInfo.hasNextPage).toBe(false);
  });

  it('A36.1 A24.3 A06.1 adversarial 82: revoked, over, not begun: told of nothing; what the unit was shown is told of for good', async () => {
    const authorization = await bank.authorize(HIDDEN, { from: '2026-11-20', until: '2026-12-20' });
    await bank.deliver(HIDDEN, '示例公积金〔2026〕826号', { name: '沈静' });
    const about = async () => (await bank.page()).nodes.filter(({ recordId }) => hers.has(recordId)).length;
    const hers = new Set((await bank.page()).nodes.map(({ recordId }) => recordId));
    const before = await about();
    bank.world.setNow('2026-12-20T23:00:00+08:00');
    expect(await about()).toBe(before);
    bank.world.setNow('2026-12-21T00:30:00+08:00');
    const after = await about();
    expect(before - after).toBe(2);
    bank.world.setNow('2026-11-20T10:00:00+08:00');
    await bank.revoke(HIDDEN, authorization);
    expect(await about()).toBe(after);
    // What she was shown: its correction and its withdrawal come though nothing carries the watch any more.
    await bank.correct([...hers].at(-1) ?? '', '7.00');
    await bank.agreement('suspendAgreement');
    await bank.unwatch([HIDDEN]);
    await bank.withdraw('示例公积金〔2026〕826号');
    expect(await bank.kinds()).toEqual(['CORRECTED ARREARS-FUND', 'WITHDRAWN ARREARS-FUND']);
    await bank.agreement('resumeAgreement');
  });

  it('A23.5 A06.1 a record that is hidden, or of which nobody was told, is no news and has no correction', async () => {
    const record = await bank.deliver(COMPANY, '示例公积金〔2026〕827号', ICE);
    const told = async () =>
      (await bank.page()).nodes.filter(({ recordId }) => recordId === record).map((one) => one.kind);
    await bank.correct(record, '5.00');
    // Nobody was told of the version before: what is new is the version of now.
    expect((await bank.page()).nodes.find(({ recordId }) => recordId === record)).toMatchObject({
      kind: 'ADDED',
      version: 2,
    });
    await bank.correct(record, '6.00');
    expect(await told()).toEqual(['ADDED', 'CORRECTED']);
    await bank.set(record, 'HIDDEN');
    expect(await told()).toEqual(['CORRECTED', 'WITHDRAWN']);
    const unread = await bank.deliver(COMPANY, '示例公积金〔2026〕828号', ICE);
    await bank.set(unread, 'HIDDEN');
    expect((await bank.page()).nodes.filter(({ recordId }) => recordId === unread)).toEqual([]);
  });

  it('A23.5 A06.1 of an item that is published no more there is no news, and its corrections come', async () => {
    const record = await bank.deliver(COMPANY, '示例公积金〔2026〕829号', ICE);
    const told = async () =>
      (await bank.page()).nodes.filter(({ recordId }) => recordId === record).map(({ kind: what }) => what);
    expect(await told()).toEqual(['ADDED']);
    await bank.endItem('ARREARS-FUND', '2026-11-19');
    expect(await told()).toEqual([]);
    await bank.set(record, 'ARCHIVED', 'RESTORED');
    expect(await told()).toEqual(['RESTORED']);
    await bank.endItem('ARREARS-FUND', null);
  });

  it('A39.4 every kind of unit that was shown a record is told of its correction, in whatever role it asks, and is called', async () => {
    const records =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
    const penalty = async (holder: Holder, headers = {}): Promise<string> =>
      (await bank.ask(holder, records, { id: COMPANY }, headers)).subject.records.nodes.find(
        ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
      ).id;
    const units: readonly (readonly [Holder, object])[] = [
      [BANK_A, { purpose: 'LOAN_ORIGINATION' }],
      [PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '示例案号1' }],
      [FUND, {}],
      [{ role: 'collector', unit: 'COLLECTOR-A' }, {}],
      [AUTHORITY, {}],
    ];
    for (const [holder, headers] of units) await penalty(holder, headers);
    const record = await penalty(MARKET_REGULATION);
    const { errors } = await bank.world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      { input: { record, reason: '金额有误', content: { fineYuan: '81.00' } } },
    );
    expect(errors).toBeUndefined();
    const told = async (holder: Holder) =>
      (await bank.page(200, null, holder)).nodes
        .filter(({ recordId }) => recordId === record)
        .map(({ kind: what, version }) => [what, version]);
    for (const [holder] of units) expect([holder.unit, await told(holder)]).toEqual([holder.unit, [['CORRECTED', 2]]]);
    expect(await told(MARKET_REGULATION)).toEqual([]);
    // The bank is no party any more: it reads its feed as what it is now, and is called as before. It has no news.
    await bank.calls();
    await bank.deliver(COMPANY, '示例公积金〔2026〕830号', ICE);
    await bank.kindsOfUnit(['PROVIDER']);
    expect(await bank.calls()).toEqual([]);
    await bank.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      { input: { record, reason: '金额有误', content: { fineYuan: '82.00' } } },
    );
    expect((await bank.calls()).map(({ count }) => count)).toEqual([1]);
    expect(await told({ role: 'provider', unit: 'BANK-A' })).toEqual([
      ['CORRECTED', 2],
      ['CORRECTED', 3],
    ]);
    const { nodes, pageInfo } = await bank.page(200, null, { role: 'provider', unit: 'BANK-A' });
    expect(nodes.filter(({ kind: what }) => what === 'ADDED')).toEqual([]);
    expect(await bank.acknowledge(pageInfo.endCursor ?? '', { role: 'provider', unit: 'BANK-A' })).toBeGreaterThan(1);
    await bank.kindsOfUnit(['PARTY']);
  });
});
