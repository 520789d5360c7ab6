/**
 * What a registration says of who represents an organization (Article 35): by the number that it names, never by a name. Triggers open and end the mandate
 * of the legal representative by it (database/access/rights/mandates.sql).
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { isStruckOff } from '../../../schema/law/asking/mandates.ts';
import { desensitizeNumber } from '../../../schema/law/desensitize/desensitize.ts';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';
import { representativeType } from '../../../schema/law/records/representative.ts';
import type { Secrets } from '../../keys/secrets.ts';

type Content = Readonly<Record<string, unknown>>;

interface Representative {
  readonly id: string;
  readonly type: string;
  readonly number: string;
}

export interface RegistrationSays {
  readonly representative: Representative | null;
  readonly struckOff: boolean;
}

/** The person of the number; null where there is none, or where it is no right number of its type. */
function representativeOf(secrets: Pick<Secrets, 'subjectId'>, content: Content): Representative | null {
  const { legalRepresentativeIdNumber: sent, legalRepresentativeIdType: code } = content;
  const type = representativeType(typeof code === 'string' ? code : null);
  if (typeof sent !== 'string' || type === null) return null;
  // Of a region that is not assigned is nobody in production: no token is taken for such a number.
  const checked = checkIdentifier(type, sent, { unassignedRegions: 'allow' });
  if (!checked.ok) return null;
  return {
    id: secrets.subjectId(type, checked.value),
    type,
    number: desensitizeNumber(type, checked.value),
  };
}

/** A sole trader has nobody who represents it: whoever it names is itself. That it is deregistered counts as of an organization. */
export const registrationSays = (
  secrets: Pick<Secrets, 'subjectId'>,
  { personal, content }: { readonly personal: boolean; readonly content: Content },
): RegistrationSays => ({
  representative: personal ? null : representativeOf(secrets, content),
  struckOff: isStruckOff(content.status),
});

export interface NewRegistration extends RegistrationSays {
  readonly subjectId: string;
  readonly recordId: string;
  readonly version: number;
}

/** Stores what versions of registrations say, behind the versions themselves: the mandate follows at once. */
export async function storeRegistrations(em: EntityManager, registrations: readonly NewRegistration[]): Promise<void> {
  if (registrations.length === 0) return;
  const rows = registrations.map(({ representative, ...row }) => ({ ...row, ...representative }));
  await sql`insert into rights.registration (subject_id, record_id, version, representative_id, representative_type, representative_number, struck_off)
    select r."subjectId", r."recordId", r.version, r.id, r.type, r.number, r."struckOff"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("subjectId" uuid, "recordId" uuid, version int, id uuid, type text, number text,
      "struckOff" boolean) on conflict do nothing`.execute(em.getKysely());
}
