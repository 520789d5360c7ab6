/** Guards of every field of the catalog subgraph. */
import { aboutNobody, type IdTable, idOf, ownId } from '../authorization/ids.ts';
import {
  type Guard,
  gatewayOnly,
  open,
  openConnection,
  openEdge,
  openPageInfo,
  type Policy,
  roles,
  selfOnly,
} from '../authorization/policy.ts';
import { gapIds, gapMutationPolicy, gapPolicy, gapQueryPolicy } from './commands/gaps/ledger-gaps.ts';
import { periodMutationPolicy, periodPolicy, periodQueryPolicy } from './commands/periods/display-periods.ts';
import { feedIds, feedMutationPolicy, feedPolicy, feedQueryPolicy } from './feed/feed.ts';
import { messageIds, messageMutationPolicy, messagePolicy, messageSubjectPolicy } from './feed/messages.ts';
import { unitWebhookPolicy, unitWebhookQueryPolicy } from './feed/unit-webhooks.ts';
import { webhookMutationPolicy, webhookPolicy, webhookQueryPolicy } from './feed/webhooks.ts';
import { matterIds, matterPolicy, matterQueryPolicy } from './matter/matter.ts';
import { agreementMutationPolicy, agreementPolicy, agreementQueryPolicy } from './queries/agreements.ts';
import { numbersPolicy, numbersQueryPolicy } from './queries/authorization-numbers.ts';
import { breachPolicy, breachQueryPolicy } from './queries/deadlines/breach-report.ts';
import { deadlineIds, deadlinePolicy, deadlineQueryPolicy } from './queries/deadlines/deadlines.ts';
import { dutyMutationPolicy, dutyPolicy, dutyQueryPolicy } from './queries/duties.ts';
import { ledgerPolicy, ledgerQueryPolicy } from './queries/ledger.ts';
import { entryArgs, entryIds, entryPolicy, entryQueryPolicy } from './queries/ledger-entries.ts';
import { accessIds, accessPolicy, accessQueryPolicy } from './queries/my-access.ts';
import { provinceIds, provincePolicy, provinceQueryPolicy } from './queries/province-runs.ts';
import { unitMutationPolicy, unitPolicy, unitQueryPolicy } from './queries/units.ts';
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
    ...unitQueryPolicy,
    ...dutyQueryPolicy,
    ...deadlineQueryPolicy,
    ...breachQueryPolicy,
    ...ledgerQueryPolicy,
    ...entryQueryPolicy,
    ...accessQueryPolicy,
    ...provinceQueryPolicy,
    ...gapQueryPolicy,
    ...periodQueryPolicy,
    ...numbersQueryPolicy,
    ...unitWebhookQueryPolicy,
    ...feedQueryPolicy,
    ...webhookQueryPolicy,
    ...matterQueryPolicy,
    _entities: gatewayOnly,
    _service: gatewayOnly,
  },
  Mutation: {
    publishCatalogItem: keepers('18'),
    ...agreementMutationPolicy,
    ...unitMutationPolicy,
    ...dutyMutationPolicy,
    publishPurpose: roles('7', 'AUTHORITY'),
    publishPurposeCap: keepers('36'),
    grantAuthorization: roles('24', 'SUBJECT'),
    revokeAuthorization: roles('24', 'SUBJECT'),
    ...gapMutationPolicy,
    ...periodMutationPolicy,
    ...feedMutationPolicy,
    ...webhookMutationPolicy,
    ...messageMutationPolicy,
  },
  CreditSubject: {
    id: open,
    authorizations: selfOnly,
    disclosures: selfOnly,
    notices: selfOnly,
    ...messageSubjectPolicy,
  },
  ...deadlinePolicy,
  ...breachPolicy,
  ...ledgerPolicy,
  ...entryPolicy,
  ...accessPolicy,
  ...provincePolicy,
  ...gapPolicy,
  ...periodPolicy,
  ...numbersPolicy,
  ...unitWebhookPolicy,
  ...feedPolicy,
  ...webhookPolicy,
  ...messagePolicy,
  ...matterPolicy,
  ReportVerification: { authentic: open, status: open, issuedAt: open, supersededAt: open, keyRevokedAt: open },
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
    providers: open,
    dataSource: open,
    sharing: open,
    openness: open,
    displayPeriod: open,
    displayClass: open,
    updateWithinWorkingDays: open,
    legalBasis: open,
    publication: open,
    effectiveFrom: open,
    effectiveUntil: open,
    elements: open,
  },
  CatalogElement: { name: open, title: open, personal: open, openness: open },
  CatalogItemConnection: openConnection,
  CatalogItemEdge: openEdge,
  PageInfo: openPageInfo,
  DisplayPeriod: { minimumMonths: open, maximumMonths: open },
  LegalBasis: { article: open, title: open },
  Publication: { reference: open, publishedOn: open },
  ItemProviders: { units: open, rule: open },
  ProviderRule: { line: open, level: open, ownRegion: open },
  ...unitPolicy,
  AccessDecision: { item: open, granted: open, reason: open, article: open, desensitized: open },
  ...agreementPolicy,
  ...dutyPolicy,
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
    effectiveFrom: open,
    publicationReference: open,
    authorizationMaximumMonths: open,
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
    ActedBy: { mandate: ownId('MANDATE'), agent: idOf('SUBJECT', () => ({ personal: true })) },
    DisclosedRecord: { recordId: ownId('RECORD') },
    DisclosureBasis: { agreementId: aboutNobody, authorizationId: aboutNobody, dutyId: aboutNobody },
    ...feedIds,
    ...messageIds,
    ...deadlineIds,
    ...entryIds,
    ...accessIds,
    ...provinceIds,
    ...gapIds,
    ...matterIds,
  },
  args: {
    ...entryArgs,
    'Query.disclosure': { id: null },
    'Mutation.activateAgreement': { id: null },
    'Mutation.suspendAgreement': { id: null },
    'Mutation.resumeAgreement': { id: null },
    'Mutation.endAgreement': { id: null },
    'Mutation.endDuty': { id: null },
    'Mutation.revokeAuthorization': { id: null },
    AcknowledgeGapInput: { gap: null },
  },
};
