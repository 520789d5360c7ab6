/** Valid documents with every kind of GraphQL token, and the same documents with a few tokens changed. */
import fc from 'fast-check';
import { Lexer, Source, TokenKind } from 'graphql';
import { COMPANY, HIDDEN, MEI } from '../kit.ts';
import { nearly } from './nearly-right-input.ts';

export const DOCUMENTS: readonly string[] = [
  'query A($id: SubjectIdentifierInput!, $first: Int = 2) { subject(identifier: $id) { id name records(first: $first) { totalCount nodes { __typename id } } } }',
  `{ subject(identifier: {type: USCC, value: "${COMPANY.value}"}) { kind name ...F } } fragment F on CreditSubject { designations { ground until list { code name } } }`,
  `query B($with: Boolean!) { a: subject(identifier: {type: CITIZEN_ID, value: "${HIDDEN.value}"}) @include(if: $with) { name birthDate address phone nonPublicRecords { totalCount } } }`,
  '{ catalogItems(first: 3, category: COMMENDATION) { nodes { code edition elements { name personal } legalBasis { article } } pageInfo { endCursor hasNextPage } } }',
  `{ subjects(identifiers: [{type: USCC, value: "${COMPANY.value}"}, {type: CITIZEN_ID, value: "${MEI.value}"}]) { name identifier { type value } records { nodes { ... on AdministrativePenalty { facts fineYuan } ... @skip(if: false) { id } } } } }`,
  'query D { me { id name authorizations { status } disclosures(first: 1) { nodes { at } } } publishedLists { code } }',
  'mutation E($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status validUntil } }',
  'query G($items: [String!]) { __schema { queryType { name } } __type(name: "CreditSubject") { fields(includeDeprecated: true) { name } } purposes { code caps { item maximumMonths } } }',
  'mutation { raiseObjection(input: {record: "00000000-0000-4000-8000-000000000000", reasons: """block\n "text" \\""" """, lodgedWith: "HLJ-AMR"}) { id decideBy } }',
];

/** Variables of the documents, in the same order. */
export const VARIABLES: readonly Readonly<Record<string, unknown>>[] = [
  { id: COMPANY, first: 2 },
  {},
  { with: true },
  {},
  {},
  {},
  {
    input: {
      party: 'BANK-A',
      purposes: ['LOAN_ORIGINATION'],
      items: ['ARREARS-FUND'],
      validFrom: '2026-11-20',
      validUntil: '2026-12-20',
      maximumUses: 3,
    },
  },
  { items: null },
  {},
];

export const utf8 = (text: string): Uint8Array => Buffer.from(text);
/** Request bodies with the documents and their variables. */
export const BODIES = DOCUMENTS.map((query, at) =>
  utf8(JSON.stringify({ query, variables: VARIABLES[at] ?? {}, ...(at % 2 === 0 ? {} : { operationName: null }) })),
);

/** Tokens of a document as they are written. */
function tokensOf(document: string): string[] {
  const lexer = new Lexer(new Source(document));
  const tokens: string[] = [];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance())
    tokens.push(document.slice(token.start, token.end));
  return tokens;
}

const WRONG = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '=',
    '|',
    '&',
    '@',
    '!',
    '$',
    '...',
    '"',
    '"""',
    '#',
    ',',
    '\\',
    '\0',
    '\ufeff',
  ],
  ...['query', 'mutation', 'subscription', 'fragment', 'on', 'schema', 'type', 'extend', 'true', 'null', 'F', 'Query'],
  ...[
    '__typename',
    '__proto__',
    'constructor',
    '_entities',
    '_service',
    '__schema',
    'representations',
    'CreditSubject',
  ],
  ...['nodes', 'id', 'name', 'records', 'subject', 'me', '$id', '$first', '@skip(if: true)', '@defer', '@include'],
  ...['0', '-0', '1e999', '00', '1.', '9007199254740993', '"\\u{110000}"', '"\\ud800"', '"\u202e"', '""', '""""""'],
  ...[
    `"${HIDDEN.value}"`,
    HIDDEN.value,
    `_${HIDDEN.value}`,
    '{a: {b: [$id]}}',
    '[[[[[[]]]]]]',
    '数',
    '𠮷',
    "' or 1=1 --",
  ],
];

/** A document with a few tokens changed, with the variables of the original. */
export const nearlyDocument = fc.nat(DOCUMENTS.length - 1).chain((at) =>
  nearly(
    [tokensOf(DOCUMENTS[at] ?? ''), ...DOCUMENTS.map(tokensOf)].flatMap((tokens, index) =>
      // The original is drawn as often as all others together, so that most results fit the variables.
      index === 0 ? Array.from({ length: DOCUMENTS.length }, () => tokens) : [tokens],
    ),
    fc.oneof(fc.constantFrom(...WRONG), fc.string({ maxLength: 5 })),
    [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
      ['... {', '}'],
      ['a:', ''],
    ],
    2,
  ).map((tokens) => ({ query: tokens.join(' '), variables: VARIABLES[at] ?? {} })),
);
