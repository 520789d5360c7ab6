/** Resolvers and guards for the feed of changes. */

import { type IdTable, idOf, ownId } from '../../authorization/ids.ts';
import { type Guard, open, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Context } from '../../request/context.ts';
import { unitRecipient } from '../queries/disclosures.ts';
import type { ItemRow } from '../rows.ts';
import type { Resolvers, ResolversParentTypes } from '../types.generated.ts';
import { changePage } from './changes.ts';
import { recipients } from './recipients.ts';

type Mutations = 'acknowledgeChanges' | 'watch' | 'unwatch';
type Types = 'Change' | 'ChangedSubject' | 'Notice';

const itemOf = (context: Context, code: string): ItemRow => {
  const { items, editions } = context.snapshot.directory;
  const item = items.get(code) ?? editions.find((edition) => edition.code === code);
  if (item === undefined) throw new Error('A change names an item that no edition of the catalog holds.');
  return item;
};

const instant = (at: Date | string): string => new Date(at).toISOString();

export const feedQueries: Pick<NonNullable<Resolvers['Query']>, 'changes'> = {
  changes: (_root, args, context) => changePage(context, args),
};

export const feedResolvers: Pick<Resolvers, Types> = {
  Change: {
    subject: (row) => row,
    item: (row, _args, context) => itemOf(context, row.item),
    at: (row) => instant(row.at),
    provisional: (row) => row.provisional ?? false,
    acknowledgedAt: (row) => (row.acknowledgedAt === null ? null : instant(row.acknowledgedAt)),
  },
  ChangedSubject: {
    id: (row) => row.subjectId,
    pseudonym: (row, _args, context) => context.platform.secrets.pseudonym(context.caller.unit ?? '', row.subjectId),
  },
  Notice: {
    recipient: (row, _args, context) => unitRecipient(context, row.recipient),
    toldAt: (row) => instant(row.at),
    state: (row, _args, context) =>
      row.acknowledgedAt !== null
        ? 'ACKNOWLEDGED'
        : row.actBy !== null && row.actBy < context.request.today
          ? 'OVERDUE'
          : 'TOLD',
    acknowledgedAt: (row) => (row.acknowledgedAt === null ? null : instant(row.acknowledgedAt)),
  },
};

export const feedIds: IdTable<ResolversParentTypes>['fields'] = {
  Change: { recordId: idOf('RECORD') },
  ChangedSubject: { id: idOf('SUBJECT') },
  Notice: { recordId: ownId('RECORD') },
};

export const feedQueryPolicy: Record<'changes', Guard> = { changes: recipients };

export const feedMutationPolicy: Record<Mutations, Guard> = {
  acknowledgeChanges: recipients,
  watch: roles('6', 'PARTY'),
  unwatch: roles('6', 'PARTY'),
};

/** Rows of these types come only from the unit's own feed or the subject's own notices. */
export const feedPolicy: Pick<
  Policy<Resolvers>,
  Types | 'ChangeConnection' | 'ChangeEdge' | 'AcknowledgeResult' | 'WatchResult' | 'WatchRefusal' | 'UnwatchResult'
> = {
  ChangeConnection: { pageInfo: open, nodes: open, edges: open },
  ChangeEdge: openEdge,
  Change: {
    cursor: open,
    kind: open,
    subject: open,
    item: open,
    recordId: open,
    version: open,
    at: open,
    actBy: open,
    provisional: open,
    acknowledgedAt: open,
  },
  ChangedSubject: { id: open, pseudonym: open },
  AcknowledgeResult: { acknowledged: open },
  WatchResult: { watched: open, refused: open },
  WatchRefusal: { index: open, reason: open },
  UnwatchResult: { unwatched: open },
  Notice: {
    kind: open,
    recipient: open,
    recordId: open,
    version: open,
    toldAt: open,
    actBy: open,
    state: open,
    acknowledgedAt: open,
  },
};
