/** The display class of a penalty, which determines how long it is displayed (Article 37 §2). */

import type { DisplayClass } from '../../../../schema/law/records/display-periods.ts';

const MINOR = ['警告', '通报批评'];
const SERIOUS = /吊销|撤销|停产停业|责令关闭|关闭|限制从业|禁止从业|禁入|禁业|不得(?:再)?从事/u;
/** Words of a text that name a graver measure wherever they stand; others may speak of something else, as 关闭 of a door. */
const SURELY_SERIOUS = /吊销|责令(?:停产|停业|关闭)|限制从业|禁止从业|禁入|禁业/u;
/** Names of the form and of the Administrative Penalty Law (Article 9) that leave open which of their measures was imposed. */
const EITHER: readonly (readonly [lighter: RegExp, graver: RegExp])[] = [
  [/暂扣|降低资质/u, /吊销/u],
  [/限制开展/u, /停产停业|关闭|限制从业/u],
];
const isEither = (kind: string): boolean => EITHER.some(([lighter, graver]) => lighter.test(kind) && graver.test(kind));
/** A kind that says nothing of the measure. */
const OTHER = /^(?:其他|其它|法律、行政法规规定的其他行政处罚)$/u;
const VERY_LARGE_FINE_YUAN = 1_000_000;

/** A measure that a text speaks of, but that was not imposed. */
const NOT_IMPOSED = /(?:不予|免予|不再|拟|可以|可|应当|应|将被?|依法)(?:暂扣|吊销|撤销|停产停业|关闭)/gu;

export interface Imposed {
  readonly kinds: readonly string[];
  /** In yuan: the greatest sum that the columns or the text name as fine. */
  readonly fineYuan: number;
  /** In yuan. */
  readonly confiscatedYuan: number;
  /** What was imposed, in words. */
  readonly text: string;
}

export interface ClassOfPenalty {
  readonly displayClass: DisplayClass;
  /** Whether a kind names a suspension and a revocation, and the text does not say which: it is displayed as the lighter one. */
  readonly isDoubtful: boolean;
  /** Whether the text names a graver measure that no kind does. */
  readonly isGraverInText: boolean;
}

const isMinor = (kind: string): boolean => MINOR.some((word) => kind.includes(word));

/**
 * Class of a penalty, after the summaries of Order 36: warnings and circulars of criticism are minor; revocations, stops, bans and very large fines are
 * serious. A sum of money is no warning, and a suspension no revocation. The authoritative list is issued by trade.
 */
export function classOf({ kinds, fineYuan, confiscatedYuan, text }: Imposed): ClassOfPenalty {
  const imposed = text.replace(NOT_IMPOSED, '');
  const open = kinds.filter(isEither);
  const said = kinds.filter((kind) => !open.includes(kind));
  const isOpenToText = open.length > 0 || (said.length > 0 && said.every((kind) => OTHER.test(kind)));
  const speaks = (word: RegExp): boolean => isOpenToText && word.test(imposed);
  const isSuspension = speaks(/暂扣|暂停|降低资质|限制开展/u);
  const isGrave = said.some((kind) => SERIOUS.test(kind)) || (speaks(SERIOUS) && !isSuspension);
  if (isGrave || fineYuan >= VERY_LARGE_FINE_YUAN)
    return { displayClass: 'SERIOUS', isDoubtful: false, isGraverInText: false };
  const isDoubtful = open.length > 0 && (isSuspension ? speaks(SERIOUS) : !speaks(SERIOUS));
  const hasMoney = fineYuan > 0 || confiscatedYuan > 0;
  const displayClass = !hasMoney && kinds.length > 0 && kinds.every(isMinor) ? 'MINOR' : 'GENERAL';
  return { displayClass, isDoubtful, isGraverInText: !isOpenToText && SURELY_SERIOUS.test(imposed) };
}
