/** Which rule is needed for what: each rule is taken away, and every combination decided without it. */
import { decide, type Rule } from '../../schema/law/decision.ts';
import { RULES } from '../../schema/law/rules/rules.ts';
import { COMBINATIONS, factsAt, inWords, size } from './combinations.ts';
import type { Answer } from './law-by-articles.ts';

/** The answer of these rules to a combination. */
export function answerOf(rules: readonly Rule[], number: number): Answer {
  const verdict = decide(rules, factsAt(number));
  return verdict.effect === 'refuse' ? verdict.reason : verdict.effect;
}

export interface Need {
  readonly rule: string;
  readonly articles: readonly string[];
  /** Combinations that are refused or hidden with the rule and allowed without it. */
  readonly opens: number;
  /** Combinations that are allowed with the rule and not without it. */
  readonly closes: number;
  /** Combinations that are withheld with and without it, but for another reason. */
  readonly otherReason: number;
  /** The combination with the fewest facts of those that change most: opened, else closed, else told another reason. */
  readonly example: string;
}

/** What changes without each rule, over all combinations. `answers` are those of all rules. */
export function needs(answers: readonly Answer[]): readonly Need[] {
  return RULES.map((left) => {
    const rules = RULES.filter((rule) => rule !== left);
    const counts = { opens: 0, closes: 0, otherReason: 0 };
    const smallest: { -readonly [Change in keyof typeof counts]?: number } = {};
    for (let number = 0; number < COMBINATIONS; number += 1) {
      const [before, after] = [answers[number], answerOf(rules, number)];
      if (before === after) continue;
      const change = after === 'allow' ? 'opens' : before === 'allow' ? 'closes' : 'otherReason';
      counts[change] += 1;
      const known = smallest[change];
      if (known === undefined || size(number) < size(known)) smallest[change] = number;
    }
    const example = smallest.opens ?? smallest.closes ?? smallest.otherReason;
    return {
      rule: left.name,
      articles: left.articles,
      ...counts,
      example: example === undefined ? '' : inWords(example),
    };
  });
}

const HEAD = ['rule', 'articles', 'opens', 'closes', 'other reason', 'smallest example'] as const;

/** Plain text, aligned: text to the left, numbers to the right. */
export function aligned(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          typeof cell === 'number' ? String(cell).padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const needsTable = (found: readonly Need[]): string =>
  aligned([
    HEAD,
    ...found.map(({ rule, articles, opens, closes, otherReason, example }) => [
      rule,
      articles.join(', '),
      opens,
      closes,
      otherReason,
      example,
    ]),
  ]);
