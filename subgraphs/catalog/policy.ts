import { type Guard, gatewayOnly, open, type Policy, roles, selfOnly } from '../policy.ts';
import { agreementMutationPolicy, agreementPolicy, agreementQueryPolicy } from './agreements.ts';
import { deadlinePolicy, deadlineQueryPolicy } from './deadlines.ts';
import { feedMutationPolicy, feedPolicy, feedQueryPolicy } from './feed.ts';
import { ledgerPolicy, ledgerQueryPolicy } from './ledger.ts';
import type { Resolvers } from './types.generated.ts';

/** Who keeps the control plane: the department in charge and the public credit work body (Articles 6 and 7). */
const keepers = (article: string): Guard => roles(article, 'OPERATOR', 'AUTHORITY');

export const policy: Policy<Resolvers> &
  Record<'_Service', Record<'sdl', Guard>> & { Query: Record<'_entities' | '_service', Guard> } = {
  Query: {
    catalogItems: open,
    access: open,
    ...agreementQueryPolicy,
    ...deadlineQueryPolicy,
    ...ledgerQueryPolicy,
    ...feedQueryPolicy,
    _entities: gatewayOnly,
    _service: gatewayOnly,
  },
  Mutation: {
    publishCatalogItem: keepers('18'),
    ...agreementMutationPolicy,
    registerDuty: keepers('22'),
    grantAuthorization: roles('24', 'SUBJECT'),
    revokeAuthorization: roles('24', 'SUBJECT'),
    ...feedMutationPolicy,
  },
  CreditSubject: { id: open, authorizations: selfOnly, disclosures: selfOnly, notices: selfOnly },
  ...deadlinePolicy,
  ...ledgerPolicy,
  ...feedPolicy,
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
  Unit: { code: open, name: open, nameEn: open, kind: open },
  AccessDecision: { item: open, granted: open, reason: open, article: open, desensitized: open },
  ...agreementPolicy,
  Duty: { id: open, department: open, matter: open, activity: open, items: open, identified: open },
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
  },
  _Service: { sdl: gatewayOnly },
};
