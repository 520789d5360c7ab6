/**
 * Names that stand in a row with names: items of a list, entries of the same form, cells under a head that says that names stand below. What one of them
 * is, the others are too.
 */

import { matchesOf, ruleOf } from '../reading/matches.ts';
import { NO_NAMES } from '../words/no-names.ts';
import { ROLES } from '../words/roles.ts';
import { SURE_SURNAMES } from '../words/surnames.ts';
import { type Around, compoundAt, givenScore, isSurname, roleAfter } from './name-score.ts';

const isPost = (text: string, start: number): boolean => roleAfter(text, start) !== '';

interface Slot {
  readonly start: number;
  readonly end: number;
  /** What stands on both sides of it, as one word. */
  readonly form: string;
}

const RUN = ruleOf(/(?<!\p{Script=Han})\p{Script=Han}{2,4}(?!\p{Script=Han})/gu);
/** Words that end where an item ends: 石磊和王强. */
const JOINED = ruleOf(
  /(?<=[、,:;(|/ \n]|^)(\p{Script=Han}{2,3})[和与及暨](\p{Script=Han}{2,3})(?=[、,。:;)|/ \n]|$)/gu,
  /[和与及暨]/,
);

/** Marks of lists and tables; a comma or a stop alone stands in every sentence. */
const TELLING = /[#|/\-\t0\]】]/u;

function sideOf(text: string, at: number, before: boolean): string {
  const unit = text.charAt(at);
  if (unit === '' || unit === '\n' || unit === '。' || unit === ';') return ';';
  if (before && (unit === '.' || unit === ')') && /[0-9]/.test(text.charAt(at - 1))) return '#';
  return /[0-9]/.test(unit) ? '0' : unit;
}

const slotAt = (text: string, start: number, end: number): Slot => ({
  start,
  end,
  form: formOf(sideOf(text, start - 1, true), sideOf(text, end, false)),
});

/** Where what stands behind tells enough, an entry begins in any way. */
const formOf = (before: string, behind: string): string =>
  (TELLING.test(behind) && ' :;('.includes(before) ? ';' : before) + behind;

/** Whether something personal or a mask of before stands there. */
const isTaken = ({ text, masks }: Around, start: number, end: number): boolean =>
  masks.isPersonal(start, end) || text.slice(start, end).includes('*');

const NO_ITEM =
  /(?:某|公司|集团|工资|合同|店|厂|局|院|所|部|证|号|款|费|法|等|行|年|月|日|人|员|者|工|长|师|户|女|男|室|楼|栋|中|内|上|下|后|前|为|有|无|的|族|镇|乡|村|县|市|区|省|路|街|牌|型|类|级|岗|班|课|科|组|队|站|语|学|文|法|金|量|价|米|斤|吨|万)$/u;

/** Whether a run of two to four characters may be a name where names stand beside it. */
function couldBe(around: Around, { start, end }: Slot, sure: boolean): boolean {
  const { text, words } = around;
  const run = text.slice(start, end);
  if (ROLES.has(run)) return false;
  const compound = compoundAt(text, start);
  const surname = compound === '' ? run.slice(0, 1) : compound;
  const given = run.slice(surname.length);
  if (given.length === 0 || given.length > 2 || /[某×氏]/u.test(run)) return false;
  const known = words.begins(start) && words.end[start] === end && !words.isNamed(start);
  if (compound === '' && !isSurname(surname)) return sure && !known && !NO_ITEM.test(run);
  if (sure) return !(known && NO_ITEM.test(run));
  return !known && !NO_NAMES.has(run) && !NO_ITEM.test(run) && givenScore(given) > -2;
}

const HEAD =
  /^(?:姓名|名字|客人|客户|负责人|责任人|联系人|经办人|签字|签名|签收人?|户名|户主|业主|学员|学生|员工|患者|住户|驾驶员|司机|教师|老师|收件人|收货人|当事人|投诉人|举报人|证人|人员|领款人|领取人|租户|承租人|会员|客户姓名|员工姓名|学生姓名|乘客|旅客|值班人?|值班员|监护人|家长|作业人员|持证人|操作人|操作员|被保险人|投保人)$/u;

/** Cells below a head: the head and the rows are lines, or parts between semicolons. */
function below(around: Around): void {
  const { text, masks } = around;
  for (const separator of ['|', '\t', '/', ',']) {
    if (!text.includes(separator)) continue;
    let columns: number[] = [];
    let at = 0;
    for (const line of text.split(/(?<=[\n;])/u)) {
      const cells = line.split(separator);
      const heads = cells.flatMap((cell, index) => (HEAD.test(cell.trim().replace(/[:\n;]$/u, '')) ? [index] : []));
      let from = at;
      if (heads.length > 0 && cells.length > 1) columns = heads;
      else if (cells.length > 1)
        for (const [index, cell] of cells.entries()) {
          const name = /^[ ]*([\p{Script=Han} ]{2,6}?|[A-Za-z][A-Za-z .'-]{2,30}?)[ \n;。]*$/u.exec(cell)?.[1];
          if (columns.includes(index) && name !== undefined && !/(?:无|空|缺|略|同上|合计|小计)/u.test(name)) {
            const start = from + cell.indexOf(name);
            if (!masks.covers(start, start + name.length)) masks.add('NAME', start, start + name.length);
          }
          from += cell.length + 1;
        }
      at += line.length;
    }
  }
}

/** Entries of one form that could all be names: 早班 武卫东；中班 武卫国. */
function repeated(around: Around, slots: readonly Slot[], named: Map<string, number>): void {
  const byForm = new Map<string, Slot[]>();
  for (const slot of slots) {
    const same = byForm.get(slot.form);
    if (same === undefined) byForm.set(slot.form, [slot]);
    else same.push(slot);
  }
  for (const [form, same] of byForm) {
    if (same.length < 2 || !(TELLING.test(form) || form === ' ;')) continue;
    const likely = same.filter((slot) => couldBe(around, slot, false));
    const sure = likely.filter(({ start }) => SURE_SURNAMES.has(around.text.charAt(start)));
    if (likely.length >= 2 && sure.length > 0 && likely.length * 3 >= same.length * 2) named.set(form, likely.length);
  }
}

export function maskListed(around: Around): void {
  const { text, masks } = around;
  below(around);
  const slots = matchesOf(text, RUN).map((match) => slotAt(text, match.index, match.index + match[0].length));
  for (const match of matchesOf(text, JOINED)) {
    const second = match.index + (match[1]?.length ?? 0) + 1;
    const pair = [
      { start: match.index, end: second - 1, form: 'L' },
      { start: second, end: second + (match[2]?.length ?? 0), form: 'L' },
    ];
    if (pair.some(({ start, end }) => masks.covers(start, end)))
      for (const slot of pair)
        if (!masks.touches(slot.start, slot.end) && couldBe(around, slot, true))
          masks.add('NAME', slot.start, slot.end);
  }
  const named = new Map<string, number>();
  for (const slot of slots)
    if (masks.covers(slot.start, slot.end) && !masks.isValue(slot.start))
      named.set(slot.form, (named.get(slot.form) ?? 0) + 1);
  repeated(around, slots, named);
  // A long list in which few have a surname is one of things.
  const listed = slots.filter(({ form }) => form === '、、');
  const things = listed.length >= 5 && listed.filter((slot) => couldBe(around, slot, false)).length * 2 < listed.length;
  for (const slot of slots) {
    const { start, end, form } = slot;
    if (masks.touches(start, end)) continue;
    const hasPost = text.charAt(end) === ',' && isPost(text, end + 1) && isSurname(text.charAt(start));
    const inList =
      !things &&
      ((text.charAt(start - 1) === '、' && isTaken(around, Math.max(0, start - 3), start - 1)) ||
        (text.charAt(end) === '、' && isTaken(around, end + 1, Math.min(text.length, end + 3))));
    const isAlike = named.has(form);
    if (!inList && !isAlike) continue;
    if (couldBe(around, slot, inList || hasPost || TELLING.test(form) || (form === ' ;' && (named.get(form) ?? 0) > 1)))
      masks.add('NAME', start, end);
  }
}
