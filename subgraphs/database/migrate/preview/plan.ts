/** What bringing a database up to this code will do, read without changing it: the same comparison as migrate.ts and apply.ts make before they act. */
import { readFileSync } from 'node:fs';
import type { Localized } from '../../../../schema/localized.ts';
import { rolePrefix } from '../../roles.ts';
import { ACCESS_FOLDER } from '../access.ts';
import { differenceOf } from '../apply.ts';
import { catalogOf, type Owner } from '../catalog.ts';
import { declaredFor } from '../logins/expand.ts';
import { type Code, examine, lacking } from '../migrate.ts';
import { grantsToSay, privilegesToRevoke } from '../privileges.ts';
import { isOld } from '../upgrade.ts';
import { type Effect, effectsOf, type OnTable, type Waits } from './effects.ts';

/** A table that a migration touches. `rows` is an estimate of the catalogs; undefined where nobody counted, or the table is new. */
export interface PlannedTable {
  readonly table: string;
  readonly effects: readonly Effect[];
  readonly waits: Waits;
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
}

export interface PlannedMigration {
  readonly name: string;
  readonly description: Localized;
  readonly tables: readonly PlannedTable[];
}

/** Number of an access, and the version that a number came with; undefined for one that this code does not know. */
export interface Numbered {
  readonly number: number;
  readonly release: string | undefined;
}

/** How many objects of a kind are made or made again, and dropped. */
export interface Count {
  readonly made: number;
  readonly dropped: number;
}

export interface Plan {
  readonly database: string;
  /** NEW: never brought up. BEHIND: there is something to do. CURRENT: nothing is. NEWER: a later release brought it further and still serves this one. */
  readonly state: 'NEW' | 'BEHIND' | 'CURRENT' | 'NEWER';
  /** Undefined for a database that has no number: a new one, or one from before access/. */
  readonly from: Numbered | undefined;
  readonly to: Numbered;
  /** The oldest code that may serve afterwards. */
  readonly servesFrom: Numbered;
  /** Servers of the release before go on while it is brought up and afterwards. */
  readonly goesOn: boolean;
  /** Connections that servers have open now. */
  readonly connections: number;
  readonly migrations: readonly PlannedMigration[];
  readonly access: Readonly<Record<'functions' | 'triggers' | 'policies' | 'privileges', Count>> & {
    readonly roles: number;
  };
}

/** Which release came with which number. */
const RELEASES = JSON.parse(readFileSync(new URL('releases.json', ACCESS_FOLDER), 'utf8')) as Record<string, string>;

const numbered = (number: number): Numbered => ({ number, release: RELEASES[String(number)] });

/** A table was analyzed never: -1. One in parts is as large as they are. */
const SIZES = `select format('%I.%I', n.nspname, c.relname) as name, held.rows, held.bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral (
    select sum(p.reltuples)::float8 as rows, sum(pg_total_relation_size(p.oid))::float8 as bytes from pg_class p
      where p.relkind = 'r' and (p.oid = c.oid or p.oid in (select i.inhrelid from pg_inherits i where i.inhparent = c.oid))) held
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const INDEXES = `select format('%I.%I', n.nspname, c.relname) as index, format('%I.%I', tn.nspname, t.relname) as table
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class t on t.oid = i.indrelid join pg_namespace tn on tn.oid = t.relnamespace`;
const CONNECTIONS = `select count(*)::int as open from pg_stat_activity where datname = current_database() and usename = $1 and pid <> pg_backend_pid()`;

const ORDER: readonly Effect[] = ['REMOVED', 'REWRITTEN', 'READ_THROUGH', 'WRITTEN', 'CHANGED'];
const WAITS: readonly Waits[] = ['ALL', 'WRITERS', 'NOBODY'];

interface Size {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The tables of one migration, each once, with all that is done to it. What is done to a table that is not there yet costs nothing. */
function tablesOf(effects: readonly OnTable[], sizes: ReadonlyMap<string, Size>): PlannedTable[] {
  return [...Map.groupBy(effects, ({ table }) => table)].flatMap(([table, done]): PlannedTable[] => {
    const size = sizes.get(table);
    if (done.some(({ effect }) => effect === 'NEW'))
      return [{ table, effects: ['NEW'], waits: 'NOBODY', rows: undefined, bytes: undefined }];
    if (size === undefined) return [];
    return [
      {
        table,
        effects: ORDER.filter((effect) => done.some((one) => one.effect === effect)),
        waits: WAITS.find((waits) => done.some((one) => one.waits === waits)) ?? 'NOBODY',
        rows: size.rows < 0 ? undefined : size.rows,
        bytes: size.bytes,
      },
    ];
  });
}

/** Reads what there is to do. Throws with what to do where this code must not run over the database. */
export async function planOf(owner: Owner, brought?: Code): Promise<Plan> {
  const examined = await examine(owner, brought);
  const { state, names, isBehind, code } = examined;
  const { edition } = code.access;
  const old = state === undefined && (await isOld(owner));
  const sizes = new Map((await owner.query<Size>(SIZES)).map((size) => [size.name, size]));
  const indexes = new Map(
    (await owner.query<{ index: string; table: string }>(INDEXES)).map(({ index, table }) => [index, table]),
  );
  const access = await declaredFor(owner, code.access);
  const catalog = catalogOf(owner, access, rolePrefix(owner.database));
  const difference = await differenceOf(owner, access, state?.objects ?? {});
  const [functions, privileges] = [await catalog.functions(), await catalog.privileges()];
  const [connections] = await owner.query<{ open: number }>(CONNECTIONS, [names.login]);
  const count = (kind: 'functions' | 'triggers' | 'policies'): Count => ({
    made: isBehind ? difference.made[kind].length : 0,
    dropped: isBehind ? difference.dropped[kind].length : 0,
  });
  const newer = state !== undefined && state.number > edition.number;
  return {
    database: owner.database,
    state: state === undefined && !old ? 'NEW' : newer ? 'NEWER' : isBehind ? 'BEHIND' : 'CURRENT',
    from: state === undefined ? undefined : numbered(state.number),
    to: numbered(newer ? state.number : edition.number),
    servesFrom: numbered(newer ? state.servesFrom : edition.servesFrom),
    goesOn: !old && (state === undefined || !isBehind || edition.servesFrom <= state.number),
    connections: connections?.open ?? 0,
    migrations: (newer ? [] : lacking(examined, old)).map(({ name, description, statements }) => ({
      name,
      description,
      tables: tablesOf(
        statements.flatMap((statement) => effectsOf(statement, (index) => indexes.get(index))),
        sizes,
      ),
    })),
    access: {
      functions: count('functions'),
      triggers: count('triggers'),
      policies: count('policies'),
      privileges: {
        made: isBehind ? grantsToSay(access, functions, privileges).length : 0,
        dropped: isBehind ? privilegesToRevoke(access, functions, privileges).length : 0,
      },
      roles: isBehind ? difference.roles.length : 0,
    },
  };
}

/** Whether it takes something away that going back cannot bring again. */
export const takesAway = ({ migrations }: Plan): boolean =>
  migrations.some(({ tables }) => tables.some(({ effects }) => effects.includes('REMOVED')));
