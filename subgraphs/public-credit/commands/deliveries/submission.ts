/** Stores a submission: each row is stored or comes back with its reason (Articles 18 to 21). */
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import type { Caller, ClientRequest, Platform, Snapshot } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { newId } from '../../../request/request.ts';
import { hold } from '../../../rights/fallen/register.ts';
import { type Batch, batchOf, noteBatches } from '../../../statistics/submissions.ts';
import type { Delivered } from '../../intake/check.ts';
import {
  type CheckedRecord,
  type CheckSetting,
  checkRecord,
  type RecordInput,
  type Rejection,
} from '../../intake/check.ts';
import { outrun } from '../../intake/newest-assessment.ts';
import { ELSEWHERE, OUTRUN, type Refused, VERIFIED, wordsOf } from '../../intake/refused.ts';
import { retried } from '../../intake/retry.ts';
import { type NamedRecord, nameRecord } from '../../intake/same-record.ts';
import { type Ahead, type Stored, storeRecords } from '../../intake/store.ts';
import { registeredOutside } from '../../intake/subjects/store-subjects.ts';
import { underVerification } from '../../queries/pledge-checks.ts';
import { holdingsOf, sortFallen } from '../fallen/come-back.ts';
import { type NewFacts, tellNewFacts } from '../fallen/new-facts.ts';
import { checkItem, type Way } from '../item-fault.ts';

export interface Submission extends Stored {
  readonly submissionId: string;
  readonly rejected: readonly Rejection[];
  readonly late: number;
}

export interface ToldSubmission extends Omit<Submission, 'rejected'> {
  readonly rejected: readonly Omit<Rejection, 'faults'>[];
}

/** A submission as it is told to whoever asked, in its language. */
export const toldIn = (submission: Submission, { language = 'en' }: Caller): ToldSubmission => ({
  ...submission,
  rejected: submission.rejected.map(({ row, code, faults }) => ({ row, code, message: wordsOf(faults)[language] })),
});

/** What records of a unit are checked against. */
export async function settingOf(
  request: ClientRequest,
  unit: string,
  held?: Pick<Snapshot, 'directory'>,
): Promise<CheckSetting> {
  const { directory } = held ?? (await request.snapshot());
  return {
    today: request.today,
    calendar: directory.calendar,
    unit,
    editions: directory.editions,
    displayEditions: directory.displayEditions,
    units: directory.units,
    unassignedRegions: request.platform.unassignedRegions,
  };
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
  readonly newFacts?: NewFacts | undefined;
}

/** A record with its place in the delivery. */
interface Sent {
  readonly row: number;
  readonly record: RecordInput;
}

/** Records that were checked, before anything of them was read from the database. */
export interface CheckedDelivery {
  readonly checked: readonly NamedRecord[];
  readonly rejected: readonly Rejection[];
  /** What of it is counted, for each item. */
  readonly batches: readonly Batch[];
}

/** Rows that are checked at a stretch. Between them the process attends to what else it has to do, such as a transaction that waits. */
const STRETCH = 16;

/** Checks the records of one item. */
export async function checkDelivery(
  { secrets }: Pick<Platform, 'secrets'>,
  setting: CheckSetting,
  item: string,
  sent: readonly Sent[],
  later?: Later,
): Promise<CheckedDelivery> {
  const checked: NamedRecord[] = [];
  const rejected: Rejection[] = [];
  let stretch = 0;
  for (const { row, record } of sent) {
    stretch += 1;
    if (stretch % STRETCH === 0) await setImmediate();
    const outcome = checkRecord(setting, item, row, record);
    if ('code' in outcome) rejected.push(outcome);
    else checked.push(nameRecord(secrets, setting.unit, { ...outcome, later: laterOf(setting, row, later?.(record)) }));
  }
  return { checked, rejected, batches: [batchOf(item, rejected)] };
}

interface Storing {
  /** Rolls everything back and only returns the result. */
  readonly trial?: boolean;
  readonly ahead?: Ahead;
  readonly newFacts?: NewFacts | undefined;
}

/** Stores the valid records of one item for a providing unit. */
export async function takeIn(
  request: ClientRequest,
  unit: string,
  item: string,
  records: readonly RecordInput[],
  { way = 'RECORDS', later, newFacts }: Checking = {},
): Promise<Submission> {
  const { directory } = await request.snapshot();
  checkItem(directory, item, unit, way);
  const setting = await settingOf(request, unit);
  const sent = records.map((record, row) => ({ row, record }));
  const checked = await checkDelivery(request.platform, setting, item, sent, later);
  return storeDelivery(request, unit, checked, { newFacts });
}

interface StoredWith {
  readonly directory: Directory;
  readonly ahead?: Ahead | undefined;
  readonly newFacts?: NewFacts | undefined;
}

interface StoredChecked {
  readonly stored: Stored;
  readonly kept: readonly NamedRecord[];
  /** What the state of what is held bars. */
  readonly barred: readonly Rejection[];
}

/** Stores what was checked in the transaction that is open. */
export async function storeChecked(
  em: EntityManager,
  request: ClientRequest,
  unit: string,
  { checked, batches }: Pick<CheckedDelivery, 'checked' | 'batches'>,
  submissionId: string,
  { directory, ahead, newFacts }: StoredWith,
): Promise<StoredChecked> {
  const occasion = { unit, at: request.platform.now(), submissionId };
  const { secrets } = request.platform;
  const foreign = await registeredOutside(em, unit, checked);
  const verified = await underVerification(em, checked);
  const late = await outrun(em, checked);
  const taken = checked.filter(({ record }) => ![foreign, verified, late].some((barred) => barred.has(record)));
  const sorted = await sortFallen(em, secrets, taken, newFacts !== undefined);
  const { kept, held, refused: fell } = sorted;
  const stored = await storeRecords(em, secrets, occasion, kept, { ahead, held: new Set(held.keys()) });
  await hold(em, { directory, today: request.today }, holdingsOf(sorted, stored.ids));
  if (newFacts !== undefined) await tellNewFacts(em, { request, directory }, newFacts, sorted, stored.ids);
  await noteBatches(em, unit, request.today, batches);
  const barred = [
    ...refusedAs(foreign, ELSEWHERE),
    ...refusedAs(verified, VERIFIED),
    ...refusedAs(late, OUTRUN),
    ...fell,
  ];
  return { stored, kept, barred };
}

/** Stores what was checked, in one transaction. */
export async function storeDelivery(
  request: ClientRequest,
  unit: string,
  { checked, rejected: refusedBefore, batches }: CheckedDelivery,
  { trial = false, ahead, newFacts }: Storing = {},
): Promise<Submission> {
  const submissionId = newId();
  const { directory } = await request.snapshot();
  const { stored, kept, barred } = await retried(() =>
    request.write('intake', async (em) => {
      const result = await storeChecked(em, request, unit, { checked, batches }, submissionId, {
        directory,
        ahead,
        newFacts,
      });
      if (trial) throw new Tried(result);
      return result;
    }),
  ).catch((error: unknown) => {
    if (error instanceof Tried) return error.result as StoredChecked;
    throw error;
  });
  const rejected = [...refusedBefore, ...barred].sort((left, right) => left.row - right.row);
  return { submissionId, ...stored, rejected, late: kept.filter(({ record }) => record.late).length };
}

function laterOf(setting: CheckSetting, row: number, later: Delivered | undefined): CheckedRecord | undefined {
  const outcome = later === undefined ? undefined : checkRecord(setting, later.item, row, later.record);
  return outcome === undefined || 'code' in outcome ? undefined : outcome;
}

const refusedAs = (records: ReadonlySet<CheckedRecord>, { code, message, faults }: Refused): Rejection[] =>
  [...records].map(({ row }) => ({ row, code, message, faults }));
