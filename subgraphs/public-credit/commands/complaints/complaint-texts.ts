/** Texts of a complaint: whole for its subject, in their open form for who answers and for the collector (Articles 23 and 41). */
import type { EntityManager } from '@mikro-orm/sql';
import { badInput } from '../../../../schema/errors.ts';
import { writtenText } from '../../../../schema/law/records/seen-text.ts';
import { complaintMessages } from '../../../../schema/messages/acts/rights/complaints.ts';
import type { Secrets } from '../../../keys/secrets.ts';
import { readTexts } from '../../../redaction/whole-texts.ts';

const TEXT_MAX = 4_000;

export function checkedText(field: 'text' | 'answer', sent: string): string {
  const text = writtenText(sent, TEXT_MAX);
  if (text === undefined) throw badInput('TEXT', complaintMessages.text(field, TEXT_MAX), '41');
  return text;
}

/** Whole, as they lie sealed. */
export const textsOf = (em: EntityManager, secrets: Secrets, subjectId: string, id: string) =>
  readTexts(em, secrets, { subjectId, place: 'COMPLAINT', id });
