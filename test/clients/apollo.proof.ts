/**
 * Apollo Client as its users have it, told what gateway/http/CLIENTS.md says and nothing else: it is answered, pages through, sends persisted operations,
 * and keeps code, reason and help of what is refused. In `npm run proof`, because it opens a world that keeps operations.
 */
import { gql } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY } from '../kit.ts';
import {
  ASKED,
  type Asking,
  KEPT,
  NAME,
  NO_TOKEN,
  ONLY_KEPT,
  OTHER,
  openAsking,
  REFUSED,
  UNKNOWN_FIELD,
} from './asking.ts';
import type { Exports } from './examples.ts';

/** Of this text generate-persisted-query-manifest made `manifests/apollo.json`. */
const WHOM = gql('fragment Whom on CreditSubject { id name kind }');
const APP = gql`query AppQuery($id: SubjectIdentifierInput!, $cursor: String) {
  subject(identifier: $id) { ...Whom records(first: 3, after: $cursor) { edges { cursor node { id occurredOn } } pageInfo { hasNextPage endCursor } } }
}
${WHOM}`;

let asking: Asking;
beforeAll(async () => {
  asking = await openAsking();
});
afterAll(() => asking.close());

describe('Apollo Client', () => {
  let ours: Exports;
  let persisted: Exports;
  beforeAll(async () => {
    ours = await asking.example('Apollo Client', 0);
    persisted = await asking.example('Apollo Client', 1);
  });

  it('A22.1 keeps data beside code, reason and help of what is refused', async () => {
    const client = ours.apolloClient(asking.url(), asking.desk());
    const { data, error } = await client.query({ query: gql(ASKED), variables: { id: COMPANY } });
    expect(data).toMatchObject({ subject: { name: NAME }, agreements: null });
    expect(ours.refusedBy(error)).toMatchObject([REFUSED]);
  });

  it('keeps code and help of what is refused as a whole, and of a token that is refused', async () => {
    const wrong = await ours.apolloClient(asking.url(), asking.desk()).query({ query: gql('{ nothing }') });
    expect(ours.refusedBy(wrong.error)).toMatchObject([UNKNOWN_FIELD]);
    const refused = await ours
      .apolloClient(asking.url(), asking.nobody())
      .query({ query: gql('{ purposes { code } }') });
    expect(ours.refusedBy(refused.error)).toMatchObject([NO_TOKEN]);
  });

  it('A22.1 reads a connection to its end, page by page', async () => {
    const client = ours.apolloClient(asking.url(), asking.desk());
    const PAGES = gql(`query Pages($id: SubjectIdentifierInput!, $after: String) { subject(identifier: $id) { id
      records(first: 3, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } } }`);
    const watched = client.watchQuery({ query: PAGES, variables: { id: COMPANY } });
    const { promise: answered, resolve, reject } = Promise.withResolvers<void>();
    const subscription = watched.subscribe(({ loading, error }: { loading: boolean; error?: unknown }) => {
      if (error !== undefined) reject(error);
      else if (!loading) resolve();
    });
    await answered;
    const page = () => client.readQuery({ query: PAGES, variables: { id: COMPANY } }).subject.records;
    while (page().pageInfo.hasNextPage) await watched.fetchMore({ variables: { after: page().pageInfo.endCursor } });
    expect(new Set(page().edges.map(({ node }: { node: { id: string } }) => node.id)).size).toBe(page().totalCount);
    expect(page().totalCount).toBeGreaterThan(3);
    subscription.unsubscribe();
  });

  it('A22.1 its persisted operations: what is kept by its hash alone, what is not with its text', async () => {
    const client = persisted.persistedApolloClient(asking.url(), asking.desk());
    const ask = (query: string) =>
      asking.leaving(() => client.query({ query: gql(query), variables: { id: COMPANY } }) as Promise<Exports>);
    const kept = await ask(KEPT);
    expect(kept.result.data.subject.name).toBe(NAME);
    expect(kept.left.map(({ method, body }) => [method, Object.keys(body).sort()])).toEqual([
      ['POST', ['extensions', 'operationName', 'variables']],
    ]);
    const other = await ask(OTHER);
    expect(other.result.data.subject.kind).toBe('LEGAL_PERSON');
    expect(other.left.map(({ body }) => 'query' in body)).toEqual([false, true]);
  });

  it('A23.2 a party that is held to kept operations is told so, with what to do', async () => {
    const client = persisted.persistedApolloClient(asking.url(), asking.bank());
    const kept = await client.query({ query: gql(KEPT), variables: { id: COMPANY } });
    expect(kept.data.subject.name).toBe(NAME);
    const other = await client.query({ query: gql(OTHER), variables: { id: COMPANY } });
    expect(other.data).toBeUndefined();
    expect(ours.refusedBy(other.error)).toMatchObject([ONLY_KEPT]);
    // What its own tool wrote is what its link sends.
    const { result, left } = await asking.leaving(
      () => client.query({ query: APP, variables: { id: COMPANY } }) as Promise<Exports>,
    );
    expect(result.data.subject).toMatchObject({ name: NAME, records: { edges: { length: 3 } } });
    expect(left.map(({ body }) => 'query' in body)).toEqual([false]);
  });
});
