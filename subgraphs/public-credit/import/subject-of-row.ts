/** The subject of a decision: a person by document number, every other subject by uniform social credit code (Article 19). */
import type { IdentifierType } from '../../../schema/law/facts.ts';
import { organizationCheck } from '../../../schema/law/records/identifiers.ts';
import type { RecordInput } from '../intake/check.ts';
import { cell, numberCell, type Row, refusal, said } from './columns/cells.ts';

const DOCUMENT_TYPES: ReadonlyMap<string, IdentifierType> = new Map([
  ['01', 'CITIZEN_ID'],
  ['02', 'OTHER_DOCUMENT'],
  ['03', 'OTHER_DOCUMENT'],
  ['04', 'OTHER_DOCUMENT'],
  ['05', 'OTHER_DOCUMENT'],
]);

const PERSON = '自然人';
const ORGANIZATIONS = ['法人及非法人组织', '个体工商户'];
export const OLD_CODES = ['GSZC', 'ZZJG', 'SWDJ', 'SYDW', 'SHZZ'] as const;

export type Prefix = 'XK' | 'CF';

const isOrganizationCode = (text: string): boolean =>
  /^[0-9A-Z]{8}-?[0-9X]$/.test(text) && organizationCheck(text.slice(0, 8)) === text.at(-1);

const isRegistrationNumber = (text: string): boolean => /^(\d{13}|\d{15})$/.test(text);

/** Compares old codes with the uniform social credit code: they must not belong to another subject. */
function compareOldCodes(row: Row, prefix: Prefix, code: string): void {
  const registered = numberCell(row, `${prefix}_XDR_GSZC`, '工商注册号');
  const organization = numberCell(row, `${prefix}_XDR_ZZJG`, '组织机构代码');
  const swapped =
    (registered !== null && isOrganizationCode(registered)) ||
    (organization !== null && isRegistrationNumber(organization));
  if (swapped)
    row.warn(
      'CODES_SWAPPED',
      said(`${prefix}_XDR_GSZC (工商注册号) and ${prefix}_XDR_ZZJG (组织机构代码) are swapped.`),
    );
  const inner = (swapped ? registered : organization)?.replace('-', '') ?? null;
  if (inner !== null && isOrganizationCode(inner) && inner !== code.slice(8, 17))
    throw refusal(
      'CODE_CONFLICT',
      `The organization code is not the one inside ${prefix}_XDR_SHXYM (统一社会信用代码): they name two subjects.`,
    );
}

function organizationOf(row: Row, prefix: Prefix): RecordInput['subject'] {
  const code = numberCell(row, `${prefix}_XDR_SHXYM`, '统一社会信用代码');
  if (code === null) {
    const old = OLD_CODES.find((name) => cell(row, `${prefix}_XDR_${name}`) !== null);
    throw old === undefined
      ? refusal('CELL_EMPTY', `${prefix}_XDR_SHXYM (统一社会信用代码) is empty.`)
      : refusal(
          'USCC_MISSING',
          `Only ${prefix}_XDR_${old} is filled: subjects are matched by the uniform social credit code (Article 19).`,
        );
  }
  compareOldCodes(row, prefix, code);
  return { type: 'USCC', value: code };
}

function personOf(row: Row, prefix: Prefix, type: IdentifierType | undefined): RecordInput['subject'] {
  if (type === undefined) throw refusal('DOCUMENT_TYPE', `${prefix}_XDR_ZJLX (证件类型) is none of 01 to 05.`);
  const own = numberCell(row, `${prefix}_XDR_ZJHM`, '证件号码') ?? numberCell(row, `${prefix}_XDR_SFZ`, '居民身份证号');
  const stray = numberCell(row, `${prefix}_XDR_SHXYM`, '统一社会信用代码');
  if (own !== null && stray !== null && own !== stray)
    throw refusal(
      'SUBJECT_CONFLICT',
      `${prefix}_XDR_SHXYM (统一社会信用代码) of a natural person holds another number than the document: they name two subjects.`,
    );
  if (stray !== null)
    row.warn(
      'PERSON_CODE',
      said(`${prefix}_XDR_SHXYM (统一社会信用代码) of a natural person holds the number of the document.`),
    );
  const value = own ?? stray;
  if (value === null) throw refusal('CELL_EMPTY', `${prefix}_XDR_ZJHM (证件号码) is empty.`);
  return { type, value };
}

/** The subject of a row. The form of 2016 has no column for its kind: the number that is filled tells. */
export function subjectOf(row: Row, prefix: Prefix): RecordInput['subject'] {
  const kind = cell(row, `${prefix}_XDR_LB`);
  if (kind === null && row.cells[`${prefix}_XDR_LB`] === undefined)
    return cell(row, `${prefix}_XDR_SFZ`) !== null && cell(row, `${prefix}_XDR_SHXYM`) === null
      ? personOf(row, prefix, 'CITIZEN_ID')
      : organizationOf(row, prefix);
  if (kind === null) throw refusal('CELL_EMPTY', `${prefix}_XDR_LB (行政相对人类别) is empty.`);
  if (kind === PERSON)
    return personOf(row, prefix, DOCUMENT_TYPES.get(numberCell(row, `${prefix}_XDR_ZJLX`, '证件类型') ?? ''));
  if (!ORGANIZATIONS.includes(kind))
    throw refusal('SUBJECT_KIND', `${prefix}_XDR_LB (行政相对人类别) is none of 法人及非法人组织, 自然人, 个体工商户.`);
  return organizationOf(row, prefix);
}

/** The legal representative as the form has it. */
export const representative = (row: Row, prefix: Prefix) => ({
  legalRepresentativeName: cell(row, `${prefix}_FRDB`),
  legalRepresentativeIdType: cell(row, `${prefix}_FR_ZJLX`),
  legalRepresentativeIdNumber: numberCell(row, `${prefix}_FR_ZJHM`, '法定代表人证件号码'),
});
