/** Mandates as they are read: by the subject that gave them, by whoever acts under them, and by who oversees. The row policies decide. */
import type { MandateKind, MandateScope } from '../../../schema/law/asking/mandates.ts';
import type { IdentifierType } from '../../../schema/law/facts.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';

export interface MandateRow {
  readonly id: string;
  readonly principalId: string;
  readonly agentId: string;
  readonly kind: MandateKind;
  readonly scope: readonly MandateScope[];
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly principalType: IdentifierType;
  readonly principalNumber: string;
  readonly agentType: IdentifierType;
  readonly agentNumber: string;
  readonly lacks: 'ENDED' | 'EXPIRED' | 'STRUCK_OFF' | 'NAMES_ANOTHER' | 'OBJECTED' | null;
  readonly firstUsedAt: string | null;
  readonly endedOn: string | null;
}

const COLUMNS = `m.id, m.principal_id as "principalId", m.agent_id as "agentId", m.kind, m.scope, m.valid_from::text as "validFrom",
  m.valid_until::text as "validUntil", m.principal_type as "principalType", m.principal_number as "principalNumber", m.agent_type as "agentType",
  m.agent_number as "agentNumber", rights.lacking(m.id) as lacks, m.first_used_at as "firstUsedAt", m.ended_on::text as "endedOn"`;

/** Most that are read at once: what stands before what is over, and what the subject gave before what others gave it, so that it can end any of them. */
const MOST = 200;

const SIDE = 'select id, registered_at, ended_at is not null or coalesce(valid_until < control.today(), false) as over';

/** By the two indexes, each side for itself. */
const OWN: Statement = {
  name: 'mandates-own',
  text: `select ${COLUMNS} from (select * from (${SIDE}, false as held from rights.mandate where principal_id = $1::uuid
      union all ${SIDE}, true from rights.mandate where agent_id = $1::uuid) o
      order by o.over, o.held, o.registered_at desc, o.id limit ${MOST}) k
    join rights.mandate m on m.id = k.id order by k.over, k.registered_at desc, k.id`,
};

const ONE: Statement = { name: 'mandate-one', text: `select ${COLUMNS} from rights.mandate m where m.id = $1::uuid` };

export const ownMandates = (context: Context, subjectId: string): Promise<MandateRow[]> =>
  context.query<MandateRow>(OWN, [subjectId]);

export async function readMandate(context: Context, id: string): Promise<MandateRow | null> {
  const [row] = await context.query<MandateRow>(ONE, [id]);
  return row ?? null;
}
