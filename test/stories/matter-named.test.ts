/**
 * Case 90: a department with several duties under one purpose names the matter (Article 22). The approval bureau of the sample has two for permits:
 * food, which needs nobody whole, and special operations of natural persons, which does.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COMPANY,
  LISTED,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';

const LOOK = `query ($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) { name identifier { value }
  records(items: $items, first: 50) { totalCount pageInfo { endCursor } nodes { item { code } } } } }`;
const NEXT = `query ($id: SubjectIdentifierInput!, $after: String) { subject(identifier: $id) { records(first: 1, after: $after) {
  pageInfo { endCursor } nodes { id } } } }`;
const EXPLAIN = `query ($id: SubjectIdentifierInput!, $items: [String!]) { access(subject: $id, items: $items) {
  item { code } granted reason article desensitized } }`;
const CHECK = `query ($id: SubjectIdentifierInput!, $matter: String!) { matterCheck(subject: $id, matter: $matter) {
  id subjectFound complete findings { kind item { code } } incentives { code } supervision { class } token } }`;
const BASES =
  '{ me { disclosures(first: 200) { nodes { items { code } bases { article dutyId items } caseReference } } } }';

const FOOD = { purpose: 'PERMIT', matter: 'FOOD-PERMIT' };
const SPECIAL = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT' };

onDatabaseOfStep('the matter of a department', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  let cases = 0;
  const nextCase = (): string => {
    cases += 1;
    return `甲字${cases}`;
  };

  const ask = (
    query: string,
    variables: object,
    headers: object,
    who = PERMIT_OFFICE as { role: string; unit: string },
  ) => world.ask(who, query, variables as never, { case: nextCase(), ...headers });
  const told = ({
    errors,
  }: {
    errors?: readonly { path?: readonly unknown[]; extensions: { code: string; reason?: string } }[];
  }) => (errors ?? []).map(({ path, extensions }) => `${path?.[0]} ${extensions.code} ${extensions.reason}`);

  /** The bases of the entry about a case, as the subject reads them. */
  const basesOf = async (id: typeof MEI | typeof COMPANY, reference: string) => {
    const { data } = await world.ask(subject(id), BASES);
    return data.me.disclosures.nodes.find((one: { caseReference: string }) => one.caseReference === reference).bases;
  };

  it('A22.1 without a matter nothing is opened by a duty, not even what is open to anyone, and the article is told', async () => {
    for (const id of [MEI, COMPANY]) {
      const answer = await ask(LOOK, { id }, { purpose: 'PERMIT' });
      expect(answer.data.subject).toBeNull();
      expect(told(answer)).toEqual(['subject FORBIDDEN MATTER_REQUIRED']);
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        article: '22',
        help: expect.stringContaining('Credit-Matter'),
      });
    }
    const { data } = await ask(EXPLAIN, { id: MEI, items: ['PENALTY-GENERAL', 'ARREARS-FUND'] }, { purpose: 'PERMIT' });
    expect(data.access).toEqual(
      ['PENALTY-GENERAL', 'ARREARS-FUND'].map((code) => ({
        item: { code },
        granted: false,
        reason: 'MATTER_REQUIRED',
        article: '22',
        desensitized: true,
      })),
    );
  });

  it('A22.1 adversarial 90: a person is whole in the matter that needs it, and in no other of the same purpose', async () => {
    const whole = await ask(LOOK, { id: MEI }, SPECIAL);
    expect(whole.data.subject).toMatchObject({ name: '张小梅', identifier: { value: MEI.value } });
    const masked = await ask(LOOK, { id: MEI }, FOOD);
    expect(masked.data.subject).toMatchObject({ name: '张**', identifier: { value: '23****************' } });
    expect(JSON.stringify(masked.data)).not.toContain('张小梅');
  });

  it('A22.1 an item of one matter is refused in the other', async () => {
    // The special operation needs no pledges, the food permit does.
    expect(told(await ask(LOOK, { id: COMPANY, items: ['PLEDGE-PERMIT'] }, FOOD))).toEqual([]);
    const explained = async (headers: object, code: string) =>
      (await ask(EXPLAIN, { id: COMPANY, items: [code] }, headers)).data.access[0];
    const openness = 'INCENTIVE-MODEL';
    expect(await explained(FOOD, openness)).toMatchObject({ granted: true });
    expect((await explained(FOOD, 'ARREARS-TAX')).reason).toBe('DUTY_REQUIRED');
    expect((await explained(SPECIAL, 'ARREARS-TAX')).reason).toBe('DUTY_REQUIRED');
  });

  it('A17.1 A35.1 the entry rests on the duty of that matter alone', async () => {
    const duties = async (headers: object): Promise<string[]> => {
      const reference = nextCase();
      await ask(LOOK, { id: MEI, items: ['PENALTY-GENERAL'] }, { ...headers, case: reference });
      const basis = await basesOf(MEI, reference);
      expect(basis.map(({ article }: { article: string }) => article)).toEqual(['22']);
      return basis.map(({ dutyId }: { dutyId: string }) => dutyId);
    };
    const [special, food] = [await duties(SPECIAL), await duties(FOOD)];
    expect(special).not.toEqual(food);
    expect(await duties(SPECIAL)).toEqual(special);
  });

  it('a matter that is not the department’s is told with its own; one under another purpose is none', async () => {
    const answer = await ask(LOOK, { id: COMPANY }, { purpose: 'PERMIT', matter: 'TENDER' });
    expect(told(answer)).toEqual(['undefined BAD_USER_INPUT MATTER_UNKNOWN']);
    expect(answer.errors?.[0]?.extensions.help).toBe('Its matters are FOOD-PERMIT, SPECIAL-OPERATION-PERMIT.');
    const finance = { role: 'department', unit: 'HLJ-FINANCE' };
    expect(told(await ask(LOOK, { id: COMPANY }, { purpose: 'FUNDING', matter: 'AWARD' }, finance))).toEqual([
      'undefined BAD_USER_INPUT MATTER_UNKNOWN',
    ]);
    // One duty under the purpose: nothing is to be named, and naming it changes nothing.
    expect(told(await ask(LOOK, { id: COMPANY }, { purpose: 'FUNDING' }, finance))).toEqual([]);
    expect(told(await ask(LOOK, { id: COMPANY }, { purpose: 'FUNDING', matter: 'GRANT' }, finance))).toEqual([]);
  });

  it('a header that is no matter is 400, and another role has none whatever it sends', async () => {
    const send = async (matter: string) =>
      (
        await fetch(`${world.server.url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await world.token(PERMIT_OFFICE)}`,
            'credit-matter': matter,
          },
          body: '{"query":"{ __typename }"}',
        })
      ).status;
    expect(await send('FOOD-PERMIT')).toBe(200);
    for (const bad of ['%E0%A4%A', 'a%0Ab', 'x'.repeat(201)]) expect(await send(bad), bad).toBe(400);
    const bank = { role: 'party', unit: 'BANK-A' };
    expect(told(await ask(LOOK, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION', matter: 'X' }, bank))).toEqual([]);
  });

  it('A43.1 a question names its matter itself: it is answered by that duty, and what stands beside it asks for one', async () => {
    const alone = await ask(CHECK, { id: LISTED, matter: 'FOOD-PERMIT' }, { purpose: 'PERMIT' });
    expect(told(alone)).toEqual([]);
    const named = await ask(CHECK, { id: LISTED, matter: 'FOOD-PERMIT' }, FOOD);
    expect(told(named)).toEqual([]);
    const content = ({ data }: typeof alone) => ({ ...data.matterCheck, id: null, token: null });
    expect(content(alone)).toEqual(content(named));
    expect(content(alone).findings.length).toBeGreaterThan(0);
    const both = await ask(
      `query ($id: SubjectIdentifierInput!, $matter: String!) {
        matterCheck(subject: $id, matter: $matter) { complete subjectFound } subject(identifier: $id) { name } }`,
      { id: LISTED, matter: 'FOOD-PERMIT' },
      { purpose: 'PERMIT' },
    );
    expect(both.data).toEqual({ matterCheck: { complete: true, subjectFound: true }, subject: null });
    expect(told(both)).toEqual(['subject FORBIDDEN MATTER_REQUIRED']);
  });

  it('A43.1 A22.1 two questions of one request stay apart: each finds what its own duty covers', async () => {
    const { data, errors } = await ask(
      `query ($id: SubjectIdentifierInput!) {
        food: matterCheck(subject: $id, matter: "FOOD-PERMIT") { findings { item { code } } incentives { code } supervision { class } }
        special: matterCheck(subject: $id, matter: "SPECIAL-OPERATION-PERMIT") { findings { item { code } } incentives { code } supervision { class } }
      }`,
      { id: COMPANY },
      { purpose: 'PERMIT', case: '两问' },
    );
    expect(errors).toBeUndefined();
    // An assessment is an item of the food permit's duty and not of the other.
    expect(data.food.supervision).not.toBeNull();
    expect(data.special.supervision).toBeNull();
    // Both duties stand in the entry, each with its own items.
    const bases = (await basesOf(COMPANY, '两问')).filter(({ article }: { article: string }) => article === '22');
    expect(bases).toHaveLength(2);
    const codes: string[][] = bases.map(({ items }: { items: string[] }) => items);
    expect(codes.filter((list: string[]) => list.includes('ASSESSMENT-PUBLIC'))).toHaveLength(1);
    expect(codes.every((list: string[]) => list.includes('PENALTY-GENERAL'))).toBe(true);
  });

  it('header and question that name different matters are an error that names both', async () => {
    const answer = await ask(CHECK, { id: LISTED, matter: 'SPECIAL-OPERATION-PERMIT' }, FOOD);
    expect(told(answer)).toEqual(['matterCheck BAD_USER_INPUT MATTER_DIFFERS']);
    expect(answer.errors?.[0]?.message).toContain('FOOD-PERMIT');
    expect(answer.errors?.[0]?.message).toContain('SPECIAL-OPERATION-PERMIT');
  });

  it('A23.5 a cursor of one matter is none of the other', async () => {
    const { data } = await ask(NEXT, { id: COMPANY }, FOOD);
    const after = data.subject.records.pageInfo.endCursor;
    expect(told(await ask(NEXT, { id: COMPANY, after }, FOOD))).toEqual([]);
    expect(told(await ask(NEXT, { id: COMPANY, after }, SPECIAL))).toEqual(['subject BAD_USER_INPUT CURSOR']);
  });

  it('A22.1 a second duty makes the department name its matter from then on, and its end makes that needless', async () => {
    const office = { role: 'department', unit: 'HLJ-PROCUREMENT' };
    const headers = { purpose: 'PROCUREMENT' };
    expect(told(await ask(LOOK, { id: COMPANY }, headers, office))).toEqual([]);
    const { data } = await world.ask(OPERATOR, 'mutation ($input: DutyInput!) { registerDuty(input: $input) { id } }', {
      input: {
        department: 'HLJ-PROCUREMENT',
        matter: '框架协议采购',
        activity: 'PUBLIC_PROCUREMENT',
        items: ['REG-ENTERPRISE'],
      },
    });
    expect(told(await ask(LOOK, { id: COMPANY }, headers, office))).toEqual(['subject FORBIDDEN MATTER_REQUIRED']);
    // A matter may be named in Chinese.
    expect(told(await ask(LOOK, { id: COMPANY }, { ...headers, matter: '框架协议采购' }, office))).toEqual([]);
    await world.ask(OPERATOR, 'mutation ($id: ID!) { endDuty(id: $id, reason: "并入招标") { id } }', {
      id: data.registerDuty.id,
    });
    expect(told(await ask(LOOK, { id: COMPANY }, headers, office))).toEqual([]);
  });
});
