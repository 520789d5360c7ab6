/** Guards of every field of the public credit subgraph. */
import { RECORD_TYPES, type RecordType } from '../../schema/law/facts.ts';
import { aboutNobody, type IdTable, idOf, ownId } from '../authorization/ids.ts';
import {
  element,
  type Guard,
  gatewayOnly,
  inquiry,
  open,
  openConnection,
  openEdge,
  openPageInfo,
  type Policy,
  published,
  roles,
  selfOnly,
} from '../authorization/policy.ts';
import { matterPartPolicy } from '../matter/matter.ts';
import { labelGuards } from '../rights/claims/label.ts';
import { statementArguments, statementGuards, statementIds } from '../rights/statements/guards.ts';
import { heldGuards } from './commands/fallen/held-records.ts';
import { pledgeGuards } from './queries/pledge-checks.ts';
import { rightsPolicy } from './queries/rights/policy.ts';
import { operationGuards } from './queries/statistics/operation-figures.ts';
import { statisticsGuards } from './queries/statistics/statistics-privacy.ts';
import type { PledgeCheckRow, StatementRow } from './rows.ts';
import type { Resolvers, ResolversParentTypes } from './types.generated.ts';

/** Fields of every record. Only the subject itself may read source and history (Article 35). */
const COMMON = {
  id: open,
  version: open,
  nature: open,
  item: open,
  occurredOn: open,
  displayedUntil: open,
  providingUnit: open,
  source: selfOnly,
  history: selfOnly,
  displayed: selfOnly,
  objection: open,
  ownStatement: open,
  withheldTexts: open,
};

/** Guards of a record type: the common fields, and its elements, which an edition of the catalog may restrict further than the item. */
const record = <Element extends string>(...elements: readonly Element[]): typeof COMMON & Record<Element, Guard> => ({
  ...COMMON,
  ...(Object.fromEntries(elements.map((name) => [name, element])) as Record<Element, Guard>),
});

/** Roles and purposes that may ask for records at all (Articles 22 and 24). The scope decides which rows. */
const rows = inquiry('UNCONDITIONAL');

/** Assessment results need an agreement or a duty (Article 47). */
const assessed = inquiry('AGREEMENT', (context) =>
  [...context.snapshot.directory.items.values()]
    .filter(({ recordType }) => recordType === 'AssessmentRecord')
    .map(({ code }) => code),
);

/** A guard for each element of each type of record. */
const records = {
  Registration: record(
    'legalName',
    'registeredOn',
    'status',
    'regionCode',
    'registrationAuthority',
    'entityType',
    'capital',
    'scope',
    'legalRepresentative',
  ),
  Commendation: record('title', 'awardedBy', 'level', 'documentNumber'),
  PledgeRecord: record('content', 'pledgedOn', 'performance', 'matter'),
  AdministrativePermit: record(
    'documentNumber',
    'documentName',
    'permitKinds',
    'permitNumber',
    'content',
    'validFrom',
    'validUntil',
    'authority',
    'legalRepresentative',
  ),
  AdministrativePenalty: record(
    'documentNumber',
    'conduct',
    'facts',
    'legalBasisText',
    'penaltyKinds',
    'content',
    'fineYuan',
    'confiscatedYuan',
    'licence',
    'validUntil',
    'authority',
    'legalRepresentative',
  ),
  AdministrativeAct: record('documentNumber', 'actKind', 'content', 'authority'),
  PublicServiceRecord: record('service', 'period', 'content', 'amountYuan'),
  LegalDocument: record('documentNumber', 'court', 'cause', 'content'),
  Arrears: record('kind', 'amountYuan', 'period', 'content'),
  UnperformedObligation: record('documentNumber', 'court', 'obligation', 'performance', 'amountYuan'),
  DeceptiveConduct: record('documentNumber', 'conduct', 'facts'),
  AssessmentRecord: record('level', 'assessmentEdition', 'supervisionClass'),
  OtherRecord: record('title', 'content'),
} satisfies Record<RecordType, typeof COMMON>;

export const policy: Policy<Resolvers> &
  Record<'_Service', Record<'sdl', Guard>> & { Query: Record<'_entities' | '_service', Guard> } = {
  MatterCheck: matterPartPolicy('publicCreditPart'),
  Query: {
    subject: rows,
    subjects: rows,
    me: roles('24', 'SUBJECT'),
    statistics: roles('22', 'ANALYST'),
    operationFigures: roles('17', 'ANALYST', 'OPERATOR', 'AUTHORITY'),
    pledgeChecks: roles('46', 'PROVIDER', 'DEPARTMENT'),
    heldRecords: roles('39', 'OPERATOR'),
    assessmentMethods: open,
    ...rightsPolicy.Query,
    _entities: gatewayOnly,
    _service: gatewayOnly,
  },
  Mutation: {
    submitRecords: roles('21', 'PROVIDER'),
    correctRecord: roles('38', 'PROVIDER'),
    revokeBasis: roles('38', 'PROVIDER', 'OPERATOR'),
    decideHeldRecord: roles('39', 'OPERATOR'),
    publishAssessmentMethod: roles('48', 'AUTHORITY'),
    deliverAssessments: roles('47', 'OPERATOR'),
    recordPledge: roles('45', 'PROVIDER', 'DEPARTMENT'),
    orderPledgeCorrection: roles('46', 'PROVIDER', 'DEPARTMENT'),
    verifyPledge: roles('46', 'PROVIDER', 'DEPARTMENT'),
    choosePledges: roles('45', 'SUBJECT'),
    ...rightsPolicy.Mutation,
    addStatement: roles('35', 'SUBJECT'),
    withdrawStatement: roles('35', 'SUBJECT'),
  },
  ...heldGuards,
  CorrectionResult: { id: open, version: open, recipientsToNotify: open },
  RevocationResult: { records: open, amendBy: open, provisional: open, recipientsToNotify: open },
  RevokedRecord: { id: open, displayed: open },
  CreditSubject: {
    id: open,
    kind: open,
    name: open,
    identifier: open,
    birthDate: open,
    address: open,
    phone: open,
    statements: open,
    pseudonym: open,
    registration: open,
    records: rows,
    pledges: open,
    assessment: assessed,
    pledgeChecks: selfOnly,
    usesPledges: selfOnly,
    mandates: selfOnly,
    objections: selfOnly,
    complaints: selfOnly,
    lock: selfOnly,
    restorations: selfOnly,
  },
  SubjectStatement: published('kind', 'value', 'recordId', 'version', 'item', 'unit', 'statedOn', 'objection'),
  SubjectIdentifier: { type: open, value: open },
  ...records,
  RecordSource: { unit: open, receivedAt: open, submissionId: open },
  RecordChange: { version: open, changedAt: open, change: open },
  ObjectionLabel: labelGuards,
  ...statementGuards,
  PersonReference: { name: open, idNumber: open },
  Authority: { code: open, name: open },
  ...pledgeGuards,
  AssessmentMethod: { edition: open, basis: open, levels: open, publication: open, effectiveFrom: open },
  AssessmentMethodLevel: { level: open, supervision: open },
  AssessmentPublication: { reference: open, publishedOn: open },
  Pledge: { id: open, content: open, pledgedOn: open, performance: open },
  RecordConnection: openConnection,
  RecordEdge: openEdge,
  PageInfo: openPageInfo,
  CatalogItem: { code: open },
  Unit: { code: open },
  SubmissionResult: published('submissionId', 'accepted', 'unchanged', 'corrected', 'rejected', 'late'),
  RejectedRow: { row: open, code: open, message: open },
  // Rows come from the subject's own disclosures, or from any for the operator and the authority; the row policies decide.
  Disclosure: { id: open, shownRecords: roles('35', 'SUBJECT', 'OPERATOR', 'AUTHORITY') },
  ShownRecord: published('recordId', 'version', 'current', 'item', 'type', 'occurredOn', 'content'),
  ...statisticsGuards,
  ...operationGuards,
  ...rightsPolicy.types,
  _Service: { sdl: gatewayOnly },
};

const everyRecord = Object.fromEntries(RECORD_TYPES.map((type) => [type, { id: idOf('RECORD') }])) as Record<
  RecordType,
  { readonly id: ReturnType<typeof idOf> }
>;

export const ids: IdTable<ResolversParentTypes> = {
  fields: {
    ...everyRecord,
    CreditSubject: { id: idOf('SUBJECT') },
    SubjectStatement: {
      recordId: idOf('RECORD', ({ personal, subjectId }: StatementRow, { caller }) => ({
        personal,
        self: caller.subject?.id === subjectId,
      })),
    },
    Pledge: { id: idOf('RECORD') },
    PledgeCheck: {
      id: idOf('RECORD', ({ personal }: PledgeCheckRow, { caller }) => ({ personal, self: caller.role === 'SUBJECT' })),
    },
    HeldRecord: { id: idOf('RECORD') },
    HeldDecision: { id: idOf('RECORD') },
    ...statementIds,
    CorrectionResult: { id: idOf('RECORD') },
    RevokedRecord: { id: idOf('RECORD') },
    ShownRecord: { recordId: ownId('RECORD') },
    Disclosure: { id: aboutNobody },
    MatterCheck: { key: aboutNobody },
    // A delivery is told to the unit that sent it, and to the subject of a record in it.
    RecordSource: { submissionId: aboutNobody },
    SubmissionResult: { submissionId: aboutNobody },
    ...rightsPolicy.ids,
  },
  args: {
    ...statementArguments,
    'Mutation.orderPledgeCorrection': { id: 'RECORD' },
    VerifyPledgeInput: { id: 'RECORD' },
    CorrectRecordInput: { record: 'RECORD' },
    ...rightsPolicy.arguments,
    DecideHeldRecordInput: { id: 'RECORD' },
  },
};
