/** Guards of every field of the non-public credit subgraph. */
import { aboutNobody, type IdTable, idOf, ownId } from '../authorization/ids.ts';
import {
  type Guard,
  gatewayOnly,
  inquiry,
  open,
  openConnection,
  openEdge,
  openPageInfo,
  type Policy,
  roles,
  selfOnly,
} from '../authorization/policy.ts';
import type { Context } from '../request/context.ts';
import { labelGuards } from '../rights/claims/label.ts';
import { ownStatementGuards } from '../rights/statements/guards.ts';
import type { Resolvers, ResolversParentTypes } from './types.generated.ts';

/** Items of non-public information: what this subgraph holds. */
const items = (context: Context): readonly string[] =>
  context.once('non-public-items', () =>
    [...context.snapshot.directory.items.values()]
      .filter((item) => item.information === 'NON_PUBLIC')
      .map((item) => item.code),
  );

export const policy: Policy<Resolvers> &
  Record<'_Service', Record<'sdl', Guard>> & { Query: Record<'_entities' | '_service', Guard> } = {
  Query: { _entities: gatewayOnly, _service: gatewayOnly },
  CreditSubject: { id: open, nonPublicRecords: inquiry('AGREEMENT', items) },
  NonPublicRecord: {
    id: open,
    category: open,
    collector: open,
    item: open,
    occurredOn: open,
    version: open,
    content: open,
    objection: open,
    ownStatement: open,
    displayed: selfOnly,
  },
  ObjectionLabel: labelGuards,
  OwnStatement: ownStatementGuards,
  NonPublicRecordConnection: openConnection,
  NonPublicRecordEdge: openEdge,
  PageInfo: openPageInfo,
  CatalogItem: { code: open },
  Unit: { code: open },
  // Rows come from the subject's own disclosures, or from any for the operator and the authority; the row policies decide.
  Disclosure: { id: open, shownNonPublicRecords: roles('35', 'SUBJECT', 'OPERATOR', 'AUTHORITY') },
  ShownNonPublicRecord: {
    recordId: open,
    version: open,
    current: open,
    item: open,
    category: open,
    occurredOn: open,
    content: open,
  },
  _Service: { sdl: gatewayOnly },
};

export const ids: IdTable<ResolversParentTypes> = {
  fields: {
    CreditSubject: { id: idOf('SUBJECT') },
    NonPublicRecord: { id: idOf('RECORD') },
    OwnStatement: { id: idOf('OWN_STATEMENT') },
    Disclosure: { id: aboutNobody },
    ShownNonPublicRecord: { recordId: ownId('RECORD') },
  },
  args: {},
};
