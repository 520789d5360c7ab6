/** The code of gateway/http/CLIENTS.md, run as it stands there. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

export interface Example {
  readonly language: string;
  readonly code: string;
}

/** Blocks of code below a heading; below none, those before the first. */
export function examplesOf(heading: string | null): readonly Example[] {
  const page = readFileSync(join(root, 'gateway/http/CLIENTS.md'), 'utf8');
  const [before = '', ...parts] = page.split(/^## /m);
  const part = heading === null ? before : (parts.find((one) => one.startsWith(`${heading}\n`)) ?? '');
  return [...part.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));
}

/** A folder of this run in which packages of the project are found. Node strips no types there: what is put there is stripped before. */
export function folderBesidePackages(): string {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'credit-clients-'));
}

// biome-ignore lint/suspicious/noExplicitAny: what the examples export is used as a reader would use it
export type Exports = Readonly<Record<string, any>>;

/** What the `at`th block below a heading exports. */
export async function runExample(folder: string, heading: string | null, at = 0): Promise<Exports> {
  const example = examplesOf(heading)[at];
  if (example === undefined) throw new Error(`CLIENTS.md has no block ${at} below ${heading}.`);
  const file = join(folder, `${(heading ?? 'all').replaceAll(/\W/g, '-')}-${at}.mjs`);
  writeFileSync(file, example.language === 'ts' ? stripTypeScriptTypes(example.code) : example.code);
  return (await import(pathToFileURL(file).href)) as Exports;
}
