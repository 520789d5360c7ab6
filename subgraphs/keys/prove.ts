/** Proves keys against what a database of before holds: a row of each sealing key opens, and a subject's id is the one that the index key makes. */
import type { IdentifierType } from '../../schema/law/facts.ts';
import { keyMessages } from '../../schema/messages/keys.ts';
import { KeyFault } from './key-fault.ts';
import { SEALED_PLACES, type SealedPlace } from './sealed-places.ts';
import { openSecrets, type Secrets, type SecretsConfig } from './secrets.ts';

/** A connection of the owner of the tables. */
export interface KeyDatabase {
  query<Row>(statement: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  run(statements: string): Promise<void>;
}

/** Rows that are tried. One of them may be damaged; that is no wrong key. */
const TRIED = 5;
const LOCK_TIMEOUT_MS = 4_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** Places whose columns exist already: earlier releases had fewer. */
async function placesHeld(database: KeyDatabase): Promise<readonly SealedPlace[]> {
  const columns = new Set(
    (
      await database.query<{ name: string }>(
        `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
          where table_schema in ('public_credit', 'non_public_credit', 'rights', 'ledger')`,
      )
    ).map(({ name }) => name),
  );
  const has = (table: string, names: readonly string[]): boolean =>
    names.every((name) => columns.has(`${table}.${name}`));
  return SEALED_PLACES.filter(({ table, sealed, key, row }) => has(table, [sealed, key, ...Object.keys(row)]));
}

/** Row policies bind the owner too. For the time of this transaction, which is rolled back, they do not. */
async function liftPolicies(database: KeyDatabase, tables: readonly string[]): Promise<void> {
  const [role] = await database.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  );
  if (role?.free === true) return;
  const bound = await database.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relforcerowsecurity and n.nspname || '.' || c.relname = any ($1) order by 1`,
    [tables],
  );
  for (const { name } of bound) await database.run(`alter table ${name} no force row level security`);
}

interface SealedRow {
  readonly sealed: Buffer;
  readonly place: string;
}

const opens = (secrets: Secrets, { sealed, place }: SealedRow, keyId: string): boolean => {
  try {
    secrets.unseal({ sealed, keyId }, place);
    return true;
  } catch {
    return false;
  }
};

/** Ids of the keys that sealed what is stored, each with where that stands. */
export async function keysInUse(
  database: Pick<KeyDatabase, 'query'>,
  places: readonly SealedPlace[] = SEALED_PLACES,
): Promise<ReadonlyMap<string, readonly SealedPlace[]>> {
  const used = new Map<string, SealedPlace[]>();
  for (const place of places) {
    const rows = await database.query<{ id: string }>(
      `select distinct ${place.key} as id from ${place.table} where ${place.sealed} is not null`,
    );
    for (const { id } of rows) used.set(id, [...(used.get(id) ?? []), place]);
  }
  return used;
}

async function proveSealing(
  database: KeyDatabase,
  secrets: Secrets,
  places: readonly SealedPlace[],
  inFile: ReadonlySet<string>,
): Promise<void> {
  const used = await keysInUse(database, places);
  const missing = [...used.keys()].filter((id) => !inFile.has(id));
  if (missing.length > 0) throw new KeyFault(keyMessages.sealingMissing(missing));
  for (const [id, where] of used) {
    let proved = false;
    for (const place of where) {
      const rows = await database.query<SealedRow>(
        `select ${place.sealed} as sealed, ${place.boundTo} as place from ${place.table} where ${place.key} = $1 limit ${TRIED}`,
        [id],
      );
      proved ||= rows.some((row) => opens(secrets, row, id));
      if (proved) break;
    }
    if (!proved) throw new KeyFault(keyMessages.otherSealing(id));
  }
}

interface Held {
  readonly id: string;
  readonly type: IdentifierType;
  readonly identifier: string;
}

async function subjectsHeld(
  database: KeyDatabase,
  secrets: Secrets,
  places: readonly SealedPlace[],
): Promise<readonly Held[]> {
  const [subject] = await database.query<{ there: boolean }>(
    `select to_regclass('public_credit.subject') is not null as there`,
  );
  if (subject?.there !== true) return [];
  const organizations = await database.query<Held>(
    `select id::text as id, identifier_type as type, identifier from public_credit.subject where not personal limit ${TRIED}`,
  );
  if (!places.some(({ table }) => table === 'public_credit.statement_whole')) return organizations;
  const persons = await database.query<Omit<Held, 'identifier'> & { readonly sealed: Buffer; readonly keyId: string }>(
    `select s.id::text as id, s.identifier_type as type, h.sealed, h.key_id as "keyId"
      from public_credit.statement_whole h join public_credit.subject s on s.id = h.subject_id limit ${TRIED}`,
  );
  return [
    ...organizations,
    ...persons.flatMap(({ id, type, sealed, keyId }) => {
      if (!opens(secrets, { sealed, place: id }, keyId)) return [];
      const { identifier } = secrets.unseal({ sealed, keyId }, id) as { readonly identifier?: unknown };
      return typeof identifier === 'string' ? [{ id, type, identifier }] : [];
    }),
  ];
}

async function prove(database: KeyDatabase, config: SecretsConfig): Promise<void> {
  const secrets = openSecrets(config);
  const places = await placesHeld(database);
  await liftPolicies(database, [...new Set(['public_credit.subject', ...places.map(({ table }) => table)])]);
  await proveSealing(database, secrets, places, new Set(config.sealing.map(({ id }) => id)));
  const subjects = await subjectsHeld(database, secrets, places);
  // A number that was corrected in a row, or a row that is damaged, makes no wrong key: one that is right proves it.
  const isRight = ({ id, type, identifier }: Held): boolean => secrets.subjectId(type, identifier) === id;
  if (subjects.length > 0 && !subjects.some(isRight)) throw new KeyFault(keyMessages.otherIndex);
}

/** Looks at what is stored as if no row policy bound the owner, and leaves nothing changed. */
async function unbound<Result>(database: KeyDatabase, look: () => Promise<Result>): Promise<Result> {
  await database.run(`begin; set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
  try {
    return await look();
  } catch (error) {
    if ((error as { readonly code?: string }).code === LOCK_NOT_AVAILABLE) throw new KeyFault(keyMessages.tablesBusy);
    throw error;
  } finally {
    await database.run('rollback');
  }
}

/** Throws where the keys are not those of what is stored. A database that holds nothing proves nothing, and has nothing to lose. */
export const proveAgainstData = (database: KeyDatabase, config: SecretsConfig): Promise<void> =>
  unbound(database, () => prove(database, config));

/** Of these sealing keys those that nothing is sealed with any more, and that no process which is believed to live seals with. */
export const outOfUse = (database: KeyDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  unbound(database, async () => {
    await liftPolicies(database, [...new Set(SEALED_PLACES.map(({ table }) => table))]);
    const used = await keysInUse(database);
    const sealing = await database.query<{ id: string }>(
      'select seals_with as id from control.process where believed_until > now()',
    );
    const held = new Set([...used.keys(), ...sealing.map(({ id }) => id)]);
    return new Set(ids.filter((id) => !held.has(id)));
  });
