/** Decisions that fall, and are delivered again: who delivers them, and what it is told. */

import { sql } from 'kysely';
import { expect } from 'vitest';
import { COMPANY, type Holder, type Identifier, MARKET_REGULATION, OPERATOR, subject, type World } from '../../kit.ts';

/** The bureau of Harbin delivers what it decided itself; the province's bureau, all. */
export const CITY: Holder = { role: 'provider', unit: 'HRB-AMR' };
export const PROVINCE: Holder = MARKET_REGULATION;

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  submissionId accepted unchanged corrected late rejected { row code message } } }`;
const CORRECT =
  'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }';
const REVOKE =
  'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id displayed } amendBy } }';
const HELD = `query ($first: Int, $after: String) { heldRecords(first: $first, after: $after) { totalCount
  nodes { id item { code } unit { code } cause fellOn heldOn decideBy content } pageInfo { hasNextPage endCursor } } }`;
const DECIDE = 'mutation ($input: DecideHeldRecordInput!) { decideHeldRecord(input: $input) { id displayed } }';
const PUBLIC = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL", "PENALTY-SERIOUS"], first: 200) { nodes {
  id version providingUnit { code } ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;
const OWN = `{ me { records(items: ["PENALTY-GENERAL", "PENALTY-SERIOUS"], first: 200) { nodes {
  id version providingUnit { code } ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;

export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly documentNumber: string;
  readonly fineYuan: string | null;
  readonly providingUnit: { readonly code: string };
}

/** A penalty of the city. `number` stands in the record and in its content, as a bureau writes it. */
export const penalty = (number: string, changes: object = {}, content: object = {}, who: Identifier = COMPANY) => ({
  subject: who,
  subjectName: '哈尔滨示例冰雪设备有限公司',
  occurredOn: '2026-11-18',
  basisDocument: number,
  ...changes,
  content: {
    documentNumber: number,
    facts: '未按规定公示年度报告',
    penaltyKinds: ['罚款'],
    fineYuan: '5000.00',
    authorityName: '哈尔滨市市场监督管理局',
    ...content,
  },
});

export const acts = (world: World) => ({
  deliver: async (holder: Holder, records: readonly object[], more: object = {}) => {
    const { data, errors } = await world.ask(holder, SUBMIT, { input: { item: 'PENALTY-GENERAL', records, ...more } });
    expect(errors).toBeUndefined();
    return data.submitRecords;
  },
  refused: async (holder: Holder, records: readonly object[], more: object = {}) =>
    (await world.ask(holder, SUBMIT, { input: { item: 'PENALTY-GENERAL', records, ...more } })).errors?.[0],
  correct: (holder: Holder, record: string, input: object) =>
    world.ask(holder, CORRECT, { input: { record, reason: '录入有误', ...input } }),
  revoke: (holder: Holder, basisDocument: string) => world.ask(holder, REVOKE, { input: { basisDocument } }),
  held: async (variables: object = {}) => {
    const { data, errors } = await world.ask(OPERATOR, HELD, { ...variables });
    expect(errors).toBeUndefined();
    return data.heldRecords;
  },
  decide: (id: string, show: boolean, holder: Holder = OPERATOR) =>
    world.ask(holder, DECIDE, { input: { id, show, reasons: '经核对，与已失效的信息为同一决定' } }),
  shown: async (who: Identifier = COMPANY): Promise<readonly Shown[]> =>
    (await world.ask(null, PUBLIC, { id: who })).data.subject?.records.nodes ?? [],
  own: async (who: Identifier = COMPANY): Promise<readonly Shown[]> =>
    (await world.ask(subject(who), OWN)).data.me?.records.nodes ?? [],
  /** What a subject was told: kinds with what is said. */
  told: (
    who: Identifier = COMPANY,
  ): Promise<readonly { kind: string; record: string; said: Record<string, unknown> }[]> => {
    const { platform } = world.server;
    const subjectId = platform.secrets.subjectId(who.type, who.value);
    const session = {
      role: 'SUBJECT',
      unit: null,
      purpose: null,
      caseReference: null,
      subjectId,
      today: '2026-11-20',
    } as const;
    const text = 'select kind, record_id as record, said from rights.message order by at, id';
    return platform.database.execute(session, 'subject', { name: 'messages-told', text }, []);
  },
});

/** An upheld objection ends a record as its decision does (Article 39). */
export const upheld = (world: World, unit: string, id: string): Promise<unknown> =>
  world.server.requestAs({ role: 'PROVIDER', unit }).write('intake', async (em) => {
    const db = em.getKysely();
    await sql`select set_config('credit.cause', 'WITHDRAWN', true), set_config('credit.fell', 'OBJECTION', true)`.execute(
      db,
    );
    return sql`update public_credit.record set display = 'ARCHIVED' where id = ${id}::uuid and current`.execute(db);
  });

/** So does a restoration (Article 40). */
export const restored = (world: World, unit: string, id: string): Promise<unknown> =>
  world.server.requestAs({ role: 'PROVIDER', unit }).write('amend', async (em) => {
    const db = em.getKysely();
    await sql`select set_config('credit.cause', 'RESTORED', true)`.execute(db);
    return sql`update public_credit.record set display = 'ARCHIVED' where id = ${id}::uuid and current`.execute(db);
  });

/** A record about a person that fell at one unit, and waits from another; its stored id. */
export async function holdBack(world: World, who: Identifier, subjectName: string): Promise<string> {
  const by = acts(world);
  const one = { ...penalty('哈市监罚〔2026〕881号', {}, {}, who), subjectName };
  await by.deliver(CITY, [one]);
  await by.revoke(CITY, one.basisDocument);
  await by.deliver(PROVINCE, [one]);
  return (await by.held()).nodes[0].id;
}
