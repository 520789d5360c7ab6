/** Turns rows of the exchange form of permits and penalties (双公示) into records. */
import type { Delivered } from '../../intake/check.ts';
import { type Amount, amountOf } from '../columns/amounts.ts';
import { authorityCell, cell, dateCell, endCell, needed, neededDate, type Row, tellEmpty } from '../columns/cells.ts';
import { named, titleOf } from '../columns/titles.ts';
import { alsoSaid } from './also-said.ts';
import { compareAmount, greatestOf, type Measure } from './amounts-in-text.ts';
import { PERMIT_KINDS } from './code-lists.ts';
import { classOf } from './penalty-display-class.ts';
import { codeOf, kindsIn, kindsOf2016, listed } from './penalty-kinds.ts';
import { checkStanding } from './standing.ts';
import { representative, subjectOf } from './subject-of-row.ts';

/** Drops empty values, so that content has only what the file has. */
const nonEmpty = (content: Readonly<Record<string, string | readonly string[] | null>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value.length > 0));

/** Kinds by the names of the form in force, or by the numbers of the two columns of 2016. */
function penaltyKindsOf(row: Row): readonly string[] {
  const old = kindsOf2016(['CF_CFLB1', 'CF_CFLB2'].map((column) => cell(row, column)));
  if (old.length > 0) return old;
  const kinds = kindsIn(cell(row, 'CF_CFLB'));
  if (kinds.length === 0) tellEmpty(row, 'CF_CFLB');
  if (kinds.some((kind) => /^\d+(?:\.0+)?$/.test(kind)))
    row.fault(
      'KIND',
      named('CF_CFLB', (name) => ({
        en: `${name.en} holds a number, and the form has names there: write 罚款, 警告 and so on.`,
        zh: `${name.zh}填的是数字，应填写名称，如罚款、警告。`,
      })),
      'CF_CFLB',
    );
  return kinds;
}

/** What the column says, or the text where the column names no sum: a sum that is told anywhere is no warning. */
const imposedYuan = (row: Row, measure: Measure, columnYuan: string | null): number =>
  Number(columnYuan ?? '0') || greatestOf(measure, cell(row, 'CF_NR') ?? '');

/** The item of a penalty by its display class. What the row says of the fine is compared with its texts. */
function penaltyItem(row: Row, kinds: readonly string[], fine: Amount, confiscated: Amount): string {
  const fineYuan = fine.yuan;
  compareAmount(row, 'FINE', fine.column, fineYuan);
  compareAmount(row, 'CONFISCATION', confiscated.column, confiscated.yuan);
  const text = ['CF_NR', 'CF_NR_ZKDX', 'CF_CFMC'].map((column) => cell(row, column) ?? '').join('\n');
  const { displayClass, isDoubtful, isGraverInText } = classOf({
    kinds,
    fineYuan: imposedYuan(row, 'FINE', fineYuan),
    confiscatedYuan: imposedYuan(row, 'CONFISCATION', confiscated.yuan),
    text,
  });
  const column = row.cells.CF_CFLB === undefined ? 'CF_CFLB1' : 'CF_CFLB';
  const name = titleOf(column);
  if (isDoubtful)
    row.warn(
      'KIND_DOUBTFUL',
      {
        en: `${name.en} names a lighter and a graver measure, and the text does not tell which was imposed; it is displayed as the lighter one. Name the one.`,
        zh: `${name.zh}同时列出较轻和较重的措施，内容未说明实际给予哪一种；按较轻的公示。请写明实际措施。`,
      },
      column,
    );
  if (isGraverInText)
    row.warn(
      'KIND_DOUBTFUL',
      {
        en: `${name.en} does not name the graver measure that the text speaks of: where it was imposed, name it, because the display period hangs on it.`,
        zh: `${name.zh}没有列出文字中所写的较重措施：如已给予，请列明，公示期限由此决定。`,
      },
      column,
    );
  if (Number(fineYuan ?? '0') > 0 && kinds.length > 0 && !kinds.some((kind) => /罚款|罚金|其他/u.test(kind)))
    row.warn(
      'KIND_DOUBTFUL',
      {
        en: `${name.en} does not name the fine that ${titleOf(fine.column).en} holds.`,
        zh: `${name.zh}没有列出${titleOf(fine.column).zh}所填的罚款。`,
      },
      column,
    );
  return `PENALTY-${displayClass}`;
}

export function permitRow(row: Row): Delivered {
  const documentNumber = needed(row, 'XK_WSH');
  const validUntil = endCell(row, 'XK_YXQZI');
  checkStanding(row, 'XK', validUntil);
  return {
    item: 'PERMIT-GENERAL',
    record: {
      subject: subjectOf(row, 'XK'),
      subjectName: needed(row, 'XK_XDR_MC'),
      occurredOn: neededDate(row, 'XK_JDRQ'),
      basisDocument: documentNumber,
      content: nonEmpty({
        documentNumber,
        documentName: cell(row, 'XK_XKWS') ?? cell(row, 'XK_XMMC'),
        permitKinds: listed(cell(row, 'XK_XKLB') ?? cell(row, 'XK_SPLB')).map(
          (kind) => PERMIT_KINDS.get(codeOf(kind).padStart(2, '0')) ?? kind,
        ),
        permitNumber: cell(row, 'XK_XKBH'),
        content: cell(row, 'XK_NR'),
        validFrom: dateCell(row, 'XK_YXQZ'),
        validUntil,
        authorityCode: authorityCell(row, 'XK_XKJGDM'),
        authorityName: cell(row, 'XK_XKJG'),
        ...representative(row, 'XK'),
      }),
      alsoSaid: alsoSaid(row, 'XK'),
    },
  };
}

export function penaltyRow(row: Row): Delivered {
  const documentNumber = needed(row, 'CF_WSH');
  const validUntil = endCell(row, 'CF_YXQ');
  checkStanding(row, 'CF', validUntil);
  const penaltyKinds = penaltyKindsOf(row);
  const fine = amountOf(row, 'CF_NR_FK');
  const confiscated = amountOf(row, 'CF_NR_WFFF');
  return {
    item: penaltyItem(row, penaltyKinds, fine, confiscated),
    record: {
      subject: subjectOf(row, 'CF'),
      subjectName: needed(row, 'CF_XDR_MC'),
      occurredOn: neededDate(row, 'CF_JDRQ'),
      basisDocument: documentNumber,
      content: nonEmpty({
        documentNumber,
        conduct: cell(row, 'CF_WFXW') ?? cell(row, 'CF_CFMC'),
        facts: cell(row, 'CF_SY'),
        legalBasisText: cell(row, 'CF_YJ'),
        penaltyKinds,
        content: cell(row, 'CF_NR'),
        fineYuan: fine.yuan,
        confiscatedYuan: confiscated.yuan,
        licence: cell(row, 'CF_NR_ZKDX'),
        validUntil,
        displayUntil: endCell(row, 'CF_GSJZQ'),
        authorityCode: authorityCell(row, 'CF_CFJGDM'),
        authorityName: cell(row, 'CF_CFJG'),
        ...representative(row, 'CF'),
      }),
      alsoSaid: alsoSaid(row, 'CF'),
    },
  };
}
