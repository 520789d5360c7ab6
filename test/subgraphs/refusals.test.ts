/** Adversarial case 68: what was denied, over quota or denied in part is in the chain too, and nobody is named for nothing. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  LISTED,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { sessionOf } from './walls-questions.ts';

const ASK = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
const BANK_B = { role: 'party', unit: 'BANK-B' } as const;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onEachDatabase('refusals in the chain', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const chain = () =>
    world.server.platform.database.write(
      sessionOf(world, { holder: OPERATOR, headers: {} }),
      'operator',
      async (em) => {
        const { rows } = await sql<{
          unit: string | null;
          role: string;
          seen: string;
          subject: string | null;
          purpose: string | null;
          case: string | null;
        }>`select
        unit, role, seen, subject_id as subject, purpose, case_reference as case from ledger.disclosure order by at, id`.execute(
          em.getKysely(),
        );
        return rows;
      },
    );
  const added = async (work: () => Promise<unknown>) => {
    const before = (await chain()).length;
    await work();
    const after = await chain();
    return after.length - before === 1 ? after.find((row) => row.seen === 'NONE') : after.length - before;
  };

  it('A17.1 A17.2 adversarial 68: a denied question is an entry without a subject: by whom, when, for what', async () => {
    expect(await added(() => world.ask(PERMIT_OFFICE, ASK, { id: MEI }, { purpose: 'PERMIT' }))).toEqual({
      unit: 'HRB-PERMIT',
      role: 'DEPARTMENT',
      seen: 'NONE',
      subject: null,
      purpose: 'PERMIT',
      case: null,
    });
    // An anonymous caller is nobody; a good question that shows nothing is no refusal.
    expect(await added(() => world.ask(null, '{ me { name } }'))).toBe(0);
    expect(await added(() => world.ask(null, '{ catalogItems(first: 1) { totalCount } }'))).toBe(0);
    // In part: what was shown is the entry, with its subject.
    const own = await added(() =>
      world.ask(
        subject(COMPANY),
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name authorizations { id } } }',
        { id: LISTED },
      ),
    );
    expect(own === undefined || (typeof own === 'object' && own.seen !== undefined)).toBe(true);
    const hers = await world.ask(subject(MEI), '{ me { disclosures { nodes { seen recipient { code } } } } }');
    expect(hers.data.me.disclosures.nodes.filter((node: { seen: string }) => node.seen === 'NONE')).toEqual([]);
  });

  it('A23.2 A17.2 adversarial 68: one over its quota is in it, shows nothing, and the chain stays whole', async () => {
    const { data } = await world.ask(
      OPERATOR,
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      {
        input: {
          party: 'BANK-B',
          items: ['ARREARS-FUND'],
          purposes: ['LOAN_ORIGINATION'],
          validFrom: TODAY,
          validUntil: '2026-12-31',
          dailyQuota: 1,
        },
      },
    );
    expect(data.concludeAgreement.id).toBeDefined();
    expect((await world.ask(BANK_B, ASK, { id: COMPANY }, LOAN)).errors).toBeUndefined();
    const before = (await chain()).filter((row) => row.unit === 'BANK-B');
    const over = await world.ask(BANK_B, ASK, { id: LISTED }, LOAN);
    expect([over.data, over.errors?.[0]?.extensions.code]).toEqual([null, 'QUOTA_EXCEEDED']);
    const after = (await chain()).filter((row) => row.unit === 'BANK-B');
    expect(after.length - before.length).toBe(1);
    expect(after.filter((row) => row.seen === 'NONE')).toMatchObject([{ unit: 'BANK-B', subject: null }]);
    await world.publish();
    const ledger = await world.ask(OPERATOR, '{ verifyLedger { intact entries pending fault } }');
    expect(ledger.data.verifyLedger).toEqual({
      intact: true,
      entries: (await chain()).length,
      pending: 0,
      fault: null,
    });
    expect((await world.ask(BANK_A, ASK, { id: COMPANY }, LOAN)).errors).toBeUndefined();
  });
});
