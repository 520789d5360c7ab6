/** What a subject is told of what happens to what is held about it (Article 35), in the transaction in which it happens. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';

export const MESSAGE_KINDS = [
  'ADDED',
  'DESIGNATED',
  'CORRECTED',
  'WITHDRAWN',
  'OBJECTED',
  'LABELLED',
  'DECIDED',
  'DISCLOSED',
  'AUTHORIZATION_ENDS',
  'NEW_FACTS',
  'CHANNEL_ENDED',
  'COMPLAINT_ANSWERED',
  'RESTORED',
  'RESTORATION_REFUSED',
  'MANDATE_REGISTERED',
  'MANDATE_USED',
  'MANDATE_ENDED',
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface Message {
  readonly kind: MessageKind;
  readonly subject: string;
  readonly record?: string | null;
  readonly objection?: string | null;
  /** Codes and days alone, from which the sentence is made when it is read: no word of a record. */
  readonly said?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Any role that writes under a command may tell; nobody but the subject reads it. */
export async function tellSubjects(em: EntityManager, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await sql`select rights.tell_subjects(${JSON.stringify(messages)}::jsonb)`.execute(em.getKysely());
}
