/** Free texts as the register makes them open to anyone, and as the pure function does with what the columns of the same record hold. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../schema/law/clocks/calendar.ts';
import { citizenCheckDigit } from '../../schema/law/records/identifiers.ts';
import { foldedForComparison as folded, type Judged, judge, tally } from '../../schema/law/redact/corpus.ts';
import { checkRecord, type RecordInput } from '../../subgraphs/public-credit/intake/check.ts';
import { JIEBA } from '../../subgraphs/texts/jieba.ts';
import { opened as openedRecord } from '../opened.ts';
import { SAMPLE_EDITIONS } from '../sample-province.ts';

/** See README.md. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly about: 'PERSON' | 'COMPANY' | 'SOLE_TRADER';
  readonly known: Readonly<
    Record<'subjectName' | 'address' | 'phone' | 'representative' | 'representativeId' | 'birthDate', string | null>
  >;
  readonly text: string;
  readonly secrets: readonly string[];
  readonly keep: readonly string[];
  readonly note: string;
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const casesOf = (name: string): Case[] =>
  read(name)
    .trim()
    .split('\n')
    .map((line): Case => JSON.parse(line));
const CASES = casesOf('texts.jsonl');

const ITEM = 'PENALTY-GENERAL';
const setting = {
  today: '2026-11-20',
  unit: SAMPLE_EDITIONS.find(({ code }) => code === ITEM)?.providingUnit ?? 'NOBODY',
  editions: SAMPLE_EDITIONS,
  displayEditions: [],
  calendar: CALENDAR,
  units: new Map(),
  unassignedRegions: 'allow',
} as const;

/** A number that stands in no text: what is known of the subject is what its columns hold, and nothing more. */
function numberOf({ about, known }: Case): RecordInput['subject'] {
  if (about === 'COMPANY') return { type: 'USCC', value: '91239999MA1ABC019L' };
  if (about === 'SOLE_TRADER') return { type: 'USCC', value: '92239999MA5ABC059E' };
  if (known.birthDate === null) return { type: 'OTHER_DOCUMENT', value: 'QX-7731-905' };
  const body = `239999${known.birthDate.replaceAll('-', '')}987`;
  return { type: 'CITIZEN_ID', value: `${body}${citizenCheckDigit(body)}` };
}

/** The text as anyone reads it. */
function opened(one: Case): string {
  const { known } = one;
  const checked = checkRecord(setting, ITEM, 0, {
    subject: numberOf(one),
    subjectName: known.subjectName ?? '示例',
    subjectAddress: known.address,
    subjectPhone: known.phone,
    occurredOn: '2026-11-02',
    basisDocument: '例罚〔2026〕1号',
    content: {
      facts: one.text,
      ...(known.representative === null ? {} : { legalRepresentativeName: known.representative }),
      ...(known.representativeId === null ? {} : { legalRepresentativeIdNumber: known.representativeId }),
    },
  });
  if ('code' in checked) throw new Error(`${one.id} is refused: ${checked.code} ${checked.message}`);
  return String(openedRecord(checked).facts);
}

describe('the corpus', () => {
  it('A23.4 is whole, and every text of it is taken in', () => {
    expect([CASES.length, new Set(CASES.map(({ id }) => id)).size]).toEqual([150, 150]);
    expect(CASES.filter(({ kind }) => kind === 'ordinary')).toHaveLength(25);
    for (const one of CASES) {
      expect(() => opened(one)).not.toThrow();
      for (const part of [...one.secrets, ...one.keep])
        expect([one.id, one.text]).toEqual([one.id, expect.stringContaining(part)]);
    }
  });
});

it('A23.4 of the corpus no secret is read, nothing that stays is masked, and no text is withheld', () => {
  const judged = CASES.map((one) => judge(one, JIEBA));
  const counts = tally(judged);
  process.stdout.write(`texts of the corpus by kind: ${JSON.stringify(counts)}\n`);
  expect(judged.filter(({ leaks }) => leaks.length > 0).map(({ id, leaks }) => [id, ...leaks])).toEqual([]);
  expect(judged.filter(({ lost }) => lost.length > 0).map(({ id, lost }) => [id, ...lost])).toEqual([]);
  expect(Object.values(counts).map(({ withheld }) => withheld)).toEqual(Object.values(counts).map(() => 0));
});

for (const one of CASES)
  it(`A23.4 ${one.id} ${one.kind}: ${one.note}`, () => {
    const seen = opened(one);
    if (one.kind === 'ordinary') expect(seen).toBe(one.text);
    for (const secret of one.secrets) {
      expect(seen).not.toContain(secret);
      expect(folded(seen)).not.toContain(folded(secret));
    }
    for (const kept of one.keep) expect(seen).toContain(kept);
  });

const told = (name: string, judged: readonly Judged[]): readonly Judged[] => {
  process.stdout.write(`texts of ${name} by kind: ${JSON.stringify(tally(judged))}\n`);
  return judged;
};

it('A23.4 of two hundred ordinary texts at most three in a hundred are changed', () => {
  const judged = told(
    'texts-ordinary',
    casesOf('texts-ordinary.jsonl').map((one) => judge(one, JIEBA)),
  );
  expect(judged).toHaveLength(200);
  expect(judged.filter(({ lost }) => lost.length > 0).length).toBeLessThanOrEqual(6);
});

/** Told in riddles: in words for the way to a door, in parts of a sentence, and a number plate, which a car has and not a person. */
const RIDDLES = ['S015', 'S019', 'S025', 'S028', 'S029', 'S031', 'S033', 'S034', 'S040'];

it('A23.4 adversarial 78: of forty unusual spellings those are read that are riddles, and no other', () => {
  const judged = told(
    'texts-spellings',
    casesOf('texts-spellings.jsonl').map((one) => judge(one, JIEBA)),
  );
  expect(judged).toHaveLength(40);
  expect(judged.filter(({ leaks }) => leaks.length > 0).map(({ id }) => id)).toEqual(RIDDLES);
});

it('A23.4 of texts that were written without knowing the function nineteen in twenty show nothing, and hardly an ordinary one is changed', () => {
  const texts = casesOf('texts-blind.jsonl');
  const judged = told(
    'texts-blind',
    texts.map((one) => judge(one, JIEBA)),
  );
  const personal = judged.filter(({ kind }) => kind !== 'ordinary');
  const ordinary = judged.filter(({ kind }) => kind === 'ordinary');
  expect([personal.length, ordinary.length]).toEqual([644, 126]);
  expect(personal.filter(({ leaks }) => leaks.length > 0).length).toBeLessThanOrEqual(personal.length / 20);
  expect(ordinary.filter(({ lost }) => lost.length > 0).length).toBeLessThanOrEqual(ordinary.length * 0.03);
});
