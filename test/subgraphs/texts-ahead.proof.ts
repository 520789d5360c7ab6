/** Texts that worker threads read ahead come out as they do without, and a thread that fails is not missed (Article 23). */
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CorpusText } from '../../schema/law/redact/corpus.ts';
import type { Known } from '../../schema/law/redact/facts.ts';
import { knownOf } from '../../schema/law/redact/known.ts';
import { redactorOf } from '../../schema/law/redact/redact.ts';
import { nothingKnown } from '../../subgraphs/redaction/known-values.ts';
import { takenAhead } from '../../subgraphs/redaction/readings/ahead.ts';
import { ReadingPool } from '../../subgraphs/redaction/readings/pool.ts';
import { JIEBA } from '../../subgraphs/texts/jieba.ts';

const CASES = ['texts', 'texts-ordinary', 'texts-spellings'].flatMap((name) =>
  readFileSync(new URL(`../cases/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): CorpusText => JSON.parse(line))
    .map(({ id, about, known, text }) => ({ id, text, known: knownOf(about, known) })),
);

const LONG = 60_000;

function poolOf(code?: string): ReadingPool {
  const file = code === undefined ? undefined : new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const pool = new ReadingPool(1, file);
  onTestFinished(() => pool.close());
  return pool;
}

const telling = (known: Known, text: string) => ({ known: [known], rows: [[[text, 'TEXT'] as const]] });

/** What comes out at last, and what is known then. */
function settled(known: Known, text: string) {
  const one = nothingKnown();
  one.add(known);
  let out = one.redact(text);
  one.settle(() => {
    out = one.redact(text);
  });
  return { text: out.text, withheld: out.withheld, kept: one.kept };
}

describe('texts that are read ahead', () => {
  it(
    'A23.4 come out as they do without, with what is known beside them, and teach the same: every text of the corpora',
    async () => {
      const pool = poolOf();
      const batch = pool.read(CASES.map(({ known, text }) => telling(known, text)));
      await batch.ready(LONG);
      const before = takenAhead();
      const ahead = CASES.map(({ known, text }) => settled(known, text));
      // All but those that are alike, or were found clean a moment ago.
      expect(takenAhead() - before).toBeGreaterThan(CASES.length * 0.9);
      pool.end(batch);
      const alone = takenAhead();
      for (const [at, { id, known, text }] of CASES.entries()) {
        expect([id, ahead[at]]).toEqual([id, settled(known, text)]);
        const { text: once, found } = redactorOf(known, JIEBA)(text);
        if (found.length === 0) expect([id, ahead[at]?.text]).toEqual([id, once]);
      }
      expect(takenAhead()).toBe(alone);
    },
    2 * LONG,
  );

  it(
    'A23.4 a text that was read for one subject is not taken for another whom it names, nor for what became known since',
    async () => {
      const text = '夜间施工影响周边安宁，店员王建秀到场。';
      const company = { personal: [], open: ['示例有限公司'] };
      const pool = poolOf();
      const batch = pool.read([telling(company, text)]);
      await batch.ready(LONG);
      const before = takenAhead();
      expect(settled(company, text).text).toBe('夜间施工影响周边安宁，店员王**到场。');
      expect(takenAhead()).toBeGreaterThan(before);
      const representative = { personal: [{ kind: 'NAME', value: '安宁' } as const], open: company.open };
      expect(settled(representative, text).text).toBe('夜间施工影响周边安*，店员王**到场。');
      const open = { personal: [], open: ['王建秀到场'] };
      expect(settled(open, text).text).toBe(redactorOf(open, JIEBA)(text).text);
      pool.end(batch);
    },
    2 * LONG,
  );

  it.each([
    ['throws', "throw new Error('broken')"],
    ['ends', 'process.exit(3)'],
    [
      'throws at its work',
      "import('node:worker_threads').then(({ parentPort }) => parentPort.on('message', () => { throw new Error('broken') }))",
    ],
    [
      'never answers',
      "import('node:worker_threads').then(({ parentPort }) => parentPort.on('message', () => undefined))",
    ],
  ])('a thread that %s holds nobody: the text is read where it is needed', async (_what, code) => {
    const pool = poolOf(code);
    const known = { personal: [], open: ['示例有限公司'] };
    const text = '店员李建秀在场并签字。';
    const before = takenAhead();
    for (let time = 0; time < 3; time += 1) {
      const batch = pool.read([telling(known, text)]);
      const began = performance.now();
      await pool.ready(batch, 300);
      expect(performance.now() - began).toBeLessThan(3_000);
      expect(settled(known, text).text).toBe('店员李**在场并签字。');
      pool.end(batch);
    }
    expect(takenAhead()).toBe(before);
  });
});
