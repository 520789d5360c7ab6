/** Tables of channels (Article 35). */
import { defineEntity } from '@mikro-orm/core';

const schema = 'rights';

/** Where a subject wants to be told that there is something new; the address is sealed. */
const ChannelEntity = defineEntity({
  name: 'Channel',
  tableName: 'channel',
  schema,
  properties: (p) => ({
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    kind: p.text(),
    sealed: p.blob(),
    keyId: p.text(),
    kinds: p.array(),
    language: p.text(),
    chosenAt: p.datetime(),
    codes: p.integer(),
    codesOn: p.date(),
    tries: p.integer(),
    codeUntil: p.datetime().nullable(),
    confirmedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    newest: p.uuid().nullable(),
    newestAt: p.datetime().nullable(),
    nextAt: p.datetime().nullable(),
    attempts: p.integer(),
    toldAt: p.datetime().nullable(),
  }),
});

/** Codes that went to an address on a day, by a keyed mark of it. */
const CodesSentEntity = defineEntity({
  name: 'CodesSent',
  tableName: 'codes_sent',
  schema,
  properties: (p) => ({ mark: p.blob().primary(), sentOn: p.date(), codes: p.integer() }),
});

export const CHANNEL_ENTITIES = [ChannelEntity, CodesSentEntity];
