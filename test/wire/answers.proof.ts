/** Over a real wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, databases, MEI, OPERATOR, openWorld, type World } from '../kit.ts';

const Q = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name records(first: 3) { totalCount nodes { id item { code } } } nonPublicRecords { totalCount }
  designations { id } } }`;

describe.runIf(databases().includes('postgresql'))('each subgraph in a server of its own', () => {
  let wire: World;
  let whole: World;
  beforeAll(async () => {
    const environment = { DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000' };
    wire = await openWorld('postgresql', {
      wire: true,
      environment,
    });
    whole = await openWorld('postgresql', { environment });
  });
  afterAll(async () => {
    await wire.close();
    await whole.close();
  });

  it('answers as in one process', async () => {
    for (const [holder, id, headers] of [
      [null, COMPANY, {}],
      [BANK_A, COMPANY, { purpose: 'LOAN_ORIGINATION' }],
      [BANK_A, MEI, { purpose: 'LOAN_ORIGINATION' }],
      [BANK_A, MEI, {}],
      [OPERATOR, COMPANY, {}],
    ] as const) {
      const one = await wire.ask(holder, Q, { id }, headers);
      const other = await whole.ask(holder, Q, { id }, headers);
      expect(JSON.stringify(one).replace(/"p_[^"]+"/g, '"p"')).toEqual(
        JSON.stringify(other).replace(/"p_[^"]+"/g, '"p"'),
      );
    }
  });
});
