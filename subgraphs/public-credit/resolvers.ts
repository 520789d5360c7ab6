/** Resolvers of the public credit subgraph. */

import { GraphQLError } from 'graphql';
import { badInput } from '../../schema/errors.ts';
import { BATCH_SIZES } from '../../schema/law/asking/batch-sizes.ts';
import { RECORD_TYPES, type RecordType } from '../../schema/law/facts.ts';
import { sizeMessages } from '../../schema/messages/acts/inputs.ts';
import { matterReference } from '../matter/matter.ts';
import type { Context } from '../request/context.ts';
import { type Identified, identify } from '../request/subjects/identify.ts';
import { disclosureKey, isId, mayName, subjectKey } from '../request/subjects/representations.ts';
import { labelOf, labelResolvers } from '../rights/claims/label.ts';
import { ownStatementLoader } from '../rights/statements/own-statements.ts';
import { heldContent, heldPage } from './commands/fallen/held-records.ts';
import { mutations } from './commands/mutations.ts';
import { historyLoader, recordPage, subjectLoader, typeLoader } from './loaders.ts';
import { shownRecords } from './queries/as-disclosed.ts';
import { assessmentMethods } from './queries/assessment-methods.ts';
import { discloseHeld, discloseNumber, discloseStatements } from './queries/disclose.ts';
import { publicCreditPart } from './queries/matter.ts';
import { checkPage, ownChecks, pledgeChoice, unitOf } from './queries/pledge-checks.ts';
import { archiveResolvers, readArchive } from './queries/rights/archive.ts';
import { complaintPage, complaintResolvers, ownComplaints } from './queries/rights/complaints.ts';
import { objectionResolvers } from './queries/rights/guards.ts';
import { ownLock } from './queries/rights/lock.ts';
import { mandateResolvers, mandatesOf } from './queries/rights/mandates.ts';
import { objectionPage, ownObjections, readObjection } from './queries/rights/objections.ts';
import { restorationResolvers } from './queries/rights/restoration-guards.ts';
import {
  ownRestorations,
  restorationConditions,
  restorationExclusions,
  restorationPage,
} from './queries/rights/restorations.ts';
import { operationFigures } from './queries/statistics/operation-figures.ts';
import { statistics } from './queries/statistics/statistics.ts';
import { asksHeads } from './queries/summaries.ts';
import type { RecordRow, StatementKind, SubjectRow } from './rows.ts';
import type { RecordChangeKind, RegistrationResolvers, Resolvers } from './types.generated.ts';

/** Most subjects of one query. */
const BATCH_MAX = BATCH_SIZES.subjects;

type Asked = Pick<Identified, 'id' | 'personal'>;

/** A subject that is asked for. That it is held at all is a disclosure, on the basis of the row that tells it. */
async function load(context: Context, { id, personal }: Asked): Promise<SubjectRow | null> {
  const row = await subjectLoader(context).load(id);
  context.request.lookedUp(row !== null);
  if (row !== null) {
    discloseHeld(context, row);
    return row;
  }
  context.request.unseen({ subjectId: id, personal });
  return null;
}

/** Resolver of a field that shows one statement. */
const stated = (kind: StatementKind) => (row: SubjectRow, _args: unknown, context: Context) => {
  const statement = row.statements.find((one) => one.kind === kind);
  if (statement === undefined) return null;
  discloseStatements(context, [statement]);
  return statement.value;
};

/** Returns a refusal instead of throwing it: in a list it becomes the error of that element. */
async function settled<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphQLError) return error as Value;
    throw error;
  }
}

/** A timestamp of the database as ISO 8601. */
const isoInstant = (value: string): string => new Date(value).toISOString();

/** Resolvers that every record type has. */
const everyRecord = {
  source: (row: RecordRow) => row,
  history: async (row: RecordRow, _args: unknown, context: Context) =>
    (await historyLoader(context, row.subjectId).load(row.id)).map((change) => ({
      version: change.version === 0 ? row.version : change.version,
      changedAt: isoInstant(change.changedAt),
      change: change.change as RecordChangeKind,
    })),
  objection: labelOf,
  ownStatement: (row: RecordRow, _args: unknown, context: Context) => ownStatementLoader(context).load(row.id),
} satisfies RegistrationResolvers;

const recordResolvers = Object.fromEntries(RECORD_TYPES.map((type) => [type, everyRecord])) as Pick<
  Resolvers,
  RecordType
>;

export const resolvers: Resolvers = {
  Query: {
    subject: (_root, { identifier }, context) => load(context, identify(context.platform, identifier)),
    subjects: (_root, { identifiers }, context) => {
      if (identifiers.length > BATCH_MAX)
        throw badInput('BATCH_SIZE', sizeMessages.identifiers(identifiers.length, BATCH_MAX));
      // An invalid number is an error of its own element; the others are answered.
      return Promise.all(
        identifiers.map((identifier) => settled(() => load(context, identify(context.platform, identifier)))),
      );
    },
    me: (_root, _args, context) =>
      context.caller.subject === null ? null : load(context, { ...context.caller.subject, personal: true }),
    statistics: (_root, args, context) => statistics(context, args),
    operationFigures: (_root, args, context) => operationFigures(context, args),
    pledgeChecks: (_root, args, context) => checkPage(context, args),
    archive: (_root, args, context) => readArchive(context, args),
    heldRecords: (_root, args, context) => heldPage(context, args),
    assessmentMethods: (_root, _args, context) => assessmentMethods(context),
    objection: (_root, { id }, context) => (isId(id) ? readObjection(context, id) : null),
    objections: (_root, args, context) => objectionPage(context, args),
    complaints: (_root, args, context) => complaintPage(context, args),
    restorationConditions: (_root, args, context) => restorationConditions(context, args),
    restorations: (_root, args, context) => restorationPage(context, args),
    restorationExclusions: (_root, _args, context) => restorationExclusions(context),
  },
  Mutation: mutations,
  MatterCheck: {
    __resolveReference: matterReference,
    publicCreditPart: (row, _args, context) => publicCreditPart(context, row),
  },
  Statistics: { rows: (asked) => asked.rows(), csv: (asked) => asked.csv() },
  StatisticsRow: { of: (row, { by = [] }) => row.of(by) },
  OperationFigures: {
    countedSince: (asked) => asked.countedSince(),
    units: (asked, { limit = 50 }) => asked.units({ limit }),
    months: (asked) => asked.months(),
    returned: (asked) => asked.returned(),
    refusals: (asked) => asked.refusals(),
    periods: (asked) => asked.periods(),
  },
  Disclosure: {
    __resolveReference: disclosureKey,
    shownRecords: (row, _args, context) => shownRecords(context, row),
  },
  HeldRecord: {
    item: ({ item }) => ({ code: item }),
    unit: ({ unit }) => ({ code: unit }),
    content: (row, _args, context) => heldContent(context, row),
  },
  CreditSubject: {
    __resolveReference: async (key, context) => {
      const subject = await subjectKey(key, context);
      const row = subject === null ? null : await subjectLoader(context).load(subject.id);
      return row !== null && mayName(context, row.id, row) ? row : null;
    },
    identifier: (row, _args, context) => {
      discloseNumber(context, row);
      return row;
    },
    name: stated('NAME'),
    birthDate: stated('BIRTH_DATE'),
    address: stated('ADDRESS'),
    phone: stated('PHONE'),
    statements: (row, { kinds }, context) => {
      const asked = row.statements.filter(({ kind }) => kinds == null || kinds.includes(kind));
      discloseStatements(context, asked);
      return asked;
    },
    pseudonym: (row, _args, context) => {
      const recipient = context.caller.unit ?? context.caller.subject?.id;
      return recipient === undefined ? null : context.platform.secrets.pseudonym(recipient, row.id);
    },
    registration: async (row, _args, context) =>
      row.kind === 'NATURAL_PERSON'
        ? null
        : ((await typeLoader(context).load({ id: row.id, type: 'Registration' }))[0] ?? null),
    records: (row, args, context, info) => recordPage(context, row, args, asksHeads(info)),
    pledges: (row, _args, context) => typeLoader(context).load({ id: row.id, type: 'PledgeRecord' }),
    assessment: async (row, _args, context) =>
      row.personal ? null : ((await typeLoader(context).load({ id: row.id, type: 'AssessmentRecord' }))[0] ?? null),
    pledgeChecks: (row, _args, context) => ownChecks(context, row.id),
    usesPledges: (row, _args, context) => pledgeChoice(context, row.id),
    mandates: (row, _args, context) => mandatesOf(context, row),
    objections: (row, args, context) => ownObjections(context, row.id, args),
    complaints: (row, _args, context) => ownComplaints(context, row.id),
    lock: (row, _args, context) => ownLock(context, row.id),
    restorations: (row, _args, context) => ownRestorations(context, row.id),
  },
  AssessmentMethod: {
    levels: (row) => row.classes,
    publication: (row) => ({ reference: row.publicationReference, publishedOn: row.publishedOn }),
  },
  PledgeCheck: { item: ({ item }) => ({ code: item }), unit: unitOf },
  ...objectionResolvers,
  ...complaintResolvers,
  ...restorationResolvers,
  ...archiveResolvers,
  ...mandateResolvers,
  SubjectStatement: {
    item: ({ item }) => ({ code: item }),
    unit: ({ unit }) => ({ code: unit }),
    statedOn: ({ on }) => on,
    objection: labelOf,
  },
  SubjectIdentifier: {
    type: (row) => row.identifierType,
    value: (row) => row.identifier,
  },
  CreditRecord: { __resolveType: (row) => row.__typename },
  ...recordResolvers,
  RecordSource: {
    unit: (row) => ({ code: row.sourceUnit }),
    receivedAt: (row) => isoInstant(row.receivedAt),
  },
  ObjectionLabel: labelResolvers,
};
