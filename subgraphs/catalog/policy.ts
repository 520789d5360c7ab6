/** Guards of every field of the catalog subgraph. */
import { aboutNobody, type IdTable, idOf, ownId } from '../authorization/ids.ts';
import { type Guard, gatewayOnly, open, type Policy, roles, selfOnly } from '../authorization/policy.ts';
import { feedIds, feedMutationPolicy, feedPolicy, feedQueryPolicy } from './feed/feed.ts';
import { webhookMutationPolicy, webhookPolicy, webhookQueryPolicy } from './feed/webhooks.ts';
import { matterIds, matterPolicy, matterQueryPolicy } from './matter/matter.ts';
import { agreementMutationPolicy, agreementPolicy, agreementQueryPolicy } from './queries/agreements.ts';
import { deadlineIds, deadlinePolicy, deadlineQueryPolicy } from './queries/deadlines.ts';
import { ledgerPolicy, ledgerQueryPolicy } from './queries/ledger.ts';
import type { Resolvers, ResolversParentTypes } from './types.generated.ts';

/** Roles that maintain the control plane: the department in charge and the public credit work body (Articles 6 and 7). */
const keepers = (article: string): Guard => roles(article, 'OPERATOR', 'AUTHORITY');

export const policy: Policy<Resolvers> &
  Record<'_Service', Record<'sdl', Guard>> & { Query: Record<'_entities' | '_service', Guard> } = {
  Query: {
    catalogItems: open,
    access: open,
    purposes: open,
    verifyReport: open,
    ...agreementQueryPolicy,
    ...deadlineQueryPolicy,
    ...ledgerQueryPolicy,
    ...feedQueryPolicy,
    ...webhookQueryPolicy,
    ...matterQueryPolicy,
    _entities: gatewayOnly,
    _service: gatewayOnly,
  },
  Mutation: {
    publishCatalogItem: keepers('18'),
    ...agreementMutationPolicy,
    registerDuty: keepers('22'),
    endDuty: keepers('22'),
    publishPurposeCap: keepers('36'),
    grantAuthorization: roles('24', 'SUBJECT'),
    revokeAuthorization: roles('24', 'SUBJECT'),
    ...feedMutationPolicy,
    ...webhookMutationPolicy,
  },
  CreditSubject: { id: open, authorizations: selfOnly, disclosures: selfOnly, notices: selfOnly },
  ...deadlinePolicy,
  ...ledgerPolicy,
  ...feedPolicy,
  ...webhookPolicy,
  ...matterPolicy,
  ReportVerification: { authentic: open, status: open, issuedAt: open, supersededAt: open },
  CatalogItem: {
    code: open,
    edition: open,
    information: open,
    category: open,
    name: open,
    nameEn: open,
    conduct: open,
    nature: open,
    subjectKinds: open,
    providingUnit: open,
    dataSource: open,
    sharing: open,
    openness: open,
    displayPeriod: open,
    updateWithinWorkingDays: open,
    legalBasis: open,
    publication: open,
    effectiveFrom: open,
    effectiveUntil: open,
    elements: open,
  },
  CatalogElement: { name: open, title: open, personal: open, openness: open },
  CatalogItemConnection: { totalCount: open, pageInfo: open, nodes: open },
  PageInfo: { hasNextPage: open, endCursor: open },
  DisplayPeriod: { minimumMonths: open, maximumMonths: open },
  LegalBasis: { article: open, title: open },
  Publication: { reference: open, publishedOn: open },
  Unit: { code: open, name: open, nameEn: open, kind: open, kinds: open, endedOn: open },
  AccessDecision: { item: open, granted: open, reason: open, article: open, desensitized: open },
  ...agreementPolicy,
  Duty: { id: open, department: open, matter: open, activity: open, items: open, identified: open, endedAt: open },
  Authorization: {
    id: open,
    party: open,
    purposes: open,
    items: open,
    validFrom: open,
    validUntil: open,
    status: open,
    uses: open,
    maximumUses: open,
    grantedAt: open,
    revokedAt: open,
    remindedSince: open,
  },
  Purpose: {
    code: open,
    name: open,
    nameEn: open,
    activity: open,
    article: open,
    service: open,
    needs: open,
    caps: open,
  },
  PurposeCap: {
    purpose: open,
    item: open,
    party: open,
    maximumMonths: open,
    maximumUses: open,
    effectiveFrom: open,
    publicationReference: open,
    article: open,
  },
  _Service: { sdl: gatewayOnly },
};

/** Agreements, duties and what a party keeps of its own are about no person. Entries of the ledger are shown to their subject and the overseers. */
export const ids: IdTable<ResolversParentTypes> = {
  fields: {
    CreditSubject: { id: idOf('SUBJECT') },
    Agreement: { id: aboutNobody },
    Duty: { id: aboutNobody },
    Authorization: { id: aboutNobody },
    Disclosure: { id: aboutNobody },
    DisclosedRecord: { recordId: ownId('RECORD') },
    DisclosureBasis: { agreementId: aboutNobody, authorizationId: aboutNobody, dutyId: aboutNobody },
    ...feedIds,
    ...deadlineIds,
    ...matterIds,
  },
  args: {
    'Query.disclosure': { id: null },
    'Mutation.activateAgreement': { id: null },
    'Mutation.suspendAgreement': { id: null },
    'Mutation.resumeAgreement': { id: null },
    'Mutation.endAgreement': { id: null },
    'Mutation.endDuty': { id: null },
    'Mutation.revokeAuthorization': { id: null },
  },
};
