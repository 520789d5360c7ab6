/** A permit desk asks one question and files one answer (Articles 43, 44 and 45). */
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAST } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  LISTED,
  MEI,
  NOT_HELD,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from './listing.ts';
import { MATTER_CHECK, refusals } from './operations.ts';

onDatabaseOfStep('the one question of a permit desk', (kind) => {
  let world: World;
  let down: 'FAILS' | 'HANGS' | undefined;
  let which = '';
  beforeAll(async () => {
    world = await openWorld(kind, {
      faults: (name) => (name === which ? down : undefined),
      environment: { SUBGRAPH_TIMEOUT_MS: '1500', DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000' },
    });
  });
  afterAll(() => world.close());

  const check = async (id: Identifier, reference: string, matter = 'FOOD-PERMIT', purpose = 'PERMIT') =>
    world.ask(PERMIT_OFFICE, MATTER_CHECK, { id, matter }, { purpose, case: reference });
  /** What the subject reads of the permit office: its own questions are on the ledger too. */
  const entries = async (id: Identifier) => {
    const { data } = await world.ask(
      subject(id),
      '{ me { disclosures(first: 100) { nodes { recipient { code } caseReference items { code } basis { article } } } } }',
    );
    return data.me.disclosures.nodes.filter(
      (one: { recipient: { code: string } | null }) => one.recipient?.code === 'HRB-PERMIT',
    );
  };

  it('A43.1 one answer: what was found, what may be done, pledges and the token, each with its article', async () => {
    const { data, errors } = await check(LISTED, '甲1');
    expect(errors).toBeUndefined();
    const answer = data.matterCheck;
    expect(answer).toMatchObject({ subjectFound: true, complete: true, missingSources: [], supersedes: null });
    // The sample puts this company on two lists, and the duty covers its serious penalty and its unperformed judgment.
    expect(
      answer.findings.map((one: { kind: string; item: { code: string }; article: string }) => [
        one.kind,
        one.item.code,
        one.article,
      ]),
    ).toEqual([
      ['DESIGNATION', 'LIST-DEFAULTER', '28'],
      ['DESIGNATION', 'LIST-WAGE', '28'],
      ['UNTRUSTWORTHY_RECORD', 'PENALTY-SERIOUS', '27'],
      ['UNTRUSTWORTHY_RECORD', 'UNPERFORMED-JUDGMENT', '27'],
    ]);
    // Of the activity of permits alone, until the end of the longer designation.
    expect(answer.measures.map((one: { code: string; until: string }) => [one.code, one.until])).toEqual([
      ['NATIONAL-PREFERENCE', '2029-03-05'],
      ['RESTRAINT-CANCEL-FACILITATION', '2029-03-05'],
      ['RESTRAINT-NO-FACILITATION', '2029-03-05'],
    ]);
    expect(answer.pledge).toEqual({ eligible: false, reasons: ['SERIOUSLY_UNTRUSTWORTHY'] });
    const keys = (await (await fetch(`${world.server.url}/.well-known/jwks.json`)).json()) as Parameters<
      typeof createLocalJWKSet
    >[0];
    const { payload } = await jwtVerify(answer.token, createLocalJWKSet(keys), { typ: 'credit-matter+jwt' });
    expect(payload).toMatchObject({
      jti: answer.id,
      unit: 'HRB-PERMIT',
      case: '甲1',
      purpose: 'PERMIT',
      matter: 'FOOD-PERMIT',
      supersedes: null,
    });
    expect((payload.answer as { measures: unknown }).measures).toEqual(answer.measures);
    // Nothing that identifies her business or a person stands in it but the opaque id.
    expect(JSON.stringify(payload)).not.toContain(LISTED.value);
  });

  it('A43.1 A17.1 the same case is given the same answer and no second entry of the ledger; another case its own', async () => {
    const before = (await entries(COMPANY)).length;
    const first = (await check(COMPANY, '甲2')).data.matterCheck;
    const again = (await check(COMPANY, '甲2')).data.matterCheck;
    expect(again).toEqual(first);
    expect(await entries(COMPANY)).toHaveLength(before + 1);
    const other = (await check(COMPANY, '甲3')).data.matterCheck;
    expect([other.id === first.id, other.supersedes]).toEqual([false, null]);
    const seen = await entries(COMPANY);
    expect(seen).toHaveLength(before + 2);
    const told = seen.find((one: { caseReference: string }) => one.caseReference === '甲3');
    expect(told).toMatchObject({
      caseReference: '甲3',
      basis: { article: '22' },
    });
    // Every item of the duty was told of, also where nothing is held.
    expect(told.items.map(({ code }: { code: string }) => code)).toContain('UNPERFORMED-JUDGMENT');
  });

  it('A43.1 once something changed the case is given a new answer that names the old one, and the recipient is told', async () => {
    const first = (await check(COMPANY, '甲4')).data.matterCheck;
    expect(first.pledge).toEqual({ eligible: true, reasons: [] });
    const listed = await world.ask(LABOUR, DESIGNATE, { input: { ...DECISION, subject: COMPANY } });
    const second = (await check(COMPANY, '甲4')).data.matterCheck;
    expect([second.id === first.id, second.supersedes]).toEqual([false, first.id]);
    expect(second.pledge).toEqual({ eligible: false, reasons: ['SERIOUSLY_UNTRUSTWORTHY'] });
    expect(second.measures).not.toEqual([]);
    await world.ask(LABOUR, 'mutation ($id: ID!) { removeDesignation(id: $id, reason: "已付清。") { id } }', {
      id: listed.data.designate.id,
    });
    const third = (await check(COMPANY, '甲4')).data.matterCheck;
    // As at first, but it is a third answer: the case was given another one between.
    expect([third.supersedes, third.measures, third.findings]).toEqual([second.id, first.measures, first.findings]);
    const told = await world.ask(PERMIT_OFFICE, '{ changes(first: 50) { nodes { kind recordId } } }');
    expect(told.data.changes.nodes).toContainEqual({ kind: 'WITHDRAWN', recordId: listed.data.designate.id });
  });

  it('A45.1 a failed pledge closes the pledge system', async () => {
    const failed: Identifier = { type: 'USCC', value: CAST.failedPledger.value };
    const { data } = await check(failed, '甲5');
    expect([data.matterCheck.pledge, data.matterCheck.subjectFound]).toEqual([
      { eligible: false, reasons: ['PLEDGE_FAILED'] },
      true,
    ]);
  });

  it.each(['FAILS', 'HANGS'] as const)(
    'A43.1 a source that %s is named, and what it could have said is null, never a shorter list',
    async (fault) => {
      for (const name of ['sanctions', 'public-credit']) {
        down = fault;
        which = name;
        const { data } = await check(LISTED, `乙${fault}`);
        down = undefined;
        expect(data.matterCheck).toMatchObject({
          complete: false,
          missingSources: [name],
          findings: null,
          pledge: null,
          token: null,
        });
        expect(data.matterCheck.measures === null).toBe(name === 'sanctions');
        expect(data.matterCheck.subjectFound).toBe(name === 'sanctions' ? true : null);
      }
      // It was no answer of the case: the first whole one replaces nothing.
      const { data } = await check(LISTED, `乙${fault}`);
      expect([data.matterCheck.complete, data.matterCheck.supersedes]).toEqual([true, null]);
    },
  );

  it('A23.5 whoever is not held is not found, whole or not, and no error tells more', async () => {
    const { data, errors } = await check(NOT_HELD, '甲6');
    expect([data.matterCheck.subjectFound, data.matterCheck.findings, data.matterCheck.complete, errors]).toEqual([
      false,
      [],
      true,
      undefined,
    ]);
  });

  it('A22.1 only a department, for its registered matter and purpose, with its case', async () => {
    expect(
      refusals(
        await world.ask(
          BANK_A,
          MATTER_CHECK,
          { id: MEI, matter: 'FOOD-PERMIT' },
          { purpose: 'LOAN_ORIGINATION', case: 'x' },
        ),
      ),
    ).toEqual(['matterCheck FORBIDDEN ROLE 44']);
    expect(refusals(await world.ask(null, MATTER_CHECK, { id: MEI, matter: 'FOOD-PERMIT' }))).toEqual([
      'matterCheck FORBIDDEN IDENTITY_REQUIRED 44',
    ]);
    expect(
      refusals(await world.ask(PERMIT_OFFICE, MATTER_CHECK, { id: MEI, matter: 'FOOD-PERMIT' }, { purpose: 'PERMIT' })),
    ).toEqual(['matterCheck FORBIDDEN CASE_REQUIRED 22']);
    expect(refusals(await check(MEI, '甲7', 'TENDER'))).toEqual(['matterCheck FORBIDDEN DUTY_REQUIRED 22']);
    expect(refusals(await check(MEI, '甲7', 'FOOD-PERMIT', 'AWARD'))).toEqual([
      'matterCheck FORBIDDEN DUTY_REQUIRED 22',
    ]);
  });

  it('A43.1 a batch keeps its order and takes as many statements for two hundred as for two', async () => {
    const batch =
      'query ($ids: [SubjectIdentifierInput!]!) { matterChecks(subjects: $ids, matter: "FOOD-PERMIT") { id subjectFound complete findings { summary } } }';
    const { database } = world.server.platform;
    const cost = async (ids: readonly Identifier[], reference: string) => {
      const before = database.statements();
      const answer = await world.ask(PERMIT_OFFICE, batch, { ids }, { purpose: 'PERMIT', case: reference });
      return { answer, statements: database.statements() - before };
    };
    const synthetic = Array.from({ length: 198 }, (_, index) => citizen(index));
    const two = await cost([LISTED, MEI], '丙1');
    const many = await cost([LISTED, MEI, ...synthetic], '丙2');
    expect(many.statements).toBe(two.statements);
    expect(many.answer.data.matterChecks).toHaveLength(200);
    expect(many.answer.data.matterChecks[0].findings).toHaveLength(4);
    expect(many.answer.data.matterChecks.slice(2).every((one: { subjectFound: boolean }) => !one.subjectFound)).toBe(
      true,
    );
    const over = await cost([...synthetic, LISTED, MEI, COMPANY], '丙3');
    expect(over.answer.errors?.[0]?.extensions.reason).toBe('BATCH_SIZE');
    const broken = await cost([LISTED, { ...MEI, value: '1' }], '丙4');
    expect(refusals(broken.answer)).toEqual(['matterChecks.1 BAD_USER_INPUT IDENTIFIER_LENGTH 19']);
    expect(broken.answer.data.matterChecks[0].subjectFound).toBe(true);
  });

  it('A43.1 asked twice at once, a case still has one answer', async () => {
    const both = await Promise.all([check(MEI, '丁1'), check(MEI, '丁1'), check(MEI, '丁1')]);
    const ids = new Set(both.flatMap(({ data }) => (data?.matterCheck?.id === undefined ? [] : [data.matterCheck.id])));
    expect(ids.size).toBe(1);
    for (const answer of both)
      if (answer.errors !== undefined)
        expect(answer.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'OVERTAKEN' });
    expect((await check(MEI, '丁1')).data.matterCheck.id).toBe([...ids][0]);
  });
});

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Valid numbers of persons that are not held: GB 11643 reckoned here. */
function citizen(index: number): Identifier {
  const digits = `23999919610101${String(700 + index).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0);
  return { type: 'CITIZEN_ID', value: `${digits}${'10X98765432'[sum % 11]}` };
}
