/**
 * Formats of data elements that are not free text. These elements are not scanned for personal information, so that anything else in them must be
 * refused.
 */

import { isDate } from '../clocks/calendar.ts';
import type { RecordType } from '../facts.ts';
import { PLEDGE_PERFORMANCES } from '../matter/pledges.ts';
import { checkIdentifier } from './identifiers.ts';

interface Form {
  /** Ends the sentence `content.x is not …`. */
  readonly called: { readonly en: string; readonly zh: string };
  fits(text: string): boolean;
}

const DATE: Form = { called: { en: 'a date of the form YYYY-MM-DD', zh: 'YYYY-MM-DD形式的日期' }, fits: isDate };
const YUAN: Form = {
  called: { en: 'an amount in yuan with at most two decimals', zh: '以元为单位、至多两位小数的金额' },
  fits: (text) => /^\d{1,15}(?:\.\d{1,2})?$/.test(text),
};
const AUTHORITY: Form = {
  called: { en: 'a uniform social credit code (GB 32100)', zh: '统一社会信用代码（GB 32100）' },
  fits: (text) => checkIdentifier('USCC', text, { unassignedRegions: 'allow' }).ok,
};
const PERFORMANCES: readonly string[] = PLEDGE_PERFORMANCES;

const FORMS: Readonly<Record<string, Form>> = {
  registeredOn: DATE,
  validFrom: DATE,
  validUntil: DATE,
  pledgedOn: DATE,
  displayUntil: DATE,
  fineYuan: YUAN,
  confiscatedYuan: YUAN,
  amountYuan: YUAN,
  authorityCode: AUTHORITY,
  regionCode: {
    called: { en: 'a region code of six digits (GB/T 2260)', zh: '6位行政区划代码（GB/T 2260）' },
    fits: (text) => /^\d{6}$/.test(text),
  },
  legalRepresentativeIdType: {
    called: { en: 'a code of two digits', zh: '两位数字的代码' },
    fits: (text) => /^\d{2}$/.test(text),
  },
};

const PLEDGE: Form = {
  called: { en: `one of ${PERFORMANCES.join(', ')}`, zh: `${PERFORMANCES.join('、')}之一` },
  fits: (text) => PERFORMANCES.includes(text),
};

/** The format of an element; undefined for free text. `performance` is a code for pledges and free text for obligations. */
export const formOf = (type: RecordType, element: string): Form | undefined =>
  element === 'performance' && type === 'PledgeRecord' ? PLEDGE : FORMS[element];

/** Elements that are lists of texts. All others are one text. */
export const LISTS: ReadonlySet<string> = new Set(['permitKinds', 'penaltyKinds']);
