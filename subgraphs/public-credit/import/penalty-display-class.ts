/** The display class of a penalty, which determines how long it is displayed (Article 37). */

const MINOR = ['警告', '通报批评'];
const SERIOUS = ['吊销', '停产停业', '关闭', '限制从业', '禁入', '撤销'];
const VERY_LARGE_FINE_YUAN = 1_000_000;

/**
 * Display class of a penalty, after the summaries of Order 36: warnings and circulars of criticism are minor; revocations, stops,
 * bans and very large fines are serious. The authoritative list is issued by trade.
 */
export function displayClass(kinds: readonly string[], fineYuan: string | null): 'MINOR' | 'GENERAL' | 'SERIOUS' {
  if (
    kinds.some((kind) => SERIOUS.some((word) => kind.includes(word))) ||
    Number(fineYuan ?? '0') >= VERY_LARGE_FINE_YUAN
  )
    return 'SERIOUS';
  return kinds.length > 0 && kinds.every((kind) => MINOR.some((word) => kind.includes(word))) ? 'MINOR' : 'GENERAL';
}
