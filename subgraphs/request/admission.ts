/**
 * How a request is admitted: the caller's unit is held against its role, and all gateways of one database share rate limit counters and used proofs of
 * possession (DPoP).
 */
import type { EntityManager } from '@mikro-orm/sql';
import { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import { LEDGER_GAP, ledgerGap, notAdmitted, repeated } from '../../schema/errors.ts';
import {
  isUnitRole,
  KIND_OF_ROLE,
  type StandingUnit,
  type UnitReason,
  type UnitRole,
  unitFault,
} from '../../schema/law/asking/unit-roles.ts';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Role, UnitKind } from '../../schema/law/facts.ts';
import { doorMessages } from '../../schema/messages/door/identity.ts';
import type { Said } from '../../schema/messages/said.ts';
import type { Statement } from '../database/database.ts';
import type { DatabaseRole } from '../database/roles.ts';
import type { Caller, Platform } from './context.ts';

/** Runs a statement under the role "admission", which may use the tables of admission and no others. */
const run = <Row>(platform: Platform, statement: Statement, parameters: readonly unknown[]): Promise<readonly Row[]> =>
  platform.database.execute<Row>(
    { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(platform.now()) },
    'admission',
    statement,
    parameters,
  );

/** A statement in the form in which the rate limiter sends it. */
interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Looks like a client of PostgreSQL to the rate limiter. */
export const rateStore = (platform: Platform) => ({
  query: async ({ name = 'rate', text, values = [] }: Sent): Promise<{ readonly rows: readonly unknown[] }> => ({
    rows: await run(platform, { name, text }, values),
  }),
});

const KEEP: Statement = {
  name: 'keep-proof',
  text: 'insert into control.proof (key, until) values ($1, $2::timestamptz) on conflict do nothing returning key',
};
const FORGET: Statement = { name: 'forget-proofs', text: 'delete from control.proof where until < $1::timestamptz' };
/** Counts of rates that have run out, in milliseconds since 1970: their time is the rate limiter's own, and the machine's. */
const FORGET_RATES: Statement = {
  name: 'forget-rates',
  text: 'delete from control.rate where expire < extract(epoch from clock_timestamp()) * 1000',
};

/** Stores a proof until it expires (RFC 9449, section 11.1). False where it was used before. */
export const keepProof = async (platform: Platform, key: string, until: Date): Promise<boolean> =>
  (await run(platform, KEEP, [key, until.toISOString()])).length === 1;

const FORGET_QUESTIONS: Statement = {
  name: 'forget-questions',
  text: 'delete from ledger.question where until < now()',
};

/** Deletes proofs that have expired, because they are refused by their age, counts of rates that count no more, and questions that are over. */
export const forgetProofs = async (platform: Platform): Promise<void> => {
  await run(platform, FORGET, [platform.now().toISOString()]);
  await run(platform, FORGET_RATES, []);
  await run(platform, FORGET_QUESTIONS, []);
};

/** Why a unit is not let in, in parts: who tells it in another language makes its own sentence of them. */
export interface Unadmitted {
  readonly reason: UnitReason;
  readonly unit: string;
  readonly role: UnitRole;
  /** Kinds that it is registered with, and the day on which it ended, where it is registered. */
  readonly kinds: readonly UnitKind[];
  readonly endedOn: string | null;
  /** Some units that may act in the role, and how many more there are. */
  readonly others: readonly string[];
  readonly more: number;
}

const REASONS = new WeakMap<GraphQLError, Unadmitted>();

/** The parts of an error of `admit`; undefined where the door turned somebody away for something else. */
export const unadmittedOf = (error: unknown): Unadmitted | undefined =>
  error instanceof GraphQLError ? REASONS.get(error) : undefined;

/** Whether an error is one of the door. */
export const isUnadmitted = (error: unknown): boolean =>
  error instanceof GraphQLError &&
  (error.extensions.code === 'UNAUTHENTICATED' || error.extensions.reason === LEDGER_GAP);

/** Throws where the ledger lost entries and nobody acknowledged it: operators alone are answered (Article 17). `gap`: since when it is known. */
export function checkGap({ role }: Pick<Caller, 'role'>, gap: string | null | undefined): void {
  if (gap != null && role !== 'OPERATOR') throw ledgerGap(new Date(gap).toISOString());
}

/** Roles that a unit of these kinds may act in, as a token names them. */
const rolesOf = (kinds: readonly UnitKind[]): string =>
  Object.entries(KIND_OF_ROLE)
    .filter(([, kind]) => kinds.includes(kind))
    .map(([role]) => role.toLowerCase())
    .join(', ');

/** So many units are named; a province has more than anybody reads. */
const NAMED = 8;

function unitsOf(role: UnitRole, units: ReadonlyMap<string, StandingUnit>, today: string) {
  const codes = [...units].flatMap(([code, unit]) => (unitFault(role, unit, today) === undefined ? [code] : []));
  return { others: codes.slice(0, NAMED), more: Math.max(0, codes.length - NAMED) };
}

/**
 * Throws UNIT_UNKNOWN, UNIT_ENDED or ROLE_NOT_OF_UNIT. `unit` is the registered unit of the caller's code, null where there is none. A request without a
 * unit comes from the platform's own jobs: a token of such a role always names one.
 */
export function admit(
  { role, unit: code }: { readonly role: Role; readonly unit: Caller['unit'] },
  unit: StandingUnit | null | undefined,
  today: string,
  units: ReadonlyMap<string, StandingUnit>,
): void {
  if (code === null || !isUnitRole(role)) return;
  const reason = unitFault(role, unit ?? undefined, today);
  if (reason === undefined) return;
  const { others, more } = unitsOf(role, units, today);
  const [kinds, endedOn] = [unit?.kinds ?? [], unit?.endedOn ?? null];
  throw turnedAway({ reason, unit: code, role, kinds, endedOn, others, more });
}

function turnedAway(unadmitted: Unadmitted): GraphQLError {
  const error = notAdmitted(unadmitted.reason, saidOf(unadmitted));
  REASONS.set(error, unadmitted);
  return error;
}

/** Roles of the database under which what a unit asks for is written. */
const UNITS_WRITE: ReadonlySet<DatabaseRole> = new Set([
  'control',
  'intake',
  'collect',
  'designate',
  'amend',
  'report',
]);

/**
 * Throws UNIT_ENDED where the unit has ended since the request began: nothing of it is written. Else the unit cannot end before this transaction is over
 * (control.ended_units).
 */
export async function checkStanding(
  em: EntityManager,
  databaseRole: DatabaseRole,
  { role, unit }: Pick<Caller, 'role' | 'unit'>,
): Promise<void> {
  if (!UNITS_WRITE.has(databaseRole) || unit === null || !isUnitRole(role)) return;
  const { rows } = await sql<{
    endedOn: string;
  }>`select ended_on::text as "endedOn" from control.ended_units(array[${unit}::text])`.execute(em.getKysely());
  const endedOn = rows[0]?.endedOn;
  if (endedOn === undefined) return;
  throw turnedAway({ reason: 'UNIT_ENDED', unit, role, kinds: [], endedOn, others: [], more: 0 });
}

/** Message and next step. */
function saidOf({ reason, unit, role, kinds, endedOn, others, more }: Unadmitted): Said {
  const named = role.toLowerCase();
  if (reason === 'UNIT_UNKNOWN') return doorMessages.unknown(repeated(unit), named, others, more);
  if (reason === 'UNIT_ENDED') return doorMessages.ended(unit, String(endedOn));
  return doorMessages.otherRole(unit, kinds, named, KIND_OF_ROLE[role], rolesOf(kinds));
}
