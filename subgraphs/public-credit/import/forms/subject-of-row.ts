/** The subject of a decision: a person by document number, every other subject by uniform social credit code (Article 19). */
import type { IdentifierType } from '../../../../schema/law/facts.ts';
import { organizationCheck } from '../../../../schema/law/records/identifiers.ts';
import type { RecordInput } from '../../intake/check.ts';
import { cell, numberCell, plain, type Row, said, tellEmpty } from '../columns/cells.ts';
import { named, titleOf } from '../columns/titles.ts';
import { SUBJECT_KINDS } from './code-lists.ts';
import { codeOf } from './penalty-kinds.ts';

/** Types of documents by their numbers, with the names that are met instead. */
const DOCUMENTS: readonly (readonly [code: string, type: IdentifierType, name: RegExp])[] = [
  ['1', 'CITIZEN_ID', /^(?:居民|公民|第?二代)?身份证(?:号码?)?$/u],
  ['2', 'OTHER_DOCUMENT', /^(?:中国|外国|因私|普通)?护照$/u],
  ['3', 'OTHER_DOCUMENT', /^港澳(?:居民来往内地)?通行证$|^回乡证$/u],
  ['4', 'OTHER_DOCUMENT', /^台湾(?:居民来往大陆)?通行证$|^台胞证$/u],
  ['5', 'OTHER_DOCUMENT', /^外国人(?:永久)?居留(?:身份)?证$/u],
];

type Kind = (typeof SUBJECT_KINDS)[number];
/** Other names by which a kind is met. */
const KIND_SPELLINGS: readonly (readonly [Kind, RegExp])[] = [
  [
    '法人及非法人组织',
    /^(?:法人|非法人组织|其他组织|法人(?:和|或|或者|及|与|、)(?:非法人|其他)组织|企业|企业法人|单位|机构)$/u,
  ],
  ['自然人', /^(?:公民|个人)$/u],
  ['个体工商户', /^(?:个体|个体户|工商个体户)$/u],
];
export const OLD_CODES = ['GSZC', 'ZZJG', 'SWDJ', 'SYDW', 'SHZZ'] as const;

export type Prefix = 'XK' | 'CF';
type Subject = RecordInput['subject'];

const isOrganizationCode = (text: string): boolean =>
  /^[0-9A-Z]{8}-?[0-9X]$/.test(text) && organizationCheck(text.slice(0, 8)) === text.at(-1);

const isRegistrationNumber = (text: string): boolean => /^(\d{13}|\d{15})$/.test(text);

/** Compares old codes with the uniform social credit code: they must not belong to another subject. */
function compareOldCodes(row: Row, prefix: Prefix, code: string): void {
  const [registeredIn, organizationIn] = [`${prefix}_XDR_GSZC`, `${prefix}_XDR_ZZJG`];
  const registered = numberCell(row, registeredIn);
  const organization = numberCell(row, organizationIn);
  const swapped =
    (registered !== null && isOrganizationCode(registered)) ||
    (organization !== null && isRegistrationNumber(organization));
  if (swapped)
    row.warn(
      'CODES_SWAPPED',
      {
        en: `${titleOf(registeredIn).en} and ${titleOf(organizationIn).en} are swapped.`,
        zh: `${titleOf(registeredIn).zh}与${titleOf(organizationIn).zh}填反。`,
      },
      registeredIn,
    );
  const inner = (swapped ? registered : organization)?.replace('-', '') ?? null;
  if (inner !== null && isOrganizationCode(inner) && inner !== code.slice(8, 17))
    row.fault(
      'CODE_CONFLICT',
      named(`${prefix}_XDR_SHXYM`, (name) => ({
        en: `The organization code is not the one inside ${name.en}: they name two subjects.`,
        zh: `组织机构代码与${name.zh}中的不一致：两者指向不同主体。`,
      })),
      swapped ? registeredIn : organizationIn,
    );
}

function organizationOf(row: Row, prefix: Prefix): Subject {
  const column = `${prefix}_XDR_SHXYM`;
  const code = numberCell(row, column);
  if (code === null) {
    const old = OLD_CODES.find((name) => cell(row, `${prefix}_XDR_${name}`) !== null);
    if (old === undefined) tellEmpty(row, column);
    else
      row.fault(
        'USCC_MISSING',
        {
          en: `Only ${prefix}_XDR_${old} is filled: subjects are matched by the uniform social credit code (Article 19).`,
          zh: `只填了${prefix}_XDR_${old}：主体按统一社会信用代码匹配（第十九条）。`,
        },
        column,
      );
    return { type: 'USCC', value: '' };
  }
  compareOldCodes(row, prefix, code);
  return { type: 'USCC', value: code };
}

/** Type of the document by its number, its number without nought, or its name. */
function documentTypeOf(row: Row, prefix: Prefix): IdentifierType | undefined {
  const column = `${prefix}_XDR_ZJLX`;
  const written = plain(row, column) ?? '';
  const found = DOCUMENTS.find(([code, , name]) => codeOf(written) === code || name.test(written));
  if (found === undefined)
    row.fault(
      'DOCUMENT_TYPE',
      named(column, (name) => ({ en: `${name.en} is none of 01 to 05.`, zh: `${name.zh}不是01至05之一。` })),
      column,
    );
  return found?.[1];
}

function personOf(row: Row, prefix: Prefix, type: IdentifierType | undefined): Subject {
  const code = `${prefix}_XDR_SHXYM`;
  const own = numberCell(row, `${prefix}_XDR_ZJHM`) ?? numberCell(row, `${prefix}_XDR_SFZ`);
  const stray = said(row, code)?.toUpperCase() ?? null;
  // Without the type of the document nothing is known of what its number should be.
  if (type !== undefined && own !== null && stray !== null && own !== stray)
    row.fault(
      'SUBJECT_CONFLICT',
      named(code, (name) => ({
        en: `${name.en} of a natural person holds another number than the document: they name two subjects.`,
        zh: `自然人的${name.zh}与证件号码不同：两者指向不同主体。`,
      })),
      code,
    );
  else if (stray !== null && (own === null || own === stray))
    row.warn(
      'PERSON_CODE',
      named(code, (name) => ({
        en: `${name.en} of a natural person holds the number of the document.`,
        zh: `自然人的${name.zh}填的是证件号码。`,
      })),
      code,
    );
  const value = own ?? stray;
  if (value === null) tellEmpty(row, `${prefix}_XDR_ZJHM`);
  return { type: type ?? 'CITIZEN_ID', value: value ?? '' };
}

/** Kind of the subject by the form's name, or another name by which it is met. */
function kindOf(row: Row, column: string, written: string): Kind | undefined {
  const exact = SUBJECT_KINDS.find((kind) => kind === written);
  if (exact !== undefined) return exact;
  const met = KIND_SPELLINGS.find(([, spelling]) => spelling.test(written))?.[0];
  if (met !== undefined)
    row.warn(
      'SPELLING',
      named(column, (name) => ({ en: `${name.en} is read as ${met}.`, zh: `${name.zh}按“${met}”读取。` })),
      column,
    );
  else
    row.fault(
      'SUBJECT_KIND',
      named(column, (name) => ({
        en: `${name.en} is none of ${SUBJECT_KINDS.join(', ')}.`,
        zh: `${name.zh}不是${SUBJECT_KINDS.join('、')}之一。`,
      })),
      column,
    );
  return met;
}

/** The subject of a row. The form of 2016 has no column for its kind: the number that is filled tells. */
export function subjectOf(row: Row, prefix: Prefix): Subject {
  const column = `${prefix}_XDR_LB`;
  const written = plain(row, column);
  if (written === null) {
    if (row.cells[column] !== undefined) tellEmpty(row, column);
    else if (cell(row, `${prefix}_XDR_SFZ`) !== null && cell(row, `${prefix}_XDR_SHXYM`) === null)
      return personOf(row, prefix, 'CITIZEN_ID');
    return organizationOf(row, prefix);
  }
  return kindOf(row, column, written) === '自然人'
    ? personOf(row, prefix, documentTypeOf(row, prefix))
    : organizationOf(row, prefix);
}

/** The legal representative as the form has it. */
export const representative = (row: Row, prefix: Prefix) => ({
  legalRepresentativeName: cell(row, `${prefix}_FRDB`),
  legalRepresentativeIdType: representativeType(row, `${prefix}_FR_ZJLX`),
  legalRepresentativeIdNumber: numberCell(row, `${prefix}_FR_ZJHM`),
});

/** Type of the representative's document, in two digits. */
function representativeType(row: Row, column: string): string | null {
  const written = cell(row, column);
  if (written === null) return null;
  const found = DOCUMENTS.find(([code, , name]) => codeOf(written) === code || name.test(written));
  return found === undefined ? plain(row, column) : `0${found[0]}`;
}
