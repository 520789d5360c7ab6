/** An agreement lives: drafted, signed, suspended, resumed, ended; each change dated with its reason, each at once (Article 23 (2)). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Answer,
  AUTHORITY,
  BANK_A,
  COMPANY,
  LISTED,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  TODAY,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';

const BANK_B = { role: 'party', unit: 'BANK-B' } as const;
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const ITEMS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }`;
const BATCH = `query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { records(items: ["ARREARS-FUND"]) { totalCount } } }`;
const OWN = '{ agreements { totalCount nodes { id status dailyQuota party { code } history { from to reason at } } } }';

onDatabaseOfStep('states of an agreement', (kind) => {
  let world: World;
  let id = '';
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const draft = (input: object = {}) =>
    world.ask(OPERATOR, 'mutation ($input: AgreementInput!) { draftAgreement(input: $input) { id status } }', {
      input: {
        party: 'BANK-B',
        items: ['ARREARS-FUND'],
        purposes: ['LOAN_ORIGINATION'],
        validFrom: TODAY,
        validUntil: '2026-12-31',
        dailyQuota: 100,
        ...input,
      },
    });
  const change = (
    field: string,
    reason = '示例理由',
    holder: typeof OPERATOR | typeof AUTHORITY | typeof BANK_B = OPERATOR,
  ) =>
    world.ask(holder, `mutation ($id: ID!, $reason: String!) { ${field}(id: $id, reason: $reason) { status } }`, {
      id,
      reason,
    });
  const sees = async () => refusals(await world.ask(BANK_B, ITEMS, { id: COMPANY }, LOAN));
  const REFUSED = ['subject.records FORBIDDEN NO_AGREEMENT 23(2)'];

  it('A23.2 a draft opens nothing; signed it opens, suspended it does not, resumed it does, ended it never again', async () => {
    const drafted = await draft();
    expect(drafted.data.draftAgreement.status).toBe('DRAFT');
    id = drafted.data.draftAgreement.id;
    expect(await sees()).toEqual(REFUSED);
    world.setNow(`${TODAY}T10:00:01+08:00`);
    expect((await change('activateAgreement', '双方签署')).data.activateAgreement.status).toBe('IN_FORCE');
    expect(await sees()).toEqual([]);
    world.setNow(`${TODAY}T10:00:02+08:00`);
    expect((await change('suspendAgreement', '超范围使用待查', AUTHORITY)).data.suspendAgreement.status).toBe(
      'SUSPENDED',
    );
    expect(await sees()).toEqual(REFUSED);
    world.setNow(`${TODAY}T10:00:03+08:00`);
    expect((await change('resumeAgreement', '查明无误')).data.resumeAgreement.status).toBe('IN_FORCE');
    expect(await sees()).toEqual([]);
    world.setNow(`${TODAY}T10:00:04+08:00`);
    expect((await change('endAgreement', '协商终止')).data.endAgreement.status).toBe('ENDED');
    expect(await sees()).toEqual(REFUSED);
    const { data } = await world.ask(BANK_B, OWN);
    const mine = data.agreements.nodes.find((one: { id: string }) => one.id === id);
    expect(mine.history).toEqual(
      [
        [null, 'DRAFT', '起草', 0],
        ['DRAFT', 'IN_FORCE', '双方签署', 1],
        ['IN_FORCE', 'SUSPENDED', '超范围使用待查', 2],
        ['SUSPENDED', 'IN_FORCE', '查明无误', 3],
        ['IN_FORCE', 'ENDED', '协商终止', 4],
      ].map(([from, to, reason, second]) => ({ from, to, reason, at: `2026-11-20T02:00:0${second}.000Z` })),
    );
    world.setNow(`${TODAY}T10:00:00+08:00`);
  });

  it('A23.2 what its state does not allow is a conflict that says what may be done; a reason is needed', async () => {
    expect((await change('resumeAgreement')).errors?.[0]).toMatchObject({
      extensions: { code: 'CONFLICT', reason: 'ENDED', help: expect.stringContaining('conclude a new one') },
    });
    id = (await draft()).data.draftAgreement.id;
    for (const field of ['suspendAgreement', 'resumeAgreement'])
      expect((await change(field)).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'DRAFT' });
    expect(refusals(await change('endAgreement', ' '))).toEqual(['endAgreement BAD_USER_INPUT REASON 23']);
    expect(refusals(await change('endAgreement', '张小梅 239999199003070016 投诉'))).toEqual([
      'endAgreement BAD_USER_INPUT REASON 23',
    ]);
    expect(refusals(await change('activateAgreement', '签署', BANK_B))).toEqual([
      'activateAgreement FORBIDDEN ROLE 23',
    ]);
    const wins = await Promise.all(Array.from({ length: 8 }, () => change('activateAgreement')));
    expect(wins.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    await change('endAgreement');
    id = '00000000-0000-4000-8000-000000000000';
    expect(refusals(await change('endAgreement'))).toEqual(['endAgreement NOT_FOUND NOT_FOUND ']);
  });

  it('A23.2 a party reads its own agreements, who keeps them reads all, nobody else any', async () => {
    const own = await world.ask(BANK_B, OWN);
    expect(new Set(own.data.agreements.nodes.map((one: { party: { code: string } }) => one.party.code))).toEqual(
      new Set(['BANK-B']),
    );
    const all = await world.ask(OPERATOR, OWN);
    expect(all.data.agreements.totalCount).toBeGreaterThan(own.data.agreements.totalCount);
    const snooping = await world.ask(BANK_B, '{ agreements(party: "BANK-A") { nodes { party { code } } } }');
    expect(new Set(snooping.data.agreements.nodes.map((one: { party: { code: string } }) => one.party.code))).toEqual(
      new Set(['BANK-B']),
    );
    expect(refusals(await world.ask(null, OWN))).toEqual(['agreements FORBIDDEN IDENTITY_REQUIRED 23']);
  });

  it('A23.2 adversarial 43: it expires while a batch is asked, and the whole answer is of one day', async () => {
    const { data } = await draft({ validUntil: TODAY });
    id = data.draftAgreement.id;
    await change('activateAgreement');
    world.setNow(`${TODAY}T23:59:59+08:00`);
    const ids = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? COMPANY : LISTED));
    const asked = Array.from({ length: 6 }, () => world.ask(BANK_B, BATCH, { ids }, LOAN));
    world.setNow('2026-11-21T00:00:00+08:00');
    for (const answer of await Promise.all(asked)) expect(['ALL', 'NONE']).toContain(whole(answer));
    expect(whole(await world.ask(BANK_B, BATCH, { ids }, LOAN))).toBe('NONE');
    expect(
      (await world.ask(BANK_B, OWN)).data.agreements.nodes.find((one: { id: string }) => one.id === id).status,
    ).toBe('EXPIRED');
    world.setNow(`${TODAY}T10:00:00+08:00`);
    expect(whole(await world.ask(BANK_B, BATCH, { ids }, LOAN))).toBe('ALL');
    await change('endAgreement');
  });

  it('A23.2 suspended and resumed under load, no answer is half of each', async () => {
    id = (await draft()).data.draftAgreement.id;
    await change('activateAgreement');
    const ids = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? COMPANY : LISTED));
    const seen = new Set<string>();
    let moving = true;
    const moves = (async () => {
      for (let turn = 0; moving; turn += 1) await change(turn % 2 === 0 ? 'suspendAgreement' : 'resumeAgreement');
    })();
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let asked = 0; asked < 8; asked += 1) seen.add(whole(await world.ask(BANK_B, BATCH, { ids }, LOAN)));
      }),
    );
    moving = false;
    await moves;
    expect([...seen].filter((one) => one !== 'ALL' && one !== 'NONE')).toEqual([]);
    expect((await world.ask(BANK_A, BATCH, { ids }, LOAN)).errors).toBeUndefined();
  });
});

/** Whether all subjects of an answer show the list, none does, or some do: the last must never be. */
function whole(answer: Answer): 'ALL' | 'NONE' | 'MIXED' {
  // Suspended between its reading and its writing to the ledger: refused as a whole.
  if (answer.data === null) return 'NONE';
  const shown = answer.data.subjects.filter(
    (one: { records: object | null } | null) => (one?.records ?? null) !== null,
  ).length;
  return shown === answer.data.subjects.length ? 'ALL' : shown === 0 ? 'NONE' : 'MIXED';
}
