/** A question whose parts several processes answer, and what happens between two of them: what ended, a leaf that is made, time that is over, many at once. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  databases,
  LISTED,
  MEI,
  NO_JOBS,
  OPERATOR,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { CLERK, inWorld } from '../stories/mandates/mandating.ts';
import { askPart, type Part } from './asking-parts.ts';

const LOAN = { 'credit-purpose': 'LOAN_ORIGINATION' };
const SUBJECT =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name records(first: 5) { totalCount } } }';
const ENTITIES = (fields: string): string =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on CreditSubject { ${fields} } } }`;
const VERIFY = '{ verifyLedger { intact fault } }';
const reasons = ({ errors }: Part) => errors?.map(({ extensions: { code, reason } }) => `${code} ${reason}`);

describe.runIf(databases().includes('postgresql'))('between two parts of a question', () => {
  let world: World;
  let owner: pg.Client;
  const { well, register } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await world?.close();
  });

  /** A token is good for a quarter of an hour, and the clock is moved. */
  const bank = async () => ({ ...LOAN, authorization: `Bearer ${await world.token(BANK_A)}` });
  /** Entries of what was shown; that a part was refused stands beside them. */
  const entries = async (requestId: string) =>
    (
      await owner.query(
        "select items, bases, encode(commitment, 'hex') as commitment from ledger.disclosure where request_id = $1 and items <> '{}'",
        [requestId],
      )
    ).rows;
  const first = async (requestId: string, id: object, leftMs = 5_000) =>
    askPart(world, {
      subgraph: 'public-credit',
      query: SUBJECT,
      variables: { id },
      requestId,
      headers: await bank(),
      leftMs,
    });
  const more = async (requestId: string, one: Part, subgraph: 'non-public-credit' | 'sanctions', fields: string) =>
    askPart(world, {
      subgraph,
      query: ENTITIES(fields),
      variables: { r: [{ __typename: 'CreditSubject', id: one.data.subject.id }] },
      requestId,
      headers: await bank(),
    });

  it.each([8, 40])(
    'A17.1 %i questions at once are answered: none that holds a connection waits for a second one',
    async (count) => {
      const asked = Array.from({ length: count }, () =>
        world.ask(BANK_A, SUBJECT, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' }),
      );
      const all = await Promise.all(asked);
      expect(all.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      expect(all.map(({ data }) => data.subject.name)).toEqual(Array(count).fill('哈尔滨示例冰雪设备有限公司'));
    },
  );

  it('A17.1 a change under a mandate is one entry, though another part says more of it', async () => {
    const id = await register(subject(LISTED), { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ', 'OBJECT'] });
    const [designation] = (await well(subject(LISTED), '{ me { designations { id designatingUnit { code name } } } }'))
      .me.designations;
    const input = {
      about: 'DESIGNATION',
      designation: designation.id,
      reasons: '认定有误。',
      lodgedWith: designation.designatingUnit.code,
    };
    await well(
      subject(CLERK),
      'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id competentUnit { code name } item { code name } } }',
      { input },
      id,
    );
    const { rows } = await owner.query('select count(*)::int as n from ledger.disclosure where mandate = $1', [id]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('A17.2 an entry that grows while leaves are made has the leaf of what it became', async () => {
    const requestId = randomUUID();
    const one = await first(requestId, COMPANY, 500);
    expect(one.errors).toBeUndefined();
    await owner.query('begin; lock table ledger.quota_subject in share mode');
    const second = first(requestId, COMPANY, 9_000);
    // The question is over meanwhile; the part holds its entry.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await owner.query(
      'update ledger.pending set open_until = null where open_until < clock_timestamp() and entry_id not in (select id from ledger.disclosure where request_id = $1)',
      [requestId],
    );
    const published = world.server.platform.sequencer;
    world.setNow(published.nextAfter(world.server.platform.now()).toISOString());
    const publishing = published.publish();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await owner.query('commit');
    await Promise.all([second, publishing]);
    await world.publish();
    expect((await world.ask(OPERATOR, VERIFY)).data.verifyLedger).toEqual({ intact: true, fault: null });
  });

  it('a question whose time is over takes no part: a sentence says so, and what has a leaf stays as it is', async () => {
    const requestId = randomUUID();
    expect((await first(requestId, COMPANY, 300)).errors).toBeUndefined();
    const [before] = await entries(requestId);
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    const late = await first(requestId, COMPANY);
    expect([late.data, reasons(late), late.extensions.credit.unsettled]).toEqual([
      null,
      ['UNAVAILABLE UNAVAILABLE'],
      true,
    ]);
    expect(await entries(requestId)).toEqual([before]);
  });

  it('A24.1 A17.1 an authorization that is revoked between two parts: the second is refused, and the entry still says what the first rested on', async () => {
    const requestId = randomUUID();
    const one = await first(requestId, MEI);
    const two = await more(
      requestId,
      one,
      'non-public-credit',
      'nonPublicRecords(first: 5) { totalCount nodes { id item { code } } }',
    );
    expect(two.data._entities[0].nonPublicRecords.totalCount).toBe(2);
    const before = await entries(requestId);
    const mine = (await well(subject(MEI), '{ me { authorizations { id party { code } } } }')).me.authorizations;
    for (const { id, party } of mine)
      if (party.code === 'BANK-A')
        await well(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }', { id });
    const three = await first(requestId, MEI);
    expect([three.data, reasons(three), three.extensions.credit.unsettled]).toEqual([
      null,
      ['FORBIDDEN AUTHORIZATION_REQUIRED'],
      true,
    ]);
    expect(await entries(requestId)).toEqual(before);
  });

  it('A23.2 A17.1 an agreement that is suspended between two parts: the same', async () => {
    const requestId = randomUUID();
    const one = await first(requestId, COMPANY);
    const before = await entries(requestId);
    const all = (await well(OPERATOR, '{ agreements(first: 50) { nodes { id party { code } } } }')).agreements.nodes;
    for (const { id, party } of all)
      if (party.code === 'BANK-A')
        await well(AUTHORITY, 'mutation ($id: ID!) { suspendAgreement(id: $id, reason: "检查") { status } }', { id });
    const two = await more(requestId, one, 'sanctions', 'designations { id }');
    expect([two.data, reasons(two), two.extensions.credit.unsettled]).toEqual([null, ['FORBIDDEN NO_AGREEMENT'], true]);
    expect(await entries(requestId)).toEqual(before);
  });
});
