import { describe, expect, it } from 'vitest';
import { decide } from '../../schema/law/decision.ts';
import type { Facts } from '../../schema/law/facts.ts';
import { RULES } from '../../schema/law/rules/rules.ts';

/** A party with everything in order, asking about a person who authorized it. */
const PARTY: Facts = {
  role: 'PARTY',
  relation: 'OTHER',
  personal: true,
  item: { published: true, openness: 'AGREEMENT', sharing: 'SHARED' },
  display: 'DISPLAYED',
  purposeStated: true,
  caseStated: false,
  agreement: { inForce: true, purposeAgreed: true, itemAgreed: true },
  duty: { registered: false, matterStated: false, itemCovered: false },
  authorized: true,
};
const DEPARTMENT: Facts = {
  ...PARTY,
  role: 'DEPARTMENT',
  caseStated: true,
  agreement: { inForce: false, purposeAgreed: false, itemAgreed: false },
  duty: { registered: true, matterStated: true, itemCovered: true },
  authorized: false,
};
const PUBLIC: Facts = {
  ...PARTY,
  role: 'PUBLIC',
  purposeStated: false,
  agreement: DEPARTMENT.agreement,
  authorized: false,
};
const open = { published: true, openness: 'UNCONDITIONAL', sharing: 'SHARED' } as const;
const closed = { published: true, openness: 'SELF_ONLY', sharing: 'SHARED' } as const;

const said = (facts: Facts): string => {
  const verdict = decide(RULES, facts);
  return verdict.effect === 'refuse' ? verdict.reason : verdict.effect;
};

/** Name of the test, the facts, and what the law makes of them. */
const CASES: readonly (readonly [string, Facts, string])[] = [
  ['A23.1 anyone sees an unconditionally open item, without identity', { ...PUBLIC, item: open }, 'allow'],
  ['A23.1 nobody sees one that is not published', { ...PUBLIC, item: { ...open, published: false } }, 'NOT_PUBLISHED'],
  ['A23.2 a party sees an agreement item within agreement and authorization', PARTY, 'allow'],
  ['A23.2 nobody anonymous sees an agreement item', PUBLIC, 'IDENTITY_REQUIRED'],
  ['A23.2 no agreement in force', { ...PARTY, agreement: DEPARTMENT.agreement }, 'NO_AGREEMENT'],
  [
    'A23.2 another purpose',
    { ...PARTY, agreement: { inForce: true, purposeAgreed: false, itemAgreed: false } },
    'PURPOSE_NOT_AGREED',
  ],
  [
    'A23.2 another item',
    { ...PARTY, agreement: { inForce: true, purposeAgreed: true, itemAgreed: false } },
    'ITEM_NOT_AGREED',
  ],
  ['A23.2 no purpose', { ...PARTY, purposeStated: false }, 'PURPOSE_REQUIRED'],
  [
    'A23.2 a party without an agreement still sees what is open to anyone',
    { ...PARTY, item: open, agreement: DEPARTMENT.agreement },
    'allow',
  ],
  ['A24.3 a person who did not authorize the party', { ...PARTY, authorized: false }, 'AUTHORIZATION_REQUIRED'],
  ['A24.3 an organization needs no authorization', { ...PARTY, personal: false, authorized: false }, 'allow'],
  [
    'A23.3 an item that is not open is for the subject',
    { ...PUBLIC, role: 'SUBJECT', relation: 'SELF', item: closed },
    'allow',
  ],
  ['A23.3 and for no other subject', { ...PUBLIC, role: 'SUBJECT', item: closed }, 'SELF_ONLY'],
  ['A23.3 and for no party, agreement or not', { ...PARTY, item: closed }, 'SELF_ONLY'],
  ['A22.1 a department sees what its duty covers', DEPARTMENT, 'allow'],
  ['A22.1 also what is not open, where the catalog shares it', { ...DEPARTMENT, item: closed }, 'allow'],
  [
    'A22.1 not what the catalog does not share',
    { ...DEPARTMENT, item: { ...closed, sharing: 'NOT_SHARED' } },
    'SELF_ONLY',
  ],
  [
    'A22.1 for which no purpose, case or duty is asked: none would help',
    {
      ...DEPARTMENT,
      item: { ...closed, sharing: 'NOT_SHARED' },
      purposeStated: false,
      caseStated: false,
      duty: PARTY.duty,
    },
    'SELF_ONLY',
  ],
  ['A22.1 not without a case', { ...DEPARTMENT, caseStated: false }, 'CASE_REQUIRED'],
  [
    'A22.1 case 90: not without the matter, where duties in several matters are under the purpose',
    { ...DEPARTMENT, duty: { registered: true, matterStated: false, itemCovered: false } },
    'MATTER_REQUIRED',
  ],
  [
    'A22.1 and not what is open to anyone either',
    { ...DEPARTMENT, item: open, duty: { registered: true, matterStated: false, itemCovered: false } },
    'MATTER_REQUIRED',
  ],
  [
    'A22.1 the case is asked for before the matter',
    { ...DEPARTMENT, caseStated: false, duty: { registered: true, matterStated: false, itemCovered: false } },
    'CASE_REQUIRED',
  ],
  ['A22.1 not without a purpose', { ...DEPARTMENT, purposeStated: false }, 'PURPOSE_REQUIRED'],
  [
    'A22.1 not without a duty, even what is open to anyone',
    { ...DEPARTMENT, item: open, duty: PARTY.duty },
    'DUTY_REQUIRED',
  ],
  [
    'A22.1 not an item that the duty does not cover',
    { ...DEPARTMENT, duty: { registered: true, matterStated: true, itemCovered: false } },
    'DUTY_REQUIRED',
  ],
  ['A37.2 what is in the archive is hidden from anyone', { ...PUBLIC, item: open, display: 'ARCHIVED' }, 'hide'],
  [
    'A37.2 and from the subject',
    { ...PUBLIC, role: 'SUBJECT', relation: 'SELF', item: open, display: 'ARCHIVED' },
    'hide',
  ],
  ['what the subject asked to hide is hidden from others', { ...PARTY, item: open, display: 'HIDDEN' }, 'hide'],
  ['and not from itself', { ...PUBLIC, role: 'SUBJECT', relation: 'SELF', item: open, display: 'HIDDEN' }, 'allow'],
  [
    'A24.2 a subject sees its own item though no edition is in force',
    { ...PUBLIC, role: 'SUBJECT', relation: 'SELF', item: { ...open, published: false } },
    'allow',
  ],
  ['an analyst sees no rows', { ...PUBLIC, role: 'ANALYST', item: open }, 'ROLE'],
  ['an operator has no more than anyone', { ...PUBLIC, role: 'OPERATOR', item: open }, 'allow'],
  ['and nothing by agreement', { ...PUBLIC, role: 'OPERATOR' }, 'ROLE'],
];

describe('the rules of disclosure', () => {
  it.each(CASES)('%s', (_name, facts, expected) => {
    expect(said(facts)).toBe(expected);
  });

  it('every rule decides at least one case, and every verdict names an article', () => {
    const deciding = new Set(CASES.map(([, facts]) => decide(RULES, facts).rule));
    expect(RULES.map((rule) => rule.name).filter((name) => !deciding.has(name))).toEqual([]);
    for (const [, facts] of CASES) expect(decide(RULES, facts).article).toMatch(/^\d+/);
  });
});
