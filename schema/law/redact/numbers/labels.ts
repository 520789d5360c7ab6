/** What a number is, by the word that stands directly before it. */
import { endingWith } from '../names/word-index.ts';
import { DOCUMENT_LABELS, GENERIC_LABELS, OPEN_LABELS, PHONE_LABELS } from '../words/labels.ts';

export type Label = 'DOCUMENT' | 'PHONE' | 'OPEN';

const documentBefore = endingWith(DOCUMENT_LABELS);
const openBefore = endingWith(OPEN_LABELS);
const phoneBefore = endingWith(PHONE_LABELS);
const genericBefore = endingWith(GENERIC_LABELS);
/** So many words that say nothing are passed over: 身份证号码分别为：. */
const MOST_STEPS = 7;

const skipBlanks = (text: string, end: number): number => {
  let at = end;
  while (at > 0 && (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\n') && end - at < 4) at -= 1;
  return at;
};

/** The label of what begins at `start`, and where the label begins. */
export function labelBefore(
  text: string,
  start: number,
): { readonly label: Label; readonly start: number } | undefined {
  let end = skipBlanks(text, start);
  let fallback: { label: Label; start: number } | undefined;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const document = documentBefore(text, end).length;
    const open = openBefore(text, end).length;
    const phone = phoneBefore(text, end).length;
    const generic = genericBefore(text, end).length;
    const longest = Math.max(document, open, phone, generic);
    if (longest === 0) break;
    if (longest === generic) {
      // 编号 alone is a number of a thing, 证号 alone one of a person: only where nothing before says more.
      if (fallback === undefined && longest > 1)
        if (open === longest) fallback = { label: 'OPEN', start: end - longest };
        else if (document === longest) fallback = { label: 'DOCUMENT', start: end - longest };
        else if (phone === longest) fallback = { label: 'PHONE', start: end - longest };
      end = skipBlanks(text, end - longest);
      continue;
    }
    const label = longest === phone ? 'PHONE' : longest === open ? 'OPEN' : 'DOCUMENT';
    const bare = label === 'DOCUMENT' && longest === 1;
    // 原证（B123）: 证 alone is a word for a number only with one behind it.
    if (bare && !/[号:：编码]/u.test(text.charAt(end)) && step > 0) return fallback;
    return { label: bare && isOfPermit(text, end - longest) ? 'OPEN' : label, start: end - longest };
  }
  return fallback;
}

const PERMIT = /(?:许可|登记|合格|批准|检疫|采矿|产权|认证|备案|资质)[\p{Script=Han}]{0,4}证/u;
const OF_PERSON = /(?:身份|护照|驾驶|通行|居留|居住|从业|资格|执业|健康|军官|警官|员证)/u;

/** 证号 alone is of a person, unless the sentence spoke of a permit before. */
export const isOfPermit = (text: string, start: number): boolean => {
  const sentence = text.slice(Math.max(0, start - 40), start + 1);
  return PERMIT.test(sentence) && !OF_PERSON.test(sentence);
};

/** A word for the number of something, whatever it is: 单元号, 止码, MN号, D231084S. */
const NUMBER_OF_SOMETHING =
  /(?:[\p{Script=Han}A-Za-z](?:号|码|数|编号|代码)[ :：]?|[A-Za-z]{1,6}:?|(?<![A-Za-z])[A-Za-z]{1,3} |[值率量额准备字运测][ :：]?)$/u;
const NUMBER_OF_SOMEBODY =
  /(?:号码|尾号|短号|小号|工号|学号|警号|证号|卡号|微信号|账号|帐号|身份号|手机号|电话号|本人号|他号|她号|其号|登记号码|会员号|用户号)[ :：]?$/u;

/** Whether the text before says that it is a number of a thing, although the word is in no list. */
export const isOfSomething = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 8), start);
  if (/No\.? ?$/u.test(before)) return false;
  return NUMBER_OF_SOMETHING.test(before) && !NUMBER_OF_SOMEBODY.test(before);
};
