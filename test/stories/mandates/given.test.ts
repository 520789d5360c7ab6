/** Who may be let act for whom, in what, and until when; a guardian of a child; and an agent that tries everything (Article 35). */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bring, TYPES } from '../../evidence/desk.ts';
import { screenshot } from '../../evidence/made.ts';
import {
  COMPANY,
  HIDDEN,
  type Holder,
  type Identifier,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  SOLE_TRADER,
  subject,
  type World,
} from '../../kit.ts';
import { CLERK, END, inWorld, OTHER, OWN } from './mandating.ts';

/** A child, of whom nothing is held. */
const CHILD: Identifier = { type: 'CITIZEN_ID', value: '23999920150601004X' };
const REGISTER = 'mutation ($input: MandateInput!) { registerMandate(input: $input) { id } }';

onDatabaseOfStep('mandates are given', (kind) => {
  let world: World;
  const { well, refused, register, mandatesOf, toldTo } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  const wrong = async (holder: Holder, input: object): Promise<string> => {
    const given = { agent: CLERK, kind: 'AGENT', scope: ['READ'], validUntil: '2027-01-01', ...input };
    const [first = ''] = await refused(holder, REGISTER, { input: given });
    return first.replace('200 registerMandate ', '');
  };

  it('A35.1 what nobody can mean is refused, each with its article, and nothing is given', async () => {
    const [company, person] = [subject(COMPANY), subject(MEI)];
    expect(await wrong(person, { agent: MEI })).toBe('BAD_USER_INPUT TO_ITSELF 35');
    expect(await wrong(company, { agent: SOLE_TRADER })).toBe('BAD_USER_INPUT AGENT 35');
    expect(await wrong(person, { kind: 'EMPLOYEE' })).toBe('BAD_USER_INPUT KIND 35');
    expect(await wrong(company, { kind: 'LEGAL_REPRESENTATIVE' })).toBe('BAD_USER_INPUT KIND 35');
    expect(await wrong(person, { kind: 'GUARDIAN' })).toBe('BAD_USER_INPUT KIND 35');
    expect(await wrong(company, { scope: [] })).toBe('BAD_USER_INPUT SCOPE 35');
    expect(await wrong(company, { scope: ['READ', 'READ'] })).toBe('BAD_USER_INPUT SCOPE 35');
    expect(await wrong(company, { validUntil: '2026-11-19' })).toBe('BAD_USER_INPUT UNTIL 35');
    expect(await wrong(company, { principal: MEI })).toBe('BAD_USER_INPUT PRINCIPAL 35');
    expect(await wrong(company, { agent: { type: 'CITIZEN_ID', value: '239999199003070017' } })).toMatch(
      /^BAD_USER_INPUT IDENTIFIER_/,
    );
    expect(await wrong(OPERATOR, {})).toBe('BAD_USER_INPUT KIND 35');
    expect(await wrong(OPERATOR, { kind: 'GUARDIAN' })).toBe('BAD_USER_INPUT PRINCIPAL 35');
    expect(await wrong(OPERATOR, { kind: 'GUARDIAN', principal: COMPANY })).toBe('BAD_USER_INPUT PRINCIPAL 35');
    expect(await wrong(OPERATOR, { kind: 'GUARDIAN', principal: CHILD })).toBe('BAD_USER_INPUT EVIDENCE 35');
    expect(await wrong({ role: 'party', unit: 'BANK-A' }, {})).toBe('FORBIDDEN ROLE 35');
    for (const one of [COMPANY, MEI, CLERK, CHILD]) expect(await mandatesOf(one)).toEqual([]);
    // Its last day is one on which it stands; a second that runs beside it is refused.
    await register(company, { agent: CLERK, kind: 'AGENT', validUntil: '2026-11-20' });
    expect(await wrong(company, { validUntil: '2027-02-01' })).toBe('CONFLICT TWICE');
  });

  it('A35.1 A24.1 a guardian is registered by the operator, on evidence, and reads of the child what the child would', async () => {
    const brought = await bring(world, OPERATOR, await screenshot(), TYPES.png);
    const evidence = [brought.json.id];
    const id = await register(OPERATOR, {
      agent: MEI,
      principal: CHILD,
      kind: 'GUARDIAN',
      scope: ['READ', 'AUTHORIZE'],
      evidence,
    });
    const [mandate] = await mandatesOf(MEI);
    // Of the child she reads no more here than others see.
    expect(mandate).toMatchObject({
      id,
      kind: 'GUARDIAN',
      principal: { type: 'CITIZEN_ID', number: '23****************' },
    });
    expect(await toldTo(CHILD)).toEqual(['MANDATE_REGISTERED']);
    const { me } = await well(subject(MEI), OWN, {}, id);
    expect(me).toMatchObject({ identifier: { type: 'CITIZEN_ID', value: CHILD.value }, records: { totalCount: 0 } });
    expect(me).toEqual((await well(subject(CHILD), OWN)).me);
    const GRANT = `mutation { grantAuthorization(input: { party: "BANK-A", items: ["ARREARS-TAX"], purposes: ["LOAN_ORIGINATION"], validFrom: "2026-11-20", validUntil: "2026-12-20" }) { id } }`;
    const { grantAuthorization } = await well(subject(MEI), GRANT, {}, id);
    const AUTHORIZED = '{ me { authorizations { id party { code } } } }';
    expect((await well(subject(CHILD), AUTHORIZED)).me.authorizations).toMatchObject([{ party: { code: 'BANK-A' } }]);
    // It is the child's, and not hers.
    const mine = (await well(subject(MEI), AUTHORIZED)).me.authorizations;
    expect(mine.map(({ id }: { id: string }) => id)).not.toContain(grantAuthorization.id);
    // Evidence is used once, and kept for twelve months after the last day of the mandate.
    const closed = async () =>
      (
        await world.server
          .requestAs({ role: 'OPERATOR' })
          .write('due', (em) => sql`select closed_on::text as closed from rights.evidence`.execute(em.getKysely()))
      ).rows;
    expect(await closed()).toEqual([{ closed: '2027-11-20' }]);
    expect(await wrong(OPERATOR, { kind: 'GUARDIAN', principal: HIDDEN, evidence })).toBe('BAD_USER_INPUT EVIDENCE 35');
    // The operator ends it, and nobody but the two and the operator.
    expect(await refused(subject(CLERK), END, { id, reason: '成年' })).toEqual(['200 endMandate NOT_FOUND NOT_FOUND']);
    // The child does not, and its mandate stands.
    expect(await refused(subject(CHILD), END, { id, reason: '不要' })).toEqual(['200 endMandate CONFLICT BY_OPERATOR']);
    await well(subject(MEI), OWN, {}, id);
    await well(OPERATOR, END, { id, reason: '成年' });
    // Ended before its term, the papers of a child are not kept until the end of that.
    expect(await closed()).toEqual([{ closed: '2026-11-20' }]);
    expect((await world.ask(subject(MEI), OWN, {}, { mandate: id })).status).toBe(403);
    expect((await toldTo(MEI)).filter((one: string) => one === 'MANDATE_ENDED')).toHaveLength(1);
  });

  it('A35.1 an agent that may object alone reads nothing, and one that may read alone does nothing', async () => {
    const PENALTY = '{ me { records(items: ["PENALTY-GENERAL"], first: 1) { nodes { id } } } }';
    const [record] = (await well(subject(COMPANY), PENALTY)).me.records.nodes;
    const id = await register(subject(COMPANY), { agent: OTHER, kind: 'EMPLOYEE', scope: ['OBJECT'] });
    expect(await refused(subject(OTHER), OWN, {}, id)).toEqual(['200 me FORBIDDEN MANDATE_REQUIRED 35']);
    const { errors } = await world.ask(subject(OTHER), OWN, {}, { mandate: id });
    expect(errors?.[0]?.message).toContain('READ');
    const STATE = 'mutation ($record: ID!, $text: String!) { addStatement(record: $record, text: $text) { id text } }';
    const { addStatement } = await well(subject(OTHER), STATE, { record: record.id, text: '已经整改。' }, id);
    expect(addStatement.text).toBe('已经整改。');
    const MINE = '{ me { records(items: ["PENALTY-GENERAL"], first: 1) { nodes { ownStatement { text } } } } }';
    expect((await well(subject(COMPANY), MINE)).me.records.nodes).toEqual([{ ownStatement: { text: '已经整改。' } }]);
    // The company reads who did it.
    const DID = '{ me { disclosures(first: 50) { nodes { actedBy { mandate kind } bases { article } } } } }';
    expect((await well(subject(COMPANY), DID)).me.disclosures.nodes).toContainEqual({
      actedBy: { mandate: id, kind: 'EMPLOYEE' },
      bases: [{ article: '35' }],
    });
    const reads = await register(subject(COMPANY), { agent: HIDDEN, kind: 'EMPLOYEE', scope: ['READ'] });
    for (const [field, mutation] of [
      ['addStatement', `mutation { addStatement(record: "${record.id}", text: "x") { id } }`],
      ['choosePledges', 'mutation { choosePledges(usesPledges: false) }'],
      ['chooseChannel', 'mutation { chooseChannel(input: { kind: NONE }) { secret } }'],
    ])
      expect(await refused(subject(HIDDEN), String(mutation), {}, reads)).toEqual([
        `200 ${field} FORBIDDEN MANDATE_REQUIRED 35`,
      ]);
    // Two fields of one request: what the mandate covers is answered, and the other says what it lacks.
    const both = await world.ask(
      subject(OTHER),
      `mutation { addStatement(record: "${record.id}", text: "已经缴清。") { text } choosePledges(usesPledges: false) }`,
      {},
      { mandate: id },
    );
    expect(both.data).toEqual({ addStatement: { text: '已经缴清。' }, choosePledges: null });
    expect(both.errors?.map(({ path, extensions }) => [path?.[0], extensions.reason])).toEqual([
      ['choosePledges', 'MANDATE_REQUIRED'],
    ]);
  });

  it('A35.1 A23.5 the header takes an id of a mandate and nothing else, with a token of a subject', async () => {
    for (const mandate of [COMPANY.value, MEI.value, `CITIZEN_ID:${MEI.value}`, 'x'.repeat(40), '239999 19900307']) {
      const { status, errors } = await world.ask(subject(CLERK), OWN, {}, { mandate });
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(JSON.stringify(errors)).not.toContain(mandate);
    }
    const mandate = '00000000-0000-4000-8000-000000000000';
    expect((await world.ask(null, OWN, {}, { mandate })).status).toBe(400);
    expect((await world.ask(OPERATOR, OWN, {}, { mandate })).status).toBe(403);
  });

  it('A35.1 the day after its last it does not stand', async () => {
    const id = await register(subject(COMPANY), { agent: MEI, kind: 'AGENT', validUntil: '2026-11-20' });
    await well(subject(MEI), OWN, {}, id);
    world.setNow('2026-11-21T00:00:01+08:00');
    const { status, errors } = await world.ask(subject(MEI), OWN, {}, { mandate: id });
    expect(status).toBe(403);
    expect(errors?.[0]?.message).toContain('2026-11-20');
    expect(await mandatesOf(MEI)).toContainEqual(expect.objectContaining({ id, lacks: 'EXPIRED', endedOn: null }));
  });
});
