/**
 * A subject asks about itself as often as it likes, through every channel, and it costs nothing (Article 24): no quota, no count and no limit but the guard against
 * abuse. A party beside it is counted. A proof, because it asks some hundred times.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHANNELS } from '../../schema/law/facts.ts';
import {
  type Answer,
  COMPANY,
  LISTED,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';

/** The lowest guard that may be set: requests a minute of one subject. */
const GUARD = 60;
const OWN = '{ me { name records(first: 50) { totalCount } disclosures(first: 1) { totalCount } } }';
const ONE =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const BANK = { role: 'party', unit: 'BANK-B' } as const;

onEachDatabase('own inquiries', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { RATE_SUBJECT: String(GUARD) } });
    const input = {
      party: 'BANK-B',
      items: ['ARREARS-FUND'],
      purposes: ['LOAN_ORIGINATION'],
      validFrom: TODAY,
      validUntil: '2027-11-19',
      dailyQuota: 1,
    };
    const CONCLUDE = 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }';
    expect((await world.ask(OPERATOR, CONCLUDE, { input })).errors).toBeUndefined();
  });
  afterAll(() => world.close());
  const refused = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);

  it('A24.2 a party is limited to what it agreed, and the subject itself is not, on the same day and of the same record', async () => {
    expect((await world.ask(BANK, ONE, { id: COMPANY }, LOAN)).errors).toBeUndefined();
    expect(refused(await world.ask(BANK, ONE, { id: LISTED }, LOAN))).toEqual(['QUOTA_EXCEEDED']);
    for (let asked = 0; asked < 20; asked += 1) {
      const channel = CHANNELS[asked % CHANNELS.length] as string;
      const { data, errors } = await world.ask(subject(LISTED), OWN, {}, { channel });
      expect([channel, errors, data.me.records.totalCount > 0]).toEqual([channel, undefined, true]);
    }
  });

  it('A24.1 A24.2 through the four channels: each inquiry is answered alike up to the guard, which alone refuses, and says that it does', async () => {
    // A minute has room for the guard's whole number, and for no more; what was asked before the minute does not count.
    const answers = await Promise.all(
      Array.from({ length: GUARD + 4 }, (_, asked) =>
        world.ask(subject(MEI), OWN, {}, { channel: CHANNELS[asked % CHANNELS.length] as string }),
      ),
    );
    const answered = answers.filter(({ status }) => status === 200);
    expect(answered).toHaveLength(GUARD);
    expect(
      new Set(answered.map(({ data, errors }) => JSON.stringify([data.me.name, data.me.records, errors]))).size,
    ).toBe(1);
    const guarded = answers.filter(({ status }) => status === 429);
    expect(guarded).toHaveLength(4);
    for (const { errors } of guarded)
      expect(errors?.[0]).toMatchObject({
        message: `More than ${GUARD} requests a minute.`,
        extensions: { code: 'TOO_COSTLY', reason: 'RATE', help: expect.any(String) },
      });
    // Nobody else is hindered by it, from the same network.
    expect((await world.ask(subject(COMPANY), OWN)).errors).toBeUndefined();
  });
});
