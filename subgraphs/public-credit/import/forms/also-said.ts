/**
 * What a row says beside what is stored of it: cells of columns that the layout does not have, and of those that name a person and are read for nothing
 * else. It is no content; a text of the same row may repeat it, and must not show it (Article 23, last paragraph).
 */
import type { Row } from '../columns/cells.ts';
import { OLD_CODES, type Prefix } from './subject-of-row.ts';

/** What is written where nothing is said. */
const NOTHING = /^(?:无|未知|N\/?A|NULL|NONE|[\p{P}\p{S}\s]*)$/iu;

const saying = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.normalize('NFC').trim()).filter((text) => !NOTHING.test(text))),
];

/** Remarks, and the number of a document also where the subject is no person. */
const READ_FOR_NOTHING_ELSE = (prefix: Prefix): readonly string[] => [`${prefix}_XDR_ZJHM`, `${prefix}_XDR_SFZ`, 'BZ'];

/** `prefix`: of the columns, where the row is a decision. */
export function alsoSaid({ cells, unknown }: Row, prefix?: Prefix): readonly string[] {
  if (prefix === undefined) return saying(unknown);
  // Old codes of a company are its own; the tax number of a sole trader is that of its citizen.
  const isCompany = cells[`${prefix}_XDR_LB`]?.trim() === '法人及非法人组织';
  const old = isCompany ? [] : OLD_CODES.map((name) => `${prefix}_XDR_${name}`);
  return saying([...[...READ_FOR_NOTHING_ELSE(prefix), ...old].map((column) => cells[column] ?? ''), ...unknown]);
}

/** Of members of a line of JSON that no record has. */
export function alsoSaidIn(members: Readonly<Record<string, unknown>>): readonly string[] {
  const parts = Object.values(members).flatMap((value) =>
    typeof value === 'object' && value !== null ? Object.values(value) : [value],
  );
  return saying(parts.flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [String(part)] : [])));
}
