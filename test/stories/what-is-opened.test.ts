/**
 * What lacks for an item, an element or a view of a subject: the same is said where it is asked for (`subject`), where it is explained (`access`),
 * and nothing depends on whether anything is held (Articles 18, 22, 23, 24, 36).
 */
import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  COMPANY,
  type Identifier,
  MEI,
  NOT_HELD,
  onDatabaseOfStep,
  sharedWorld,
  subject,
} from '../kit.ts';
import { ASKERS, type AskerName } from './who-may-ask.ts';

/** Refusals by the word that stands for them below. `+` is none. */
const WORDS: Readonly<Record<string, string>> = {
  id: 'IDENTITY_REQUIRED 23(2)',
  id24: 'IDENTITY_REQUIRED 24',
  self: 'SELF_ONLY 24',
  role: 'ROLE 23',
  rows: 'ROLE 22',
  none: 'NO_AGREEMENT 23(2)',
  purpose: 'PURPOSE_NOT_AGREED 23(2)',
  item: 'ITEM_NOT_AGREED 23(2)',
  auth: 'AUTHORIZATION_REQUIRED 24',
  duty: 'DUTY_REQUIRED 22',
  pub: 'NOT_PUBLISHED 18',
  ask24: 'PURPOSE_REQUIRED 24',
  ask22: 'PURPOSE_REQUIRED 22',
  case: 'CASE_REQUIRED 22',
  matter: 'MATTER_REQUIRED 22',
};

type Column = AskerName | 'oneself';
const inWords = (line: string, columns: readonly Column[]): readonly (readonly [Column, string])[] =>
  line
    .split(/ +/)
    .map((word, at) => [columns[at] ?? 'oneself', word === '+' ? '+' : (WORDS[word] ?? `unknown word ${word}`)]);

/**
 * The sample's catalog: PENALTY-GENERAL is open to anyone; ARREARS-TAX by agreement, and the bank's covers it; CHARITY by agreement, and the bank's
 * does not; PENALTY-MINOR is not open, and shared; VOLUNTEERING neither open nor shared, so that it is the subject's alone for departments too; ASSESSMENT-PUBLIC is agreed and in the duty; non-public
 * items are agreed, never shared (Article 22 speaks of public credit information).
 */
const COLUMNS: readonly Column[] = [
  'public',
  'oneself',
  'subject',
  'party',
  'party of another purpose',
  'party without agreement',
  'department',
  'provider',
  'collector',
  'operator',
  'authority',
];
const VIEWS: readonly (readonly [string, string])[] = [
  ['records(items: ["PENALTY-GENERAL"])', '+ + + + + + + + + + +'],
  ['records(items: ["ARREARS-TAX"])', 'id + role + purpose none duty role role role role'],
  ['records(items: ["CHARITY"])', 'id + role item purpose none duty role role role role'],
  ['records(items: ["PENALTY-MINOR"])', 'self + self self self self duty self self self self'],
  ['records(items: ["VOLUNTEERING"])', 'self + self self self self self self self self self'],
  // One's own records stay one's own when their item is in force no more (Article 24), so that no item is refused.
  ['records(items: ["NO-SUCH-ITEM"])', 'pub + pub pub pub pub pub pub pub pub pub'],
  ['assessment', 'id + role + purpose none + role role role role'],
  ['nonPublicRecords', 'id + role + purpose none rows role role role role'],
];

/** Views of the subject alone: every field that the schema marks so. An anonymous caller might be the subject, so that it is asked who it is. */
const OWN = 'id24 + self self self self self self self self self';
const selfOnlyFields = (): string[] =>
  ['catalog', 'public-credit', 'sanctions', 'non-public-credit'].flatMap((name) =>
    parse(readFileSync(`schema/${name}.graphql`, 'utf8')).definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'CreditSubject'
        ? (definition.fields ?? []).flatMap((field) =>
            field.directives?.some(
              (one) => one.name.value === 'openness' && JSON.stringify(one.arguments).includes('SELF_ONLY'),
            )
              ? [field.name.value]
              : [],
          )
        : [],
    ),
  );

/** What `access` says, item by item, of an organization and of persons; she authorized the bank for ARREARS-FUND alone of these. */
const EXPLAINED: readonly Column[] = [
  ...COLUMNS,
  'analyst',
  'party without purpose',
  'department without purpose',
  'department without case',
  'department without matter',
  'department without duty',
];
type About = readonly [who: string, id: Identifier, lines: Readonly<Record<string, string>>];
const ACCESS: readonly About[] = [
  [
    'an organization',
    COMPANY,
    {
      'PENALTY-GENERAL': '+ + + + + + + + + + + rows ask24 ask22 case matter duty',
      'ARREARS-TAX': 'id + role + purpose none duty role role role role rows ask24 ask22 case matter duty',
      CHARITY: 'id + role item purpose none duty role role role role rows ask24 ask22 case matter duty',
      'PENALTY-MINOR': 'self + self self self self duty self self self self self self ask22 case matter duty',
      VOLUNTEERING: 'self + self self self self self self self self self self self self self self self',
      'NP-LOAN': 'id + role + purpose none rows role role role role rows ask24 rows rows rows rows',
    },
  ],
  ...(
    [
      ['a person who authorized the bank for one item', MEI, '+'],
      ['a person who is not held', NOT_HELD, 'auth'],
    ] as const
  ).map(
    ([who, id, fund]): About => [
      who,
      id,
      {
        'PENALTY-GENERAL': '+ + + + + + + + + + + rows ask24 ask22 case matter duty',
        'ARREARS-FUND': `id + role ${fund} purpose none duty role role role role rows ask24 ask22 case matter duty`,
        'ARREARS-TAX': 'id + role auth purpose none duty role role role role rows ask24 ask22 case matter duty',
        VOLUNTEERING: 'self + self self self self self self self self self self self self self self self',
      },
    ],
  ),
];

onDatabaseOfStep('what is opened', (kind) => {
  const ask = async (column: Column, id: Identifier, query: string, variables: object): Promise<Answer> => {
    const world = await sharedWorld(kind);
    if (column === 'oneself') return world.ask(subject(id), query, { id, ...variables });
    // The subject of the table is she: another one asks about her.
    const holder = column === 'subject' ? subject(id === MEI ? COMPANY : MEI) : ASKERS[column].holder;
    return world.ask(holder, query, { id, ...variables }, ASKERS[column].headers);
  };
  const refusal = ({ status, errors }: Answer): string => {
    const [error] = errors ?? [];
    if (error === undefined) return status === 200 ? '+' : `HTTP ${status}`;
    const { code, reason, article } = error.extensions;
    return `${code === 'FORBIDDEN' ? '' : `${code} `}${reason} ${article}`;
  };
  const view = (column: Column, what: string) =>
    ask(column, COMPANY, `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { ${what} } }`, {});
  const LEAVES: Readonly<Record<string, string>> = {
    usesPledges: '',
    disclosures: '{ totalCount }',
    notices: '{ kind }',
    objections: '{ totalCount }',
    messages: '{ totalCount }',
    channel: '{ kind }',
    lock: '{ lockedSince }',
  };
  const selected = (what: string): string =>
    `${what} ${what.includes('ecords') ? '{ totalCount }' : (LEAVES[what] ?? '{ id }')}`;

  const checkView = async (what: string, line: string) => {
    const found: [Column, string][] = [];
    for (const column of COLUMNS) found.push([column, refusal(await view(column, selected(what)))]);
    expect(found).toEqual(inWords(line, COLUMNS));
  };

  it.each(VIEWS)('A22.1 A23.1 A23.2 A23.3 %s', (what, line) => checkView(what, line));

  it.each(selfOnlyFields())('A23.3 A35.1 %s', (field) => checkView(field, OWN));

  it('A23.3 there are such views in three of the four parts', () => {
    expect(selfOnlyFields().sort()).toEqual(
      [
        'authorizations',
        'channel',
        'complaints',
        'disclosures',
        'lock',
        'mandates',
        'messages',
        'notices',
        'objections',
        'pledgeChecks',
        'reexaminations',
        'restorations',
        'usesPledges',
        'waivers',
      ].sort(),
    );
  });

  describe('A22.1 A23.5 A24.3 access says what asking would', () => {
    it.each(ACCESS)('of %s', async (_who, id, lines) => {
      const items = Object.keys(lines);
      const query = `query ($id: SubjectIdentifierInput!, $items: [String!]) { access(subject: $id, items: $items) {
        granted reason article } }`;
      const found: Record<string, [Column, string][]> = Object.fromEntries(items.map((item) => [item, []]));
      for (const column of EXPLAINED) {
        const { data, errors } = await ask(column, id, query, { items });
        expect(errors).toBeUndefined();
        for (const [at, item] of items.entries()) {
          const { granted, reason, article } = data.access[at];
          found[item]?.push([column, granted ? '+' : `${reason} ${article}`]);
        }
      }
      expect(found).toEqual(
        Object.fromEntries(Object.entries(lines).map(([item, line]) => [item, inWords(line, EXPLAINED)])),
      );
    });
  });
});
