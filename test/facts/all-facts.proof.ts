/**
 * All facts: what the rules decide of every combination, held against the law as the articles say it; which rule is needed for what; and that whoever
 * gets more of anything sees no less. It takes some seconds. The walls are held against the same table in walls.proof.ts.
 */
import { beforeAll, expect, it } from 'vitest';
import { RULES } from '../../schema/law/rules/rules.ts';
import { COMBINATIONS, consistent, factsAt, inWords, partsOf, possible, STEPS, widened } from './combinations.ts';
import { type Answer, lawful } from './law-by-articles.ts';
import { aligned, answerOf, type Need, needs, needsTable } from './removal.ts';

/** The answers of the rules, by number of combination. */
const answers: Answer[] = [];
let found: readonly Need[] = [];

/** Booleans apart from those that a sentence of the law fixes: so many combinations. */
const free = (fixed: number): number => 2 ** (11 - fixed);

/** Every count below follows from the articles and from how many facts they leave open, by hand. */
const OWN = 3 * 3 * free(0);
const OTHERS_SEVEN_ROLES_OPEN = 3 * free(1);
const PARTY_OPEN = 3 * free(2);
/** Published, purpose, agreement for it and the item: 2^6, less the quarter about persons who did not authorize. */
const PARTY_AGREED = 3 * (free(5) - free(7));
const DEPARTMENT_OPEN = 3 * free(5);
/** Two tiers that are not open, two ways of sharing. */
const DEPARTMENT_COVERED = 2 * 2 * free(6);
const BY_OTHERS = 6 * OTHERS_SEVEN_ROLES_OPEN + PARTY_OPEN + PARTY_AGREED + DEPARTMENT_OPEN + DEPARTMENT_COVERED;
/** Displayed and hidden. */
const ALLOWED = 2 * OWN + BY_OTHERS;
const HIDDEN = 10 * 9 * free(0) + 9 * 9 * free(0);

beforeAll(() => {
  for (let number = 0; number < COMBINATIONS; number += 1) answers.push(answerOf(RULES, number));
  found = needs(answers);
});

it('A22.1 A23.1 A23.2 A23.3 A24.3 A37.2 the rules answer all combinations as the articles do', () => {
  expect(COMBINATIONS).toBe(10 * 27 * 2 ** 11);
  const differ: string[] = [];
  for (let number = 0; number < COMBINATIONS; number += 1) {
    const law = lawful(factsAt(number));
    if (answers[number] !== law) differ.push(`${inWords(number)}: ${answers[number]}, by the articles ${law}`);
  }
  expect(differ.slice(0, 5)).toEqual([]);
  const counted = (answer: Answer): number => answers.filter((one) => one === answer).length;
  expect(counted('allow')).toBe(ALLOWED);
  expect(counted('hide')).toBe(HIDDEN);
  expect(counted('LEDGER_UNAVAILABLE') + counted('NOT_PROVIDING_UNIT')).toBe(0);
});

it('A23.5 of the combinations that can be, and of those that contradict themselves, none opens more than it says', () => {
  let can = 0;
  const more: string[] = [];
  for (let number = 0; number < COMBINATIONS; number += 1) {
    if (possible(number)) can += 1;
    else if (answers[number] === 'allow' && answers[consistent(number)] !== 'allow') more.push(inWords(number));
  }
  // Without a purpose an agreement for others at most; with one four states of agreement and of duty each, authorized or not. Then personal, published
  // and case.
  expect(can).toBe(10 * 27 * 2 ** 3 * (2 + 4 * 4 * 2));
  expect(more).toEqual([]);
});

/** What each rule is needed for, counted by hand as above. Two rules change no effect: what they say is why, and by which article. */
const NEEDED: Readonly<Record<string, Pick<Need, 'opens' | 'closes'>>> = {
  'item-published': { opens: BY_OTHERS, closes: 0 },
  'not-an-analyst': { opens: OTHERS_SEVEN_ROLES_OPEN, closes: 0 },
  // Case and matter are free then.
  'case-and-matter-stated': {
    opens: 3 * (free(3) - free(5)) + 4 * (free(4) - free(6)),
    closes: 0,
  },
  // What is open to anyone then needs no duty; what a duty covers, nothing opens.
  'duty-registered': { opens: 3 * free(4), closes: DEPARTMENT_COVERED },
  'purpose-stated': { opens: PARTY_OPEN + PARTY_AGREED + DEPARTMENT_OPEN + DEPARTMENT_COVERED, closes: 0 },
  'open-to-anyone': { opens: 0, closes: 6 * OTHERS_SEVEN_ROLES_OPEN + PARTY_OPEN + DEPARTMENT_OPEN },
  'identity-known': { opens: 0, closes: 0 },
  'agreement-in-force': { opens: 0, closes: PARTY_AGREED },
  'opened-at-all': { opens: 0, closes: 0 },
  // A subject still sees what is open to anyone of itself.
  'own-record': { opens: 0, closes: 2 * 2 * 3 * free(0) },
  'subject-authorized': { opens: 3 * free(7), closes: 0 },
  // The archive to the subject; the archive and what is hidden to all others.
  'record-displayed': { opens: OWN + 2 * BY_OTHERS, closes: 0 },
};

/** Rules whose absence opens and closes nothing, because what nothing allows is refused: they tell the caller which article it meets, and what to do. */
const TELL_WHY = ['identity-known', 'opened-at-all'];

it('A22.1 A23.1 A23.2 A23.3 A24.3 A36.1 A37.2 each rule is needed for what its article says', () => {
  expect(Object.fromEntries(found.map(({ rule, opens, closes }) => [rule, { opens, closes }]))).toEqual(NEEDED);
  const idle = found.filter(({ opens, closes }) => opens + closes === 0);
  expect(idle.map(({ rule }) => rule)).toEqual(TELL_WHY);
  expect(idle.every(({ otherReason }) => otherReason > 0)).toBe(true);
});

it('A22.1 A23.2 A24.3 an agreement, authorization, duty, purpose, case or matter more takes nothing away, nor does a wider item', () => {
  const taken = new Map<string, string[]>();
  let tried = 0;
  for (let number = 0; number < COMBINATIONS; number += 1)
    for (const step of STEPS) {
      const wider = widened(number, step);
      if (wider === undefined) continue;
      tried += 1;
      if (answers[number] === 'allow' && answers[wider] !== 'allow')
        taken.set(step, [...(taken.get(step) ?? []), inWords(number)]);
    }
  // Ten booleans that half of all lack, three tiers of which two thirds can be wider.
  expect(tried).toBe(10 * (COMBINATIONS / 2) + 3 * ((COMBINATIONS * 2) / 3));
  expect([...taken]).toEqual([]);
});

it('prints what it counted', () => {
  const counts = new Map<string, number>();
  const can = new Map<string, number>();
  answers.forEach((answer, number) => {
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    if (possible(number)) can.set(answer, (can.get(answer) ?? 0) + 1);
  });
  const rows = [...counts].sort(([, left], [, right]) => right - left);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const verdicts = aligned([
    ['verdict', 'combinations', 'of those that can be'],
    ...rows.map(([answer, count]) => [answer, count, can.get(answer) ?? 0]),
    ['all', total, [...can.values()].reduce((sum, count) => sum + count, 0)],
  ]);
  process.stdout.write(
    `\n── all facts\n${verdicts}\n\n── without a rule, of ${total} combinations\n${needsTable(found)}\n\n`,
  );
  expect(partsOf(total - 1).caller).toBe(9);
});
