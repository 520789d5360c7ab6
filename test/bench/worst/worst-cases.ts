/** The attacks of `worst.ts`: known attacks on GraphQL servers at their most expensive, and the most expensive allowed requests. */
import { gzipSync } from 'node:zlib';
import { ask } from '../load/questions.ts';
import type { Identifier } from '../settings.ts';

/** One request of an attacker. */
export interface Attack {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Input for making the cases. */
export interface Material {
  readonly subjects: readonly Identifier[];
  /** A valid token with a wrong signature. */
  readonly forged: string;
  /** Largest page size with which the request `costliest` is still allowed. */
  readonly page: number;
}

const SUBJECT = 'subject(identifier: {type: USCC, value: "91239999MA1ABC019L"})';
const LEVELS = 40;

const times = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');

const inline = (levels: number): string =>
  levels === 0
    ? 'name'
    : `... on CreditSubject { ${inline(levels - 1)} } ... on CreditSubject { ${inline(levels - 1)} }`;

const deep = (levels: number): string => `{ ${SUBJECT} ${'{ records '.repeat(levels)}${'}'.repeat(levels + 1)}`;

const doubling = `{ ${SUBJECT} { ...F0 } } ${times(LEVELS, (at) => `fragment F${at} on CreditSubject { ${at === LEVELS - 1 ? 'name id' : `...F${at + 1} ...F${at + 1}`} }`)}`;

const JSON_HEADERS = { 'content-type': 'application/json' };

const raw = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Attack => ({
  headers: { ...JSON_HEADERS, ...headers },
  body: Buffer.from(body),
});

const document = (query: string): Attack => raw(JSON.stringify({ query }));

const WIDE = `query ($ids: [SubjectIdentifierInput!]!, $first: Int) { subjects(identifiers: $ids) { id name
  records(first: $first) { totalCount nodes { id item { code name legalBasis { article title } } providingUnit { code name } } }
  designations { id list { code name } ground } incentives { id list { code name } } } }`;

/** A request for a hundred subjects with so many records each: the most expensive one that the public may send. */
export const costliest = (subjects: readonly Identifier[], first: number): Attack => {
  const { headers, body } = ask(WIDE, { ids: subjects.slice(0, 100), first });
  return raw(body, headers);
};

/** Documents that are in no cache: the bits of a number choose the fields, and each number gives other aliases. */
const FIELDS = [
  'id kind name identifier { type value }',
  'registration { legalName registeredOn status regionCode }',
  'records(first: 20) { totalCount nodes { id item { code name category } } }',
  'designations { id list { code name } ground }',
  'incentives { id list { code name } }',
  'pledges { id content pledgedOn }',
];
const unseen = (at: number): Attack =>
  document(
    `{ ${times(5, (root) => `a${at}_${root}: ${SUBJECT} { __typename ${FIELDS.filter((_, field) => ((at + root) >> (field % 5)) % 2 === 0).join(' ')} }`)} }`,
  );

/** The cases by their description. A case makes the n-th request; most make the same each time. */
export function casesOf({ subjects, forged, page }: Material): Record<string, (at: number) => Attack> {
  const always = (attack: Attack) => () => attack;
  return {
    'fragments that double, 40 levels': always(document(doubling)),
    'inline fragments that double, 1.8 MB': always(document(`{ ${SUBJECT} { ${inline(16)} } }`)),
    'inline fragments that double, 0.6 MB': always(document(`{ ${SUBJECT} { ${inline(14)} } }`)),
    '3 000 levels': always(document(deep(3_000))),
    '30 000 levels': always(document(deep(30_000))),
    '200 000 fields': always(document(`{ ${'__typename '.repeat(200_000)} }`)),
    '90 000 fields, 1 MB': always(document(`{ ${'__typename '.repeat(90_000)} }`)),
    '20 000 directives': always(document(`{ __typename ${'@a '.repeat(20_000)} }`)),
    'a body of 10 MB': always(raw(Buffer.alloc(10_000_000, 'a'))),
    'variables nested 500 000 deep': always(
      raw(`{"query":"{__typename}","variables":{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`),
    ),
    '100 000 operations in a request': always(raw(`[${'{"query":"{__typename}"},'.repeat(100_000)}{}]`)),
    '1 MB of gzip that holds 1 GB': always(raw(bomb(), { 'content-encoding': 'gzip' })),
    'tokens with a wrong signature': always(
      raw(JSON.stringify({ query: '{ __typename }' }), { authorization: `Bearer ${forged}` }),
    ),
    'fields to be compared, as many as allowed': always(
      document(`{ ${SUBJECT} { ${times(50, () => `... { ${'name '.repeat(9)} }`)} } }`),
    ),
    'documents that nobody sent before': unseen,
    'the costliest question that is allowed': always(costliest(subjects, page)),
  };
}

function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(2 ** 24));
  // A gzip stream may repeat one compressed member: it is compressed once, and the receiver decompresses every copy.
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}

/** A case without whole requests: connections that announce a body and send one byte a second (Slowloris). */
export const SLOW = '200 connections with a byte a second';

export const CASE_NAMES: readonly string[] = [...Object.keys(casesOf({ subjects: [], forged: '', page: 1 })), SLOW];
