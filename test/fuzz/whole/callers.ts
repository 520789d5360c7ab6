/** Who asks: every role, with and without purpose, case and matter, and by which root fields it is answered. */
import type { IdentifierType, Role } from '../../../schema/law/facts.ts';
import type { Caller } from '../../../subgraphs/request/context.ts';
import { COMPANY, HIDDEN, type Identifier, LISTED, MEI, NOT_HELD, SOLE_TRADER } from '../../kit.ts';
import { STRANGER } from '../../stories/listing.ts';
import { RESTORED } from './endings.ts';

/** A caller without what is only known in a world. */
export interface Asker {
  readonly role: Role;
  readonly unit?: string;
  readonly subject?: Identifier;
  readonly purpose?: string;
  readonly matter?: string;
  readonly case?: string;
}

const unit = (role: Role, code: string): Asker => ({ role, unit: code });
const subject = (identifier: Identifier): Asker => ({ role: 'SUBJECT', subject: identifier });
const bank = (code: string, purpose?: string): Asker => ({ role: 'PARTY', unit: code, ...(purpose && { purpose }) });
const desk = (code: string, purpose: string, matter?: string, case_?: string): Asker => ({
  role: 'DEPARTMENT',
  unit: code,
  purpose,
  ...(matter && { matter }),
  ...(case_ && { case: case_ }),
});

export const CASE = '哈审批受〔2026〕1号';
const PERMIT = desk('HRB-PERMIT', 'PERMIT', undefined, CASE);
const FOOD = desk('HRB-PERMIT', 'PERMIT', 'FOOD-PERMIT', CASE);
const SPECIAL = desk('HRB-PERMIT', 'PERMIT', 'SPECIAL-OPERATION-PERMIT', CASE);
const TENDER = desk('HLJ-PROCUREMENT', 'PROCUREMENT', 'TENDER', CASE);
const LOAN = bank('BANK-A', 'LOAN_ORIGINATION');
const ANYONE: Asker = { role: 'PUBLIC' };
const ANALYST = unit('ANALYST', 'HLJ-CREDIT');
const OPERATOR = unit('OPERATOR', 'HLJ-CREDIT');
const AUTHORITY = unit('AUTHORITY', 'HLJ-BIZENV');

export const ASKERS: readonly Asker[] = [
  ANYONE,
  { ...ANYONE, purpose: 'LOAN_ORIGINATION' },
  LOAN,
  bank('BANK-A'),
  bank('BANK-A', 'POST_LOAN_MONITORING'),
  bank('BANK-A', 'NO_SUCH_PURPOSE'),
  bank('BANK-B', 'LOAN_ORIGINATION'),
  bank('AGENCY-A', 'CREDIT_SERVICE'),
  bank('NO-UNIT', 'LOAN_ORIGINATION'),
  PERMIT,
  FOOD,
  SPECIAL,
  desk('HRB-PERMIT', 'PERMIT', 'FOOD-PERMIT'),
  desk('HRB-PERMIT', 'PERMIT', 'NO-SUCH-MATTER', CASE),
  unit('DEPARTMENT', 'HRB-PERMIT'),
  TENDER,
  desk('HLJ-FINANCE', 'FUNDING', 'GRANT', CASE),
  desk('HRB-INSPECTION', 'OTHER_LAWFUL', 'SPOT-CHECK', CASE),
  unit('PROVIDER', 'HLJ-AMR'),
  unit('PROVIDER', 'HRB-AMR'),
  unit('PROVIDER', 'HLJ-HRSS'),
  unit('DEPARTMENT', 'HLJ-HRSS'),
  unit('PROVIDER', 'BANK-A'),
  unit('COLLECTOR', 'COLLECTOR-A'),
  OPERATOR,
  AUTHORITY,
  ANALYST,
  ...[MEI, COMPANY, HIDDEN, NOT_HELD, SOLE_TRADER, LISTED, STRANGER].map(subject),
];

/** Who is answered by a root field that is not for everybody. */
export const SUITED: Readonly<Record<string, readonly Asker[]>> = {
  me: [MEI, MEI, COMPANY, COMPANY, COMPANY, SOLE_TRADER, LISTED, RESTORED, STRANGER].map(subject),
  statistics: [ANALYST],
  operationFigures: [ANALYST, OPERATOR, AUTHORITY],
  pledgeChecks: [unit('PROVIDER', 'HRB-AMR'), unit('PROVIDER', 'HLJ-AMR')],
  objections: [OPERATOR, AUTHORITY, unit('PROVIDER', 'HLJ-AMR'), unit('COLLECTOR', 'COLLECTOR-A'), SPECIAL],
  objection: [OPERATOR, AUTHORITY, unit('PROVIDER', 'HLJ-AMR'), unit('PROVIDER', 'HLJ-AMR'), subject(COMPANY)],
  complaints: [OPERATOR, AUTHORITY, unit('COLLECTOR', 'COLLECTOR-A')],
  heldRecords: [OPERATOR],
  breachReport: [OPERATOR, AUTHORITY],
  restorations: [OPERATOR, AUTHORITY, unit('PROVIDER', 'HLJ-AMR')],
  restorationConditions: [LISTED, LISTED, COMPANY].map(subject),
  restorationExclusions: [ANYONE],
  archive: [OPERATOR],
  displayPeriodsEffect: [AUTHORITY, OPERATOR],
  matterCheck: [FOOD, PERMIT, SPECIAL, TENDER],
  matterChecks: [FOOD, PERMIT, SPECIAL, TENDER],
  agreements: [OPERATOR, LOAN],
  changes: [LOAN, SPECIAL, unit('PROVIDER', 'HLJ-AMR'), AUTHORITY],
  deadlines: [OPERATOR, AUTHORITY, unit('PROVIDER', 'HLJ-AMR'), unit('PROVIDER', 'HRB-AMR')],
  webhook: [LOAN],
  disclosure: [OPERATOR, AUTHORITY, subject(MEI)],
  disclosures: [OPERATOR, AUTHORITY, LOAN, PERMIT],
  disclosureCounts: [OPERATOR, AUTHORITY, LOAN, PERMIT],
  myAccess: [LOAN],
  authorizations: [OPERATOR, AUTHORITY, LOAN],
  webhooks: [OPERATOR, AUTHORITY],
  provinceRuns: [OPERATOR, AUTHORITY],
  verifyLedger: [OPERATOR, AUTHORITY],
  organNotices: [PERMIT, unit('PROVIDER', 'HLJ-HRSS'), AUTHORITY],
  mayApply: [FOOD, SPECIAL, TENDER],
  subject: [LOAN, SPECIAL, FOOD, ANYONE, subject(COMPANY)],
  subjects: [LOAN, SPECIAL, FOOD, ANYONE, subject(MEI)],
};

/** Who may send no mutation at all, so that every one of them is refused and changes nothing. */
export const POWERLESS: readonly Asker[] = [ANYONE, ANALYST];

export const callerOf = (asker: Asker, subjectId: (type: IdentifierType, value: string) => string): Caller => ({
  role: asker.role,
  unit: asker.unit ?? null,
  subject:
    asker.subject === undefined ? null : { ...asker.subject, id: subjectId(asker.subject.type, asker.subject.value) },
  purpose: asker.purpose ?? null,
  matter: asker.matter ?? null,
  caseReference: asker.case ?? null,
  channel: 'WEB',
  requestId: 'a0000000-0000-4000-8000-000000000000',
});
