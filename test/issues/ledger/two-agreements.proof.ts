/**
 * Case 88: of two agreements in force over one item only the first was charged, and a party whose first was used up was refused though the second covered
 * it (Article 23 (2)).
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Answer,
  COMPANY,
  type Identifier,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../../kit.ts';

const ONE =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-TAX"]) { totalCount } } }';
const BOTH =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-TAX", "ARREARS-FUND"]) { totalCount } } }';
const MANY = `query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { records(items: ["ARREARS-TAX"]) { totalCount } } }`;
const CONCLUDE = 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }';
const END = 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { status } }';
const MINE = '{ me { disclosures(first: 200) { nodes { at recipient { code } bases { agreementId items } } } } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const BANK = { role: 'party', unit: 'BANK-B' } as const;

/** Organizations that the sample holds, by the codes of the shipped registrations. */
const CODES: readonly Identifier[] = [
  ...new Set(
    readFileSync(
      new URL('../../../subgraphs/public-credit/sample/registrations-gleif.csv', import.meta.url),
      'utf8',
    ).match(/\b9[0-9A-Z]{17}\b/g),
  ),
].map((value) => ({ type: 'USCC', value }) as const);

onDatabaseOfStep('two agreements over one item', (kind) => {
  let world: World;
  /** Those of whom anybody may see that they are held. */
  let organizations: readonly Identifier[];
  beforeAll(async () => {
    world = await openWorld(kind);
    const { data } = await world.ask(null, MANY.replace('(items: ["ARREARS-TAX"])', ''), { ids: CODES });
    organizations = CODES.filter((_, index) => data.subjects[index] !== null);
    expect(organizations.length).toBeGreaterThanOrEqual(20);
  });
  afterAll(() => world.close());

  let minute = 0;
  /** Runs with agreements of these quotas and items in force, in this order. */
  const under = async (
    agreements: readonly (readonly [number, readonly string[]])[],
    work: (ids: readonly string[]) => Promise<void>,
  ) => {
    const ids: string[] = [];
    for (const [dailyQuota, items] of agreements) {
      minute += 1;
      world.setNow(`${TODAY}T09:${String(minute).padStart(2, '0')}:00+08:00`);
      const input = {
        party: 'BANK-B',
        items,
        purposes: ['LOAN_ORIGINATION'],
        validFrom: TODAY,
        validUntil: '2027-11-19',
        dailyQuota,
      };
      const { data, errors } = await world.ask(OPERATOR, CONCLUDE, { input });
      expect(errors).toBeUndefined();
      ids.push(data.concludeAgreement.id);
    }
    minute += 1;
    world.setNow(`${TODAY}T10:${String(minute).padStart(2, '0')}:00+08:00`);
    await work(ids);
    for (const id of ids) await world.ask(OPERATOR, END, { id });
  };
  const ask = (id: Identifier, query = ONE) => world.ask(BANK, query, { id }, LOAN);
  const granted = (answers: readonly Answer[]): number => answers.filter(({ errors }) => errors === undefined).length;
  /** Agreements that the newest entry about a company names, each with its items. */
  const charged = async (id: Identifier) => {
    const { data } = await world.ask(subject(id), MINE);
    const [newest] = data.me.disclosures.nodes.filter(
      (one: { recipient: { code: string } }) => one.recipient.code === 'BANK-B',
    );
    // That it is held stands under the registration, which is open to anyone.
    const agreed = newest.bases.filter((one: { agreementId: string | null }) => one.agreementId !== null);
    return agreed.map(({ agreementId, items }: { agreementId: string; items: string[] }) => [agreementId, items]);
  };

  it('A23.2 adversarial 88: the first that has room is charged, and the entry names it', async () => {
    await under(
      [
        [1, ['ARREARS-TAX']],
        [1, ['ARREARS-TAX']],
      ],
      async ([first, second]) => {
        const [one, two, three] = organizations as [Identifier, Identifier, Identifier];
        expect(granted([await ask(one)])).toBe(1);
        expect(await charged(one)).toEqual([[first, ['ARREARS-TAX']]]);
        expect(granted([await ask(two)])).toBe(1);
        expect(await charged(two)).toEqual([[second, ['ARREARS-TAX']]]);
        const refused = await ask(three);
        expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'QUOTA_EXCEEDED', article: '23' });
        // Who was counted today costs nothing, under whichever it was.
        expect(granted([await ask(one), await ask(two)])).toBe(2);
        expect(await charged(two)).toEqual([[second, ['ARREARS-TAX']]]);
      },
    );
  });

  it('A23.2 adversarial 88 adversarial 47: forty at once on quotas of three and four are granted seven, and no more after', async () => {
    await under(
      [
        [3, ['ARREARS-TAX']],
        [4, ['ARREARS-TAX']],
      ],
      async () => {
        const asked = Array.from({ length: 40 }, (_, index) => organizations[index % 20] as Identifier);
        const answers = await Promise.all(asked.map((id) => ask(id)));
        const shown = new Set(
          asked.filter((_, index) => answers[index]?.errors === undefined).map(({ value }) => value),
        );
        expect(shown.size).toBe(7);
        const refused = answers.filter(({ errors }) => errors !== undefined);
        expect(new Set(refused.map(({ errors }) => errors?.[0]?.extensions.code))).toEqual(new Set(['QUOTA_EXCEEDED']));
        const fresh = organizations.find(({ value }) => !shown.has(value)) as Identifier;
        expect(granted([await ask(fresh)])).toBe(0);
      },
    );
  });

  it('A23.2 adversarial 88: a batch is spread over both, and refused whole where it fits neither way', async () => {
    await under(
      [
        [2, ['ARREARS-TAX']],
        [3, ['ARREARS-TAX']],
      ],
      async () => {
        const batch = (from: number, to: number) => world.ask(BANK, MANY, { ids: organizations.slice(from, to) }, LOAN);
        expect((await batch(0, 6)).errors?.[0]?.extensions.code).toBe('QUOTA_EXCEEDED');
        expect((await batch(0, 5)).errors).toBeUndefined();
        expect((await batch(0, 5)).errors).toBeUndefined();
        expect((await batch(4, 6)).errors?.[0]?.extensions.code).toBe('QUOTA_EXCEEDED');
      },
    );
  });

  it('A23.2 adversarial 88: a subject that one agreement is needed for anyway is not charged to the other too', async () => {
    await under(
      [
        [5, ['ARREARS-TAX']],
        [5, ['ARREARS-TAX', 'ARREARS-FUND']],
      ],
      async ([, second]) => {
        expect(granted([await ask(COMPANY, BOTH)])).toBe(1);
        expect(await charged(COMPANY)).toEqual([[second, ['ARREARS-FUND', 'ARREARS-TAX']]]);
      },
    );
  });
});
