/** Resolvers of the sanctions subgraph. */
import type { Marked } from '../authorization/policy.ts';
import { matterReference } from '../matter/matter.ts';
import type { Context } from '../request/context.ts';
import { disclosureKey, mayName, subjectKey } from '../request/subjects/representations.ts';
import { labelOf, labelResolvers } from '../rights/claims/label.ts';
import { ownStatementLoader } from '../rights/statements/own-statements.ts';
import { designate } from './commands/designations/designate.ts';
import { removeDesignation } from './commands/designations/remove-designation.ts';
import { submitDefaulters } from './commands/designations/submit-defaulters.ts';
import { waiveConduct } from './commands/designations/waive-conduct.ts';
import { designateIncentive } from './commands/incentives/designate-incentive.ts';
import { removeIncentive } from './commands/incentives/remove-incentive.ts';
import { publishMeasure } from './commands/lists/publish-measure.ts';
import { publishStandard } from './commands/lists/publish-standard.ts';
import { orderOrganCorrection } from './commands/organs/order-organ-correction.ts';
import { reportOrganOutcome } from './commands/organs/report-organ-outcome.ts';
import { decideReexamination } from './commands/reexaminations/decide-reexamination.ts';
import { requestReexamination } from './commands/reexaminations/request-reexamination.ts';
import { designationLoader, incentiveLoader } from './loaders.ts';
import { shownDesignations } from './queries/as-disclosed.ts';
import { lists, measuresOfKind, standards } from './queries/lists.ts';
import { sanctionsPart } from './queries/matter.ts';
import { decideMeasure } from './queries/may-apply.ts';
import { organNotices, reexaminationLoader, waiverLoader } from './queries/own-rights.ts';
import type { Resolvers } from './types.generated.ts';

const publication = (row: { readonly publicationReference: string; readonly publishedOn: string }) => ({
  reference: row.publicationReference,
  publishedOn: row.publishedOn,
});

/** What is found by the id of a subject. A person's stored id in the hands of a recipient that has its own finds nothing. */
const found = <Row extends { readonly subjectId: string } & Marked>(context: Context, rows: readonly Row[]): Row[] =>
  rows.filter((row) => mayName(context, row.subjectId, row));

export const resolvers: Resolvers = {
  Query: {
    publishedMeasures: (_root, { kind }, context) => measuresOfKind(context, kind),
    publishedLists: async (_root, { kind }, context) =>
      [...(await lists(context)).values()].filter((list) => kind == null || list.kind === kind),
    mayApply: (_root, args, context) => decideMeasure(context, args),
    organNotices: (_root, _args, context) => organNotices(context),
  },
  Mutation: {
    publishMeasure: (_root, { input }, context) => publishMeasure(context, input),
    publishStandard: (_root, { input }, context) => publishStandard(context, input),
    designate: (_root, { input }, context) => designate(context, input),
    submitDefaulters: (_root, { input }, context) => submitDefaulters(context, input.entries),
    removeDesignation: (_root, { id, reason }, context) => removeDesignation(context, id, reason),
    designateIncentive: (_root, { input }, context) => designateIncentive(context, input),
    removeIncentive: (_root, { id, reason }, context) => removeIncentive(context, id, reason),
    waiveConduct: (_root, { input }, context) => waiveConduct(context, input),
    requestReexamination: (_root, { input }, context) => requestReexamination(context, input),
    decideReexamination: (_root, { input }, context) => decideReexamination(context, input),
    orderOrganCorrection: (_root, { input }, context) => orderOrganCorrection(context, input),
    reportOrganOutcome: (_root, { input }, context) => reportOrganOutcome(context, input),
  },
  MatterCheck: {
    __resolveReference: matterReference,
    sanctionsPart: (row, _args, context) => sanctionsPart(context, row),
  },
  Disclosure: {
    __resolveReference: disclosureKey,
    shownDesignations: (row, _args, context) => shownDesignations(context, row),
  },
  CreditSubject: {
    __resolveReference: subjectKey,
    designations: async (row, _args, context) => found(context, await designationLoader(context).load(row.id)),
    incentives: async (row, _args, context) => found(context, await incentiveLoader(context).load(row.id)),
    waivers: (row, _args, context) => waiverLoader(context).load(row.id),
    reexaminations: (row, _args, context) => reexaminationLoader(context).load(row.id),
  },
  Designation: {
    designatingUnit: (row) => ({ code: row.designatingUnit }),
    item: (row) => ({ code: row.item }),
    objection: labelOf,
    ownStatement: (row, _args, context) => ownStatementLoader(context).load(row.id),
  },
  Incentive: {
    designatingUnit: (row) => ({ code: row.designatingUnit }),
    item: (row) => ({ code: row.item }),
    objection: labelOf,
    ownStatement: (row, _args, context) => ownStatementLoader(context).load(row.id),
  },
  ObjectionLabel: labelResolvers,
  SanctionList: {
    publication,
    standard: async (row, _args, context) => (await standards(context)).get(row.code) ?? null,
  },
  DesignationStandard: {
    publication,
    designatingUnits: (row) => row.designatingUnits.map((code) => ({ code })),
  },
  Measure: { publication },
  Waiver: { unit: (row) => ({ code: row.unit }) },
  OrganNotice: {
    unit: (row) => ({ code: row.unit }),
    designatingUnit: (row) => ({ code: row.designatingUnit }),
    publicPledgeOrdered: (row) => row.corrected === false,
  },
};
