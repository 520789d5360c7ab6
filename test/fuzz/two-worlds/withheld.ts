/** What it is to be withheld: what the second world holds more than the first, from whom, and who can tell the two apart. */
import { sql } from 'kysely';
import type { World } from '../../kit.ts';
import { CALLERS, type Caller, isOf, oversees } from './callers.ts';
import { inSession, subjectIdOf } from './deliveries.ts';
import type { About, Kind } from './subjects.ts';
import { comparable, namer, tell } from './told.ts';

export interface Pair {
  readonly about: About;
  /** Names of what both worlds show about the subject. */
  readonly visible: readonly string[];
  /** A number by which a kind chooses among its items, days and units. */
  readonly pick: number;
}

export interface Placed {
  /** Stored id of what is withheld. */
  readonly id?: string | undefined;
}

export interface Withheld {
  readonly about: readonly Kind[];
  /** Visible things without which the pair shows nothing, and those that do not go with it. */
  readonly always?: readonly string[];
  readonly never?: readonly string[];
  /** What cannot happen after it. */
  readonly neverLater?: readonly string[];
  /** What both worlds hold before, for a thing that is done to something. */
  before?(world: World, pair: Pair): Promise<unknown>;
  /** Does in the second world what the first lacks. */
  withhold(world: World, pair: Pair): Promise<Placed>;
  /** Whether it is undone at the end of the pair, or nobody can come upon it again. */
  readonly undone?: boolean;
  hides(caller: Caller, pair: Pair): boolean;
  /** What somebody who may know is told, or what the store holds: it differs between the worlds, or nothing was withheld. */
  shows(world: World, pair: Pair, placed: Placed): Promise<string>;
  /** Values that what is withheld makes known, which mask in texts that both worlds show (the channel that Article 23 has). */
  known?(pair: Pair): readonly string[];
}

export const ALL: readonly Kind[] = ['company', 'trader', 'person'];

export const hiddenFrom = (withheld: Withheld, pair: Pair): readonly Caller[] =>
  CALLERS.filter((caller) => withheld.hides(caller, pair));

const OWN = `{ me { name address phone usesPledges statements { value } records(first: 50) { totalCount nodes { version item { code } objection { raisedOn } } }
  nonPublicRecords(first: 20) { totalCount } designations { ground } incentives { designatedOn } waivers { conduct } reexaminations { reasons }
  authorizations { party { code } } disclosures(first: 50) { nodes { recipient { code } } } pledgeChecks { correctBy } } }`;

/** What the subject is told of itself. */
export async function toItself(world: World, { about }: Pair): Promise<string> {
  const self = { name: 'itself', holder: { role: 'subject', subject: about.identifier }, headers: {} };
  return comparable(await tell(world, self, OWN, {}), namer(), false);
}

/** What a caller is told by one operation. */
export const toCaller = async (world: World, caller: Caller, query: string, variables = {}): Promise<string> =>
  comparable(await tell(world, caller, query, variables), namer(), false);

/** How many rows about the subject a table holds, displayed or not, as the daily run counts them. */
export async function heldIn(
  world: World,
  { about }: Pair,
  table: 'public_credit.record' | 'sanctions.designation' | 'sanctions.incentive',
): Promise<string> {
  const rows = await inSession(
    world,
    'HLJ-CREDIT',
    'due',
    sql<{
      held: number;
    }>`select count(*)::int as held from ${sql.table(table)} where subject_id = ${subjectIdOf(world, about)}::uuid`,
  );
  return `${rows[0]?.held} held`;
}

/** Neither of these units, nor one that is told of every statutory period. */
export const unknownTo =
  (...units: readonly string[]) =>
  (caller: Caller): boolean =>
    !isOf(caller, ...units) && !oversees(caller);
