import { beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  LISTED,
  PERMIT_OFFICE,
  sharedWorld,
  type World,
} from '../../kit.ts';
import { fetchReport, make } from '../../stories/report-kit.ts';

/** A report that was asked for without its purpose was refused for an item that no agreement covers, and no article said why. */
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' };

it('A36.3 a report that is asked for again without what it was made with says what lacks, with the article', async () => {
  const { body } = await make(world, BANK_A, { subject: COMPANY }, LOAN);
  const refusal = async (holder: Holder, id: string, headers: Headers) => {
    const response = await fetchReport(world, holder, id, 'application/jose', headers);
    const { errors } = JSON.parse(String(response.bytes)) as {
      errors: { extensions: { reason: string; article: string } }[];
    };
    return [response.status, errors[0]?.extensions.reason, errors[0]?.extensions.article];
  };
  expect(await refusal(BANK_A, body.id, {})).toEqual([403, 'PURPOSE_REQUIRED', '24']);
  const desk = await make(world, PERMIT_OFFICE, { subject: LISTED, template: 'SPECIAL' }, DESK);
  expect(await refusal(PERMIT_OFFICE, desk.body.id, { purpose: 'PERMIT', case: '1' })).toEqual([
    403,
    'MATTER_REQUIRED',
    '22',
  ]);
  expect(await refusal(PERMIT_OFFICE, desk.body.id, { purpose: 'PERMIT', matter: 'FOOD-PERMIT' })).toEqual([
    403,
    'CASE_REQUIRED',
    '22',
  ]);
});
