/** What a feed tells counts against the day's quota, and a page that does not fit says what fits: no error tells that there was more (Articles 17 and 23). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, LISTED, MEI, OPERATOR, onDatabaseOfStep, SOLE_TRADER, subject } from '../../kit.ts';
import { type Bank, FUND, MONITORING, openBank } from './watching-bank.ts';

onDatabaseOfStep('a page and the quota of the day', (kind) => {
  let bank: Bank;
  let [narrow, wide] = ['', ''];
  beforeAll(async () => {
    bank = await openBank(kind);
    await bank.register();
    await bank.agreement('endAgreement');
    narrow = await bank.conclude(1, ['ARREARS-FUND']);
  });
  afterAll(() => bank.world.close());
  const subjectsOf = async (first = 200, after: string | null = null) => {
    const page = await bank.page(first, after);
    return { told: page.nodes.map(({ recordId }) => recordId), ...page.pageInfo };
  };

  it('A17.1 A23.2 A23.5 adversarial 82: a page tells of as many new subjects as the day has room for, and the next day of the others', async () => {
    await bank.watch([COMPANY, LISTED]);
    const records = [
      await bank.deliver(COMPANY, '示例公积金〔2026〕841号', { name: '哈尔滨示例冰雪设备有限公司' }),
      await bank.deliver(LISTED, '示例公积金〔2026〕842号', { name: '大庆示例松江建筑工程有限公司' }),
      await bank.deliver(COMPANY, '示例公积金〔2026〕843号', { name: '哈尔滨示例冰雪设备有限公司' }),
    ];
    const [one, , three] = records;
    // The call says what a reading would show.
    expect((await bank.calls()).map(({ count }) => count)).toEqual([2]);
    const first = await subjectsOf();
    expect([first.told, first.hasNextPage]).toEqual([[one, three], false]);
    // A subject counts once a day: again, and by smaller pages.
    expect((await subjectsOf()).told).toEqual([one, three]);
    const page = await subjectsOf(1);
    expect([page.told, page.hasNextPage]).toEqual([[one], true]);
    expect(await subjectsOf(1, page.endCursor)).toMatchObject({ told: [three], hasNextPage: false });
    // A correction needs no room.
    await bank.correct(one ?? '', '1.00');
    expect((await bank.kinds()).at(-1)).toBe('CORRECTED ARREARS-FUND');
    bank.world.setNow('2026-11-21T10:00:00+08:00');
    // The first that the feed tells of takes the room of the day.
    expect((await subjectsOf()).told).toEqual([one, three, one]);
    bank.world.setNow('2026-11-22T10:00:00+08:00');
    const { endCursor } = await subjectsOf(1);
    bank.world.setNow('2026-11-23T10:00:00+08:00');
    // What is told on a later day has its old place: whoever reads on from the cursor of the first day passes it by.
    expect((await subjectsOf(200, first.endCursor)).told).toEqual([one]);
    expect((await subjectsOf(200, endCursor)).told).toEqual([records[1], one]);
    expect((await subjectsOf()).told).toEqual([records[1], one]);
  });

  it('A23.2 adversarial 88: of two agreements the one that has room carries what it covers, and the entry names it', async () => {
    bank.world.setNow('2026-11-24T10:00:00+08:00');
    wide = await bank.conclude(5, ['ARREARS-FUND', 'ARREARS-SOCIAL']);
    expect((await subjectsOf()).told).toHaveLength(4);
    const named = async (id: typeof COMPANY) =>
      (await bank.looks(id))[0]?.bases.map((basis) => (basis as { agreementId: string }).agreementId);
    expect([await named(COMPANY), await named(LISTED)]).toEqual([[narrow], [wide]]);
  });

  it('A17.1 A24.3 adversarial 82: what is used up while a page is made is left out of it, and the page is given', async () => {
    const authorization = await bank.authorize(MEI, { uses: 1 });
    await bank.watch([MEI]);
    const hers = await bank.deliver(MEI, '示例公积金〔2026〕844号');
    const pages = await Promise.all([bank.page(), bank.page(), bank.page()]);
    const told = pages.map(({ nodes }) => nodes.filter(({ recordId }) => bank.stored(recordId) === hers).length);
    expect(told.sort()).toEqual([0, 0, 1]);
    expect(await bank.uses(MEI, authorization)).toBe(1);
  });

  it('A17.1 A23.5 adversarial 82: beside a question that takes the room of the day the feed tells no news, and the question is answered', async () => {
    await bank.ask(OPERATOR, 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { status } }', { id: wide });
    bank.world.setNow('2026-11-25T10:00:00+08:00');
    const both = await bank.ask(
      BANK_A,
      `query ($id: SubjectIdentifierInput!) { changes(first: 200) { nodes { kind } }
        subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }`,
      { id: LISTED },
      MONITORING,
    );
    // The news of the company comes first in the feed, and would take the room of the one that is asked for.
    expect(both).toEqual({
      changes: { nodes: [{ kind: 'CORRECTED' }] },
      subject: { records: { totalCount: 1 } },
    });
    bank.world.setNow('2026-11-26T10:00:00+08:00');
    wide = await bank.conclude(5, ['ARREARS-FUND', 'ARREARS-SOCIAL']);
  });

  it('A06.1 A24.3 adversarial 82: another purpose, another role and another unit are told of no news', async () => {
    const ask = (holder: Parameters<Bank['ask']>[0], headers = {}) =>
      bank.ask(holder, '{ changes(first: 200) { nodes { kind } } }', {}, headers);
    const news = async (holder: typeof BANK_A, headers = {}) =>
      (await ask(holder, headers)).changes.nodes.filter((node: { kind: string }) => node.kind === 'ADDED').length;
    // The watch is under its own purpose, whatever the header says, and the header goes on holding for the rest of the question.
    expect([
      await news(BANK_A),
      await news(BANK_A, MONITORING),
      await news(BANK_A, { purpose: 'LOAN_ORIGINATION' }),
    ]).toEqual([3, 3, 3]);
    expect(await news({ ...FUND } as never)).toBe(0);
    const both = await bank.ask(
      BANK_A,
      `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } }
        changes(first: 1) { nodes { kind } } again: changes(first: 1) { nodes { kind } } }`,
      { id: COMPANY },
      MONITORING,
    );
    expect(both).toEqual({
      subject: { records: { totalCount: 2 } },
      changes: { nodes: [{ kind: 'ADDED' }] },
      again: { nodes: [{ kind: 'ADDED' }] },
    });
    await bank.unwatch([COMPANY, LISTED]);
    expect(await news(BANK_A)).toBe(0);
  });

  it('A39.4 the notices of a unit are its own under every name of the subject, and a new name of the record is a correction', async () => {
    await bank.authorize(SOLE_TRADER);
    await bank.watch([SOLE_TRADER]);
    const record = await bank.deliver(SOLE_TRADER, '示例公积金〔2026〕845号', { name: '南岗区示例刘晓北面馆' });
    const told = async () =>
      (await bank.page()).nodes
        .filter(({ recordId }) => bank.stored(recordId) === record)
        .map(({ kind: what, version }) => [what, version]);
    expect(await told()).toEqual([['ADDED', 1]]);
    const { errors } = await bank.world.ask(
      FUND,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { corrected } }',
      {
        input: {
          item: 'ARREARS-FUND',
          records: [
            {
              subject: SOLE_TRADER,
              subjectName: '南岗区示例刘晓北饺子馆',
              occurredOn: '2026-11-19',
              basisDocument: '示例公积金〔2026〕845号',
              consent: '示例同意书',
              content: { kind: '住房公积金' },
            },
          ],
        },
      },
    );
    expect(errors).toBeUndefined();
    expect(await told()).toEqual([
      ['ADDED', 2],
      ['CORRECTED', 2],
    ]);
    // When both agreements are ended no news is told, and the correction still is.
    await bank.ask(OPERATOR, 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { status } }', { id: wide });
    await bank.ask(OPERATOR, 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { status } }', {
      id: narrow,
    });
    expect(await told()).toEqual([['CORRECTED', 2]]);
    expect(
      (await bank.ask(subject(SOLE_TRADER), '{ me { notices { kind recipient { code } version } } }')).me.notices,
    ).toEqual([{ kind: 'CORRECTED', recipient: { code: 'BANK-A' }, version: 2 }]);
  });
});
