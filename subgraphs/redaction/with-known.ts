/** What a command says of subjects where it stores no record: known of them like what a delivery says (Article 23). */
import type { EntityManager } from '@mikro-orm/sql';
import type { Known } from '../../schema/law/redact/facts.ts';
import type { Secrets } from '../keys/secrets.ts';
import { narrowForms } from './forms.ts';
import { type SubjectKnown, storeKnown } from './known-values.ts';
import { knownWith } from './remake.ts';

/**
 * Runs a command with what is known of its subjects, held until the transaction ends. What it learns is kept, and the open forms of before are narrowed.
 * Rows of these subjects are locked behind it, never before: a delivery narrows them while it holds what is known.
 */
export async function withKnown<Result>(
  em: EntityManager,
  secrets: Secrets,
  rows: readonly { readonly subjectId: string; readonly known: Known }[],
  run: (known: ReadonlyMap<string, SubjectKnown>) => Promise<Result>,
): Promise<Result> {
  const known = await knownWith(em, secrets, rows);
  const result = await run(known);
  await narrowForms(em, secrets, known);
  await storeKnown(em, secrets, known);
  return result;
}
