/** Checks the texts of a record: its content by the elements of the item's edition, the name of its subject, and short fields. */
import { repeated } from '../../../schema/errors.ts';
import { formOf, LISTS } from '../../../schema/law/records/element-forms.ts';
import type { Item } from '../../request/directory.ts';
import { Faults, refused } from './refused.ts';

const TEXT_MAX = 20_000;
const FIELD_MAX = 1_000;

/** Article 20 §3: never accepted about a natural person or a sole trader, with or without consent. */
const PROHIBITED = /宗教信仰|血型|病史|患有疾病|指纹|基因信息|遗传信息/u;
const PROHIBITED_ELEMENTS = new Set(['religion', 'bloodType', 'illness', 'medicalHistory', 'fingerprint', 'genetics']);

/** Text that PostgreSQL cannot store: NUL, or lone surrogates. */
const unreadable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

export type Content = Record<string, string | readonly string[]>;

/** The name of a subject as it is stored. Throws Refused. */
export function nameOf(sent: string): string {
  const name = sent.normalize('NFC').trim();
  if (name === '' || name.length > 300 || unreadable(name))
    throw refused(
      'NAME',
      'subjectName is empty, too long or no text.',
      '主体名称为空、过长或不是文本。',
      'subjectName',
    );
  return name;
}

/** A short text as it is stored; null where nothing is said. Throws Refused. */
export function fieldOf(field: string, sent: string | null | undefined): string | null {
  const text = sent ?? '';
  if (text.length > FIELD_MAX || unreadable(text))
    throw refused(
      'UNREADABLE',
      `${field} is longer than ${FIELD_MAX} characters or no text.`,
      `${field}超过${FIELD_MAX}个字符或不是文本。`,
      field,
    );
  return text.trim() || null;
}

/** What is wrong with one part of an element; undefined where nothing is. */
function checkPart(item: Item, name: string, part: unknown, personal: boolean): void {
  const field = `content.${name}`;
  if (typeof part !== 'string') throw refused('CONTENT', `${field} is not text.`, `${field}不是文本。`, field);
  if (part.length > TEXT_MAX)
    throw refused(
      'CONTENT',
      `${field} is longer than ${TEXT_MAX} characters.`,
      `${field}超过${TEXT_MAX}个字符。`,
      field,
    );
  if (unreadable(part))
    throw refused('CONTENT', `${field} holds characters that are no text.`, `${field}含有不是文本的字符。`, field);
  const form = formOf(item.recordType, name);
  if (form !== undefined && !form.fits(part))
    throw refused('CONTENT', `${field} is not ${form.called.en}.`, `${field}不是${form.called.zh}。`, field);
  if (personal && PROHIBITED.test(part))
    throw refused(
      'PROHIBITED',
      `${field} speaks of information that must not be collected (Article 20 §3).`,
      `${field}涉及不得采集的信息（第二十条第三款）。`,
      field,
    );
}

/** An element as it is stored; undefined where nothing is said. Throws Refused. */
function elementOf(item: Item, known: ReadonlySet<string>, name: string, value: unknown, personal: boolean) {
  const field = `content.${name}`;
  if (PROHIBITED_ELEMENTS.has(name))
    throw refused(
      'PROHIBITED',
      `${field} must not be collected (Article 20 §3).`,
      `${field}不得采集（第二十条第三款）。`,
      field,
    );
  if (!known.has(name))
    throw refused(
      'ELEMENT_UNKNOWN',
      `content.${repeated(name)} is no data element of ${item.code} ${item.edition}.`,
      `content.${repeated(name)}不是${item.code} ${item.edition}的数据项。`,
      field,
    );
  if (value === null || value === '') return undefined;
  if (Array.isArray(value) !== LISTS.has(name))
    throw LISTS.has(name)
      ? refused('CONTENT', `${field} is not a list of texts.`, `${field}不是文本的列表。`, field)
      : refused('CONTENT', `${field} is not one text.`, `${field}不是单个文本。`, field);
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const part of parts) checkPart(item, name, part, personal);
  return value as string | readonly string[];
}

/** Content by the elements of the item's edition. Throws Refused with everything that is wrong in it. */
export function contentOf(item: Item, sent: unknown, personal: boolean): Content {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw refused('CONTENT', 'content is not an object of data elements.', 'content不是数据项的对象。', 'content');
  const known = new Set(item.elements.map((element) => element.name));
  const content: Content = {};
  const faults = new Faults();
  for (const [name, value] of Object.entries(sent)) {
    const element = faults.attempt(() => elementOf(item, known, name, value, personal), undefined);
    if (element !== undefined) content[name] = element;
  }
  faults.settle();
  return content;
}
