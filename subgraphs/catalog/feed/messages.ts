/** What a subject is told (Article 35), and where: its own view. */
import { aboutNobody, type IdTable, ownId } from '../../authorization/ids.ts';
import {
  type Guard,
  open,
  openConnection,
  openEdge,
  type Policy,
  roles,
  selfOnly,
} from '../../authorization/policy.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { PageArguments } from '../../request/paging.ts';
import { type ChannelRow, OWN_CHANNEL, stateOf } from '../../rights/told/channel.ts';
import { sentenceOf } from '../../rights/told/sentences.ts';
import type { MessagePage, ChannelRow as ShownChannel, SubjectKey } from '../rows.ts';
import type { Resolvers, ResolversParentTypes } from '../types.generated.ts';

/** The row policies let a subject read its own only; the condition repeats it. */
const LIST = pagedList({
  name: 'messages',
  rows: `select m.id, m.at, m.kind, m.record_id as "recordId", m.said from rights.message m where m.subject_id = $1::uuid and $1::uuid = $2::uuid`,
  parameters: 2,
  order: {
    on: { column: 'at', type: 'timestamptz', descending: true },
    id: { column: 'id', type: 'uuid', descending: true },
  },
});

const messagePage = (context: Context, { id }: SubjectKey, args: PageArguments): Promise<MessagePage> =>
  listPage(context, LIST, { query: `messages\n${id}`, parameters: [id, context.snapshot.scope.self], args });

async function channelOf(context: Context, { id }: SubjectKey): Promise<ShownChannel | null> {
  if (id !== context.snapshot.scope.self) return null;
  const [row] = await context.query<ChannelRow>(OWN_CHANNEL, [id]);
  return row === undefined ? null : stateOf(context.platform.secrets, row);
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

export const messageOfSubject: Pick<NonNullable<Resolvers['CreditSubject']>, 'messages' | 'channel'> = {
  messages: (row, args, context) => messagePage(context, row, args),
  channel: (row, _args, context) => channelOf(context, row),
};

export const messageResolvers: Pick<Resolvers, 'Message' | 'Channel'> = {
  Message: {
    at: (row) => new Date(row.at).toISOString(),
    text: (row, _args, context) => sentenceOf(row, context.snapshot.directory)[context.caller.language ?? 'en'],
  },
  Channel: {
    language: ({ language }) => (language === 'en' ? 'EN' : 'ZH'),
    confirmedAt: ({ confirmedAt }) => instant(confirmedAt),
    confirmBy: ({ codeUntil, confirmedAt }) => (confirmedAt === null ? instant(codeUntil) : null),
    toldAt: ({ toldAt }) => instant(toldAt),
    endedAt: ({ endedAt }) => instant(endedAt),
  },
};

export const messageSubjectPolicy: Record<'messages' | 'channel', Guard> = { messages: selfOnly, channel: selfOnly };

export const messageMutationPolicy: Record<'chooseChannel' | 'confirmChannel', Guard> = {
  chooseChannel: roles('35', 'SUBJECT'),
  confirmChannel: roles('35', 'SUBJECT'),
};

export const messagePolicy: Pick<
  Policy<Resolvers>,
  'Message' | 'MessageConnection' | 'MessageEdge' | 'Channel' | 'ChosenChannel'
> = {
  Message: { id: open, kind: open, at: open, text: open, recordId: open },
  MessageConnection: openConnection,
  MessageEdge: openEdge,
  Channel: {
    kind: open,
    address: open,
    kinds: open,
    language: open,
    confirmedAt: open,
    confirmBy: open,
    toldAt: open,
    endedAt: open,
  },
  ChosenChannel: { channel: open, secret: open },
};

export const messageIds: IdTable<ResolversParentTypes>['fields'] = {
  Message: { id: aboutNobody, recordId: ownId('RECORD') },
};
