/** The files of gateway/deploy/, as they are or with a word changed. */
import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Folder of the files, from the root of the repository. */
export const DEPLOY = 'gateway/deploy';

export interface Change {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** Text of each file, by its path below gateway/deploy. */
export type Files = ReadonlyMap<string, string>;

export function readFiles(change?: Change): Files {
  const files = globSync('**/*', { cwd: join(root, DEPLOY), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(join(root, DEPLOY).length + 1))
    .sort();
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, DEPLOY, file), 'utf8')]));
  if (change === undefined) return texts;
  const text = texts.get(change.file) ?? '';
  const changed = text.replace(change.from, () => change.to);
  if (changed === text) throw new Error(`${change.file} does not say ${change.from}.`);
  return texts.set(change.file, changed);
}

/** Throws where there is none. */
export function textOf(files: Files, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`${DEPLOY}/${file} is missing.`);
  return text;
}
