/** The document by which a delivery names a legal representative, by the code of its type (双公示 of 2018: 法定代表人证件类型). */
import type { IdentifierType } from '../facts.ts';

const TYPES: Readonly<Record<string, IdentifierType>> = { '01': 'CITIZEN_ID' };

/** Null where no type is said: then nobody is known by the number. */
export const representativeType = (code: string | null): IdentifierType | null =>
  code === null ? null : (TYPES[code] ?? 'OTHER_DOCUMENT');
