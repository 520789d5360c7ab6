/** Stores a submission: each row is stored or comes back with its reason (Articles 18 to 21). */
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import { badInput, forbidden, repeated } from '../../../schema/errors.ts';
import type { ClientRequest } from '../../request/context.ts';
import type { Directory } from '../../request/directory.ts';
import { newId } from '../../request/request.ts';
import type { Delivered } from '../intake/check.ts';
import {
  type CheckedRecord,
  type CheckSetting,
  checkRecord,
  type RecordInput,
  type Rejection,
} from '../intake/check.ts';
import { type NamedRecord, nameRecord } from '../intake/named-record.ts';
import { outrun } from '../intake/newest-assessment.ts';
import { retried } from '../intake/retry.ts';
import { type Ahead, type Stored, storeRecords } from '../intake/store.ts';
import { registeredElsewhere } from '../intake/store-subjects.ts';
import { underVerification } from '../queries/pledge-checks.ts';

export interface Submission extends Stored {
  readonly submissionId: string;
  readonly rejected: readonly Rejection[];
  readonly late: number;
}

/** What is delivered. Assessments are checked against their method before. */
type Way = 'RECORDS' | 'ASSESSMENTS';

/** Throws unless the catalog names the unit as provider of the item. */
export function checkItem(directory: Directory, code: string, unit: string, way: Way = 'RECORDS'): void {
  const editions = directory.editions.filter((item) => item.code === code);
  if (editions.length === 0)
    throw badInput(
      'ITEM_UNKNOWN',
      `No item ${repeated(code)} is published.`,
      'Ask catalogItems for the items in force.',
      '18',
    );
  if (editions.some((item) => item.information === 'NON_PUBLIC'))
    throw badInput(
      'ITEM_NOT_PUBLIC',
      `${code} is non-public credit information.`,
      'Send items of public credit information here; collecting units keep what they collect.',
      '20',
    );
  if (!editions.some((item) => item.providingUnit === unit))
    throw forbidden('NOT_PROVIDING_UNIT', '21', {
      message: `The catalog names ${(directory.items.get(code) ?? editions[0])?.providingUnit} as providing unit of ${code}, and not ${unit}.`,
    });
  if (editions.some((item) => item.recordType === 'AssessmentRecord') !== (way === 'ASSESSMENTS'))
    throw badInput(
      'ITEM_ASSESSMENT',
      `${code} is ${way === 'ASSESSMENTS' ? 'no item' : 'an item'} of assessments.`,
      'Assessments of enterprises come by deliverAssessments, and nothing else does.',
      '47',
    );
}

/** Carries the result of a trial out of the transaction: throwing it rolls the transaction back. */
class Tried<Result> extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('tried');
    this.result = result;
  }
}

/** Finds a later row of the file for the same decision under another item. That row counts, and this one does not. */
export type Later = (record: RecordInput) => Delivered | undefined;

interface Checking {
  readonly way?: Way;
  readonly later?: Later;
}

/** A record with its place in the delivery. */
export interface Sent {
  readonly row: number;
  readonly record: RecordInput;
}

/** Records that were checked, before anything of them was read from the database. */
export interface CheckedDelivery {
  readonly directory: Directory;
  readonly today: string;
  readonly checked: readonly NamedRecord[];
  readonly rejected: readonly Rejection[];
}

/** Rows that are checked at a stretch. Between them the process attends to what else it has to do, such as a transaction that waits. */
const STRETCH = 16;

/** Checks the records of one item. Throws where the unit may not deliver the item. */
export async function checkDelivery(
  { platform, today }: Pick<ClientRequest, 'platform' | 'today'>,
  directory: Directory,
  unit: string,
  item: string,
  sent: readonly Sent[],
  { way = 'RECORDS', later }: Checking = {},
): Promise<CheckedDelivery> {
  checkItem(directory, item, unit, way);
  const setting = {
    today,
    calendar: directory.calendar,
    unit,
    editions: directory.editions,
    unassignedRegions: platform.unassignedRegions,
  };
  const checked: NamedRecord[] = [];
  const rejected: Rejection[] = [];
  let stretch = 0;
  for (const { row, record } of sent) {
    stretch += 1;
    if (stretch % STRETCH === 0) await setImmediate();
    const outcome = checkRecord(setting, item, row, record);
    if ('code' in outcome) rejected.push(outcome);
    else
      checked.push(nameRecord(platform.secrets, unit, { ...outcome, later: laterOf(setting, row, later?.(record)) }));
  }
  return { directory, today, checked, rejected };
}

interface Storing {
  /** Rolls everything back and only returns the result. */
  readonly trial?: boolean;
  readonly ahead?: Ahead;
}

/** Stores the valid records of one item for a providing unit. */
export async function takeIn(
  request: ClientRequest,
  unit: string,
  item: string,
  records: readonly RecordInput[],
  checking: Checking = {},
): Promise<Submission> {
  const { directory } = await request.snapshot();
  const sent = records.map((record, row) => ({ row, record }));
  return storeDelivery(request, unit, await checkDelivery(request, directory, unit, item, sent, checking));
}

/** Stores what was checked, in one transaction. */
export async function storeDelivery(
  request: ClientRequest,
  unit: string,
  { checked, rejected: refusedBefore }: Pick<CheckedDelivery, 'checked' | 'rejected'>,
  { trial = false, ahead }: Storing = {},
): Promise<Submission> {
  const submissionId = newId();
  const occasion = { unit, at: request.platform.now(), submissionId };
  const { secrets } = request.platform;
  const { stored, kept, refused } = await retried(() =>
    request.write('intake', async (em) => {
      const foreign = await registeredOutside(em, unit, checked);
      const verified = await underVerification(em, checked);
      const late = await outrun(em, checked);
      const kept = checked.filter(({ record }) => ![foreign, verified, late].some((refused) => refused.has(record)));
      const stored = await storeRecords(em, secrets, occasion, kept, ahead);
      const result = {
        stored,
        kept,
        refused: [...refusedAs(foreign, ELSEWHERE), ...refusedAs(verified, VERIFIED), ...refusedAs(late, OUTRUN)],
      };
      if (trial) throw new Tried(result);
      return result;
    }),
  ).catch((error: unknown) => {
    if (error instanceof Tried) return error.result as { stored: Stored; kept: NamedRecord[]; refused: Rejection[] };
    throw error;
  });
  const rejected = [...refusedBefore, ...refused].sort((left, right) => left.row - right.row);
  return { submissionId, ...stored, rejected, late: kept.filter(({ record }) => record.late).length };
}

function laterOf(setting: CheckSetting, row: number, later: Delivered | undefined): CheckedRecord | undefined {
  const outcome = later === undefined ? undefined : checkRecord(setting, later.item, row, later.record);
  return outcome === undefined || 'code' in outcome ? undefined : outcome;
}

const ELSEWHERE = {
  code: 'REGISTERED_ELSEWHERE',
  message: 'Another unit registers this organization; its registration is that unit’s to deliver (Article 21).',
};
const VERIFIED = {
  code: 'PLEDGE_UNDER_CHECK',
  message: 'This pledge was recorded with recordPledge: verifyPledge tells how it was performed (Article 46).',
};

const OUTRUN = {
  code: 'ASSESSMENT_OLDER',
  message: 'A newer assessment of this enterprise is held; only the newest has effect (Article 47).',
};

const refusedAs = (records: ReadonlySet<CheckedRecord>, why: Omit<Rejection, 'row'>): Rejection[] =>
  [...records].map(({ row }) => ({ row, ...why }));

/** Registrations of organizations that another unit registers. */
async function registeredOutside(
  em: EntityManager,
  unit: string,
  named: readonly NamedRecord[],
): Promise<ReadonlySet<CheckedRecord>> {
  const registrations = named.filter(({ record }) => record.item.recordType === 'Registration');
  if (registrations.length === 0) return new Set();
  const ids = registrations.map(({ subjectId }) => subjectId);
  const foreign = await registeredElsewhere(em, unit, ids);
  return new Set(registrations.flatMap(({ record, subjectId }) => (foreign.has(subjectId) ? [record] : [])));
}
