/** Whether a decision still stands by its state column: what was revoked or has ended must not be shown as valid (Article 38). */
import { plain, type Row } from '../columns/cells.ts';
import { named, titleOf } from '../columns/titles.ts';
import { codeOf } from './penalty-kinds.ts';
import type { Prefix } from './subject-of-row.ts';

/** Words for the states of a decision that is not, or no longer, in force. */
const FALLEN =
  /撤[销消銷]|注[销銷]|吊[销銷]|缴销|撤回|收回|被撤|[废廢]止|作[废廢]|无效|失效|(?:不再?|非)有效|终止|终结|停用|停止使用|取消|revoked|cancel(?:l)?ed|withdrawn|invalid/iu;
const EXPIRED = /过期|到期|届满|期满|超期|逾期|已过有效期|expired/iu;
const STANDS = /有效|正常|存续|在用|使用中|在期|生效|公示|延续|变更|恢复|换[发证]|valid|normal|active/iu;

/** 未撤销, 尚未到期 and 无异议 say that it stands; 撤销申请已驳回 and 无效期限制 too, and a word with an empty box is not said. */
const DENIED = [
  /(?:尚|并|还)?(?:未|没有?|无|非|不)(?:被|曾|经)?(?:撤[销消]|注销|吊销|撤回|废止|作废|失效|终止|取消|停用|异议|异常|过期|到期|届满|期满|超期|逾期)(?:记录|情形|情况)?/gu,
  /(?:撤销|注销|吊销|撤回)(?:的)?(?:申请|请求)(?:已|未|被)*(?:驳回|不予受理|不予批准|获批)/gu,
  /无(?:有)?效期限?(?:限制)?|(?:即将|将)(?:到期|届满)/gu,
  /[□☐◻○][^□☐◻○☑√✓✔■●,;]*/gu,
];
/** A day on which it will end has not come. */
const ENDS_ON = /(?:失效|终止|到期|届满|截止)(?:日期|时间|日|于)?[为:]?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/gu;

function saidOf(state: string, today: string | undefined): string {
  const plainly = state.normalize('NFKC').replace(/\s/gu, '');
  const left = DENIED.reduce((text, denied) => text.replace(denied, ''), plainly);
  return left.replace(ENDS_ON, (said: string, year: string, month: string, day: string) =>
    today !== undefined && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` >= today ? '' : said,
  );
}

/** Numbers of the states: the form of 2016 counts 0 in force, 1 revoked, 2 objected to, 3 other; the form in force 1 valid, 2 not valid. */
function isFallenByNumber(state: string, is2016: boolean): boolean {
  return is2016 ? state === '1' : state === '2';
}

/** `until`: the last day that the row tells. */
export function checkStanding(row: Row, prefix: Prefix, until: string | null): void {
  const column = `${prefix}_ZT`;
  const state = plain(row, column);
  if (state === null) return;
  // The form in force has a column for the kind of subject, and that of 2016 has none, whatever else a register adds.
  const is2016 = row.cells[`${prefix}_XDR_LB`] === undefined;
  const name = titleOf(column);
  const number = codeOf(state.replace(/\.0+$/, ''));
  const said = saidOf(state, row.today);
  if (FALLEN.test(said) || isFallenByNumber(number, is2016)) {
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
  if (!EXPIRED.test(said)) {
    if (said !== '' && !STANDS.test(said) && number !== '0' && (is2016 || number !== '1')) tellDoubt(row, column);
    return;
  }
  if (isOver) return;
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

/** A word or number that says neither: it is taken, and told. */
const tellDoubt = (row: Row, column: string): void =>
  row.warn(
    'STATE_DOUBTFUL',
    named(column, (name) => ({
      en: `${name.en} does not tell whether the decision is in force; it is read as one that is. Leave out the row where it is not.`,
      zh: `${name.zh}未说明该决定是否有效，已按有效读取。如已无效，请勿报送该行。`,
    })),
    column,
  );
