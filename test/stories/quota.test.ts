/** An agreement's daily quota and an authorization's uses, under any concurrency (Articles 23 (2) and 24). */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  type Answer,
  COMPANY,
  type Identifier,
  LISTED,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';

const ONE = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
const MANY = 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name records { totalCount } } }';
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const BANK_C = { role: 'party', unit: 'BANK-B' } as const;

/** Organizations that the sample holds, by the codes of the shipped registrations. */
const ORGANIZATIONS: readonly Identifier[] = [
  ...new Set(
    readFileSync(
      new URL('../../subgraphs/public-credit/sample/registrations-gleif.csv', import.meta.url),
      'utf8',
    ).match(/\b9[0-9A-Z]{17}\b/g),
  ),
].map((value) => ({ type: 'USCC', value }) as const);

const codes = (answers: readonly Answer[]): (string | undefined)[] =>
  answers.map(({ errors }) => errors?.[0]?.extensions.code);

onEachDatabase('quota and uses', (kind) => {
  let world: World;
  let agreement: string;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const conclude = async (dailyQuota: number): Promise<string> => {
    const { data, errors } = await world.ask(
      OPERATOR,
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id status } }',
      {
        input: {
          party: 'BANK-B',
          items: ['ARREARS-FUND', 'UTILITY-HEAT'],
          purposes: ['LOAN_ORIGINATION'],
          validFrom: TODAY,
          validUntil: '2027-11-19',
          dailyQuota,
        },
      },
    );
    expect(errors).toBeUndefined();
    return data.concludeAgreement.id;
  };
  const END = 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { status } }';
  afterEach(async () => {
    world.setNow(`${TODAY}T10:00:00+08:00`);
    await world.ask(OPERATOR, END, { id: agreement });
  });

  it('A23.2 adversarial 47: forty callers on a quota of ten get exactly ten', async () => {
    agreement = await conclude(10);
    const subjects = ORGANIZATIONS.slice(0, 20);
    const asked = Array.from({ length: 40 }, (_, index) => subjects[index % 20] as Identifier);
    const answers = await Promise.all(asked.map((id) => world.ask(BANK_C, ONE, { id }, LOAN)));
    const shown = new Set(asked.filter((_, index) => answers[index]?.data !== null).map(({ value }) => value));
    expect(shown.size).toBe(10);
    const refused = answers.filter(({ data }) => data === null);
    expect(new Set(codes(refused))).toEqual(new Set(['QUOTA_EXCEEDED']));
    expect(refused[0]?.errors?.[0]?.extensions).toMatchObject({
      reason: 'QUOTA_EXCEEDED',
      article: '23',
      renewsAt: '2026-11-21T00:00:00+08:00',
    });
    expect(refused[0]?.errors?.[0]?.extensions.help).toContain('2026-11-21T00:00:00+08:00');

    // Whoever was shown today can be asked again: no page and no retry discloses anybody new.
    const [again] = [...shown];
    expect((await world.ask(BANK_C, ONE, { id: { type: 'USCC', value: again } }, LOAN)).errors).toBeUndefined();
    const other = subjects.find(({ value }) => !shown.has(value));
    expect(codes([await world.ask(BANK_C, ONE, { id: other }, LOAN)])).toEqual(['QUOTA_EXCEEDED']);
    // What is open to anyone rests on no agreement.
    expect((await world.ask(BANK_C, NAME, { id: other }, LOAN)).errors).toBeUndefined();

    world.setNow('2026-11-21T00:00:01+08:00');
    expect((await world.ask(BANK_C, ONE, { id: other }, LOAN)).errors).toBeUndefined();
  });

  it('A23.2 adversarial 48: neither aliases nor batches get around it, and a batch that does not fit shows nothing', async () => {
    agreement = await conclude(5);
    const subjects = ORGANIZATIONS.slice(0, 12);
    const batch = await world.ask(BANK_C, MANY, { ids: subjects.slice(0, 6) }, LOAN);
    expect([batch.data, codes([batch])]).toEqual([null, ['QUOTA_EXCEEDED']]);
    const fits = await world.ask(BANK_C, MANY, { ids: subjects.slice(0, 4) }, LOAN);
    expect(fits.data.subjects).toHaveLength(4);
    const aliases = `query ($a: SubjectIdentifierInput!, $b: SubjectIdentifierInput!) {
      one: subject(identifier: $a) { name records { totalCount } } two: subject(identifier: $b) { name records { totalCount } } }`;
    const two = await world.ask(BANK_C, aliases, { a: subjects[4], b: subjects[5] }, LOAN);
    expect([two.data, codes([two])]).toEqual([null, ['QUOTA_EXCEEDED']]);
    const same = await world.ask(BANK_C, aliases, { a: subjects[4], b: subjects[4] }, LOAN);
    expect(same.errors).toBeUndefined();
    expect(codes([await world.ask(BANK_C, ONE, { id: subjects[5] }, LOAN)])).toEqual(['QUOTA_EXCEEDED']);
    // A refused answer is in no ledger, so its subjects were not used up: those four and the fifth were.
    expect((await world.ask(BANK_C, MANY, { ids: subjects.slice(0, 5) }, LOAN)).errors).toBeUndefined();
  });

  it('A24.3 an authorization of three uses carries exactly three answers, whoever asks at once', async () => {
    agreement = await conclude(1_000);
    // The sample holds one of hers to the same party already.
    const mine = await world.ask(subject(MEI), '{ me { authorizations { id party { code } } } }');
    for (const { id } of mine.data.me.authorizations.filter(
      (one: { party: { code: string } }) => one.party.code === 'BANK-B',
    ))
      await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }', { id });
    const { data } = await world.ask(
      subject(MEI),
      'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
      {
        input: {
          party: 'BANK-B',
          purposes: ['LOAN_ORIGINATION'],
          items: ['ARREARS-FUND'],
          validFrom: TODAY,
          validUntil: '2026-12-20',
          maximumUses: 3,
        },
      },
    );
    const ITEM = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-FUND"]) { totalCount } } }`;
    const answers = await Promise.all(Array.from({ length: 12 }, () => world.ask(BANK_C, ITEM, { id: MEI }, LOAN)));
    const shown = answers.filter((answer) => answer.data?.subject?.records?.totalCount === 1);
    expect(shown).toHaveLength(3);
    // Refused as the uses ran out under it, or asked after they had: nothing is shown either way.
    for (const answer of answers.filter((one) => !shown.includes(one)))
      expect(
        answer.data === null || answer.data.subject === null || answer.data.subject.records?.totalCount === 0,
      ).toBe(true);
    const own = await world.ask(subject(MEI), '{ me { authorizations { id uses } } }');
    expect(own.data.me.authorizations.find(({ id }: { id: string }) => id === data.grantAuthorization.id).uses).toBe(3);
  });

  it('A23.1 the public and the subject itself know no quota', async () => {
    for (let asked = 0; asked < 15; asked += 1) {
      expect((await world.ask(null, ONE, { id: asked % 2 === 0 ? COMPANY : LISTED })).errors).toBeUndefined();
      expect((await world.ask(subject(MEI), '{ me { records { totalCount } } }')).errors).toBeUndefined();
    }
  });
});
