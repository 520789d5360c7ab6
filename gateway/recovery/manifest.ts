/**
 * `manifest.json`: what a backup holds, and by what it is known again. It is written last, so that a folder without one is no backup. Every byte of it
 * counts: the digest stands in it over the rest, and what is read must be exactly what would be written.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from './refused.ts';
import { MANIFEST as SAY } from './sentences/manifest.ts';

export const MANIFEST = 'manifest.json';

/** Number of this form. A later one may mean something else by the same names. */
const FORM = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/** A checkpoint as `verify-proof` reads it. */
export const KeptCheckpoint = z.object({
  size: z.number().int().min(1),
  rootHash: z.base64(),
  signedAt: z.iso.datetime(),
  keyId: z.string().min(1),
  signature: z.base64(),
});
export type KeptCheckpoint = z.infer<typeof KeptCheckpoint>;

/** By what the keys of a backup are known, without a key. */
const Keys = z.strictObject({
  index: z.string(),
  pseudonym: z.string(),
  /** Ids of the sealing keys without which it cannot be read. */
  sealing: z.array(z.string()),
  /** What each sealing key sealed, which it alone opens; those of keys that were retired too. */
  probes: z.record(z.string(), z.string()),
});

const Manifest = z.strictObject({
  form: z.literal(FORM),
  version: z.string(),
  kind: z.enum(['postgresql', 'pglite']),
  /** Version of PostgreSQL: of the server, or of the embedded database. */
  postgresql: z.string(),
  /** The program that dumped; null for the embedded database. */
  program: z.string().nullable(),
  database: z.string(),
  /** Number of the database's access. */
  access: count,
  migrations: z.array(z.string()),
  /** Rows by table, all of one snapshot. */
  rows: z.record(z.string(), count),
  /** Null for a database from before its keys were marked: then they are proved against its rows. */
  keys: Keys.nullable(),
  /** The newest one; null where none was published. */
  checkpoint: KeptCheckpoint.nullable(),
  takenAt: z.iso.datetime(),
  tookMs: count,
  files: z.array(z.strictObject({ name: z.string().regex(/^[\w.-]+$/), bytes: count, sha256: hash })).min(1),
});
export type Manifest = z.infer<typeof Manifest>;

const digestOf = (manifest: Manifest): string => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** The text of the file. Parsed once more for the order of its fields, which the digest is made over. */
export function written(manifest: Manifest): string {
  const ordered = Manifest.parse(manifest);
  return `${JSON.stringify({ ...ordered, digest: digestOf(ordered) }, null, 2)}\n`;
}

export interface Read {
  readonly manifest: Manifest;
  /** Names the backup. */
  readonly digest: string;
}

/** Reads and checks the manifest of a folder. Throws Refused. */
export async function readManifest(folder: string): Promise<Read> {
  const path = join(folder, MANIFEST);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refused(SAY.missing(folder), error);
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refused(SAY.changed(path));
  }
  // A later form is told as such before anything else of it is judged: what it says is unknown here.
  const { form, version } = z.object({ form: z.number(), version: z.string() }).safeParse(parsed).data ?? {};
  if (form !== undefined && form > FORM) throw new Refused(SAY.laterForm(version ?? '?', form, FORM));
  const { digest, ...rest } = z.looseObject({ digest: hash }).safeParse(parsed).data ?? {};
  const manifest = Manifest.safeParse(rest);
  if (!manifest.success || digest !== digestOf(manifest.data) || text !== written(manifest.data))
    throw new Refused(SAY.changed(path));
  return { manifest: manifest.data, digest: String(digest) };
}

export async function hashOfFile(path: string): Promise<string> {
  const hashed = createHash('sha256');
  for await (const part of createReadStream(path)) hashed.update(part as Buffer);
  return hashed.digest('hex');
}

/** Whether every file of the manifest is there, whole and unchanged. Throws Refused, which names the file. */
export async function checkFiles(folder: string, { files }: Manifest, onFile: (name: string) => void): Promise<void> {
  for (const { name, bytes, sha256 } of files) {
    const path = join(folder, name);
    onFile(name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new Refused(SAY.noFile(path));
    if (found.size !== bytes) throw new Refused(SAY.cut(path, found.size, bytes));
    if ((await hashOfFile(path)) !== sha256) throw new Refused(SAY.otherBytes(path));
  }
}
