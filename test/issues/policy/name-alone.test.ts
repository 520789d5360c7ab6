import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  BANK_B,
  HIDDEN,
  MEI,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }';
const OWN =
  '{ me { disclosures { nodes { recipient { code } basis { article agreementId authorizationId dutyId } } } } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('asking for the name alone', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());
  const bases = async (id: typeof MEI, unit: string) =>
    (await world.ask(subject(id), OWN)).data.me.disclosures.nodes
      .filter(({ recipient }: { recipient: { code: string | null } }) => recipient.code === unit)
      .map(({ basis }: { basis: unknown }) => basis);

  it('A24.3 A17.1 A36.1 that a person is held whom only her authorization opens rests on it, and uses it', async () => {
    const granted = await world.ask(subject(HIDDEN), GRANT, {
      input: {
        party: 'BANK-A',
        purposes: ['LOAN_ORIGINATION'],
        items: ['ARREARS-FUND'],
        validFrom: TODAY,
        validUntil: '2026-12-19',
        maximumUses: 2,
      },
    });
    const name = async () => (await world.ask(BANK_A, NAME, { id: HIDDEN }, LOAN)).data.subject?.name ?? null;
    expect([await name(), await name(), await name()]).toEqual(['沈*', '沈*', null]);
    const basis = {
      article: '23(2), 24',
      agreementId: expect.any(String),
      authorizationId: granted.data.grantAuthorization.id,
      dutyId: null,
    };
    expect(await bases(HIDDEN, 'BANK-A')).toEqual([basis, basis]);
  });

  it('A23.1 A17.1 a name that an open record says costs nothing: the other bank has no authorization of hers', async () => {
    for (let asked = 0; asked < 2; asked += 1) await world.ask(BANK_B, NAME, { id: MEI }, LOAN);
    const open = { article: '23(1)', agreementId: null, authorizationId: null, dutyId: null };
    expect(await bases(MEI, 'BANK-B')).toEqual([open, open]);
  });

  it('A22.1 A17.1 a name that a department reads whole rests on its duty', async () => {
    const { data } = await world.ask(
      PERMIT_OFFICE,
      NAME,
      { id: MEI },
      { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '示例案号' },
    );
    expect(data.subject.name).toBe('张小梅');
    expect(await bases(MEI, 'HRB-PERMIT')).toEqual([
      { article: '22', agreementId: null, authorizationId: null, dutyId: expect.any(String) },
    ]);
  });
});
