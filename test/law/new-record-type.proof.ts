/**
 * A new type of record does not compile before every table that has to decide on it does: the sections of a report, the guards of its
 * elements, its resolvers, the elements of its items. A proof, for it runs the TypeScript compiler over a copy of the sources.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const NEW = 'LicenceSuspension';

/** Where an author decides, and on what. Everything else over types of records is derived from the one list. */
const DECIDED_IN = {
  'gateway/reports/templates.ts': 'in which section of a report it stands, with which fields, or in none',
  'subgraphs/public-credit/policy.ts': 'which of its elements the catalog can close',
  'subgraphs/public-credit/resolvers.ts': 'that the SDL has an object type of its name',
};

describe('a new type of record', () => {
  const copy = mkdtempSync(join(tmpdir(), 'new-record-type-'));
  let errors: { file: string; message: string }[] = [];

  beforeAll(() => {
    for (const folder of ['schema', 'subgraphs', 'gateway'])
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(copy, file));
    const facts = join(copy, 'schema/law/facts.ts');
    const before = readFileSync(facts, 'utf8');
    const after = before.replace("  'OtherRecord',\n] as const;", `  'OtherRecord',\n  '${NEW}',\n] as const;`);
    if (after === before) throw new Error('The list of the types of records was not found in schema/law/facts.ts.');
    writeFileSync(facts, after);
    const { stdout, error } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--pretty', 'false'], {
      cwd: copy,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    errors = [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+: .*(?:\n {2}.*)*)/gm)].map((match) => ({
      file: match[1] ?? '',
      message: match[2] ?? '',
    }));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is an error in each file where an author has to decide on it, and in no other', () => {
    expect([...new Set(errors.map(({ file }) => file))].sort()).toEqual(Object.keys(DECIDED_IN));
  });

  it('is named in each of these files: what else is wrong there follows from it', () => {
    const named = errors.filter(({ message }) => message.includes(NEW)).map(({ file }) => file);
    expect([...new Set(named)].sort()).toEqual(Object.keys(DECIDED_IN));
  });
});
