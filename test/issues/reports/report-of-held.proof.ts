/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, HIDDEN, NOT_HELD, openWorld, soonest, subject, TODAY, type World } from '../../kit.ts';

/** That a person is held at all stood in a report that named no item, so that no basis was needed to read it again. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

it('A24.3 A36.4 adversarial 80: a report that tells only that a person is held is not made', async () => {
  const granted = await world.ask(
    subject(HIDDEN),
    'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
    {
      input: {
        party: 'BANK-A',
        purposes: ['LOAN_ORIGINATION'],
        items: ['NP-LOAN'],
        validFrom: TODAY,
        validUntil: '2026-12-19',
      },
    },
  );
  expect(granted.errors).toBeUndefined();
  const headers = {
    authorization: `Bearer ${await world.token(BANK_A)}`,
    'credit-purpose': 'LOAN_ORIGINATION',
    'content-type': 'application/json',
  };
  const made = await fetch(`${world.server.url}/reports`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ subject: HIDDEN }),
  });
  // As of one that is not held: what she authorized stands in no report.
  const other = await fetch(`${world.server.url}/reports`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ subject: NOT_HELD }),
  });
  expect([made.status, await made.json()]).toEqual([other.status, await other.json()]);
  const { data } = await world.ask(
    subject(HIDDEN),
    `{ me { disclosures(first: 9) { nodes { items { code } basis { article authorizationId } } } } }`,
  );
  // Each look rests on her authorization.
  expect(data.me.disclosures.nodes.length).toBeGreaterThan(0);
  for (const entry of data.me.disclosures.nodes)
    expect(entry).toEqual({
      items: [{ code: 'NP-LOAN' }],
      basis: { article: '23(2), 24', authorizationId: granted.data.grantAuthorization.id },
    });
});
