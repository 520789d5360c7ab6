/**
 * A copy of the database without the file of keys. Everything that commands, imports and looks take is filled with what tells of persons; none of it
 * stands in any column of any table, nor as a hash that whoever has the copy could guess. What is public stands: names and codes of organizations.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../subgraphs/import.ts';
import { dumpOf, placesOf } from '../dump.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  type Identifier,
  MARKET_REGULATION,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { dumpProgram } from '../postgresql.ts';
import { COURT, DECISION, DESIGNATE, DESK, LABOUR } from '../stories/listing.ts';
import { CITY, PLEDGE, RECORD, VERIFY } from '../stories/pledging.ts';
import { make } from '../stories/report-kit.ts';
import {
  ADDRESS,
  about,
  NAME,
  PERSON,
  PHONE,
  REPRESENTATIVE,
  REPRESENTATIVE_ID,
  SECRET,
  WHO,
} from './told-of-persons.ts';

const CASE = about(NAME, '贷审〔2026〕12号').slice(0, 190);

/** What a token says. */
const claims = (token: string): string => Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();

const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }';
const INCENTIVE = 'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }';
const DEFAULTERS =
  'mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted rejected { code } } }';

onDatabaseOfStep('a copy of the database', (kind) => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'credit-dump-'));
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  const done = async (holder: Holder | null, query: string, variables: object, headers: Headers = {}) => {
    const { data, errors } = await world.ask(holder, query, { ...variables }, headers);
    expect([query.slice(0, 60), errors]).toEqual([query.slice(0, 60), undefined]);
    return data;
  };
  const penalty = (one: Identifier, name: string, number: number) => ({
    subject: one,
    subjectName: name,
    ...(one === COMPANY ? {} : { subjectAddress: ADDRESS, subjectPhone: PHONE }),
    consent: about(name, '同意书'),
    occurredOn: '2026-09-01',
    basisDocument: about(name, `示例监罚〔2026〕97${number}号`),
    content: {
      documentNumber: about(name, `示例监罚〔2026〕97${number}号`),
      conduct: about(name, '违法行为'),
      facts: about(one === COMPANY ? REPRESENTATIVE : name, '事实'),
      legalBasisText: about(one === COMPANY ? REPRESENTATIVE : name, '依据'),
      content: about(one === COMPANY ? REPRESENTATIVE : name, '内容'),
      licence: about(one === COMPANY ? REPRESENTATIVE : name, '证照'),
      penaltyKinds: ['罚款', about(one === COMPANY ? REPRESENTATIVE : name, '其他')],
      fineYuan: '100.00',
      legalRepresentativeName: REPRESENTATIVE,
      legalRepresentativeIdNumber: REPRESENTATIVE_ID,
    },
  });

  it('A23.4 A38.1 takes what tells of persons wherever there is room for it: in records and their corrections', async () => {
    for (const [one, name] of [...WHO, [COMPANY, PLEDGE.subjectName] as const]) {
      const records = [1, 2].map((number) => penalty(one, name, number));
      const { submitRecords } = await done(MARKET_REGULATION, SUBMIT, { input: { item: 'PENALTY-GENERAL', records } });
      expect([one.value, submitRecords]).toEqual([one.value, { accepted: 2, rejected: [] }]);
      const OWN = '{ me { records(first: 50, items: ["PENALTY-GENERAL"]) { nodes { id occurredOn } } } }';
      const { me } = await done(subject(one), OWN, {});
      const { id } = me.records.nodes.find(({ occurredOn }: { occurredOn: string }) => occurredOn === '2026-09-01');
      const who = one === COMPANY ? REPRESENTATIVE : name;
      const input = {
        record: one === COMPANY ? id : ownIdOf(world, MARKET_REGULATION, id),
        reason: about(who, '更正'),
        basisDocument: about(who, '更正决定'),
        content: { facts: about(who, '更正后的事实') },
      };
      const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
      await done(MARKET_REGULATION, CORRECT, { input });
      const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }';
      await done(MARKET_REGULATION, REVOKE, { input: { basisDocument: input.basisDocument } });
    }
  });

  it('A23.4 A46.1 A28.1 A30.1 in pledges, lists, waivers and re-examinations', async () => {
    const who = REPRESENTATIVE;
    const pledge = {
      ...PLEDGE,
      matter: about(who, '事项'),
      content: about(who, '承诺'),
      document: about(who, '承诺书'),
      permitDocument: about(who, '许可决定'),
    };
    const { recordPledge } = await done(CITY, RECORD, { input: pledge });
    await done(CITY, VERIFY, { input: { id: recordPledge.id, outcome: 'PERFORMED', reasons: about(who, '核查') } });
    const decision = {
      ...DECISION,
      subject: COMPANY,
      reasons: about(who, '理由'),
      basisDocument: about(who, '处理决定书'),
      decisionNumber: about(who, '列入决定书'),
      removalConditions: about(who, '移出条件'),
      remedies: about(who, '救济'),
      responsible: [
        { subject: PERSON, subjectName: NAME, role: 'LEGAL_REPRESENTATIVE', evidence: about(NAME, '证据') },
      ],
    };
    const { designate } = await done(LABOUR, DESIGNATE, { input: decision });
    const REQUEST = 'mutation ($input: RequestReexaminationInput!) { requestReexamination(input: $input) { id } }';
    const { requestReexamination } = await done(subject(COMPANY), REQUEST, {
      input: { designation: designate.id, reasons: about(who, '申请') },
    });
    await done(LABOUR, 'mutation ($input: DecideReexaminationInput!) { decideReexamination(input: $input) { id } }', {
      input: { id: requestReexamination.id, upheld: false, reasons: about(who, '维持') },
    });
    await done(LABOUR, 'mutation ($id: ID!, $reason: String!) { removeDesignation(id: $id, reason: $reason) { id } }', {
      id: designate.id,
      reason: about(who, '移出'),
    });
    const entry = {
      decisionNumber: about(NAME, '执行'),
      basisDocument: about(NAME, '裁定书'),
      reasons: about(NAME, '拒不履行'),
    };
    const { submitDefaulters } = await done(COURT, DEFAULTERS, {
      input: { entries: [{ subject: PERSON, subjectName: NAME, enteredOn: TODAY, ...entry }] },
    });
    expect(submitDefaulters).toEqual({ accepted: 1, rejected: [] });
    await done(LABOUR, INCENTIVE, {
      input: { subject: COMPANY, list: 'MODEL', decisionNumber: about(who, '决定'), basisDocument: about(who, '公告') },
    });
    await done(LABOUR, 'mutation ($input: WaiveConductInput!) { waiveConduct(input: $input) { id } }', {
      input: {
        subject: COMPANY,
        basisDocument: about(who, '不予处罚'),
        conduct: about(who, '行为'),
        warning: about(who, '警示'),
        minor: true,
        corrected: true,
        harmless: true,
      },
    });
  });

  it('A23.4 A17.1 in cases, purposes, reports and reasons, and in files', async () => {
    const LOOK =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records(first: 5) { totalCount } } }';
    const MATTER =
      'query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { id token } }';
    const office = { role: 'department', unit: 'HRB-PERMIT' } as const;
    for (const id of [PERSON, COMPANY]) {
      const { matterCheck } = await done(office, MATTER, { id }, { ...DESK, case: CASE });
      expect(SECRET.filter((part) => claims(matterCheck.token).includes(part))).toEqual([]);
    }
    const report = await make(
      world,
      BANK_A,
      { subject: COMPANY, template: 'PUBLIC_CREDIT', language: 'zh' },
      {
        purpose: 'LOAN_ORIGINATION',
        case: CASE,
      },
    );
    expect(report.status).toBe(201);
    // A number in the place of a code: the request is refused, and that it was is an entry.
    const refused = await world.ask(BANK_A, LOOK, { id: COMPANY }, { purpose: PERSON.value, case: CASE });
    expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const END = 'mutation ($id: ID!, $reason: String!) { suspendAgreement(id: $id, reason: $reason) { id } }';
    const reason = await world.ask(OPERATOR, END, {
      id: world.server.platform.secrets.subjectId('USCC', 'x'),
      reason: CASE,
    });
    expect(reason.errors?.[0]?.extensions.reason).toBe('REASON');
    const METHOD =
      'mutation ($input: AssessmentMethodInput!) { publishAssessmentMethod(input: $input) { edition basis } }';
    await done(AUTHORITY, METHOD, {
      input: {
        edition: '2026-9',
        basis: about('', '依据'),
        levels: [{ level: 'A', supervision: 'LOW_RISK' }],
        effectiveFrom: TODAY,
        publication: { reference: about('', '公告'), publishedOn: TODAY },
      },
    });

    const file = join(folder, 'penalties.csv');
    const row = [
      NAME,
      '自然人',
      '',
      '01',
      PERSON.value,
      about(NAME, '示例监罚〔2026〕981号'),
      about(NAME, '事实'),
      '罚款',
      '0.01',
      '2026-09-02',
    ];
    const header = 'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_SY,CF_CFLB,CF_NR_FK,CF_JDRQ';
    writeFileSync(file, `${header},${NAME}\n${row.join(',')},${ADDRESS}\n`);
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const summary = await importProviderFile({ file, layout: 'double-publicity-penalty', unit: 'HLJ-AMR', open });
    expect(summary).toMatchObject({ rows: 1, accepted: 1 });
  });

  it('A23.4 A23.5 and holds none of it in plain, nor a hash of it without a key', async () => {
    const dump = await dumpOf(world);
    expect(dump.size).toBeGreaterThan(200);
    // What is public stands: the name and the code of a company. The search finds it.
    expect(placesOf(dump, [COMPANY.value, PLEDGE.subjectName]).length).toBeGreaterThan(1);
    expect(placesOf(dump, SECRET)).toEqual([]);
    // What an operator would copy is what pg_dump writes. The embedded database has none.
    const program = dumpProgram();
    if (world.ownerUrl === undefined || program === undefined) return;
    const written = execFileSync(program, ['--inserts', world.ownerUrl], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    expect(written).toContain(COMPANY.value);
    expect(placesOf(new Map([['pg_dump', written]]), SECRET)).toEqual([]);
  });
});
