import { type Guard, gatewayOnly, inquiry, open, type Policy, roles, selfOnly } from '../policy.ts';
import type { Resolvers } from './types.generated.ts';

const rows = inquiry('UNCONDITIONAL');

export const policy: Policy<Resolvers> &
  Record<'_Service', Record<'sdl', Guard>> & { Query: Record<'_entities' | '_service', Guard> } = {
  Query: { _entities: gatewayOnly, _service: gatewayOnly },
  CreditSubject: { id: open, designations: rows, incentives: rows },
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
  },
  Incentive: { id: open, list: open, designatedOn: open, until: open, designatingUnit: open },
  SanctionList: { code: open, name: open, nameEn: open, kind: open, publication: open },
  ListPublication: { reference: open, publishedOn: open },
  CatalogItem: { code: open },
  Unit: { code: open },
  // Reached through the subject's own disclosures, or by who runs the platform; the row policies say whose.
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
