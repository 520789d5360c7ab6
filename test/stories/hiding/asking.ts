/** What a bank learns by asking: the whole answer as bytes, with headers, for two subjects that it must not tell apart. */
import { expect } from 'vitest';
import { BANK_A, type Headers, type Holder, type Identifier, subject, type World } from '../../kit.ts';
import { make } from '../report-kit.ts';

const QUESTION = `query ($id: SubjectIdentifierInput!, $ids: [SubjectIdentifierInput!]!) {
  subject(identifier: $id) { kind name identifier { value } statements { value }
    records(first: 5) { totalCount nodes { id item { code } } pageInfo { hasNextPage endCursor } }
    arrears: records(first: 5, items: ["ARREARS-FUND"]) { totalCount }
    nonPublicRecords(first: 5) { totalCount nodes { content } } designations { ground } incentives { designatedOn } registration { legalName } }
  subjects(identifiers: $ids) { records(first: 5) { totalCount } nonPublicRecords(first: 5) { totalCount } }
  access(subject: $id, items: ["ARREARS-FUND", "NP-LOAN", "JUDGMENT-CIVIL", "PENALTY-GENERAL"]) { item { code } granted reason article desensitized }
  myAccess { agreements { id items } authorizationsEnding { count within30Days } } }`;

/** Answer and headers to a question, but for what differs from one moment to the next. */
async function told(world: World, holder: Holder, about: Identifier, headers: Headers): Promise<string> {
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await world.token(holder)}`,
      'credit-purpose': headers.purpose ?? '',
    },
    body: JSON.stringify({ query: QUESTION, variables: { id: about, ids: [about, about] } }),
  });
  const passing = ['date', 'x-request-id', 'credit-request-id', 'traceparent', 'etag'];
  const kept = [...response.headers].filter(([name]) => !passing.includes(name));
  const body = (await response.text()).replace(/"id":"[^"]{20,}"/g, '"id":""');
  expect(body).not.toContain('"code":"INTERNAL"');
  expect(body).not.toContain('GRAPHQL_VALIDATION_FAILED');
  return JSON.stringify([response.status, kept.sort(), body]);
}

/** How many subjects the day's quota of BANK-A counts. */
export async function used(world: World): Promise<number> {
  const { data } = await world.ask(BANK_A, '{ myAccess { agreements { usedToday } } }');
  return (data.myAccess.agreements as { usedToday: number }[]).reduce((sum, { usedToday }) => sum + usedToday, 0);
}

/** What BANK-A learns of a subject by all that it may ask, and what is written of it in the subject's own ledger. */
export async function learned(world: World, about: Identifier): Promise<readonly unknown[]> {
  const entries = `{ me { disclosures(first: 200) { nodes { recipient { code } items { code } basis { article } seen } }
    authorizations { uses status } } }`;
  const before = await world.ask(subject(about), entries);
  expect(before.errors).toBeUndefined();
  const counted = await used(world);
  const asked = await told(world, BANK_A, about, { purpose: 'LOAN_ORIGINATION' });
  const monitored = await told(world, BANK_A, about, { purpose: 'POST_LOAN_MONITORING' });
  const made = await make(world, BANK_A, { subject: about }, { purpose: 'LOAN_ORIGINATION' });
  const { data, errors } = await world.ask(
    BANK_A,
    'mutation ($id: SubjectIdentifierInput!) { watch(subjects: [$id]) { watched refused { index reason } } }',
    { id: about },
    { purpose: 'POST_LOAN_MONITORING' },
  );
  expect(errors).toBeUndefined();
  const charged = (await used(world)) - counted;
  const after = await world.ask(subject(about), entries);
  const fresh = after.data.me.disclosures.nodes.length - before.data.me.disclosures.nodes.length;
  // The newest first: what the bank's looks wrote, and its own look before.
  const written = (after.data.me.disclosures.nodes as { recipient: { code: string } | null }[])
    .slice(0, fresh)
    .filter(({ recipient }) => recipient?.code === 'BANK-A');
  const report = JSON.stringify([made.status, made.body.errors ?? Object.keys(made.body)]).replace(
    /"id":"[^"]+"/g,
    '"id":""',
  );
  return [asked, monitored, report, data.watch, charged, written, after.data.me.authorizations];
}
