/** Every mutation and every job was decided: what it ends is in the journal, or it ends nothing, and why. */
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { tellRecovery } from '../../gateway/process/recovery-job.ts';
import { ENDED_BY_JOB, ENDED_BY_MUTATION } from '../../subgraphs/recovery/ends.ts';
import { KINDS } from '../../subgraphs/recovery/entry.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('a server that starts', () => {
  const said = (mode: 'development' | 'production', journalFolder: string | undefined): string[] => {
    const lines: string[] = [];
    tellRecovery({ mode, journalFolder }, undefined, {
      warn: (...words: unknown[]) => void lines.push(String(words.at(-1))),
    } as never);
    return lines;
  };

  it('in production without JOURNAL_DIR says once what may come back', () => {
    expect(said('production', undefined)).toEqual([expect.stringMatching(/^JOURNAL_DIR is not set: .*in force again/)]);
    expect([...said('production', '/journal'), ...said('development', undefined)]).toEqual([]);
  });
});

describe('what ends something', () => {
  it('A17.1 A36.2 adversarial 98: every mutation of the schema was decided, and no other', () => {
    const schema = buildSchema(read('schema/supergraph.graphql'), { assumeValidSDL: true });
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.length).toBeGreaterThan(40);
    expect(Object.keys(ENDED_BY_MUTATION).sort()).toEqual(mutations.sort());
  });

  it('every job of the server was decided', () => {
    const jobs = [
      ...read('gateway/server.ts').matchAll(/(?<![.\w])(?:every\([^,]+,|once\(|atTimes\([\s\S]*?,)\s*'([a-z-]+)',/g),
    ].map(([, name]) => name ?? '');
    expect(jobs).toContain('due');
    expect(jobs).toContain('checkpoints');
    expect(jobs.filter((name) => !(name in ENDED_BY_JOB))).toEqual([]);
  });

  it('a kind is what triggers write, and somebody ends it', () => {
    const sql = ['operating/journal', 'rights/fallen', 'rights/ending/lock']
      .map((file) => read(`subgraphs/database/access/${file}.sql`))
      .join('\n');
    const written = [...sql.matchAll(/control\.note(?:_row|_unit)?\('([A-Z_]+)'/g)].map(([, kind]) => kind ?? '');
    expect([...new Set(written)].sort()).toEqual([...KINDS].sort());
    const ended = [...Object.values(ENDED_BY_MUTATION), ...Object.values(ENDED_BY_JOB)].flatMap((ends) =>
      typeof ends === 'string' ? [] : ends,
    );
    expect([...new Set(ended)].sort()).toEqual([...KINDS].sort());
  });

  it('where nothing ends, a sentence says why', () => {
    const reasons = [...Object.values(ENDED_BY_MUTATION), ...Object.values(ENDED_BY_JOB)].filter(
      (ends) => typeof ends === 'string',
    );
    expect(reasons.filter((reason) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
  });
});
