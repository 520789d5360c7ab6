/** Makes a report: runs its query with the caller's rights, page by page, then signs and stores the result. */
import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { badInput, conflict, forbidden, notFoundAs, repeated, unavailable } from '../../schema/errors.ts';
import { hasEnded } from '../../schema/law/asking/unit-roles.ts';
import type { IdentifierType, RecordType, Role } from '../../schema/law/facts.ts';
import { reportMessages } from '../../schema/messages/door/reports.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { openCase } from '../../subgraphs/ledger/entry.ts';
import { keepReport, type NewReport } from '../../subgraphs/reports/reports.ts';
import type { Caller, ClientRequest, Platform } from '../../subgraphs/request/context.ts';
import type { Directory, Unit } from '../../subgraphs/request/directory.ts';
import { identify } from '../../subgraphs/request/subjects/identify.ts';
import type { AskedQuestion, GatewayContext } from '../federation/asked.ts';
import type { Report } from './report.ts';
import { type Answer, closedIn, named, sections } from './sections.ts';
import { type Language, queryOf, type SectionKey, sectionsOf, type Template } from './templates.ts';

/** What making a report needs of the server. */
export interface ReportMaking {
  readonly server: ApolloServer<GatewayContext>;
  readonly platform: Platform;
  /** Address under which the public reaches the server, without a trailing slash. */
  readonly publicUrl: () => string;
}

export interface Wanted {
  readonly subject: { readonly type: IdentifierType; readonly value: string } | null;
  readonly template: Template;
  readonly language: Language;
  /** Of a certificate: which restoration; null for any other template. */
  readonly restoration: string | null;
}

/** Errors that a report may contain and still be right: the recipient may not see a field. */
const CLOSED = new Set<unknown>(['FORBIDDEN']);

function check(errors: readonly GraphQLFormattedError[] | undefined): void {
  const worst = errors?.find(({ extensions, path }) => !CLOSED.has(extensions?.code) || (path?.length ?? 0) <= 2);
  if (worst === undefined) return;
  const { code } = worst.extensions ?? {};
  // A subgraph did not answer. A report without its part would look clean, so no report is issued.
  if (code === undefined || code === 'INTERNAL') throw unavailable(serviceMessages.reportPartMissing);
  throw new GraphQLError(worst.message, { extensions: { ...worst.extensions } });
}

/** Roles that may have reports made (Articles 24 and 44). */
export const REPORTERS: ReadonlySet<Role> = new Set<Role>(['SUBJECT', 'PARTY', 'DEPARTMENT']);

/** What a report takes of the platform, several times: requests of the caller here, and questions to the subgraphs. Both throw UNAVAILABLE after the deadline. */
export interface Open {
  readonly request: () => ClientRequest;
  readonly question: () => AskedQuestion;
}

/** The unit that keeps the platform; the first by its code where several do. */
const workBodyOf = ({ units }: Directory, today: string): Unit | null =>
  [...units.values()].find((unit) => unit.kinds.includes('OPERATOR') && !hasEnded(unit, today)) ?? null;

/** Items of the template that the caller may see of such a subject, and the sections that they belong to. */
async function itemsFor(open: Open, caller: Caller, template: Template, personal: boolean) {
  const request = open.request();
  try {
    const { directory, scope } = await request.snapshot();
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
      purpose: caller.purpose === null ? null : (directory.purposes.get(caller.purpose) ?? null),
      workBody: workBodyOf(directory, request.today),
      whole: scope.whole,
    };
  } finally {
    await request.abandon();
  }
}

const nobody = (): GraphQLError => notFoundAs(reportMessages.nobody);

/** What one query of a report answers of its subject, with the caller's rights. */
async function askOnce(
  { server }: ReportMaking,
  open: Open,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly subject: Answer; readonly errors?: readonly GraphQLFormattedError[] }> {
  const request = open.question();
  const { body } = await server
    .executeOperation({ query, variables }, { contextValue: { request } })
    .finally(() => request.abandon());
  if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
  const { data, errors } = body.singleResult as { data?: Answer; errors?: readonly GraphQLFormattedError[] };
  check(errors);
  return { subject: data?.subject, ...(errors === undefined ? {} : { errors }) };
}

/** The same of a query of one page. Throws NOT_FOUND where nobody is there. */
export async function answered(
  making: ReportMaking,
  open: Open,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { subject } = await askOnce(making, open, query, variables);
  if (!subject) throw nobody();
  return subject;
}

/** Runs the query for every page and joins the pages. A record that changes between two pages is found when the report is stored. */
async function ask(making: ReportMaking, open: Open, wanted: Wanted, items: readonly string[]): Promise<Answer> {
  const query = queryOf(wanted.template, wanted.subject === null);
  let whole: Answer = null;
  for (let after: string | null = null; ; ) {
    const variables: Record<string, unknown> = {
      after,
      items,
      first: whole === null,
      ...(wanted.subject === null ? {} : { id: wanted.subject }),
    };
    const { subject, errors } = await askOnce(making, open, query, variables);
    if (!subject?.records) throw nobody();
    if (whole === null) whole = { ...subject, closed: closedIn(subject, errors) };
    else if (subject.records.totalCount !== whole.records.totalCount)
      throw conflict('OVERTAKEN', reportMessages.changedMeanwhile);
    else {
      whole.records.nodes.push(...subject.records.nodes);
      // The errors of a page name the closed fields of that page's rows only.
      whole.closed.push(...closedIn(subject, errors));
    }
    if (subject.records.pageInfo.hasNextPage !== true) return whole;
    after = subject.records.pageInfo.endCursor;
  }
}

interface Statement {
  readonly recordId: string;
  readonly version: number;
  readonly item: { readonly code: string };
}

const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.filter((date): date is string => date !== null).sort()[0] ?? null;

export interface Made {
  readonly id: string;
  readonly token: string;
  readonly issuedAt: string;
  readonly verify: string;
}

/** A natural person, or a sole trader. */
export const isPersonal = ({ type, value }: { readonly type: IdentifierType; readonly value: string }): boolean =>
  type !== 'USCC' || value.startsWith('92');

/** What heads every report. */
export const headOfReport = (
  making: ReportMaking,
  caller: Caller,
  {
    id,
    now,
    wanted,
    subject,
  }: { readonly id: string; readonly now: Date; readonly wanted: Wanted; readonly subject: Answer },
) => ({
  iss: 'credit-gateway',
  jti: id,
  iat: Math.floor(now.getTime() / 1_000),
  sub: subject.id as string,
  template: wanted.template,
  language: wanted.language,
  issuedAt: now.toISOString(),
  recipient: { role: caller.role, unit: null },
  purpose: caller.purpose && repeated(caller.purpose),
  case: openCase(caller.caseReference),
  verify: `${making.publicUrl()}/verify/${id}`,
});

/** Makes, signs and stores a report. Throws errors that are meant for the caller. */
export async function makeReport(making: ReportMaking, caller: Caller, open: Open, wanted: Wanted): Promise<Made> {
  if (caller.role === 'PUBLIC') throw forbidden('IDENTITY_REQUIRED', '44');
  if (!REPORTERS.has(caller.role)) throw forbidden('ROLE', '44');
  if ((caller.role === 'SUBJECT') !== (wanted.subject === null))
    throw badInput('SUBJECT', caller.role === 'SUBJECT' ? reportMessages.ownAlone : reportMessages.subjectMissing);
  const whose =
    wanted.subject === null ? caller.subject : { ...wanted.subject, ...identify(making.platform, wanted.subject) };
  if (whose === null) throw forbidden('IDENTITY_REQUIRED', '44');
  const personal = isPersonal(whose);
  if (wanted.restoration !== null) throw badInput('RESTORATION', reportMessages.restorationOfOthers, '40');
  if (wanted.template === 'SPECIAL' && whose.type !== 'USCC')
    throw badInput('TEMPLATE', reportMessages.ofEntitiesAlone);
  const { items, asked, unit, purpose, workBody, whole } = await itemsFor(open, caller, wanted.template, personal);
  const subject = await ask(making, open, wanted, items);
  const id = randomUUID();
  const now = making.platform.now();
  const parts = sections(wanted.template, subject, asked);
  const entries = parts.flatMap(({ entries }) => entries);
  const stated: readonly Statement[] = (subject.statements ?? []).slice(0, 1);
  const reported = [...new Set([...entries, ...stated].map(({ item }) => item.code))];
  // Nothing that a report may hold tells of her: that she is held would stand in it without an item, and so without a basis to read it on.
  if (personal && wanted.subject !== null && reported.length === 0) throw nobody();
  const report: Report = {
    ...headOfReport(making, caller, { id, now, wanted, subject }),
    recipient: { role: caller.role, unit: unit === null ? null : named(unit) },
    purposeNamed: purpose === null ? null : named(purpose),
    subject: { name: subject.name ?? null, kind: subject.kind ?? null, identifier: subject.identifier ?? null },
    sections: parts,
    workBody: workBody === null ? null : named(workBody),
  };
  const kept: NewReport = {
    id,
    subjectId: whose.id,
    personal,
    template: wanted.template,
    issuedAt: report.issuedAt,
    expiresOn: earliest(entries.map(({ displayedUntil, values }) => displayedUntil ?? values.until ?? null)),
    items: reported,
    whole,
    // The report has the recipient's ids, the platform its own: a correction supersedes the reports of every recipient. The record that states the name
    // is in the report too (Articles 36 and 39).
    records: [
      ...new Map(
        [...stated.map(({ recordId: id, version }) => ({ id, version })), ...entries].map(({ id: told, version }) => {
          const id = making.platform.secrets.recipientIds.open(caller, 'RECORD', told) ?? told;
          return [id, { id, version }];
        }),
      ).values(),
    ],
    token: await making.platform.signer.token('credit-report+jwt', report),
  };
  const request = open.request();
  await keepReport(request, kept).finally(() => request.abandon());
  return { id, token: kept.token, issuedAt: report.issuedAt, verify: report.verify };
}
