/** Step 5. What is left is looked at again: digits that nothing explains, and a word for a document or telephone with something behind it. */

import type { Folded } from './fold.ts';
import type { Masks } from './masks.ts';
import type { Cluster } from './numbers/clusters.ts';
import { labelBefore } from './numbers/labels.ts';
import { DIGIT, matchesOf, ruleOf } from './reading/matches.ts';

const LEAST = 5;
/** Where nobody is spoken of, so many digits in a row, or in groups, are in doubt. */
const LEAST_OF_NOBODY = 11;
const MOST_OF_NOBODY = 15;
function leftIn(start: number, end: number, { digits }: Folded, explained: Uint8Array, masks: Masks): number {
  let left = 0;
  for (let unit = start; unit < end; unit += 1)
    if (
      /[0-9]/.test(digits.charAt(unit)) &&
      explained[unit] !== 1 &&
      !masks.covers(unit, unit + 1) &&
      !masks.isOpen(unit, unit + 1)
    )
      left += 1;
  return left;
}

/** Words for numbers of persons, behind which no digits may be left, however they are told: 前三位169，后四位…. */
const PERSONAL_WORD = ruleOf(/身份证|公民身份|护照|手机|电话|微信号|尾号|银行卡号/gu, /[份护手电微尾卡]/);
const TOLD_WITHIN = 36;

function isToldOtherwise(folded: Folded, explained: Uint8Array, ofSomebody: boolean, masks: Masks): boolean {
  const { text } = folded;
  for (const match of matchesOf(text, PERSONAL_WORD)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + TOLD_WITHIN);
    // 手机入网、193300卡: a trade in things that are called so.
    if (!ofSomebody && !/^(?:号|前|后|末|尾|为|是|[:0-9])/u.test(rest)) continue;
    const stop = rest.search(/[。;\n]/u);
    const end = start + (stop < 0 ? rest.length : stop);
    let left = 0;
    for (let unit = start; unit < end; unit += 1) {
      const isNumber = /[0-9]/.test(folded.digits.charAt(unit));
      // A numeral within other characters is a word: 一次, 三人.
      const isWord =
        isNumber &&
        folded.digits.charAt(unit) !== text.charAt(unit) &&
        !/[、,0-9一二三四五六七八九〇零]/u.test(text.charAt(unit + 1));
      if (
        isNumber &&
        !isWord &&
        explained[unit] !== 1 &&
        !masks.covers(unit, unit + 1) &&
        !masks.isOpen(unit, unit + 1)
      )
        left += 1;
    }
    if (left >= 6) return true;
  }
  return false;
}

/** A number that tells only what is other than in one before, and digits beside a masked value. */
const IN_PARTS = ruleOf(
  /(?<![0-9])[0-9]{3,8}(?=\(?(?:同前|前[三四五六七八0-9]位|其余同|其他同|同上|均同))|(?<=(?:前|后|末|尾)[一二三四五六七八0-9]{1,2}位(?:数字?)?[:为是]?)[0-9]{3,8}|(?<=(?:尾数|尾号|末尾)(?:改为|改成|换成|应为|变为))[0-9]{1,8}|(?<=(?:尾数|尾号|末尾)(?:为|是|:)?)[0-9]{3,8}|(?<=[0-9]\*{8,16}[、/])[0-9]{3,8}(?![0-9*]|[年月日号.]|[元名人户份])/gu,
  DIGIT,
);

const BESIDE = ruleOf(/(?<=[、/])[0-9]{3,8}(?![0-9*.-]|[年月日号]|[元名人户份张个件])/gu, /[、/]/);

function isToldInParts({ text }: Folded, explained: Uint8Array, masks: Masks): boolean {
  for (const { index, 0: digits } of matchesOf(text, BESIDE))
    if (masks.isValue(index - 2) && masks.covers(index - 2, index - 1) && !masks.touches(index, index + digits.length))
      return true;
  for (const match of matchesOf(text, IN_PARTS)) {
    const end = match.index + match[0].length;
    if (!masks.covers(match.index, end) && !masks.isOpen(match.index, end) && explained[match.index] !== 1) return true;
  }
  return false;
}

function leftOf(cluster: Cluster, explained: Uint8Array, masks: Masks): number {
  return cluster.at.filter(
    (unit, index) => cluster.digits.charAt(index) !== '*' && explained[unit] !== 1 && !masks.covers(unit, unit + 1),
  ).length;
}

/** Whether something is left that could be of a person. */
export function isDoubtful(
  folded: Folded,
  clusters: readonly Cluster[],
  explained: Uint8Array,
  aboutPerson: boolean,
  masks: Masks,
): boolean {
  const ofSomebody = aboutPerson || masks.isAny();
  for (const cluster of clusters) {
    if (cluster.weak) continue;
    // A number of something that a word tells, and of nobody.
    if (!ofSomebody && labelBefore(folded.text, cluster.start) !== undefined && cluster.digits.length < 18) continue;
    const left = leftOf(cluster, explained, masks);
    if (left < 4 || masks.isOpen(cluster.start, cluster.end)) continue;
    const longest = Math.max(
      ...cluster.groups.map((group) => leftIn(group.start, group.end, folded, explained, masks)),
    );
    if (ofSomebody ? longest >= LEAST || left >= 7 : longest >= LEAST_OF_NOBODY || left >= MOST_OF_NOBODY) return true;
    if (labelBefore(folded.text, cluster.start)?.label === 'DOCUMENT' && left >= LEAST) return true;
  }
  return (
    isToldOtherwise(folded, explained, ofSomebody, masks) || (ofSomebody && isToldInParts(folded, explained, masks))
  );
}
