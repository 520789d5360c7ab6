/**
 * Whether a key file belongs to a database. The database keeps a mark of each key that it met; whoever opens it compares them before anything is
 * changed. A database of before has none: its keys are proved against what is stored, so that a wrong file never becomes the mark.
 */
import { keyMessages } from '../../schema/messages/keys.ts';
import { indexMark, pseudonymMark } from './fingerprints.ts';
import { KeyFault } from './key-fault.ts';
import { type KeyDatabase, outOfUse, proveAgainstData } from './prove.ts';
import { openSecrets, type SecretsConfig } from './secrets.ts';

/** Called by whoever opens a database: first `check`, which changes nothing, and when the database is brought up `remember`. */
export interface KeyGuard {
  check(database: KeyDatabase): Promise<void>;
  remember(database: KeyDatabase): Promise<void>;
  /** The check of a process that does not own the database: it remembers nothing, so what it would begin must be known already. */
  fits(database: KeyDatabase): Promise<void>;
}

export interface Mark {
  readonly kind: 'INDEX' | 'PSEUDONYM' | 'SEALING';
  readonly id: string;
  /** Hexadecimal. */
  readonly mark: string;
  /** A process may have sealed with it. */
  readonly seals: boolean;
  readonly retired: boolean;
}

/** There is one index and one pseudonym key: they do not rotate. */
const ONLY = { INDEX: 'index', PSEUDONYM: 'pseudonym' } as const;

const PROBE = 'credit-gateway';
const boundTo = (id: string): string => `key probe ${id}`;

type SealingKey = SecretsConfig['sealing'][number];

const withOne = (config: SecretsConfig, key: SealingKey) => openSecrets({ ...config, sealing: [key] });

function opensProbe(config: SecretsConfig, key: SealingKey, mark: string): boolean {
  try {
    const row = { sealed: Buffer.from(mark, 'hex'), keyId: key.id };
    return withOne(config, key).unseal(row, boundTo(key.id)) === PROBE;
  } catch {
    return false;
  }
}

/** Marks of the keys of a file, as they are stored. */
const marksOf = (config: SecretsConfig): readonly Pick<Mark, 'kind' | 'id' | 'mark'>[] => [
  { kind: 'INDEX', id: ONLY.INDEX, mark: indexMark(config.index).toString('hex') },
  { kind: 'PSEUDONYM', id: ONLY.PSEUDONYM, mark: pseudonymMark(config.pseudonym).toString('hex') },
  ...config.sealing.map((key) => ({
    kind: 'SEALING' as const,
    id: key.id,
    mark: withOne(config, key).seal(PROBE, boundTo(key.id)).sealed.toString('hex'),
  })),
];

/** The marks of a database; none in one of before. */
async function readMarks(database: KeyDatabase): Promise<readonly Mark[]> {
  const [table] = await database.query<{ there: boolean }>(
    `select to_regclass('control.key_mark') is not null as there`,
  );
  if (table?.there !== true) return [];
  return database.query<Mark>(
    `select kind, id, encode(mark, 'hex') as mark, seals_since is not null as seals, retired_at is not null as retired from control.key_mark order by first_seen, id`,
  );
}

export function compareMarks(config: SecretsConfig, marks: readonly Mark[]): void {
  const only = (kind: keyof typeof ONLY): string | undefined => marks.find((one) => one.kind === kind)?.mark;
  if (only('INDEX') !== indexMark(config.index).toString('hex')) throw new KeyFault(keyMessages.otherIndex);
  if (only('PSEUDONYM') !== pseudonymMark(config.pseudonym).toString('hex'))
    throw new KeyFault(keyMessages.otherPseudonym);
  const sealing = marks.filter(({ kind }) => kind === 'SEALING');
  const inFile = new Map(config.sealing.map((key) => [key.id, key]));
  for (const { id, mark } of sealing) {
    const key = inFile.get(id);
    if (key !== undefined && !opensProbe(config, key, mark)) throw new KeyFault(keyMessages.otherSealing(id));
  }
  const missing = sealing.filter(({ id, seals, retired }) => seals && !retired && !inFile.has(id)).map(({ id }) => id);
  if (missing.length > 0) throw new KeyFault(keyMessages.sealingMissing(missing));
  const first = config.sealing[0]?.id;
  if (sealing.some(({ id, retired }) => retired && id === first))
    throw new KeyFault(keyMessages.sealsWithRetired(first ?? ''));
}

/** Sealing keys that a process sealed with, that are not retired, and that the file lacks. */
const lacking = (config: SecretsConfig, marks: readonly Mark[]): readonly string[] =>
  marks.flatMap(({ kind, id, seals, retired }) =>
    kind === 'SEALING' && seals && !retired && config.sealing.every((key) => key.id !== id) ? [id] : [],
  );

/**
 * A key that nothing is sealed with any more is as one that was retired: a backup may have been made between resealing and taking the key out, and its file has gone
 * on without it since.
 */
async function withoutUnused(
  database: KeyDatabase,
  config: SecretsConfig,
  marks: readonly Mark[],
): Promise<readonly Mark[]> {
  const missing = lacking(config, marks);
  if (missing.length === 0) return marks;
  const unused = await outOfUse(database, missing);
  return marks.map((mark) => (mark.kind === 'SEALING' && unused.has(mark.id) ? { ...mark, retired: true } : mark));
}

export const keyGuard = (config: SecretsConfig): KeyGuard => ({
  fits: async (database) => {
    const marks = await readMarks(database);
    const [first] = config.sealing;
    compareMarks(config, marks);
    if (!marks.some(({ kind, id, seals }) => kind === 'SEALING' && id === first?.id && seals))
      throw new KeyFault(keyMessages.sealsNowhere(first?.id ?? ''));
  },
  check: async (database) => {
    const marks = await readMarks(database);
    if (marks.length === 0) await proveAgainstData(database, config);
    else compareMarks(config, await withoutUnused(database, config, marks));
  },
  remember: async (database) => {
    const held = await readMarks(database);
    const known = new Set(held.map(({ kind, id }) => `${kind} ${id}`));
    const fresh = marksOf(config).filter(({ kind, id }) => !known.has(`${kind} ${id}`));
    // In one statement: a database has the marks of all keys or of none.
    if (fresh.length > 0)
      await database.query(
        `insert into control.key_mark (kind, id, mark) select m.kind, m.id, decode(m.mark, 'hex')
          from jsonb_to_recordset($1::jsonb) as m (kind text, id text, mark text) on conflict do nothing`,
        [JSON.stringify(fresh)],
      );
    // They were looked for when the file was checked, under the lock that is still held.
    const unused = lacking(config, held);
    if (unused.length > 0)
      await database.query(`update control.key_mark set retired_at = now() where kind = 'SEALING' and id = any ($1)`, [
        unused,
      ]);
    // The first seals from now on. In a database of before any of them may have sealed.
    const seals = config.sealing.map(({ id }) => id).slice(0, held.length === 0 ? config.sealing.length : 1);
    if (!seals.every((id) => held.some((one) => one.kind === 'SEALING' && one.id === id && one.seals)))
      await database.query(
        `update control.key_mark set seals_since = now() where kind = 'SEALING' and id = any ($1) and seals_since is null`,
        [seals],
      );
  },
});
