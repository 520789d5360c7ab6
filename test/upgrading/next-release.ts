/** A release of later, made of this one: the same code in a folder of its own, with one migration more and its number raised; and the one before, as it was tagged. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

interface Later {
  /** Added to the number of today. */
  readonly number: number;
  readonly servesFrom: number;
  /** Name of each migration to its statements. */
  readonly migrations: Readonly<Record<string, string>>;
}

export interface Release {
  readonly folder: string;
  readonly number: number;
}

/** The number of this code. */
export const TODAY_NUMBER: number = JSON.parse(
  readFileSync(join(ROOT, 'subgraphs/database/access/number.json'), 'utf8'),
).number;

/** This code where it stands. */
export const THIS_RELEASE: Release = { folder: ROOT, number: TODAY_NUMBER };

/** The code of the release before by its tag, with the packages of today. Undefined where there is no repository with that tag. */
export function releaseBefore(tag: string): Release | undefined {
  const archive = spawnSync('git', ['archive', tag, 'schema', 'subgraphs', 'gateway', 'package.json'], {
    cwd: ROOT,
    maxBuffer: 2 ** 28,
  });
  if (archive.status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'credit-release-'));
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  if (unpacked.status !== 0) throw new Error(String(unpacked.stderr));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const edition = JSON.parse(readFileSync(join(folder, 'subgraphs/database/access/number.json'), 'utf8'));
  return { folder, number: edition.number };
}

function laterRelease({ number, servesFrom, migrations }: Later): Release {
  const folder = mkdtempSync(join(tmpdir(), 'credit-release-'));
  for (const part of ['schema', 'subgraphs', 'gateway', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, 'subgraphs/database/migrations', name));
    writeFileSync(join(folder, 'subgraphs/database/migrations', name, 'control.sql'), sql);
  }
  const access = join(folder, 'subgraphs/database/access/number.json');
  const edition = JSON.parse(readFileSync(access, 'utf8'));
  const raised = { ...edition, number: TODAY_NUMBER + number, servesFrom: TODAY_NUMBER + servesFrom };
  writeFileSync(access, JSON.stringify(raised));
  return { folder, number: raised.number };
}

const EXPAND =
  '-- Adds a column that nobody reads yet.\nalter table control.unit add column later text;\ncreate index unit_later on control.unit (later);\n';
const CONTRACT =
  '-- Takes away the column that the release before does not read any more.\nalter table control.unit drop column later;\n';

/** It adds. This release serves over its number. */
export const expandingRelease = (): Release =>
  laterRelease({ number: 1, servesFrom: 0, migrations: { '9998': EXPAND } });

/** The one behind it takes away. This release serves over its number no more. */
export const contractingRelease = (): Release =>
  laterRelease({ number: 2, servesFrom: 1, migrations: { '9998': EXPAND, '9999': CONTRACT } });
