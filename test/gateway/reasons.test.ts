/**
 * Each reason of a refusal at each root field, as each role, with each condition lacking. What is expected is written here from the Regulations and the
 * contract, field by field; a field that the table does not name fails the test.
 */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' };
const CALLERS: Readonly<Record<string, readonly [Holder | null, Headers]>> = {
  PUBLIC: [null, {}],
  SUBJECT: [subject(MEI), {}],
  PARTY: [BANK_A, LOAN],
  DEPARTMENT: [PERMIT_OFFICE, DESK],
  PROVIDER: [MARKET_REGULATION, {}],
  COLLECTOR: [{ role: 'collector', unit: 'COLLECTOR-A' }, {}],
  OPERATOR: [OPERATOR, {}],
  ANALYST: [ANALYST, {}],
  AUTHORITY: [AUTHORITY, {}],
};

/** Who may, and the article that says so, for every root field. `ANYONE` is open to every role; `ROWS` to all but analysts, who read numbers. */
const ANYONE = 'ANYONE';
const ROWS = 'ROWS 22';
const KEEPERS = 'OPERATOR AUTHORITY';
const NOTIFIED = 'PARTY DEPARTMENT PROVIDER COLLECTOR AUTHORITY 39';
const REGULATORS = 'DEPARTMENT PROVIDER';
const WHO: Readonly<Record<string, string>> = {
  // Published and verifiable by anyone (Articles 7, 17, 25, 28, 47).
  ...{ catalogItems: ANYONE, access: ANYONE, purposes: ANYONE, publishedMeasures: ANYONE, publishedLists: ANYONE },
  ...{ assessmentMethods: ANYONE, verifyReport: ANYONE, ledgerCheckpoint: ANYONE, ledgerConsistency: ANYONE },
  // Inquiries.
  ...{ subject: ROWS, subjects: ROWS, me: 'SUBJECT 24', statistics: 'ANALYST 22' },
  ...{ matterCheck: 'DEPARTMENT 44', matterChecks: 'DEPARTMENT 44', mayApply: 'DEPARTMENT 30' },
  // The ledger, notices and clocks.
  ...{ disclosure: 'SUBJECT OPERATOR AUTHORITY 35', verifyLedger: `${KEEPERS} 17` },
  ...{
    changes: NOTIFIED,
    acknowledgeChanges: NOTIFIED,
    webhook: NOTIFIED,
    registerWebhook: NOTIFIED,
    endWebhook: NOTIFIED,
  },
  ...{ retryDeadDeliveries: NOTIFIED, watch: 'PARTY 6', unwatch: 'PARTY 6' },
  deadlines: 'OPERATOR AUTHORITY PROVIDER PARTY DEPARTMENT COLLECTOR 38',
  // The catalog, agreements, duties, authorizations.
  ...{ publishCatalogItem: `${KEEPERS} 18`, agreements: `${KEEPERS} PARTY 23`, concludeAgreement: `${KEEPERS} 23` },
  ...{ draftAgreement: `${KEEPERS} 23`, activateAgreement: `${KEEPERS} 23`, suspendAgreement: `${KEEPERS} 23` },
  ...{
    resumeAgreement: `${KEEPERS} 23`,
    endAgreement: `${KEEPERS} 23`,
    registerDuty: `${KEEPERS} 22`,
    endDuty: `${KEEPERS} 22`,
  },
  ...{ publishPurposeCap: `${KEEPERS} 36`, grantAuthorization: 'SUBJECT 24', revokeAuthorization: 'SUBJECT 24' },
  // Deliveries, corrections, pledges, assessments.
  ...{ submitRecords: 'PROVIDER 21', correctRecord: 'PROVIDER 38', revokeBasis: 'PROVIDER OPERATOR 38' },
  ...{ recordPledge: `${REGULATORS} 45`, choosePledges: 'SUBJECT 45', pledgeChecks: `${REGULATORS} 46` },
  ...{ orderPledgeCorrection: `${REGULATORS} 46`, verifyPledge: `${REGULATORS} 46` },
  ...{ publishAssessmentMethod: 'AUTHORITY 48', deliverAssessments: 'OPERATOR 47' },
  // Lists and measures.
  ...{ publishMeasure: 'AUTHORITY 7', publishStandard: 'AUTHORITY 28', submitDefaulters: 'PROVIDER 28' },
  ...{ designate: `${REGULATORS} 28`, removeDesignation: `${REGULATORS} 28`, waiveConduct: `${REGULATORS} 30` },
  ...{ designateIncentive: `${REGULATORS} 25`, removeIncentive: `${REGULATORS} 25` },
  ...{
    requestReexamination: 'SUBJECT 35',
    decideReexamination: `${REGULATORS} 35`,
    orderOrganCorrection: 'AUTHORITY 32',
  },
  ...{ organNotices: `${REGULATORS} AUTHORITY 32`, reportOrganOutcome: `${REGULATORS} AUTHORITY 32` },
};

/** What a refused role is told, or null where the role is let in. */
function expected(field: string, role: string): string | null {
  const [article, ...roles] = (WHO[field] ?? '').split(' ').reverse();
  if (WHO[field] === ANYONE) return null;
  if (WHO[field] === ROWS) return role === 'ANALYST' ? 'ROLE 22' : null;
  if (roles.includes(role)) return null;
  return `${role === 'PUBLIC' ? 'IDENTITY_REQUIRED' : 'ROLE'} ${article}`;
}

const schema = buildSchema(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
  assumeValidSDL: true,
});
const fieldsOf = (type: 'Query' | 'Mutation'): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(schema[type === 'Query' ? 'getQueryType' : 'getMutationType']()?.getFields() ?? {});

const SUBJECT = `{ type: USCC, value: "${COMPANY.value}" }`;
const SCALARS: Readonly<Record<string, string>> = {
  ...{
    Int: '1',
    Float: '1',
    Boolean: 'false',
    Date: '"2026-11-20"',
    JSON: '{}',
    Money: '"1.00"',
    DateTime: '"2026-11-20T10:00:00Z"',
  },
  ID: '"0b1cf5d4-9d7c-4b43-8d0e-3d7a3a9f0001"',
};
/** The least that an input type takes. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? '"x"';
  if (type.name === 'SubjectIdentifierInput') return SUBJECT;
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
}
function asked(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${literal(argument.type)}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${selection}`;
}

let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(() => world.close());

const reasonsOf = async (holder: Holder | null, headers: Headers, document: string): Promise<string[]> => {
  const { errors = [] } = await world.ask(holder, document, {}, headers);
  return errors
    .filter(({ extensions }) => extensions.code === 'FORBIDDEN')
    .map(({ extensions }) => `${extensions.reason} ${extensions.article}`);
};

it('names every root field, and no other', () => {
  const named = [...fieldsOf('Query'), ...fieldsOf('Mutation')].map(({ name }) => name);
  expect(Object.keys(WHO).sort()).toEqual(named.sort());
});

it.each(['Query', 'Mutation'] as const)(
  'A22.1 A23.5 each field of %s tells each role whether it carries it, and by which article',
  async (type) => {
    const faults: string[] = [];
    for (const field of fieldsOf(type))
      for (const [role, [holder, headers]] of Object.entries(CALLERS)) {
        const refused = await reasonsOf(holder, headers, `${type.toLowerCase()} { ${asked(field)} }`);
        const want = expected(field.name, role);
        // Who is let in may lack something else, but never the role.
        const fits =
          want === null ? refused.every((one) => !/^(ROLE|IDENTITY_REQUIRED)/.test(one)) : refused.includes(want);
        if (!fits)
          faults.push(`${field.name} as ${role}: ${refused.join() || 'let in'}, expected ${want ?? 'to be let in'}`);
      }
    expect(faults).toEqual([]);
  },
);

const LOOK = `{ subject(identifier: ${SUBJECT}) { __typename } }`;
const ITEM = (code: string): string =>
  `{ subject(identifier: ${SUBJECT}) { records(items: ["${code}"]) { totalCount } } }`;
const BATCH = `{ subjects(identifiers: [${SUBJECT}]) { __typename } }`;
const MAY = `{ mayApply(subject: ${SUBJECT}, measure: "PUNISH-TALK") { allowed } }`;
const CHECK = `{ matterCheck(subject: ${SUBJECT}, matter: "FOOD-PERMIT") { complete } }`;
const CHECKS = `{ matterChecks(subjects: [${SUBJECT}], matter: "FOOD-PERMIT") { complete } }`;
const WATCH = `mutation { watch(subjects: [${SUBJECT}]) { watched } }`;
const ASSESSMENTS = 'mutation { submitRecords(input: { item: "ARREARS-TAX", records: [] }) { accepted } }';
const AGENCY = { role: 'party', unit: 'AGENCY-A' } as const;

/** The condition that lacks, who asks, with which headers, for what, and what is told first. */
const LACKING: readonly (readonly [string, Holder | null, Headers, string, string | null])[] = [
  ...[LOOK, BATCH, MAY, CHECK, CHECKS].flatMap((query) => [
    ['a purpose', PERMIT_OFFICE, { case: '1', matter: 'FOOD-PERMIT' }, query, 'PURPOSE_REQUIRED 22'] as const,
    ['a case', PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'FOOD-PERMIT' }, query, 'CASE_REQUIRED 22'] as const,
    ['a duty', PERMIT_OFFICE, { purpose: 'AWARD', case: '1' }, query, 'DUTY_REQUIRED 22'] as const,
    ['nothing', PERMIT_OFFICE, DESK, query, null] as const,
  ]),
  ...[LOOK, BATCH, MAY].map(
    (query) => ['a matter', PERMIT_OFFICE, { purpose: 'PERMIT', case: '1' }, query, 'MATTER_REQUIRED 22'] as const,
  ),
  // The question names it.
  ...[CHECK, CHECKS].map(
    (query) => ['no matter', PERMIT_OFFICE, { purpose: 'PERMIT', case: '1' }, query, null] as const,
  ),
  ['a duty for the item', PERMIT_OFFICE, DESK, ITEM('ARREARS-TAX'), 'DUTY_REQUIRED 22'],
  ...[LOOK, BATCH, WATCH].map((query) => ['a purpose', BANK_A, {}, query, 'PURPOSE_REQUIRED 24'] as const),
  ['an agreement', BANK_B, LOAN, ITEM('ARREARS-TAX'), 'NO_AGREEMENT 23(2)'],
  ['an agreement', BANK_B, { purpose: 'POST_LOAN_MONITORING' }, WATCH, 'NO_AGREEMENT 23(2)'],
  ['an agreed purpose', AGENCY, LOAN, ITEM('ARREARS-TAX'), 'PURPOSE_NOT_AGREED 23(2)'],
  ['the purpose of watching', BANK_A, LOAN, WATCH, 'PURPOSE_NOT_AGREED 6'],
  ['an agreed item', BANK_A, LOAN, ITEM('CHARITY'), 'ITEM_NOT_AGREED 23(2)'],
  ['nothing', BANK_A, LOAN, ITEM('ARREARS-TAX'), null],
  ['identity', null, {}, ITEM('ARREARS-TAX'), 'IDENTITY_REQUIRED 23(2)'],
  ['being the subject', BANK_A, LOAN, ITEM('PENALTY-MINOR'), 'SELF_ONLY 24'],
  ['a published item', BANK_A, LOAN, ITEM('NO-SUCH-ITEM'), 'NOT_PUBLISHED 18'],
  ['the providing unit', MARKET_REGULATION, {}, ASSESSMENTS, 'NOT_PROVIDING_UNIT 21'],
];

it.each(LACKING)('A22.1 A23.2 where %s lacks, that is what is told', async (_what, holder, headers, document, want) => {
  expect(await reasonsOf(holder, headers, document)).toEqual(want === null ? [] : [want]);
});
