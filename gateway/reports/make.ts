/** Making a report: the named query as the caller, page by page, and from its answer the sections. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { badInput, conflict, forbidden, unavailable } from '../../schema/errors.ts';
import { desensitizeText } from '../../schema/law/desensitize.ts';
import type { IdentifierType, RecordType } from '../../schema/law/facts.ts';
import type { Caller } from '../../subgraphs/context.ts';
import { identify } from '../../subgraphs/identify.ts';
import { keepReport, type NewReport } from '../../subgraphs/reports.ts';
import type { ClientRequest } from '../../subgraphs/request.ts';
import type { Door } from '../http.ts';
import type { Named, Report, ReportEntry, ReportSection } from './report.ts';
import { FRAME, type Language, queryOf, type SectionKey, sectionsOf, type Template } from './templates.ts';

export interface Wanted {
  readonly subject: { readonly type: IdentifierType; readonly value: string } | null;
  readonly template: Template;
  readonly language: Language;
}

// biome-ignore lint/suspicious/noExplicitAny: the answer of a query that is made here
type Answer = any;

/** What may be missing from a report without making it wrong: an element that is not open to the recipient. */
const CLOSED = new Set<unknown>(['FORBIDDEN']);

function check(errors: readonly GraphQLFormattedError[] | undefined): void {
  const worst = errors?.find(({ extensions, path }) => !CLOSED.has(extensions?.code) || (path?.length ?? 0) <= 2);
  if (worst === undefined) return;
  const { code } = worst.extensions ?? {};
  // A source that does not answer: silence is never "clean".
  if (code === undefined || code === 'INTERNAL')
    throw unavailable('A part of the report could not be made, so none is issued.');
  throw new GraphQLError(worst.message, { extensions: { ...worst.extensions } });
}

/** Who reports are made for (Articles 24 and 44). */
export const REPORTERS: ReadonlySet<string> = new Set(['SUBJECT', 'PARTY', 'DEPARTMENT']);

/** Opens a request of the caller: a report takes several. Throws UNAVAILABLE once its time is over. */
type Open = () => ClientRequest;

/** Items of the template that the caller may ask for of such a subject; null asks for every one. */
async function itemsFor(open: Open, caller: Caller, template: Template, personal: boolean) {
  const request = open();
  try {
    const { directory, scope } = await request.reading();
    const types = new Map<RecordType, SectionKey>(
      sectionsOf(template).flatMap(({ key, types }) => types.map((type) => [type, key])),
    );
    const allowed = [...directory.items.values()].filter(({ code, information, recordType }) => {
      if (information !== 'PUBLIC' || !types.has(recordType)) return false;
      const verdicts = scope.items.get(code);
      return (
        caller.role === 'SUBJECT' ||
        (personal ? verdicts?.authorizedPerson : verdicts?.organization)?.effect === 'allow' ||
        (personal && verdicts?.person.effect === 'allow')
      );
    });
    return {
      items: allowed.map(({ code }) => code),
      asked: new Set(allowed.map(({ recordType }) => types.get(recordType))),
      unit: caller.unit === null ? null : (directory.units.get(caller.unit) ?? null),
      whole: scope.whole,
    };
  } finally {
    await request.abandon();
  }
}

/** Fields of records that an answer closes, each as `Type.field`: fields of other types have the same names. */
const closedIn = (subject: Answer, errors: readonly GraphQLFormattedError[] = []): string[] =>
  errors.flatMap(({ path = [] }) => {
    const [, records, nodes, row, field] = path;
    return records === 'records' && nodes === 'nodes' && field !== undefined
      ? [`${subject.records.nodes[Number(row)]?.__typename}.${field}`]
      : [];
  });

/** Every page of the answer. What changes between two pages is found when the report is kept. */
async function ask(door: Door, open: Open, wanted: Wanted, items: readonly string[]): Promise<Answer> {
  const query = queryOf(wanted.template, wanted.subject === null);
  let whole: Answer = null;
  for (let after: string | null = null; ; ) {
    const request = open();
    const variables: Record<string, unknown> = {
      after,
      items,
      first: whole === null,
      ...(wanted.subject === null ? {} : { id: wanted.subject }),
    };
    const { body } = await door.server
      .executeOperation({ query, variables }, { contextValue: { request } })
      .finally(() => request.abandon());
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult as { data?: Answer; errors?: readonly GraphQLFormattedError[] };
    check(errors);
    const subject = data?.subject;
    if (!subject?.records)
      throw new GraphQLError('No such subject, or none that you may see.', {
        extensions: { code: 'NOT_FOUND', reason: 'NOT_FOUND', help: 'Check the number, and what access says of it.' },
      });
    if (whole === null) whole = { ...subject, closed: closedIn(subject, errors) };
    else if (subject.records.totalCount !== whole.records.totalCount)
      throw conflict('OVERTAKEN', 'Records changed while the report was made.', 'Ask again.');
    else {
      whole.records.nodes.push(...subject.records.nodes);
      // Of rows on a later page it is told there what is closed.
      whole.closed.push(...closedIn(subject, errors));
    }
    if (subject.records.pageInfo.hasNextPage !== true) return whole;
    after = subject.records.pageInfo.endCursor;
  }
}

const named = (value: Answer): Named => ({
  code: value?.code ?? '',
  name: value?.name ?? null,
  nameEn: value?.nameEn ?? null,
});

function textOf(value: Answer): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、');
  if (typeof value === 'object') {
    const { name, idNumber, code } = value;
    return [name ?? code, idNumber].filter((part) => part != null).join(' ') || null;
  }
  return String(value);
}

const said = (row: Answer, skip: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => {
      const text = skip.includes(field) ? null : textOf(value);
      return text === null ? [] : [[field, text]];
    }),
  );

function recordEntry(row: Answer, closed: ReadonlySet<string>): ReportEntry {
  return {
    id: row.id,
    version: row.version,
    item: named(row.item),
    list: null,
    occurredOn: row.occurredOn,
    displayedUntil: row.displayedUntil ?? null,
    source: named(row.source?.unit ?? row.providingUnit),
    receivedAt: row.source?.receivedAt ?? null,
    objected: row.objection != null,
    values: said(row, FRAME),
    withheld: Object.keys(row).filter((field) => row[field] === null && closed.has(`${row.__typename}.${field}`)),
  };
}

const LIST_FRAME = ['id', 'list', 'item', 'designatedOn', 'designatingUnit'];

const listEntry = (row: Answer): ReportEntry => ({
  id: row.id,
  version: 1,
  item: named(row.item),
  list: named(row.list),
  occurredOn: row.designatedOn,
  displayedUntil: null,
  source: named(row.designatingUnit),
  receivedAt: null,
  objected: false,
  values: said(row, LIST_FRAME),
  withheld: [],
});

function sections(template: Template, subject: Answer, asked: ReadonlySet<unknown>): ReportSection[] {
  const closed = new Set<string>(subject.closed);
  return sectionsOf(template).map(({ key, types, lists }) => ({
    key,
    asked: lists !== undefined || asked.has(key),
    entries: [
      ...(lists === undefined ? [] : (subject[lists] ?? []).map(listEntry)),
      ...subject.records.nodes
        .filter((row: Answer) => (types as readonly string[]).includes(row.__typename))
        .map((row: Answer) => recordEntry(row, closed)),
    ],
  }));
}

const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.filter((date): date is string => date !== null).sort()[0] ?? null;

export interface Made {
  readonly id: string;
  readonly token: string;
  readonly issuedAt: string;
  readonly verify: string;
}

/** Makes, signs and keeps a report. Throws what the caller is told. */
export async function makeReport(door: Door, caller: Caller, open: Open, wanted: Wanted): Promise<Made> {
  if (caller.role === 'PUBLIC') throw forbidden('IDENTITY_REQUIRED', '44');
  if (!REPORTERS.has(caller.role)) throw forbidden('ROLE', '44');
  if ((caller.role === 'SUBJECT') !== (wanted.subject === null))
    throw badInput(
      'SUBJECT',
      caller.role === 'SUBJECT' ? 'A subject asks for its own report.' : 'subject is missing.',
      caller.role === 'SUBJECT' ? 'Leave subject out.' : 'Send subject with type and value.',
    );
  const whose =
    wanted.subject === null ? caller.subject : { ...wanted.subject, ...identify(door.house, wanted.subject) };
  if (whose === null) throw forbidden('IDENTITY_REQUIRED', '44');
  const personal = whose.type !== 'USCC' || whose.value.startsWith('92');
  if (wanted.template === 'SPECIAL' && whose.type !== 'USCC')
    throw badInput(
      'TEMPLATE',
      'The special report is about business entities.',
      'Ask for PUBLIC_CREDIT about a natural person.',
    );
  const { items, asked, unit, whole } = await itemsFor(open, caller, wanted.template, personal);
  const subject = await ask(door, open, wanted, items);
  const id = randomUUID();
  const now = door.house.now();
  const parts = sections(wanted.template, subject, asked);
  const entries = parts.flatMap(({ entries }) => entries);
  const report: Report = {
    iss: 'credit-gateway',
    jti: id,
    iat: Math.floor(now.getTime() / 1_000),
    sub: subject.id,
    template: wanted.template,
    language: wanted.language,
    issuedAt: now.toISOString(),
    recipient: { role: caller.role, unit: unit === null ? null : named(unit) },
    purpose: caller.purpose,
    case: caller.caseReference === null ? null : desensitizeText(caller.caseReference),
    subject: { name: subject.name ?? null, kind: subject.kind ?? null, identifier: subject.identifier ?? null },
    sections: parts,
    verify: `${door.publicUrl()}/verify/${id}`,
  };
  const kept: NewReport = {
    id,
    subjectId: subject.id,
    personal,
    template: wanted.template,
    issuedAt: report.issuedAt,
    expiresOn: earliest(entries.map(({ displayedUntil, values }) => displayedUntil ?? values.until ?? null)),
    items: [...new Set(entries.map(({ item }) => item.code))],
    whole,
    records: entries.map(({ id: record, version }) => ({ id: record, version })),
    token: door.house.signer.token('credit-report+jwt', report),
  };
  const request = open();
  await keepReport(request, kept).finally(() => request.abandon());
  return { id, token: kept.token, issuedAt: report.issuedAt, verify: report.verify };
}
