/**
 * Normalizes and checks the identification numbers by which subjects are matched (Article 19): the uniform social credit code (USCC) by
 * GB 32100, the citizen number by GB 11643. What a text is decides whom it names, and not the column or type that it is sent under: a right
 * citizen number is a person's wherever it stands. A message never repeats the number, because messages are logged and shown.
 */

import { isDate } from '../clocks/calendar.ts';
import type { IdentifierType, SubjectKind } from '../facts.ts';
import {
  A_CARD,
  A_CODE,
  A_PERSON,
  CITIZEN_CHARACTERS,
  CITIZEN_CHECK,
  CITIZEN_DATE,
  CITIZEN_REGION,
  CODE_CHARACTERS,
  CODE_CHECK,
  CODE_REGION,
  CODE_REGISTRATION,
  citizenLength,
  codeLength,
  DOCUMENT_CHARACTERS,
  DOCUMENT_LENGTH,
  EMPTY,
  type IdentifierRefusal,
  LETTERS,
  LOOKALIKE,
  OLD_AS_CITIZEN,
  OLD_AS_DOCUMENT,
  UNSEEN,
} from './identifier-faults.ts';

export type { IdentifierFault } from './identifier-faults.ts';

export type CheckedIdentifier =
  | {
      readonly ok: true;
      readonly type: IdentifierType;
      /** Normalized: half-width, upper case, no space around. */
      readonly value: string;
      /** Whether the subject is a natural person or sole trader, whose name and address are personal information. */
      readonly personal: boolean;
      readonly soleTrader: boolean;
      readonly subjectKind: SubjectKind;
      /** Only of a citizen number. */
      readonly birthDate?: string;
      readonly warnings: readonly string[];
    }
  | IdentifierRefusal;

export interface IdentifierSettings {
  /** Whether the region of the sample, which is assigned to no place, is accepted. In a credit code any other such region is too. */
  readonly unassignedRegions: 'allow' | 'refuse';
  /** A birth date after this is refused. */
  readonly today?: string;
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/**
 * Registering departments with their categories of organizations: the first two characters of a code (GB 32100-2015 with amendment 1 of 2016, its
 * table of registering departments and categories). 54 is of the committees of residents and villagers, which civil affairs registers.
 */
const REGISTRATIONS: ReadonlySet<string> = new Set(
  '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1'.split(
    ' ',
  ),
);
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHECKS = '10X98765432';

/** First two digits of the provinces of GB/T 2260; 81, 82, 83 are of residence permits of Hong Kong, Macao and Taiwan (GA/T 2012). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Region code of synthetic subjects. It is assigned to no place. */
export const SYNTHETIC_REGION = '239999';

const weigh = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0);

/** Check character of the first 17 of a uniform social credit code, GB 32100: (31 − Σ mod 31) mod 31. */
export const usccCheckCharacter = (first17: string): string =>
  USCC_ALPHABET.charAt((31 - (weigh(first17, USCC_WEIGHTS, USCC_ALPHABET) % 31)) % 31);

/** Check digit of the first 17 of a citizen number, GB 11643. */
export const citizenCheckDigit = (first17: string): string =>
  CITIZEN_CHECKS.charAt(weigh(first17, CITIZEN_WEIGHTS, '0123456789') % 11);

/** Check character of an organization code (inside a USCC), GB 11714. */
export const organizationCheck = (first8: string): string => {
  const rest = 11 - (weigh(first8, ORGANIZATION_WEIGHTS, ORGANIZATION_ALPHABET) % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
};

const FULL_WIDTH = /[\uff01-\uff5e\u3000]/u;

/** Full-width digits, letters, signs and spaces as half-width ones. */
export const halfWidth = (text: string): string =>
  FULL_WIDTH.test(text)
    ? text
        .replace(/[\uff01-\uff5e]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0))
        .replaceAll('\u3000', ' ')
    : text;

/** Half-width and upper case. Look-alike and invisible characters are not replaced here: other checks refuse them. */
const normalize = (raw: string): string => halfWidth(raw).trim().toUpperCase();

function unreadable(raw: string): CheckedIdentifier | undefined {
  if (raw.trim() === '') return EMPTY;
  if (/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f/u.test(raw)) return UNSEEN;
  return undefined;
}

const foreign = (value: string): CheckedIdentifier | undefined =>
  /[^\u0020-\u007e]/u.test(value) ? LOOKALIKE : undefined;

const KINDS: Readonly<Record<string, SubjectKind>> = {
  '91': 'LEGAL_PERSON',
  '92': 'UNINCORPORATED_ORGANIZATION',
  '93': 'LEGAL_PERSON',
};

/** A sole trader (个体工商户) is registered with the market authority under category 2. */
const SOLE_TRADER = '92';

const dateAt = (value: string): string => `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;

/**
 * 17 digits with the check of ISO 7064 MOD 11-2 and a date of birth. Which day it is does not matter: a text does not turn into a person with time.
 * The bounds keep codes of real companies apart, of which some hold a date of the year 8179.
 */
const hasBirthAndCheck = (value: string): boolean =>
  /^[1-9]\d{16}[\dX]$/.test(value) &&
  citizenCheckDigit(value.slice(0, 17)) === value.charAt(17) &&
  isDate(dateAt(value)) &&
  dateAt(value) >= '1800-01-01' &&
  dateAt(value) <= '2099-12-31';

/** Whether a text is a right citizen number: check digit, date and province. The sample's region lies in a province. */
const isCitizenNumber = (value: string): boolean => hasBirthAndCheck(value) && PROVINCES.has(value.slice(0, 2));

/** The foreign permanent residence card of 2023 (GA 2102-2023): 9, province, nationality, birth, sequence, and the check of a citizen number. */
const isResidenceCard = (value: string): boolean =>
  value.startsWith('9') && hasBirthAndCheck(value) && PROVINCES.has(value.slice(1, 3));

function checkUscc(value: string, settings: IdentifierSettings): CheckedIdentifier {
  // One citizen number in 31 has the check character of a code, and so has one card in 31.
  if (isCitizenNumber(value)) return A_PERSON;
  if (isResidenceCard(value)) return A_CARD;
  if (value.length !== 18) return codeLength(value.length);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return CODE_CHARACTERS;
  if (usccCheckCharacter(value.slice(0, 17)) !== value.charAt(17)) return CODE_CHECK;
  if (!REGISTRATIONS.has(value.slice(0, 2))) return CODE_REGISTRATION;
  const region = value.slice(2, 8);
  // 100000 is the state's own register.
  if (
    settings.unassignedRegions === 'refuse' &&
    (region === SYNTHETIC_REGION || !(PROVINCES.has(region.slice(0, 2)) || region === '100000'))
  )
    return CODE_REGION;
  const soleTrader = value.startsWith(SOLE_TRADER);
  const code = value.slice(8, 17);
  return {
    ok: true,
    type: 'USCC',
    value,
    personal: soleTrader,
    soleTrader,
    subjectKind: KINDS[value.slice(0, 2)] ?? 'LEGAL_PERSON',
    // The codes of a few real companies fail this check, so that it is a warning and no refusal.
    warnings:
      organizationCheck(code.slice(0, 8)) === code.charAt(8)
        ? []
        : ['The inner organization code fails its own check.'],
  };
}

const OLD_NUMBER = /^\d{15}$/;

function checkCitizen(value: string, settings: IdentifierSettings): CheckedIdentifier {
  if (OLD_NUMBER.test(value)) return OLD_AS_CITIZEN;
  if (value.length !== 18) return citizenLength(value.length);
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return CITIZEN_CHARACTERS;
  if (citizenCheckDigit(value.slice(0, 17)) !== value.charAt(17)) return CITIZEN_CHECK;
  const birthDate = dateAt(value);
  if (!hasBirthAndCheck(value) || (settings.today !== undefined && birthDate > settings.today)) return CITIZEN_DATE;
  if (isResidenceCard(value)) return A_CARD;
  const region = value.slice(0, 6);
  // A region of no province is refused in development too: the number would be a person here and another document there.
  if (!isCitizenNumber(value) || (settings.unassignedRegions === 'refuse' && region === SYNTHETIC_REGION))
    return CITIZEN_REGION;
  return {
    ok: true,
    type: 'CITIZEN_ID',
    value,
    personal: true,
    soleTrader: false,
    subjectKind: 'NATURAL_PERSON',
    birthDate,
    warnings: [],
  };
}

/** Hyphens set the parts of a number apart and are no part of it: with and without them it is the same document, and one subject (Article 19). */
function checkDocument(value: string): CheckedIdentifier {
  const plain = value.replaceAll('-', '');
  if (plain.length < 4 || plain.length > 32) return DOCUMENT_LENGTH;
  if (!/^[A-Z0-9]+$/.test(plain)) return DOCUMENT_CHARACTERS;
  // A citizen number or credit code sent as another document would split one subject into two.
  if (OLD_NUMBER.test(plain)) return OLD_AS_DOCUMENT;
  if (isCitizenNumber(plain)) return A_PERSON;
  if (isCitizenNumber(plain.replaceAll('O', '0').replace(/[IL]/g, '1'))) return LETTERS;
  if (checkUscc(plain, { unassignedRegions: 'allow' }).ok) return A_CODE;
  return {
    ok: true,
    type: 'OTHER_DOCUMENT',
    value: plain,
    personal: true,
    soleTrader: false,
    subjectKind: 'NATURAL_PERSON',
    warnings: [],
  };
}

export function checkIdentifier(type: IdentifierType, raw: string, settings: IdentifierSettings): CheckedIdentifier {
  const before = unreadable(raw);
  if (before !== undefined) return before;
  const value = normalize(raw);
  const after = foreign(value);
  if (after !== undefined) return after;
  if (type === 'USCC') return checkUscc(value, settings);
  return type === 'CITIZEN_ID' ? checkCitizen(value, settings) : checkDocument(value);
}
