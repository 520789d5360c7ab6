/** Who asks in two worlds, and whether what is held under an item is open to it: worked out from the sample's agreements and duties, not by the law's code. */
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  PERMIT_OFFICE,
  subject,
} from '../../kit.ts';
import { SAMPLE_AGREEMENTS, SAMPLE_DUTIES, type SampleItem } from '../../sample-province.ts';

export interface Caller {
  readonly name: string;
  readonly holder: Holder | null;
  readonly headers: Headers;
}

const caller = (name: string, holder: Holder | null, headers: Headers = {}): Caller => ({ name, holder, headers });
const department = (unit: string, purpose: string, matter: string): Caller =>
  caller(`${unit} ${matter}`, { role: 'department', unit }, { purpose, matter, case: '哈审批受〔2026〕82号' });
const provider = (unit: string): Caller => caller(`provider ${unit}`, { role: 'provider', unit });

export const CALLERS: readonly Caller[] = [
  caller('public', null),
  caller('another subject', subject(MEI)),
  caller('another company', subject(COMPANY)),
  caller('BANK-A', BANK_A, { purpose: 'LOAN_ORIGINATION' }),
  caller('BANK-A monitoring', BANK_A, { purpose: 'POST_LOAN_MONITORING' }),
  caller('BANK-B', BANK_B, { purpose: 'LOAN_ORIGINATION' }),
  caller('AGENCY-A', { role: 'party', unit: 'AGENCY-A' }, { purpose: 'CREDIT_SERVICE' }),
  department(PERMIT_OFFICE.unit, 'PERMIT', 'FOOD-PERMIT'),
  department(PERMIT_OFFICE.unit, 'PERMIT', 'SPECIAL-OPERATION-PERMIT'),
  department('HLJ-PROCUREMENT', 'PROCUREMENT', 'TENDER'),
  department('HLJ-FINANCE', 'FUNDING', 'GRANT'),
  department('HLJ-FINANCE', 'AWARD', 'AWARD'),
  department('HRB-INSPECTION', 'OTHER_LAWFUL', 'SPOT-CHECK'),
  provider(MARKET_REGULATION.unit),
  ...['HLJ-TAX', 'HLJ-HRSS', 'HLJ-COURT', 'HRB-AMR'].map(provider),
  caller('COLLECTOR-A', { role: 'collector', unit: 'COLLECTOR-A' }),
  caller('COLLECTOR-B', { role: 'collector', unit: 'COLLECTOR-B' }),
  caller('operator', OPERATOR),
  caller('authority', AUTHORITY),
  caller('analyst', ANALYST),
];

export const callerOf = (name: string): Caller => {
  const found = CALLERS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no caller ${name}.`);
  return found;
};

export const roleOf = ({ holder }: Caller): string => holder?.role ?? 'public';

export const isOf = ({ holder }: Caller, ...units: readonly string[]): boolean => units.includes(holder?.unit ?? '');

/** The operator and the authority are told of every statutory period (Articles 6 and 17), by `deadlines`. */
export const oversees = ({ holder }: Caller): boolean => holder?.role === 'operator' || holder?.role === 'authority';

type Opened = Pick<SampleItem, 'code' | 'openness' | 'sharing'>;

/**
 * Whether a displayed record of the item about somebody else may be read. Article 23 (1): by anyone; (2): under an agreement in force, with her
 * authorization where she is a person (Article 24); Article 22: for a duty, if the catalog shares it.
 */
export function mayRead({ holder, headers }: Caller, item: Opened, of: { personal: boolean; authorized?: boolean }) {
  if (holder?.role === 'analyst') return false;
  if (item.openness === 'UNCONDITIONAL') return true;
  if (holder?.role === 'party')
    return (
      item.openness === 'AGREEMENT' &&
      (!of.personal || of.authorized === true) &&
      SAMPLE_AGREEMENTS.some(
        ({ party, items, purposes, ended }) =>
          party === holder.unit &&
          ended === null &&
          items.includes(item.code) &&
          purposes.includes(headers.purpose ?? ''),
      )
    );
  return (
    holder?.role === 'department' &&
    item.sharing !== 'NOT_SHARED' &&
    SAMPLE_DUTIES.some(
      ({ department: unit, matter, items }) =>
        unit === holder.unit && matter === headers.matter && items.includes(item.code),
    )
  );
}
