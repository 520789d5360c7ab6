/**
 * How a request is admitted: the caller's unit is held against its role, and all gateways of one database share rate limit counters and used proofs of
 * possession (DPoP).
 */
import { GraphQLError } from 'graphql';
import { notAdmitted, repeated } from '../../schema/errors.ts';
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
import type { Statement } from '../database/database.ts';
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

/** Stores a proof until it expires (RFC 9449, section 11.1). False where it was used before. */
export const keepProof = async (platform: Platform, key: string, until: Date): Promise<boolean> =>
  (await run(platform, KEEP, [key, until.toISOString()])).length === 1;

/** Deletes proofs that have expired: they are refused by their age. */
export const forgetProofs = async (platform: Platform): Promise<void> => {
  await run(platform, FORGET, [platform.now().toISOString()]);
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
  error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED';

const listed = (kinds: readonly UnitKind[]): string => kinds.join(' and ');

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
  const unadmitted: Unadmitted = { reason, unit: code, role, kinds, endedOn, others, more };
  const error = notAdmitted(reason, ...sentencesOf(unadmitted));
  REASONS.set(error, unadmitted);
  throw error;
}

/** Message and next step. */
function sentencesOf({
  reason,
  unit,
  role,
  kinds,
  endedOn,
  others,
  more,
}: Unadmitted): [message: string, help: string] {
  if (reason === 'UNIT_UNKNOWN') {
    const units = `${others.join(', ') || 'none yet'}${more > 0 ? ` and ${more} more` : ''}`;
    return [
      `No unit ${repeated(unit)} is registered.`,
      `Ask the issuer for a token of a registered unit, or have this one registered by the public credit work body. Units of role ${role.toLowerCase()}: ${units}.`,
    ];
  }
  if (reason === 'UNIT_ENDED')
    return [`The unit ${unit} ended on ${endedOn}.`, 'Ask the issuer for a token of the unit that does its work now.'];
  return [
    `The unit ${unit} is registered as ${listed(kinds)}; the role ${role.toLowerCase()} comes from a unit of kind ${KIND_OF_ROLE[role]}.`,
    `Ask the issuer for a token of role ${rolesOf(kinds)}, or have the kind registered.`,
  ];
}
