/** Applies a province file, and exports what is held as one: all changes in one transaction, or none. */
import { createHash, randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import type { Localized } from '../schema/localized.ts';
import { PROVINCE_REFUSALS as SAY } from '../schema/messages/province/checks.ts';
import { writeCatalog } from './catalog/commands/write-province.ts';
import { heldCatalog, heldStanding } from './catalog/queries/held-province.ts';
import { checkProvince, isFirst } from './province/check.ts';
import { type Change, canonical, type FaultAt } from './province/compare/change.ts';
import { changesBetween } from './province/compare/changes.ts';
import { exportProvince } from './province/export.ts';
import type { Province } from './province/form.ts';
import type { HeldProvince } from './province/held.ts';
import { type Plan, planOf } from './province/plan.ts';
import { type Fault, type ProvinceFile, readProvince } from './province/read.ts';
import { saidOf } from './province/refusal.ts';
import { roleOf, type Transaction, transactionOf } from './province/transaction.ts';
import type { Writing } from './province/writing.ts';
import type { Caller, Platform } from './request/context.ts';
import type { Directory } from './request/directory.ts';
import type { RequestAs } from './request/internal-request.ts';
import { writeLists } from './sanctions/commands/lists/write-lists.ts';
import { heldLists } from './sanctions/queries/held-lists.ts';

export interface ProvinceOrder {
  readonly content: Uint8Array;
  /** Who runs the command, and on which host. */
  readonly ranBy: string;
  readonly host: string;
  /** Says what would change, and changes nothing. */
  readonly trial: boolean;
  /** Whether somebody saw what takes a basis from somebody, and wants it. */
  readonly confirmed: boolean;
  /** Digest of the plan that was shown. */
  readonly planned?: string | undefined;
}

export type ProvinceAnswer =
  | { readonly outcome: 'FAULTY'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'REFUSED'; readonly said: Localized }
  | { readonly outcome: 'PLANNED' | 'APPLIED'; readonly plan: Plan };

interface Hands {
  readonly platform: Platform;
  readonly requestAs: RequestAs;
  /** The authority that signs, by its token; undefined where none was given. */
  readonly signer?: Caller | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Ends the transaction without storing anything. */
class NotStored extends Error {
  readonly answer: ProvinceAnswer;
  constructor(answer: ProvinceAnswer) {
    super('Nothing is stored.');
    this.answer = answer;
  }
}

async function heldIn({ em, become }: Transaction): Promise<HeldProvince> {
  const catalog = await heldCatalog(em);
  const standing = await heldStanding(em);
  await become(roleOf('lists'));
  const lists = await heldLists(em);
  await become('control');
  return { ...catalog, ...lists, standing };
}

/** Sections of which the changes stand on those before them: the directory is read again as each begins. */
async function writeAll(
  changes: readonly Change[],
  province: Province,
  held: HeldProvince,
  writing: Omit<Writing, 'directory'>,
  { become, directory }: Transaction,
  onProgress: (done: number) => void,
): Promise<FaultAt[]> {
  const faults: FaultAt[] = [];
  const lists = writeLists(new Set([...held.lists, ...province.lists].map(({ code }) => code)));
  let section: string | undefined;
  let current: Directory | undefined;
  for (const [done, change] of changes.entries()) {
    const turn = `${change.section} ${change.act === 'END'}`;
    if (current === undefined || turn !== section) {
      current = await directory();
      section = turn;
      await become(roleOf(change.section));
      onProgress(done);
    }
    const now = { ...writing, directory: current };
    try {
      if (!(await writeCatalog(now, change))) await lists(now, change);
      // What is stored is not compared again with each change that follows.
      writing.em.clear();
    } catch (error) {
      // What the law refuses is told with its place, beside the other faults. Anything else ends the run.
      if (!(error instanceof GraphQLError)) throw error;
      faults.push({ path: change.path, said: saidOf(error) });
    }
  }
  await become('control');
  return faults;
}

const digestOf = (first: boolean, changes: readonly Change[]): string =>
  createHash('sha256')
    .update(
      canonical([first, changes.map(({ section, act, what, entry, touches }) => [section, act, what, entry, touches])]),
    )
    .digest('hex');

const HASH_SHOWN = 12;

/** Compares in a transaction, writes, and keeps it where `store` says so. */
async function run(
  { platform, requestAs, signer, onProgress }: Hands,
  file: ProvinceFile,
  order: Pick<ProvinceOrder, 'content' | 'ranBy' | 'host'>,
  as: { readonly role: 'AUTHORITY' | 'OPERATOR'; readonly unit: string | null },
  mayStore: (plan: Plan) => ProvinceAnswer | undefined,
): Promise<ProvinceAnswer> {
  const hash = createHash('sha256').update(order.content).digest('hex');
  const request = requestAs(as);
  const { today } = request;
  const at = platform.now();
  const placed = (faults: readonly FaultAt[]): NotStored =>
    new NotStored({
      outcome: 'FAULTY',
      faults: faults
        .map(({ path, said }) => ({ ...file.placeOf(path), said }))
        .sort((one, other) => one.line - other.line || one.column - other.column),
    });
  try {
    return await request.write('control', async (em) => {
      const db = em.getKysely();
      await sql`select pg_advisory_xact_lock(hashtext('credit-gateway province'))`.execute(db);
      const transaction = transactionOf(em, platform, today);
      const held = await heldIn(transaction);
      const { changes, faults } = changesBetween(held, file.province);
      const wrong = [...checkProvince(held, file, today), ...faults];
      if (wrong.length > 0) throw placed(wrong);
      const first = isFirst(held);
      const plan = planOf(changes, { first, digest: digestOf(first, changes), hash, placeOf: file.placeOf });
      const refusal = mayStore(plan);
      if (refusal !== undefined && refusal.outcome !== 'PLANNED') throw new NotStored(refusal);
      const writing = {
        em,
        today,
        at,
        by: first ? null : as.role,
        reason: `按省域文件变更（sha256:${hash.slice(0, HASH_SHOWN)}）`,
        unassignedRegions: platform.unassignedRegions,
      };
      const refused = await writeAll(changes, file.province, held, writing, transaction, (done) =>
        onProgress?.(done, changes.length),
      );
      if (refused.length > 0) throw placed(refused);
      if (refusal !== undefined) throw new NotStored(refusal);
      if (changes.length > 0)
        await sql`insert into control.province_run (id, at, file_hash, ran_by, host, signed_by, changes)
          values (${randomUUID()}::uuid, ${at.toISOString()}::timestamptz, ${hash}, ${order.ranBy}, ${order.host},
            ${signer?.unit ?? null}, ${JSON.stringify(changes.map(({ section, act, what }) => ({ section, act, what })))}::jsonb)`.execute(
          db,
        );
      return { outcome: 'APPLIED', plan };
    });
  } catch (error) {
    if (error instanceof NotStored) return error.answer;
    throw error;
  } finally {
    await request.abandon();
  }
}

/** Says what a file changes; applies it where the order is no trial. */
export async function applyProvince(hands: Hands, order: ProvinceOrder): Promise<ProvinceAnswer> {
  const read = readProvince(order.content);
  if (!read.ok) return { outcome: 'FAULTY', faults: read.faults };
  const { signer } = hands;
  const unit = signer?.unit ?? null;
  // The trial writes as the authority and is always undone: so it finds every fault, whoever may sign.
  const trial = await run(hands, read.file, order, { role: 'AUTHORITY', unit }, (plan) => ({
    outcome: 'PLANNED',
    plan,
  }));
  if (order.trial || trial.outcome !== 'PLANNED') return trial;
  const { plan } = trial;
  if (!plan.first && plan.unsigned > 0 && signer === undefined) {
    const faults = plan.changes
      .filter(({ signedBy }) => signedBy === 'AUTHORITY')
      .map(({ line, column }) => ({ line, column, said: SAY.unsigned() }));
    return { outcome: 'FAULTY', faults };
  }
  if (order.planned !== undefined && order.planned !== plan.digest) return { outcome: 'REFUSED', said: SAY.changed() };
  if (plan.taking > 0 && !order.confirmed) return { outcome: 'REFUSED', said: SAY.unconfirmed(plan.taking) };
  const role = signer !== undefined || plan.first ? 'AUTHORITY' : 'OPERATOR';
  // Compared again in the transaction that stores: what somebody changed meanwhile is not overwritten by a plan that nobody saw.
  return run(hands, read.file, order, { role, unit }, (now) =>
    now.digest === plan.digest ? undefined : { outcome: 'REFUSED', said: SAY.changed() },
  );
}

/** Applies the first file of an empty database in one pass: whoever calls this knows that nothing is held. */
export async function beginProvince(hands: Hands, order: Pick<ProvinceOrder, 'content' | 'ranBy' | 'host'>) {
  const read = readProvince(order.content);
  if (!read.ok) return { outcome: 'FAULTY', faults: read.faults } as const;
  return run(hands, read.file, order, { role: 'AUTHORITY', unit: null }, (plan) =>
    plan.first ? undefined : { outcome: 'REFUSED', said: SAY.changed() },
  );
}

/** What is held, as a file. */
export async function exportedProvince({
  platform,
  requestAs,
}: Pick<Hands, 'platform' | 'requestAs'>): Promise<string> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    return await request.write('control', async (em) =>
      exportProvince(await heldIn(transactionOf(em, platform, request.today))),
    );
  } finally {
    await request.abandon();
  }
}
