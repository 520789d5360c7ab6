/**
 * A database of before holds second subjects of a person: under the old number, under the citizen number with hyphens, and as a company. They are
 * joined to the person.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinSubjects } from '../../subgraphs/index.ts';
import {
  BANK_A,
  type Identifier,
  MARKET_REGULATION,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf, storedId } from '../own-ids.ts';
import {
  ADDRESS,
  deliveryOf,
  type Held,
  plantAuthorization,
  plantDesignation,
  plantEntry,
  plantObjection,
  plantRecord,
} from './planted-subjects.ts';

const LIN: Identifier = { type: 'CITIZEN_ID', value: '239999198508080055' };
const ZHANG: Identifier = { type: 'CITIZEN_ID', value: '239999198606030318' };
const LI: Identifier = { type: 'CITIZEN_ID', value: '239999198606030406' };
/** As they were held: the first is the old number of Lin, without century and check digit. */
const OLD = ['OTHER_DOCUMENT', '239999850808005'] as const;
const CODE = ['USCC', '239999198606030318'] as const;
const HYPHENS = ['OTHER_DOCUMENT', '239999-19860603-0406'] as const;
const PASSPORT = ['OTHER_DOCUMENT', '723456789012345678'] as const;

const RECORDS = 'records(first: 50) { totalCount nodes { id ... on AdministrativePenalty { documentNumber facts } } }';
const CHANGES = '{ changes(first: 200) { nodes { kind recordId version } } }';
const DELIVER = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted unchanged corrected rejected { code message } } }`;

onDatabaseOfStep('subjects that turn out to be one', (kind) => {
  let world: World;
  /** Record ids by number of the decision; Lin's second one was delivered under both numbers. */
  const ids = new Map<string, string>();
  const entries: string[] = [];
  let joined: number;

  /** Plants a record and remembers its id by the number of its decision. */
  const plant = async (held: Held, name: string, documentNumber: string): Promise<string> => {
    const id = await plantRecord(world, held, name, documentNumber);
    ids.set(documentNumber, id);
    return id;
  };

  beforeAll(async () => {
    world = await openWorld(kind);
    const twin = await plant(OLD, '林测试', '旧〔2026〕2号');
    const delivered = await world.ask(MARKET_REGULATION, DELIVER, {
      input: { item: 'PENALTY-GENERAL', records: [deliveryOf(LIN, '林测试', '旧〔2026〕2号')] },
    });
    expect(delivered.errors).toBeUndefined();
    expect(delivered.data.submitRecords).toMatchObject({ accepted: 1, rejected: [] });
    entries.push(await plantEntry(world, OLD, await plant(OLD, '林测试', '旧〔2026〕1号')));
    entries.push(await plantEntry(world, OLD, twin));
    await plantEntry(world, CODE, await plant(CODE, '张测试', '旧〔2026〕3号'));
    await plant(HYPHENS, '李测试', '旧〔2026〕4号');
    await plant(PASSPORT, 'TEST PERSON', '旧〔2026〕5号');
    await plantAuthorization(world, OLD, 'BANK-B');
    await plantDesignation(world, [LI.type, LI.value], 'A');
    await plantDesignation(world, HYPHENS, 'A');
    await plantDesignation(world, HYPHENS, 'B');
    // Under either number something of the same item is said to be missing.
    for (const held of [OLD, [LIN.type, LIN.value]] as const) await plantObjection(world, held, 'PENALTY-MINOR');
    joined = await joinSubjects(world.server.requestAs);
  });
  afterAll(() => world.close());

  const me = async (who: Identifier, fields: string) => {
    const { data, errors } = await world.ask(subject(who), `{ me { ${fields} } }`);
    expect(errors).toBeUndefined();
    return data.me;
  };
  const documents = (found: { records: { nodes: { documentNumber: string }[] } }): string[] =>
    found.records.nodes.map((one) => one.documentNumber).sort();

  it('A19.1 three are joined, once; a document that is only as long stays', async () => {
    expect(joined).toBe(3);
    expect(await joinSubjects(world.server.requestAs)).toBe(0);
    const { data } = await world.ask(
      null,
      `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { kind } }`,
      {
        id: { type: PASSPORT[0], value: PASSPORT[1] },
      },
    );
    expect(data.subject).toEqual({ kind: 'NATURAL_PERSON' });
  });

  it('A24.1 A35.1 the person finds everything of both: records, authorizations, who looked', async () => {
    const lin = await me(
      LIN,
      `${RECORDS} authorizations { party { code } } disclosures(first: 50) { totalCount nodes { id recipient { code } } }`,
    );
    expect(documents(lin)).toEqual(['旧〔2026〕1号', '旧〔2026〕2号']);
    expect(lin.authorizations).toEqual([{ party: { code: 'BANK-B' } }]);
    expect(lin.disclosures.nodes.filter((one: { id: string }) => entries.includes(one.id))).toHaveLength(2);
    expect(lin.disclosures.totalCount).toBeGreaterThanOrEqual(2);
    const li = await me(LI, `${RECORDS} designations { basisDocument }`);
    expect(documents(li)).toEqual(['旧〔2026〕4号']);
    // The same decision of the list stands once.
    expect(li.designations.map((one: { basisDocument: string }) => one.basisDocument).sort()).toEqual(['A', 'B']);
    const zhang = await me(ZHANG, `name identifier { type value } birthDate address phone ${RECORDS}`);
    expect(zhang).toMatchObject({
      name: '张测试',
      identifier: ZHANG,
      birthDate: '1986-06-03',
      address: ADDRESS,
      phone: '13800138000',
      records: { nodes: [{ documentNumber: '旧〔2026〕3号', facts: '张测试无证经营，电话13800138000。' }] },
    });
  });

  it('A39.2 objections that were raised under both numbers about the same omission are both the person’s, each with its clock', async () => {
    const { objections } = await me(LIN, 'objections { totalCount nodes { status item { code } decideBy } }');
    const one = { status: 'OPEN', item: { code: 'PENALTY-MINOR' }, decideBy: '2026-11-25' };
    expect(objections).toEqual({ totalCount: 2, nodes: [one, one] });
  });

  it('A36.2 an entry of before shows what it showed, to the person and to no other', async () => {
    const SHOWN = 'query ($id: ID!) { disclosure(id: $id) { shownRecords { recordId version content } } }';
    const own = await world.ask(subject(LIN), SHOWN, { id: entries[0] });
    expect(own.data?.disclosure.shownRecords).toMatchObject([{ recordId: ids.get('旧〔2026〕1号'), version: 1 }]);
    const twin = await world.ask(subject(LIN), SHOWN, { id: entries[1] });
    expect(twin.data?.disclosure.shownRecords).toHaveLength(1);
    expect((await world.ask(subject(ZHANG), SHOWN, { id: entries[0] })).data?.disclosure ?? null).toBeNull();
  });

  it('A23.4 what was held as a company is a person, masked, before anyone else', async () => {
    const ASK = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { kind name address phone ${RECORDS} } }`;
    for (const [type, value] of [OLD, CODE, HYPHENS]) {
      const { errors } = await world.ask(null, ASK, { id: { type, value } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'IDENTIFIER_TYPE' });
      // As a token's subject too, in the same words.
      const door = await world.ask(subject({ type, value }), '{ me { id } }');
      expect([door.status, door.errors?.[0]?.message]).toEqual([
        401,
        expect.stringContaining(errors?.[0]?.message ?? '?'),
      ]);
    }
    const { data } = await world.ask(null, ASK, { id: ZHANG });
    expect(data.subject).toMatchObject({ kind: 'NATURAL_PERSON', name: '张**', phone: '138********' });
    expect(JSON.stringify(data)).not.toMatch(/张测试|13800138000|花园街/u);
    expect(data.subject.records.nodes).toHaveLength(1);
  });

  it('A39.4 whoever was shown one under the other number is told, now and of what follows', async () => {
    const told = async () =>
      (await world.ask(BANK_A, CHANGES)).data.changes.nodes.map(
        (one: { kind: string; recordId: string; version: number }) =>
          `${one.kind} ${storedId(world, BANK_A, one.recordId)} ${one.version}`,
      );
    const first = ids.get('旧〔2026〕1号');
    const once = await told();
    expect(once).toEqual(
      expect.arrayContaining([
        `CORRECTED ${first} 1`,
        `WITHDRAWN ${ids.get('旧〔2026〕2号')} 1`,
        `CORRECTED ${ids.get('旧〔2026〕3号')} 1`,
      ]),
    );
    const { errors } = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      {
        input: {
          record: ownIdOf(world, MARKET_REGULATION, first ?? ''),
          reason: '金额有误',
          content: { fineYuan: '11.00' },
        },
      },
    );
    expect(errors).toBeUndefined();
    expect((await told()).filter((line: string) => !once.includes(line))).toEqual([`CORRECTED ${first} 2`]);
  });

  it('A21.1 the same decision delivered under the citizen number is the record that is held', async () => {
    const { data, errors } = await world.ask(MARKET_REGULATION, DELIVER, {
      input: {
        item: 'PENALTY-GENERAL',
        records: [deliveryOf(ZHANG, '张测试', '旧〔2026〕3号'), deliveryOf(LI, '李测试', '旧〔2026〕4号')],
      },
    });
    expect(errors).toBeUndefined();
    expect(data.submitRecords).toEqual({ accepted: 0, unchanged: 2, corrected: 0, rejected: [] });
  });

  it('A17.2 the ledger is intact: no entry was touched', async () => {
    const { data } = await world.ask(OPERATOR, '{ verifyLedger { intact } }');
    expect(data.verifyLedger.intact).toBe(true);
  });
});

describe('what is moved', () => {
  it('A19.1 every column that names a subject is, but for what the ledger wrote', () => {
    const folder = join(import.meta.dirname, '../../subgraphs/database');
    const migrations = globSync('migrations/*/*.sql', { cwd: folder })
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const tables = [...migrations.matchAll(/create table ([\w.]+) \(([\s\S]*?)^\);/gmu)]
      .filter(
        ([, name, columns]) => /\bsubject_id uuid/u.test(columns ?? '') && !migrations.includes(`drop table ${name};`),
      )
      .map(([, name = '']) => name);
    expect(tables.length).toBeGreaterThan(20);
    const moves = readFileSync(join(folder, 'access/texts/aliases.sql'), 'utf8');
    const stay = tables.filter(
      (name) => !new RegExp(`update ${name.replace('.', '\\.')}( \\w)? set subject_id = target`, 'u').test(moves),
    );
    expect(stay.sort()).toEqual([
      'ledger.disclosure',
      'ledger.matter_answer',
      'ledger.quota_subject',
      // Sealed anew for the subject: the seal is bound to its id.
      'public_credit.known_values',
      'public_credit.statement_whole',
      'public_credit.subject_alias',
    ]);
  });
});
