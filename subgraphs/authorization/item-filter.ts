/** Checks the argument `items` of connections. */
import { refusal } from '../../schema/errors.ts';
import type { Context } from '../request/context.ts';
import { ofTier } from './policy.ts';

/**
 * Refuses an item that the caller may not see about any subject of this kind. That depends on caller and purpose alone. Whether a particular person
 * authorized the caller decides which rows come back, without an error.
 */
export function checkItems(context: Context, items: readonly string[], about: 'person' | 'organization' | 'any'): void {
  for (const item of items) {
    const verdicts = context.snapshot.scope.items.get(item);
    if (verdicts === undefined)
      throw refusal({ effect: 'refuse', reason: 'NOT_PUBLISHED', article: '18', rule: 'item-published' });
    const verdict =
      about === 'organization' || (about === 'any' && verdicts.organization.effect === 'allow')
        ? verdicts.organization
        : verdicts.authorizedPerson;
    if (verdict.effect !== 'allow')
      throw ofTier(refusal(verdict), context.snapshot.directory.items.get(item)?.openness);
  }
}
