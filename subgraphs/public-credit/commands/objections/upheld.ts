/**
 * What follows where an objection is upheld (Article 39), in the transaction that decides it: what is right takes the place of what was wrong, or what was
 * wrong falls.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, repeated } from '../../../../schema/errors.ts';
import { decidingMessages } from '../../../../schema/messages/acts/rights/deciding.ts';
import type { Context } from '../../../request/context.ts';
import { fall } from '../../../rights/falls.ts';
import { storeContent } from '../../../rights/new-content.ts';
import type { Correction } from '../../intake/check-correction.ts';
import type { MethodRow } from '../../rows.ts';
import { amendRecord, checkNotVerified } from '../corrections/amendment.ts';
import { enterCorrected } from '../fallen/becoming.ts';
import type { InHand } from './in-hand.ts';

const CONTENT_MAX = 4_000;

/** What of a record may be corrected, and of a missing one sent. */
const FIELDS = ['subjectName', 'subjectAddress', 'subjectPhone', 'occurredOn', 'basisDocument', 'content'] as const;
const OF_MISSING = [...FIELDS, 'simplifiedProcedure', 'consent'] as const;

/** The fields of a correction: no others, and each of the type that the mutation of its own has for it. */
export function fieldsOf(correction: unknown, missing: boolean): Readonly<Record<string, unknown>> {
  const names: readonly string[] = missing ? OF_MISSING : FIELDS;
  const fault = () => badInput('CORRECTION', decidingMessages.correctionForm(names), '39');
  if (typeof correction !== 'object' || correction === null || Array.isArray(correction)) throw fault();
  const fields = Object.entries(correction);
  const isRight = ([name, value]: [string, unknown]): boolean =>
    names.includes(name) &&
    (name === 'content' || value === null || typeof value === (name === 'simplifiedProcedure' ? 'boolean' : 'string'));
  if (fields.length === 0 || !fields.every(isRight)) throw fault();
  return Object.fromEntries(fields);
}

export interface Upheld {
  readonly correction?: unknown;
  readonly reasons: string;
  /** Methods of assessment, read before the transaction. */
  readonly methods: readonly MethodRow[];
}

/** The class of supervision follows from the level, by the method that the assessment was made by (Articles 47 and 48). */
async function assessed(
  em: EntityManager,
  methods: readonly MethodRow[],
  record: string,
  correction: Correction,
): Promise<Correction> {
  const { content } = correction;
  if (typeof content !== 'object' || content === null || !('level' in content)) return correction;
  const { rows } = await sql<{
    edition: string | null;
  }>`select content->>'assessmentEdition' as edition from public_credit.record
    where id = ${record}::uuid and current`.execute(em.getKysely());
  const method = methods.find(({ edition }) => edition === rows[0]?.edition);
  const found = method?.classes.find(({ level }) => level === content.level);
  if (found === undefined)
    throw badInput(
      'LEVEL',
      decidingMessages.level(
        repeated(String(content.level)),
        (method?.classes ?? []).map(({ level }) => repeated(level)),
      ),
      '47',
    );
  return { ...correction, content: { ...content, supervisionClass: found.supervision } };
}

async function correctRecord(
  em: EntityManager,
  context: Context,
  record: string,
  { correction: sent, reasons, methods }: Upheld,
): Promise<void> {
  const correction = fieldsOf(sent, false) as Correction;
  await checkNotVerified(em, context, { record, content: correction.content }, true);
  const { rows } = await sql<{
    unit: string;
    type: string;
  }>`select providing_unit as unit, type from public_credit.record
    where id = ${record}::uuid and current`.execute(em.getKysely());
  const [held] = rows;
  const amended = await amendRecord(
    em,
    context,
    {
      ...(held?.type === 'AssessmentRecord' ? await assessed(em, methods, record, correction) : correction),
      record,
      reason: reasons.slice(0, 500),
      foundOn: context.request.today,
    },
    { providing: held?.unit ?? '', byObjection: true },
  );
  await enterCorrected(em, context.platform.secrets, amended);
}

async function correctContent(em: EntityManager, context: Context, record: string, sent: unknown): Promise<void> {
  const { content, ...others } = (sent ?? {}) as Readonly<Record<string, unknown>>;
  const text = typeof content === 'string' ? content.normalize('NFC').trim() : '';
  if (text === '' || text.length > CONTENT_MAX || Object.keys(others).length > 0)
    throw badInput('CORRECTION', decidingMessages.contentOf, '39');
  if (!(await storeContent(em, context, record, text))) throw badInput('UNCHANGED', decidingMessages.sameContent, '39');
}

/** Whether what an objection is about can be corrected; else it ends. */
export const mayBeCorrected = ({ about, heldIn }: Pick<InHand, 'about' | 'heldIn'>): boolean =>
  about === 'OMISSION' ||
  (about !== 'DISPLAY' && (heldIn === 'public_credit.record' || heldIn === 'non_public_credit.record'));

/** Of everything but an omission. */
export async function carryOut(
  em: EntityManager,
  context: Context,
  { about, heldIn, rowId }: InHand,
  upheld: Upheld,
): Promise<void> {
  const { correction } = upheld;
  if (heldIn === null || rowId === null) return;
  if (correction == null)
    await fall(em, context, { heldIn, id: rowId, cause: about === 'DISPLAY' ? 'EXPIRED' : 'WITHDRAWN' });
  else if (heldIn === 'public_credit.record') await correctRecord(em, context, rowId, upheld);
  else await correctContent(em, context, rowId, correction);
}
