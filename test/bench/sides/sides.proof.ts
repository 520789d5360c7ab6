/** A tiny run of all sides: they answer alike, and what is held against them is told. A proof: a PostgreSQL of its own and twenty processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../kit.ts';
import { startCluster } from '../../postgresql.ts';
import { ask, comparisons, DOCUMENTS, furtherComparisons, LOAN, questionsAbout } from '../load/questions.ts';
import { checkCopies, checkSame } from '../load/same-answers.ts';
import { tokensOf } from '../load/tokens.ts';
import { TEMPLATE_OF } from '../province/multiply.ts';
import { loadProvince } from '../province/province.ts';
import { type Identifier, OPERATIONS, type Tokens } from '../settings.ts';
import { LETTERS } from '../told/results.ts';
import type { Side } from './side.ts';
import { startSides } from './sides.ts';

const COMPANY: Identifier = { type: 'USCC', value: '91239999MA1ABC019L' };
const MEI: Identifier = { type: 'CITIZEN_ID', value: '239999199003070016' };
const TOTAL = 2 * TEMPLATE_OF;

describe.runIf(databases().includes('postgresql'))('the sides of the benchmark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-bench-'));
  const sides: Side[] = [];
  let cluster: ReturnType<typeof startCluster>;
  let subjects: readonly Identifier[] = [];
  let tokens: Tokens;
  beforeAll(async () => {
    cluster = startCluster(false, ['max_connections=500']);
    const environment = {
      RATE_PUBLIC: '1000000',
      RATE_UNIT: '1000000',
      PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: cluster?.url ?? '',
    };
    subjects = await loadProvince(environment, TOTAL, () => undefined, TEMPLATE_OF);
    tokens = await tokensOf(folder);
    await startSides(LETTERS, { environment, processes: 1 }, (started) => sides.push(...started));
  }, 300_000);
  afterAll(async () => {
    await Promise.all(sides.map((side) => side.stop()));
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const sideOf = (letter: string): Side => sides.find((side) => side.letter === letter) as Side;
  const answered = async (side: Side, { headers, body }: ReturnType<typeof ask>) =>
    (await (await fetch(side.urls[0] as string, { method: 'POST', headers, body })).json()) as {
      readonly data: { readonly subject: Record<string, never> | null };
    };

  it('A23.1 A23.2 all answer alike: who is found, hidden and unknown, masked and whole, persons and companies', async () => {
    expect(sides.map(({ letter }) => letter).sort()).toEqual([...LETTERS].sort());
    for (const side of sides.slice(1)) {
      const isWhole = side.operations.length === OPERATIONS.length;
      const compared = await checkSame(sideOf('a'), side, ({ name }) => [
        ...comparisons(subjects, tokens),
        ...(isWhole ? furtherComparisons(subjects, tokens, name) : []),
      ]);
      expect([side.letter, compared > 100]).toEqual([side.letter, true]);
    }
  });

  it('a side that answers otherwise is found, and the place is named', async () => {
    const [lookUp = ask('', {})] = questionsAbout(COMPANY, tokens);
    const [other = ask('', {})] = questionsAbout(MEI, tokens);
    const asked = (side: Pick<Side, 'name'>) => [side.name === '(d) as documented' ? other : lookUp];
    await expect(checkSame(sideOf('a'), sideOf('d'), asked)).rejects.toThrow(
      /do not answer alike[\s\S]*\/data\/subject\//,
    );
  });

  it('A17.1 the floor writes the entries that this gateway writes; without ledger and as documented none are written', async () => {
    const owner = new pg.Client({ connectionString: cluster?.url });
    owner.on('error', () => undefined);
    await owner.connect();
    const entriesOf = async (side: Side, id: Identifier) => {
      await owner.query('truncate ledger.disclosure cascade');
      await answered(side, ask(DOCUMENTS.PartyCheck, { id }, { token: tokens.bank, purpose: LOAN }));
      const { rows } = await owner.query(
        `select subject_id, role, unit, purpose, case_reference, channel, seen, items, bases, reason,
           (select jsonb_agg(r order by r->>'id') from jsonb_array_elements(records) r) as records from ledger.disclosure`,
      );
      return rows;
    };
    for (const id of [COMPANY, MEI, ...subjects.slice(0, 6)]) {
      const own = await entriesOf(sideOf('a'), id);
      expect(own).toHaveLength(1);
      expect(await entriesOf(sideOf('f'), id)).toEqual(own);
    }
    for (const letter of ['c', 'd']) expect([letter, await entriesOf(sideOf(letter), COMPANY)]).toEqual([letter, []]);
    await owner.end();
  });

  it('A23.1 a copied subject is answered as the imported one that it was made of, and no other', async () => {
    const pairs = subjects.slice(TEMPLATE_OF).map((copy, place) => [subjects[place] as Identifier, copy] as const);
    expect(await checkCopies(sideOf('a'), pairs, tokens)).toBe(3 * TEMPLATE_OF);
    const found = await answered(
      sideOf('a'),
      questionsAbout(subjects[TEMPLATE_OF + 1] as Identifier, tokens)[0] as ReturnType<typeof ask>,
    );
    expect(found.data.subject).toMatchObject({ records: { totalCount: expect.any(Number) } });
    const [[template], [, another]] = [pairs[1], pairs[2]] as [readonly Identifier[], readonly Identifier[]];
    await expect(checkCopies(sideOf('a'), [[template as Identifier, another as Identifier]], tokens)).rejects.toThrow(
      'answered otherwise',
    );
  });
});
