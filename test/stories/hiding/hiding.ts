/** What the stories of hiding and of the lock share: records that speak for a company and a person, what others hold of them, and the questions. */
import { expect } from 'vitest';
import type { Headers, Holder, Identifier, World } from '../../kit.ts';
import { subject } from '../../kit.ts';
import { COMPANY_NEW, PERSON_NEW, submit } from '../withheld.ts';

export const HRSS = { role: 'provider', unit: 'HLJ-HRSS' } as const;
export const AGENCY = { role: 'party', unit: 'AGENCY-A' } as const;
export const SERVICE: Headers = { purpose: 'CREDIT_SERVICE' };
export const MONITORING: Headers = { purpose: 'POST_LOAN_MONITORING' };
export const AWARD: Headers = { purpose: 'AWARD', matter: 'AWARD', case: '黑财奖〔2026〕12号' };
export const FINANCE = { role: 'department', unit: 'HLJ-FINANCE' } as const;

export const HIDE = 'mutation ($id: ID!) { hideTrustworthyRecord(record: $id) { id displayed } }';
export const SHOW = 'mutation ($id: ID!) { showTrustworthyRecord(record: $id) { id displayed } }';
export const WATCH = 'mutation ($id: SubjectIdentifierInput!) { watch(subjects: [$id]) { watched } }';

const NAME = (about: Identifier): string => (about === PERSON_NEW ? '钱测试' : '黑龙江测试不露面有限公司');

/** A record about one of the subjects that the sample does not hold. */
export const said = (about: Identifier, number: number, content: object, changes: object = {}): object => ({
  subject: about,
  subjectName: NAME(about),
  occurredOn: '2026-11-18',
  consent: '同意书〔2026〕88号',
  basisDocument: `黑示例〔2026〕88${number}号`,
  content,
  ...changes,
});
export const commendation = (about: Identifier, number: number, changes: object = {}): object =>
  said(
    about,
    number,
    { title: '先进单位', awardedBy: '示例机关', documentNumber: `黑示例〔2026〕88${number}号` },
    changes,
  );
export const arrears = (about: Identifier, number: number): object =>
  said(about, number, { kind: '欠缴', amountYuan: '100.00' });

export const deliverCommendation = (world: World, number: number, changes: object = {}, about = COMPANY_NEW) =>
  submit(world, 'COMMENDATION-GOV', commendation(about, number, changes), HRSS);

interface Own {
  readonly id: string;
  readonly displayed: boolean;
  readonly version: number;
  readonly history: readonly { readonly change: string; readonly changedAt: string }[];
}

/** The subject's own view of its newest record of an item. */
export async function ownRecord(world: World, about: Identifier, item: string): Promise<Own> {
  const { data, errors } = await world.ask(
    subject(about),
    '{ me { records(first: 200) { nodes { id displayed version item { code } history { change changedAt } } } } }',
  );
  expect(errors).toBeUndefined();
  const [found] = (data.me.records.nodes as (Own & { item: { code: string } })[]).filter(
    ({ item: { code } }) => code === item,
  );
  if (found === undefined) throw new Error(`It has no record of ${item}.`);
  return found;
}

/** Items that a caller is shown of a subject, with the count that it is told. Null where there is no subject for it. */
export async function itemsSeen(
  world: World,
  holder: Holder | null,
  about: Identifier,
  headers: Headers = {},
): Promise<{ readonly count: number; readonly items: readonly string[] } | null> {
  const { data, errors } = await world.ask(
    holder,
    `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { totalCount nodes { item { code } } }
      incentives { item { code } } } }`,
    { id: about },
    headers,
  );
  expect(errors).toBeUndefined();
  if (data.subject === null) return null;
  const { records, incentives } = data.subject;
  const codes = (rows: readonly { item: { code: string } }[]) => rows.map(({ item }) => item.code);
  return { count: records.totalCount, items: [...codes(records.nodes), ...codes(incentives)].sort() };
}

interface Notice {
  readonly kind: string;
  readonly recordId: string;
  readonly item: { readonly code: string };
}

/** What a unit's feed shows, in its order. */
export async function feed(world: World, holder: Holder, headers: Headers = {}): Promise<readonly string[]> {
  const { data, errors } = await world.ask(
    holder,
    '{ changes(first: 200) { nodes { kind recordId item { code } } } }',
    {},
    headers,
  );
  expect(errors).toBeUndefined();
  return (data.changes.nodes as readonly Notice[]).map(({ kind, item }) => `${kind} ${item.code}`);
}

export async function done(
  world: World,
  holder: Holder,
  query: string,
  variables: object = {},
  headers: Headers = {},
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
): Promise<any> {
  const { data, errors } = await world.ask(holder, query, { ...variables }, headers);
  expect(errors).toBeUndefined();
  return data;
}
