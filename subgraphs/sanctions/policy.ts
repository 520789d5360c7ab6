/** Guards of every field of the sanctions subgraph. */
import { aboutNobody, type IdTable, idOf, ownId } from '../authorization/ids.ts';
import { type Guard, gatewayOnly, inquiry, open, type Policy, roles, selfOnly } from '../authorization/policy.ts';
import { matterPartPolicy } from '../matter/matter.ts';
import { labelGuards } from '../rights/claims/label.ts';
import { ownStatementGuards } from '../rights/statements/guards.ts';
import type { DesignationRow } from './rows.ts';
import type { Resolvers, ResolversParentTypes } from './types.generated.ts';

const rows = inquiry('UNCONDITIONAL');

/** Only departments apply measures, each for its duty and case. */
const department = roles('30', 'DEPARTMENT');
const application: Guard = {
  name: 'department-for-its-duty',
  check: (context, parent, field) => department.check?.(context, parent, field) ?? rows.check?.(context, parent, field),
};

const regulators = (article: string): Guard => roles(article, 'DEPARTMENT', 'PROVIDER');

export const policy: Policy<Resolvers> &
  Record<'_Service', Record<'sdl', Guard>> & { Query: Record<'_entities' | '_service', Guard> } = {
  MatterCheck: matterPartPolicy('sanctionsPart'),
  Query: {
    publishedMeasures: open,
    publishedLists: open,
    mayApply: application,
    organNotices: roles('32', 'DEPARTMENT', 'PROVIDER', 'AUTHORITY'),
    _entities: gatewayOnly,
    _service: gatewayOnly,
  },
  Mutation: {
    publishMeasure: roles('7', 'AUTHORITY'),
    publishStandard: roles('28', 'AUTHORITY'),
    designate: regulators('28'),
    submitDefaulters: roles('28', 'PROVIDER'),
    removeDesignation: regulators('28'),
    designateIncentive: regulators('25'),
    removeIncentive: regulators('25'),
    waiveConduct: regulators('30'),
    requestReexamination: roles('35', 'SUBJECT'),
    decideReexamination: regulators('35'),
    orderOrganCorrection: roles('32', 'AUTHORITY'),
    reportOrganOutcome: roles('32', 'DEPARTMENT', 'PROVIDER', 'AUTHORITY'),
  },
  CreditSubject: {
    id: open,
    designations: rows,
    incentives: rows,
    waivers: selfOnly,
    reexaminations: selfOnly,
  },
  Designation: {
    id: open,
    list: open,
    ground: open,
    basisDocument: open,
    designatedOn: open,
    until: open,
    designatingUnit: open,
    item: open,
    decisionNumber: selfOnly,
    reasons: selfOnly,
    removalConditions: selfOnly,
    remedies: selfOnly,
    standardEdition: open,
    responsibleAs: open,
    onAccountOf: open,
    evidence: selfOnly,
    objection: open,
    ownStatement: open,
  },
  Incentive: {
    id: open,
    list: open,
    designatedOn: open,
    until: open,
    designatingUnit: open,
    item: open,
    objection: open,
    ownStatement: open,
    displayed: selfOnly,
  },
  ObjectionLabel: labelGuards,
  OwnStatement: ownStatementGuards,
  SanctionList: { code: open, name: open, nameEn: open, kind: open, publication: open, standard: open },
  DesignationStandard: {
    edition: open,
    citation: open,
    grounds: open,
    designatingUnits: open,
    maximumMonths: open,
    restorationMonths: open,
    effectiveFrom: open,
    publication: open,
  },
  Measure: {
    code: open,
    edition: open,
    name: open,
    nameEn: open,
    kind: open,
    scope: open,
    source: open,
    article: open,
    legalBasis: open,
    grounds: open,
    lists: open,
    activities: open,
    maximumMonths: open,
    maximumExtent: open,
    effectiveFrom: open,
    publication: open,
  },
  MeasureDecision: {
    allowed: open,
    reason: open,
    listEdition: open,
    article: open,
    from: open,
    until: open,
    objected: open,
  },
  // Rows of these types come only from the caller's own command or its own notices.
  DefaulterSubmission: { accepted: open, unchanged: open, rejected: open },
  RejectedDefaulter: { row: open, code: open, message: open },
  RemovedDesignation: { id: open, removedOn: open },
  Waiver: { id: open, basisDocument: open, conduct: open, warning: open, waivedOn: open, unit: open },
  Reexamination: {
    id: open,
    designation: open,
    status: open,
    requestedOn: open,
    decideBy: open,
    provisional: open,
    reasons: open,
    decidedOn: open,
  },
  OrganNotice: {
    id: open,
    designation: open,
    kind: open,
    unit: open,
    designatingUnit: open,
    toldOn: open,
    correctBy: open,
    outcome: open,
    corrected: open,
    publicPledgeOrdered: open,
  },
  ListPublication: { reference: open, publishedOn: open },
  CatalogItem: { code: open },
  Unit: { code: open },
  // Rows come from the subject's own disclosures, or from any for the operator and the authority; the row policies decide.
  Disclosure: { id: open, shownDesignations: roles('35', 'SUBJECT', 'OPERATOR', 'AUTHORITY') },
  ShownDesignation: {
    recordId: open,
    current: open,
    item: open,
    list: open,
    designatedOn: open,
    until: open,
    basisDocument: open,
  },
  _Service: { sdl: gatewayOnly },
};

export const ids: IdTable<ResolversParentTypes> = {
  fields: {
    CreditSubject: { id: idOf('SUBJECT') },
    Designation: {
      id: idOf('RECORD'),
      // The entity's designation, which a person's refers to: an organization's, unless the entity is a sole trader.
      onAccountOf: idOf('RECORD', ({ accountPersonal }: DesignationRow) => ({ personal: accountPersonal })),
    },
    Incentive: { id: idOf('RECORD') },
    OwnStatement: { id: idOf('OWN_STATEMENT') },
    RemovedDesignation: { id: idOf('RECORD') },
    Waiver: { id: idOf('WAIVER') },
    Reexamination: { id: idOf('REEXAMINATION'), designation: idOf('RECORD') },
    OrganNotice: { id: idOf('NOTICE'), designation: idOf('RECORD') },
    Disclosure: { id: aboutNobody },
    ShownDesignation: { recordId: ownId('RECORD') },
    MatterCheck: { key: aboutNobody },
  },
  args: {
    'Mutation.removeDesignation': { id: 'RECORD' },
    'Mutation.removeIncentive': { id: 'RECORD' },
    RequestReexaminationInput: { designation: 'RECORD' },
    DecideReexaminationInput: { id: 'REEXAMINATION' },
    OrderOrganCorrectionInput: { designation: 'RECORD' },
    ReportOrganOutcomeInput: { id: 'NOTICE' },
  },
};
