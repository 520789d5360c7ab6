/** Puts subjects of the benchmark on a list, with everything that a delivery by the court would have stored beside. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import type { RequestAs } from '../../../subgraphs/request/internal-request.ts';
import { designationMark } from '../../../subgraphs/rights/fallen/marks.ts';
import { DesignationEntity } from '../../../subgraphs/sanctions/entities.ts';
import type { Identifier } from '../settings.ts';

const BATCH = 1_000;
const LIST = 'DEFAULTER';
const BASIS = '示例文件';

const designationOf = (secrets: Secrets, { type, value }: Identifier) => ({
  subjectId: secrets.subjectId(type, value),
  id: randomUUID(),
  personal: type === 'CITIZEN_ID',
  list: LIST,
  item: 'LIST-DEFAULTER',
  ground: 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION',
  basisDocument: BASIS,
  designatedOn: '2026-06-01',
  displayedUntil: '2027-06-01',
  display: 'DISPLAYED',
  designatingUnit: 'HLJ-COURT',
  fallMark: Buffer.from(designationMark(secrets, LIST, BASIS), 'hex'),
  objectionRaisedOn: null,
  objectionDecideBy: null,
});

export async function designate(requestAs: RequestAs, secrets: Secrets, listed: readonly Identifier[]): Promise<void> {
  for (let start = 0; start < listed.length; start += BATCH) {
    const delivery = requestAs({ role: 'DEPARTMENT', unit: 'HLJ-COURT' });
    const some = listed.slice(start, start + BATCH).map((one) => designationOf(secrets, one));
    await delivery.write('designate', (em) => em.insertMany(DesignationEntity, some));
    await delivery.abandon();
  }
}

/**
 * What a server that has run for a while has: texts by the version of today, which a job would else make anew while it is measured, and the planner's statistics,
 * without which PostgreSQL guesses.
 */
export async function settleProvince(url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query('set session_replication_role = replica');
    await owner.query('update sanctions.designation set redaction = $1 where redaction < $1 and basis_document = $2', [
      REDACTION_VERSION,
      BASIS,
    ]);
    // Many times as many subjects a day as a bank agreed to ask about: what is measured is the answer, not the refusal.
    await owner.query('update control.agreement set daily_quota = 100000000');
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
}
