/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, HIDDEN, NOT_HELD, OPERATOR, openWorld, soonest, subject, TODAY, type World } from '../../kit.ts';

/** A bank whose quota was used up was refused for a person who is held and answered null for one who is not: it learnt which, and no entry says so. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const BANK = { role: 'party', unit: 'BANK-B' } as const;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

it('A17.1 A24.3 adversarial 80: who may count no more learns of nobody whether it is held', async () => {
  const concluded = await world.ask(
    OPERATOR,
    'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
    {
      input: {
        party: 'BANK-B',
        items: ['ARREARS-FUND'],
        purposes: ['LOAN_ORIGINATION'],
        validFrom: TODAY,
        validUntil: '2027-11-19',
        dailyQuota: 1,
      },
    },
  );
  expect(concluded.errors).toBeUndefined();
  for (const person of [HIDDEN, NOT_HELD]) {
    const { errors } = await world.ask(
      subject(person),
      'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
      {
        input: {
          party: 'BANK-B',
          purposes: ['LOAN_ORIGINATION'],
          items: ['ARREARS-FUND'],
          validFrom: TODAY,
          validUntil: '2026-12-19',
        },
      },
    );
    expect(errors).toBeUndefined();
  }
  const ask = async (id: object) => {
    const { status, data, errors } = await world.ask(
      BANK,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }',
      { id },
      LOAN,
    );
    return [status, data, errors?.map(({ extensions: { code, reason } }) => [code, reason])];
  };
  expect(await ask(COMPANY)).toMatchObject([200, { subject: { records: {} } }, undefined]);
  expect(await ask(HIDDEN)).toEqual(await ask(NOT_HELD));
});
