/** The exchange form of permits and penalties (双公示) as record inputs. */
import type { IdentifierType } from '../../../schema/law/facts.ts';
import type { RecordInput } from '../intake/check.ts';
import { cell, dateCell, endCell, needed, type Row, RowFault, yuanCell } from './cells.ts';

/** A row as the input of one item. */
export interface Delivered {
  readonly item: string;
  readonly record: RecordInput;
}

const DOCUMENT_TYPES: Readonly<Record<string, IdentifierType>> = {
  '01': 'CITIZEN_ID',
  '02': 'OTHER_DOCUMENT',
  '03': 'OTHER_DOCUMENT',
  '04': 'OTHER_DOCUMENT',
  '05': 'OTHER_DOCUMENT',
};

const PERMIT_KINDS: Readonly<Record<string, string>> = {
  '01': '普通',
  '02': '特许',
  '03': '认可',
  '04': '核准',
  '05': '登记',
  '06': '其他',
};

const PERSON = '自然人';
const ORGANIZATIONS = ['法人及非法人组织', '个体工商户'];

/** Who the decision is about: the document of a person, the uniform social credit code of everybody else (Article 19). */
function subjectOf(row: Row, prefix: 'XK' | 'CF'): RecordInput['subject'] {
  const kind = needed(row, `${prefix}_XDR_LB`, '行政相对人类别');
  if (kind === PERSON) {
    const code = needed(row, `${prefix}_XDR_ZJLX`, '证件类型');
    const type = DOCUMENT_TYPES[code];
    if (type === undefined) throw new RowFault('DOCUMENT_TYPE', `${prefix}_XDR_ZJLX (证件类型) is none of 01 to 05.`);
    return { type, value: needed(row, `${prefix}_XDR_ZJHM`, '证件号码') };
  }
  if (!ORGANIZATIONS.includes(kind))
    throw new RowFault(
      'SUBJECT_KIND',
      `${prefix}_XDR_LB (行政相对人类别) is none of 法人及非法人组织, 自然人, 个体工商户.`,
    );
  return { type: 'USCC', value: needed(row, `${prefix}_XDR_SHXYM`, '统一社会信用代码') };
}

/** Parts of a cell that lists several. */
const listed = (text: string | null): string[] =>
  text === null
    ? []
    : text
        .split(/[;；、,，]/u)
        .map((part) => part.trim())
        .filter((part) => part !== '');

/** Without what is empty, so that content holds only what was said. */
const said = (content: Readonly<Record<string, string | readonly string[] | null>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value.length > 0));

const representative = (row: Row, prefix: 'XK' | 'CF') => ({
  legalRepresentativeName: cell(row, `${prefix}_FRDB`),
  legalRepresentativeIdType: cell(row, `${prefix}_FR_ZJLX`),
  legalRepresentativeIdNumber: cell(row, `${prefix}_FR_ZJHM`),
});

const decidedOn = (row: Row, column: string, title: string): string => {
  const date = dateCell(row, column, title);
  if (date === null) throw new RowFault('CELL_EMPTY', `${column} (${title}) is empty.`);
  return date;
};

export function permitRow(row: Row): Delivered {
  const documentNumber = needed(row, 'XK_WSH', '行政许可决定文书号');
  return {
    item: 'PERMIT-GENERAL',
    record: {
      subject: subjectOf(row, 'XK'),
      subjectName: needed(row, 'XK_XDR_MC', '行政相对人名称'),
      occurredOn: decidedOn(row, 'XK_JDRQ', '许可决定日期'),
      basisDocument: documentNumber,
      content: said({
        documentNumber,
        documentName: cell(row, 'XK_XKWS'),
        permitKinds: listed(cell(row, 'XK_XKLB')).map((code) => PERMIT_KINDS[code] ?? code),
        permitNumber: cell(row, 'XK_XKBH'),
        content: cell(row, 'XK_NR'),
        validFrom: dateCell(row, 'XK_YXQZ', '有效期自'),
        validUntil: endCell(row, 'XK_YXQZI', '有效期至'),
        authorityCode: cell(row, 'XK_XKJGDM'),
        authorityName: cell(row, 'XK_XKJG'),
        ...representative(row, 'XK'),
      }),
    },
  };
}

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

export function penaltyRow(row: Row): Delivered {
  const documentNumber = needed(row, 'CF_WSH', '行政处罚决定书文号');
  const penaltyKinds = listed(needed(row, 'CF_CFLB', '处罚类别'));
  const fineYuan = yuanCell(row, 'CF_NR_FK', '罚款金额(万元)');
  return {
    item: `PENALTY-${displayClass(penaltyKinds, fineYuan)}`,
    record: {
      subject: subjectOf(row, 'CF'),
      subjectName: needed(row, 'CF_XDR_MC', '行政相对人名称'),
      occurredOn: decidedOn(row, 'CF_JDRQ', '处罚决定日期'),
      basisDocument: documentNumber,
      content: said({
        documentNumber,
        conduct: cell(row, 'CF_WFXW'),
        facts: cell(row, 'CF_SY'),
        legalBasisText: cell(row, 'CF_YJ'),
        penaltyKinds,
        content: cell(row, 'CF_NR'),
        fineYuan,
        confiscatedYuan: yuanCell(row, 'CF_NR_WFFF', '没收金额(万元)'),
        licence: cell(row, 'CF_NR_ZKDX'),
        validUntil: endCell(row, 'CF_YXQ', '处罚有效期'),
        displayUntil: endCell(row, 'CF_GSJZQ', '公示截止期'),
        authorityCode: cell(row, 'CF_CFJGDM'),
        authorityName: cell(row, 'CF_CFJG'),
        ...representative(row, 'CF'),
      }),
    },
  };
}
