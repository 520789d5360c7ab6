/** Turns rows of the exchange form of permits and penalties (双公示) into records. */
import type { Delivered } from '../intake/check.ts';
import { alsoSaid } from './also-said.ts';
import { authorityCell, cell, dateCell, endCell, needed, plain, type Row, refusal, yuanCell } from './columns/cells.ts';
import { PENALTY_KINDS_2016 } from './columns/columns-2016.ts';
import { displayClass } from './penalty-display-class.ts';
import { representative, subjectOf } from './subject-of-row.ts';

const PERMIT_KINDS: ReadonlyMap<string, string> = new Map([
  ['01', '普通'],
  ['02', '特许'],
  ['03', '认可'],
  ['04', '核准'],
  ['05', '登记'],
  ['06', '其他'],
]);

/** Parts of a cell that lists several. */
const listed = (text: string | null): string[] =>
  text === null
    ? []
    : text
        .split(/[;；、,，]/u)
        .map((part) => part.trim())
        .filter((part) => part !== '');

/** Drops empty values, so that content has only what the file has. */
const nonEmpty = (content: Readonly<Record<string, string | readonly string[] | null>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value.length > 0));

const decidedOn = (row: Row, column: string, title: string): string => {
  const date = dateCell(row, column, title);
  if (date === null) throw refusal('CELL_EMPTY', `${column} (${title}) is empty.`);
  return date;
};

/** A revoked decision must not be imported: the provider reports it with revokeBasis (Article 38). */
function checkStanding(row: Row, column: string): void {
  if (['1', '撤销', '已撤销'].includes(plain(row, column, '当前状态') ?? '') && row.cells.SJC !== undefined)
    throw refusal('REVOKED', `${column} (当前状态) says that the decision was revoked: use revokeBasis.`);
}

/** Kinds by the names of the form in force, or by the numbers of the two columns of 2016. */
function penaltyKindsOf(row: Row): string[] {
  const old = ['CF_CFLB1', 'CF_CFLB2'].flatMap((column) => listed(cell(row, column)));
  if (old.length === 0) return listed(needed(row, 'CF_CFLB', '处罚类别'));
  return [...new Set(old.map((kind) => PENALTY_KINDS_2016.get(kind) ?? kind))];
}

export function permitRow(row: Row): Delivered {
  checkStanding(row, 'XK_ZT');
  const documentNumber = needed(row, 'XK_WSH', '行政许可决定文书号');
  return {
    item: 'PERMIT-GENERAL',
    record: {
      subject: subjectOf(row, 'XK'),
      subjectName: needed(row, 'XK_XDR_MC', '行政相对人名称'),
      occurredOn: decidedOn(row, 'XK_JDRQ', '许可决定日期'),
      basisDocument: documentNumber,
      content: nonEmpty({
        documentNumber,
        documentName: cell(row, 'XK_XKWS') ?? cell(row, 'XK_XMMC'),
        permitKinds: listed(cell(row, 'XK_XKLB') ?? cell(row, 'XK_SPLB')).map((code) => PERMIT_KINDS.get(code) ?? code),
        permitNumber: cell(row, 'XK_XKBH'),
        content: cell(row, 'XK_NR'),
        validFrom: dateCell(row, 'XK_YXQZ', '有效期自'),
        validUntil: endCell(row, 'XK_YXQZI', '有效期至'),
        authorityCode: authorityCell(row, 'XK_XKJGDM', '许可机关统一社会信用代码'),
        authorityName: cell(row, 'XK_XKJG'),
        ...representative(row, 'XK'),
      }),
      alsoSaid: alsoSaid(row, 'XK'),
    },
  };
}

export function penaltyRow(row: Row): Delivered {
  checkStanding(row, 'CF_ZT');
  const documentNumber = needed(row, 'CF_WSH', '行政处罚决定书文号');
  const penaltyKinds = penaltyKindsOf(row);
  const fineYuan = yuanCell(row, 'CF_NR_FK', '罚款金额(万元)');
  return {
    item: `PENALTY-${displayClass(penaltyKinds, fineYuan)}`,
    record: {
      subject: subjectOf(row, 'CF'),
      subjectName: needed(row, 'CF_XDR_MC', '行政相对人名称'),
      occurredOn: decidedOn(row, 'CF_JDRQ', '处罚决定日期'),
      basisDocument: documentNumber,
      content: nonEmpty({
        documentNumber,
        conduct: cell(row, 'CF_WFXW') ?? cell(row, 'CF_CFMC'),
        facts: cell(row, 'CF_SY'),
        legalBasisText: cell(row, 'CF_YJ'),
        penaltyKinds,
        content: cell(row, 'CF_NR'),
        fineYuan,
        confiscatedYuan: yuanCell(row, 'CF_NR_WFFF', '没收金额(万元)'),
        licence: cell(row, 'CF_NR_ZKDX'),
        validUntil: endCell(row, 'CF_YXQ', '处罚有效期'),
        displayUntil: endCell(row, 'CF_GSJZQ', '公示截止期'),
        authorityCode: authorityCell(row, 'CF_CFJGDM', '处罚机关统一社会信用代码'),
        authorityName: cell(row, 'CF_CFJG'),
        ...representative(row, 'CF'),
      }),
      alsoSaid: alsoSaid(row, 'CF'),
    },
  };
}
