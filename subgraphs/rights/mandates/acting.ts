/** A mandate at the door: whom the calling subject acts for, or why it may not. */
import type { GraphQLError } from 'graphql';
import { forbidden } from '../../../schema/errors.ts';
import type { MandateKind, MandateScope } from '../../../schema/law/asking/mandates.ts';
import { todayIn } from '../../../schema/law/clocks/calendar.ts';
import type { IdentifierType } from '../../../schema/law/facts.ts';
import { mandateMessages } from '../../../schema/messages/acts/rights/mandates.ts';
import type { Statement } from '../../database/database.ts';
import type { Caller, Platform } from '../../request/context.ts';

/** Why a mandate does not stand (database/access/rights/mandates.sql). */
type Lack = 'ENDED' | 'EXPIRED' | 'STRUCK_OFF' | 'NAMES_ANOTHER' | 'OBJECTED';

interface MandateRow {
  readonly principalId: string;
  readonly kind: MandateKind;
  readonly scope: readonly MandateScope[];
  readonly type: IdentifierType;
  readonly number: string;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
  readonly lacks: Lack | null;
  readonly endedOn: string | null;
  readonly validUntil: string | null;
}

const FIND: Statement = { name: 'mandate-of', text: 'select * from rights.mandate_of($1::uuid, $2::uuid)' };

/** What the whole number of a principal is sealed for. */
export const principalBoundTo = (mandate: string): string => `mandate ${mandate}`;

function refusal({ lacks, endedOn, validUntil }: MandateRow): GraphQLError {
  const said = {
    ENDED: mandateMessages.ended(endedOn ?? ''),
    EXPIRED: mandateMessages.expired(validUntil ?? ''),
    STRUCK_OFF: mandateMessages.struckOff,
    NAMES_ANOTHER: mandateMessages.namesAnother,
    OBJECTED: mandateMessages.objected,
  }[lacks ?? 'ENDED'];
  return forbidden('MANDATE_REQUIRED', '35', said);
}

/**
 * The caller as who asks under a mandate at a moment: its principal, with the agent beside it. Throws FORBIDDEN: what its own mandate lacks is told; one that does not exist and
 * one of somebody else are told alike.
 */
export async function actUnder(
  platform: Platform,
  caller: Caller,
  mandate: string,
  at = platform.now(),
): Promise<Caller> {
  const agent = caller.subject?.id;
  if (agent === undefined) throw forbidden('MANDATE_REQUIRED', '35', mandateMessages.subjectsAlone);
  const [row] = await platform.database.execute<MandateRow>(
    { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(at) },
    'admission',
    FIND,
    [mandate, agent],
  );
  if (row === undefined) throw forbidden('MANDATE_REQUIRED', '35', mandateMessages.none);
  if (row.lacks !== null) throw refusal(row);
  const { principalId, kind, scope, type, number, sealed, keyId } = row;
  const value =
    sealed === null
      ? number
      : (platform.secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, principalBoundTo(mandate), {
          place: 'rights.mandate',
          id: mandate,
        }) as string);
  return {
    ...caller,
    subject: { type, value, id: principalId },
    agent: { id: agent, mandate, kind, scope: new Set(scope) },
  };
}
