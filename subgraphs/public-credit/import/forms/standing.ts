/** Whether a decision still stands by its state column: what was revoked or has ended must not be shown as valid (Article 38). */
import { plain, type Row } from '../columns/cells.ts';
import { titleOf } from '../columns/titles.ts';
import { codeOf } from './penalty-kinds.ts';
import type { Prefix } from './subject-of-row.ts';

/** Words for the states of a decision that is not, or no longer, in force. 未撤销 and 无异议 say that it is. */
const STANDS = /^(?:未|无|没有|非)(?:被)?(?:撤销|注销|吊销|撤回|废止|失效|异议|异常|过期)/u;
const FALLEN =
  /撤销|撤消|注销|吊销|撤回|废止|作废|无效|失效|终止|终结|停用|取消|revoked|cancel(?:l)?ed|withdrawn|invalid/iu;
const EXPIRED = /过期|到期|届满|超期|逾期|已过有效期|expired/iu;

/** Numbers of the states: the form of 2016 counts 0 in force, 1 revoked, 2 objected to, 3 other; the form in force 1 valid, 2 not valid. */
function isFallenByNumber(state: string, is2016: boolean): boolean {
  return is2016 ? state === '1' : state === '2';
}

/** `until`: the last day that the row tells. */
export function checkStanding(row: Row, prefix: Prefix, until: string | null): void {
  const column = `${prefix}_ZT`;
  const state = plain(row, column);
  if (state === null || STANDS.test(state)) return;
  const is2016 =
    row.cells.SJC !== undefined || row.cells.DFBM !== undefined || row.cells[`${prefix}_XDR_LB`] === undefined;
  const name = titleOf(column);
  if (FALLEN.test(state) || isFallenByNumber(codeOf(state), is2016)) {
    row.fault(
      'REVOKED',
      {
        en: `${name.en} says that the decision is no longer in force: it is not delivered as one that is. Where it is held already, use revokeBasis.`,
        zh: `${name.zh}表明该决定已不再有效，不能作为有效决定报送；已入库的，请用revokeBasis撤销。`,
      },
      column,
    );
    return;
  }
  const isOver = typeof until === 'string' && (row.today === undefined || until < row.today);
  if (!EXPIRED.test(state) || isOver) return;
  const end = titleOf(prefix === 'XK' ? 'XK_YXQZI' : 'CF_YXQ');
  row.fault(
    'EXPIRED',
    {
      en: `${name.en} says that it has expired, and ${end.en} names no day that is over: write the last day, or it would be shown as valid.`,
      zh: `${name.zh}表明已过有效期，而${end.zh}没有写明已过的截止日：请填写，否则会显示为有效。`,
    },
    column,
  );
}
