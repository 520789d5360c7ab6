/** A bank that watches persons and companies: what it does, what is done to it, and what its feed then shows. */
import { expect } from 'vitest';
import { settleCalls, takeUpCalls } from '../../../subgraphs/feed/webhook-delivery.ts';
import { BANK_A, type Holder, type Identifier, NO_JOBS, OPERATOR, openWorld, subject, TODAY } from '../../kit.ts';
import { asKnownTo, ownIdOf, storedId } from '../../own-ids.ts';
import type { DatabaseKind } from '../../sample-template.ts';
import { AS_FUND, FUND, pastCommands } from './past-commands.ts';

export { FUND };
export const MONITORING = { purpose: 'POST_LOAN_MONITORING' };

const CHANGES = `query ($first: Int, $after: String) { changes(first: $first, after: $after) {
  nodes { cursor kind recordId version item { code } } edges { cursor node { cursor recordId } } pageInfo { hasNextPage endCursor } } }`;
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { submissionId accepted rejected { code message } } }`;
const MINE = `{ me { disclosures(first: 200) { nodes { purpose recipient { code } records { recordId version } bases { article agreementId authorizationId items } } } } }`;

export interface Node {
  readonly cursor: string;
  readonly kind: string;
  readonly recordId: string;
  readonly version: number;
  readonly item: { readonly code: string };
}

export interface Page {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Look {
  readonly purpose: string;
  readonly recipient: { readonly code: string | null };
  readonly records: readonly { readonly recordId: string; readonly version: number }[];
  readonly bases: readonly object[];
}

export interface Terms {
  readonly uses?: number;
  readonly items?: readonly string[];
  readonly until?: string;
  readonly from?: string;
}

/** A row of a delivery. */
const row = (id: Identifier, basisDocument: string, subjectName: string, amountYuan?: string) => ({
  subject: id,
  subjectName,
  occurredOn: '2026-11-19',
  basisDocument,
  consent: '示例同意书',
  content: { kind: '住房公积金', ...(amountYuan === undefined ? {} : { amountYuan }) },
});

export async function openBank(kind: DatabaseKind, options: { readonly wire?: boolean } = {}) {
  const world = await openWorld(kind, { environment: NO_JOBS, ...options });
  const { platform } = world.server;
  const delivered: string[] = [];
  let now = new Date(`${TODAY}T10:00:00+08:00`);
  const ask = async (holder: Holder, query: string, variables: object = {}, headers = {}) => {
    const { data, errors } = await world.ask(holder, query, { ...variables }, headers);
    expect(errors).toBeUndefined();
    return data;
  };
  /** Asks for nodes and edges, which are one telling: what tests count here is the same with both. */
  const page = async (first = 200, after: string | null = null, holder: Holder = BANK_A): Promise<Page> => {
    const { edges, ...changes } = (await ask(holder, CHANGES, { first, after })).changes;
    expect(edges).toEqual(changes.nodes.map(({ cursor, recordId }: Node) => ({ cursor, node: { cursor, recordId } })));
    return changes;
  };
  const kinds = async (holder: Holder = BANK_A): Promise<string[]> =>
    (await page(200, null, holder)).nodes.map(({ kind: what, item }) => `${what} ${item.code}`);
  /** Delivers a record about a subject. Resolves with its stored id. */
  const deliver = async (
    id: Identifier,
    document: string,
    { item = 'ARREARS-FUND', unit = 'HLJ-FUND', name = '张小梅' } = {},
  ) => {
    const record = row(id, document, name);
    const { submitRecords } = await ask({ role: 'provider', unit }, SUBMIT, { input: { item, records: [record] } });
    expect(submitRecords).toEqual({ submissionId: expect.any(String), accepted: 1, rejected: [] });
    const [found] = await platform.database.execute<{ id: string }>(
      { ...AS_FUND, unit },
      'intake',
      { name: 'of-submission', text: 'select id from public_credit.record where submission_id = $1::uuid' },
      [submitRecords.submissionId],
    );
    delivered.push(found?.id ?? '');
    return found?.id ?? '';
  };
  const revoke = (id: Identifier, authorization: string) =>
    ask(subject(id), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }', { id: authorization });
  return {
    row,
    world,
    platform,
    ask,
    page,
    kinds,
    deliver,
    /** What the subject reads of the bank's looks at it, the newest first. */
    looks: async (id: Identifier): Promise<readonly Look[]> =>
      (await ask(subject(id), MINE)).me.disclosures.nodes.filter(({ recipient }: Look) => recipient.code === 'BANK-A'),
    authorize: async (
      id: Identifier,
      { uses, items = ['ARREARS-FUND'], until = '2027-11-19', from = TODAY }: Terms = {},
    ) =>
      (
        await ask(
          subject(id),
          'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
          {
            input: {
              party: 'BANK-A',
              purposes: [MONITORING.purpose],
              items,
              validFrom: from,
              validUntil: until,
              ...(uses === undefined ? {} : { maximumUses: uses }),
            },
          },
        )
      ).grantAuthorization.id as string,
    revoke,
    revokeAll: async (id: Identifier) => {
      const { me } = await ask(subject(id), '{ me { authorizations { id status purposes } } }');
      for (const one of me.authorizations)
        if (one.status === 'IN_FORCE' && one.purposes.includes(MONITORING.purpose)) await revoke(id, one.id);
    },
    uses: async (id: Identifier, authorization: string): Promise<number> =>
      (await ask(subject(id), '{ me { authorizations { id uses } } }')).me.authorizations.find(
        (one: { id: string }) => one.id === authorization,
      ).uses,
    watch: async (ids: readonly Identifier[]): Promise<number> =>
      (
        await ask(
          BANK_A,
          'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }',
          { ids },
          MONITORING,
        )
      ).watch.watched,
    unwatch: (ids: readonly Identifier[]) =>
      ask(BANK_A, 'mutation ($ids: [SubjectIdentifierInput!]!) { unwatch(subjects: $ids) { unwatched } }', { ids }),
    /** `record` as the bank was told of it. */
    correct: async (record: string, amountYuan: string, from: Holder = BANK_A) =>
      (
        await ask(
          FUND,
          'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version recipientsToNotify } }',
          { input: { record: asKnownTo(world, FUND, from, record), reason: '金额有误', content: { amountYuan } } },
        )
      ).correctRecord,
    withdraw: (basisDocument: string, holder: Holder = FUND) =>
      ask(
        holder,
        'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } recipientsToNotify } }',
        { input: { basisDocument } },
      ),
    acknowledge: async (through: string, holder: Holder = BANK_A): Promise<number> =>
      (
        await ask(holder, 'mutation ($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }', {
          through,
        })
      ).acknowledgeChanges.acknowledged,
    /** The agreement of the bank goes through a command. */
    agreement: async (command: 'suspendAgreement' | 'resumeAgreement' | 'endAgreement', id?: string) => {
      const { agreements } = await ask(OPERATOR, '{ agreements(party: "BANK-A") { nodes { id } } }');
      await ask(OPERATOR, `mutation ($id: ID!) { ${command}(id: $id, reason: "示例") { status } }`, {
        id: id ?? agreements.nodes.at(-1).id,
      });
    },
    conclude: async (dailyQuota: number, items: readonly string[]) =>
      (
        await ask(OPERATOR, 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }', {
          input: {
            party: 'BANK-A',
            items,
            purposes: [MONITORING.purpose],
            validFrom: TODAY,
            validUntil: '2027-11-19',
            dailyQuota,
          },
        })
      ).concludeAgreement.id as string,
    register: () => ask(BANK_A, 'mutation { registerWebhook(url: "https://receiver.example/") { url } }'),
    standing: async () => (await ask(BANK_A, '{ webhook { pending dead } }')).webhook,
    retry: async (): Promise<number> =>
      (await ask(BANK_A, 'mutation { retryDeadDeliveries { retried } }')).retryDeadDeliveries.retried,
    /** One round of calls that the receiver accepts, or not: what each says, and its id. */
    calls: async (accepted = true) => {
      const calls = await takeUpCalls(platform);
      await settleCalls(
        platform,
        calls.map((call) => ({ ...call, error: accepted ? null : 'HTTP 503' })),
      );
      return calls.map(({ id, body }) => ({ id, ...(JSON.parse(body) as { cursor: string; count: number }) }));
    },
    /** Moves the clock. */
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
      world.setNow(now.toISOString());
    },
    ...pastCommands(platform, () => now, delivered),
    known: (record: string) => ownIdOf(world, BANK_A, record),
    stored: (record: string, holder: Holder = BANK_A) => storedId(world, holder, record),
  };
}

export type Bank = Awaited<ReturnType<typeof openBank>>;
