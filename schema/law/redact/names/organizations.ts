/** Names of organizations, laws and things in quotation marks: no name of a person is looked for in them unless a word introduces it. */

import type { Folded } from '../fold.ts';
import { matchesOf, ruleOf, searched } from '../reading/matches.ts';
import { ORGANIZATION_END } from '../words/homes.ts';
import { AFTER_NAMES, ROLES, WEAK_ROLES } from '../words/roles.ts';
import { roleBefore } from './name-score.ts';
import type { WordStarts } from './tagged-words.ts';

/** Words that end where the name of an organization begins: prepositions, conjunctions, pronouns, particles, adverbs, punctuation, and these. */
const BEFORE_TAGS = /^(?:p|c|u|r|y|d|x$)/;
const BEFORE_WORDS = new Set(
  '准予 授予 授权 购进 销售 称 诉 起诉 对 由 在 于 系 为 将 从 被 经 给 至 到 予 是 到达 委托 拖欠 受雇 入职 经营 开设 向 投资'.split(
    ' ',
  ),
);
const FURTHEST = 24;

/** What organizations do, so that it stands in their names. */
const TRADES = new Set(
  '经营 销售 生产 加工 制作 运输 工作 操作 使用 申请 登记 服务 组织 提供 通过 医生 老师 师傅 通报 作为 教授'.split(' '),
);
/** A deed, or a post, behind which a name of an organization begins: 送往医院, 学生家长. */
const endsName = (word: string, text: string, at: number): boolean => {
  if (AFTER_NAMES.has(word)) return !TRADES.has(word);
  const role = roleBefore(text, at + word.length);
  return role.length >= 2 && !WEAK_ROLES.has(role) && !TRADES.has(role);
};

/** A text that is nothing but the name of a firm. */
const FIRM_ALONE =
  /^[\p{Script=Han}A-Za-z()（）]{4,40}(?:有限公司|有限责任公司|股份公司|股份有限公司|合作社|集团|分公司)$/u;

/** 哈公（治）许〔2025〕185号. */
const NUMBERED = ruleOf(
  /[\p{Script=Han}（）()]{0,12}〔(?:19|20)\d{2}〕|[〕\])）][\p{Script=Han}]{1,12}第?\d{1,8}号/gu,
  /[〔〕\])）]/,
);
const TITLED = ruleOf(/《[^《》]{2,60}》/gu, /《/);
const QUOTED = ruleOf(/[“"]([^“”"]{2,30})[”"]/gu, /[“"]/);

/** Marks the units that lie in such names. */
export function closedIn({ text }: Folded, starts: WordStarts): Uint8Array {
  const closed = new Uint8Array(text.length + 1);
  if (FIRM_ALONE.test(text)) return closed.fill(12);
  for (const match of matchesOf(text, ORGANIZATION_END)) {
    let start = match.index;
    const end = start + match[0].length;
    for (let at = start; at > 0 && end - at < FURTHEST; ) {
      at -= 1;
      const unit = text.charAt(at);
      if (/[，。；：:、,;（(《“"\n |]/u.test(unit)) break;
      const word = starts.get(at);
      // 陈城诉某公司.
      if (
        at < match.index &&
        '诉向'.includes(unit) &&
        (word === undefined || word.word.length === 1 || word.tag === 'x')
      )
        break;
      if (word === undefined) continue;
      if (word.word.length >= 2 && at + word.word.length <= match.index && endsName(word.word, text, at)) break;
      if (at + word.word.length <= match.index || word.word.length === 1)
        if (
          (BEFORE_TAGS.test(word.tag) && !/\p{Script=Han}{2}/u.test(word.word) && /^(?:p|c|u|r|y|d)/.test(word.tag)) ||
          BEFORE_WORDS.has(word.word) ||
          (ROLES.has(word.word) && !WEAK_ROLES.has(word.word))
        )
          break;
      start = at;
    }
    closed.fill(6, start, end);
  }
  for (const match of matchesOf(text, NUMBERED)) closed.fill(6, match.index, match.index + match[0].length);
  for (const match of matchesOf(text, TITLED))
    if (
      !/(?:询问|笔录|陈述|申请|申辩|承诺|保证|委托|证明|声明|检讨|名单|收条|欠条|借条)/u.test(match[0]) ||
      /(?:法|条例|规定|办法|规则|细则|标准|规范)》$/u.test(match[0])
    )
      closed.fill(6, match.index, match.index + match[0].length);
  // Brands and signs stand in quotation marks, and names seldom.
  for (const match of matchesOf(text, QUOTED)) closed.fill(5, match.index + 1, match.index + match[0].length - 1);
  return closed;
}

/** So far back it is looked who was spoken of. */
export const SPOKEN_OF = 40;

/** Whether the last that is spoken of before is an organization, and no person since. */
export function isOfOrganization(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - SPOKEN_OF), at);
  const last = searched(before, ORGANIZATION_END.pattern).at(-1);
  if (last === undefined) return false;
  return !/(?:[男女][，,、]|\*|员工|负责人|代表人|经营者|投诉人|举报人|收件人|当事人|身份证|电话)/u.test(
    before.slice(last.index + last[0].length),
  );
}
