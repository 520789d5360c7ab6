/** Explains access item by item, from policy alone (A23.5): the answer does not tell whether data about the subject is held. */

import { badInput, repeated } from '../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../schema/law/asking/batch-sizes.ts';
import { REASONS, type Verdict } from '../../../schema/law/decision.ts';
import { inputMessages, sizeMessages } from '../../../schema/messages/acts/inputs.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { Identified } from '../../request/subjects/identify.ts';
import type { AccessRow } from '../rows.ts';

const AUTHORIZED: Statement = {
  name: 'access-authorized',
  text: `select item from unnest($2::text[]) as asked (item) where control.authorizes($1::uuid, item)`,
};

const ITEMS_MAX = BATCH_SIZES.items;

export async function explainAccess(
  context: Context,
  subject: Identified,
  requested: readonly string[] | null | undefined,
): Promise<AccessRow[]> {
  const { directory, scope } = context.snapshot;
  const codes = requested ?? [...directory.items.keys()];
  if (codes.length > ITEMS_MAX) throw badInput('BATCH_SIZE', sizeMessages.items(codes.length, ITEMS_MAX));
  const self = scope.self === subject.id;
  const authorized =
    subject.personal && scope.authorizedPersons.length > 0 && !self
      ? new Set((await context.query<{ item: string }>(AUTHORIZED, [subject.id, codes])).map((row) => row.item))
      : new Set<string>();
  return codes.map((code) => {
    const item = directory.items.get(code);
    if (item === undefined) throw badInput('ITEM_UNKNOWN', inputMessages.itemUnknown(repeated(code)), '18');
    if (self) return { item, granted: true, reason: null, article: '24', desensitized: false };
    const verdicts = scope.items.get(code);
    const verdict = subject.personal
      ? authorized.has(code)
        ? verdicts?.authorizedPerson
        : verdicts?.person
      : verdicts?.organization;
    return { item, ...decisionOf(verdict), desensitized: subject.personal && !scope.whole.includes(code) };
  });
}

function decisionOf(verdict: Verdict | undefined): Pick<AccessRow, 'granted' | 'reason' | 'article'> {
  if (verdict?.effect === 'allow') return { granted: true, reason: null, article: verdict.article };
  const reason = verdict?.effect === 'refuse' ? verdict.reason : REASONS[0];
  return { granted: false, reason, article: verdict?.article ?? '18' };
}
