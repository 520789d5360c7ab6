/** What a caller may see is expected to be what it was, and every snapshot says what it is: what was made of another standing tells nothing and does nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRequest } from '../../subgraphs/request/request.ts';
import { EntitlementsChanged } from '../../subgraphs/request/snapshot.ts';
import { AUTHORITY, BANK_B, COMPANY, MEI, OPERATOR, onEachDatabase, openWorld, subject, type World } from '../kit.ts';

const CONCLUDE = 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }';
const END = 'mutation ($id: ID!, $reason: String!) { endAgreement(id: $id, reason: $reason) { id } }';
const ARREARS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-TAX"]) { totalCount } } }`;
const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const TERM = { validFrom: '2026-11-20', validUntil: '2026-11-30' };
const ROWS = { name: 'rows-of-arrears', text: `select id from public_credit.record where item = 'ARREARS-TAX'` };

onEachDatabase('expected entitlements', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const conclude = async (): Promise<string> => {
    const input = {
      party: 'BANK-B',
      items: ['ARREARS-TAX'],
      purposes: ['LOAN_ORIGINATION'],
      ...TERM,
      dailyQuota: 100,
    };
    const { data } = await world.ask(OPERATOR, CONCLUDE, { input });
    return data.concludeAgreement.id;
  };
  const bank = () =>
    openRequest(
      world.server.platform,
      world.server.snapshots,
      {
        role: 'PARTY',
        unit: 'BANK-B',
        subject: null,
        purpose: 'LOAN_ORIGINATION',
        caseReference: null,
        channel: 'WEB',
        requestId: '0b1cf5d4-9d7c-4b43-8d0e-3d7a3a9f0001',
      },
      { expecting: true },
    );

  it('A23.2 of an agreement that ended meanwhile gives no row to anybody, and the request begins again without it', async () => {
    const id = await conclude();
    expect((await world.ask(BANK_B, ARREARS, { id: COMPANY }, LOAN)).data.subject.records.totalCount).toBe(1);
    await world.ask(AUTHORITY, END, { id, reason: '超出约定用途' });
    const request = bank();
    const snapshot = await request.snapshot();
    // Expected as it was: the item seems open, and what is asked on it fails before a row is handed on.
    expect(snapshot.scope.organizations).toContain('ARREARS-TAX');
    await expect(snapshot.transaction.query(ROWS, [])).rejects.toThrow(EntitlementsChanged);
    await expect(request.write('control', async () => 'done')).rejects.toThrow(EntitlementsChanged);
    expect(await request.mistaken()).toBe(true);
    await request.again();
    const again = await request.snapshot();
    expect(again.scope.organizations).not.toContain('ARREARS-TAX');
    expect(await again.transaction.query(ROWS, [])).toEqual([]);
    expect(await request.mistaken()).toBe(false);
    await request.abandon();
  });

  it('A17.1 what was noted of it is written to no ledger', async () => {
    const id = await conclude();
    await world.ask(BANK_B, ARREARS, { id: COMPANY }, LOAN);
    await world.ask(AUTHORITY, END, { id, reason: '超出约定用途' });
    const request = bank();
    await request.snapshot();
    request.disclose({
      subjectId: request.id,
      personal: false,
      items: ['ARREARS-TAX'],
      records: [],
      seen: 'DESENSITIZED',
    });
    await expect(request.settle()).rejects.toThrow(EntitlementsChanged);
    await request.abandon();
    const before = await world.ask(subject(COMPANY), '{ me { disclosures { nodes { items { code } } } } }');
    // The two answers above, and nothing of the one that was not given.
    expect(
      before.data.me.disclosures.nodes.filter(({ items }: { items: { code: string }[] }) =>
        items.some(({ code }) => code === 'ARREARS-TAX'),
      ),
    ).toHaveLength(2);
  });

  it('A36.1 what is changed just after the catalog was is changed once', async () => {
    const mine = '{ me { authorizations { id } } }';
    const before = (await world.ask(subject(MEI), mine)).data.me.authorizations.length;
    // Every change of the control tables makes what was expected of everybody another thing.
    await world.ask(AUTHORITY, END, { id: await conclude(), reason: '超出约定用途' });
    const { errors } = await world.ask(subject(MEI), GRANT, {
      input: { party: 'BANK-B', purposes: ['LOAN_ORIGINATION'], items: ['ARREARS-TAX'], ...TERM, maximumUses: 2 },
    });
    expect(errors).toBeUndefined();
    expect((await world.ask(subject(MEI), mine)).data.me.authorizations).toHaveLength(before + 1);
  });
});
