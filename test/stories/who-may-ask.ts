/** Who may ask what: each root field, each role, each condition that can lack. Written from the Regulations and what is promised, not from what the code answers. */
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
  TODAY,
} from '../kit.ts';
import { table } from './display/tables.ts';

export const ROLES = [
  'PUBLIC',
  'SUBJECT',
  'PARTY',
  'DEPARTMENT',
  'PROVIDER',
  'COLLECTOR',
  'OPERATOR',
  'ANALYST',
  'AUTHORITY',
] as const;
export type Role = (typeof ROLES)[number];

export interface Asker {
  readonly role: Role;
  readonly holder: Holder | null;
  readonly headers: Headers;
}

const CASE = '哈审字〔2026〕91号';
/** One of the two matters in which the permit office has duties under the purpose PERMIT. */
export const MATTER = 'FOOD-PERMIT';

/** What every root field and mutation is asked with. */
export const GIVEN = {
  SubjectIdentifierInput: COMPANY,
  String: 'x',
  ID: '00000000-0000-4000-8000-000000000000',
  ...{ Int: 1, Boolean: false },
  Date: TODAY,
  JSON: {},
  ...{ token: 'a.b.c', groupBy: ['ITEM'], from: 0 },
  ...{ 'operationFigures.from': '2026-11', 'operationFigures.until': '2026-11' },
  ...{ 'breachReport.from': '2026-11', 'breachReport.until': '2026-11' },
  matter: MATTER,
  measure: 'BAN-PROCUREMENT',
  ...{ item: 'PENALTY-GENERAL', 'deliverAssessments.item': 'ASSESSMENT-PUBLIC' },
  ...{ party: 'AGENCY-A', department: 'HLJ-FINANCE', 'displayPeriodsEffect.input': table() },
};

const OFFICE = { role: 'DEPARTMENT', holder: PERMIT_OFFICE } as const;

/** A caller of each role with all that it needs, and parties and departments that lack one condition. */
export const ASKERS = {
  public: { role: 'PUBLIC', holder: null, headers: {} },
  subject: { role: 'SUBJECT', holder: subject(MEI), headers: {} },
  party: { role: 'PARTY', holder: BANK_A, headers: { purpose: 'LOAN_ORIGINATION' } },
  'party that monitors': { role: 'PARTY', holder: BANK_A, headers: { purpose: 'POST_LOAN_MONITORING' } },
  'party without purpose': { role: 'PARTY', holder: BANK_A, headers: {} },
  'party of another purpose': { role: 'PARTY', holder: BANK_A, headers: { purpose: 'CREDIT_SERVICE' } },
  'party without agreement': { role: 'PARTY', holder: BANK_B, headers: { purpose: 'LOAN_ORIGINATION' } },
  department: { ...OFFICE, headers: { purpose: 'PERMIT', matter: MATTER, case: CASE } },
  'department without purpose': { ...OFFICE, headers: { matter: MATTER, case: CASE } },
  'department without case': { ...OFFICE, headers: { purpose: 'PERMIT', matter: MATTER } },
  'department without matter': { ...OFFICE, headers: { purpose: 'PERMIT', case: CASE } },
  'department without duty': { ...OFFICE, headers: { purpose: 'FUNDING', matter: MATTER, case: CASE } },
  provider: { role: 'PROVIDER', holder: MARKET_REGULATION, headers: {} },
  collector: { role: 'COLLECTOR', holder: { role: 'collector', unit: 'COLLECTOR-A' }, headers: {} },
  operator: { role: 'OPERATOR', holder: OPERATOR, headers: {} },
  analyst: { role: 'ANALYST', holder: ANALYST, headers: {} },
  authority: { role: 'AUTHORITY', holder: AUTHORITY, headers: {} },
} as const satisfies Record<string, Asker>;
export type AskerName = keyof typeof ASKERS;

/** Article 22: a department asks for its duty, in a case. */
const DUTY = {
  'department without purpose': 'PURPOSE_REQUIRED 22',
  'department without case': 'CASE_REQUIRED 22',
  'department without duty': 'DUTY_REQUIRED 22',
};

/** What a role needs beside itself. Who is not named here lacks nothing. */
export const CONDITIONS: Readonly<Record<string, Partial<Record<AskerName, string>>>> = {
  // Article 24: a party asks for the agreed purpose. Article 22: a department with several duties under one purpose says for which.
  asks: { 'party without purpose': 'PURPOSE_REQUIRED 24', ...DUTY, 'department without matter': 'MATTER_REQUIRED 22' },
  // The question itself names the matter.
  desk: DUTY,
  // Article 6: lenders watch their own borrowers, to monitor them, under an agreement (Article 23 (2)).
  watches: {
    party: 'PURPOSE_NOT_AGREED 6',
    'party without purpose': 'PURPOSE_REQUIRED 24',
    'party of another purpose': 'PURPOSE_NOT_AGREED 6',
    'party without agreement': 'NO_AGREEMENT 23(2)',
  },
};

/**
 * `+`: nothing but the role is needed. `id`: IDENTITY_REQUIRED, `no`: ROLE, each with the article of the line. `unit`: the catalog names another unit
 * as provider (Article 21). A name of CONDITIONS: what is said there. The article is that of the right or duty to which the field belongs.
 */
export const TABLE = `
field                    article  PUBLIC SUBJECT PARTY   DEPARTMENT PROVIDER COLLECTOR OPERATOR ANALYST AUTHORITY
subject                  22       +      +       asks    asks       +        +         +        no      +
subjects                 22       +      +       asks    asks       +        +         +        no      +
me                       24       id     +       no      no         no       no        no       no      no
statistics               22       id     no      no      no         no       no        no       +       no
operationFigures         17       id     no      no      no         no       no        +        +       +
assessmentMethods        7        +      +       +       +          +        +         +        +       +
pledgeChecks             46       id     no      no      +          +        no        no       no      no
objection                39       id     +       no      +          +        +         +        no      +
objections               39       id     no      no      +          +        +         +        no      +
complaints               41       id     no      no      no         no       +         +        no      +
restorationConditions    40       id     +       no      no         no       no        no       no      no
restorations             40       id     no      no      +          +        no        +        no      +
restorationExclusions    40       +      +       +       +          +        +         +        +       +
heldRecords              39       id     no      no      no         no       no        +        no      no
archive                  37       id     no      no      no         no       no        +        no      no
displayPeriods           37       +      +       +       +          +        +         +        +       +
displayPeriodsEffect     37       id     no      no      no         no       no        +        no      +
verifyReport             36       +      +       +       +          +        +         +        +       +
matterCheck              44       id     no      no      desk       no       no        no       no      no
matterChecks             44       id     no      no      desk       no       no        no       no      no
catalogItems             18       +      +       +       +          +        +         +        +       +
access                   23       +      +       +       +          +        +         +        +       +
agreements               23       id     no      +       no         no       no        +        no      +
units                    21       +      +       +       +          +        +         +        +       +
duties                   22       id     no      no      +          no       no        +        no      +
purposes                 24       +      +       +       +          +        +         +        +       +
changes                  39       id     no      +       +          +        +         no       no      +
deadlines                38       id     no      +       +          +        +         +        no      +
breachReport             51       id     no      no      no         no       no        +        no      +
webhook                  39       id     no      +       +          +        +         no       no      +
disclosure               35       id     +       no      no         no       no        +        no      +
disclosures              17       id     no      +       +          +        +         +        no      +
disclosureCounts         17       id     no      +       +          +        +         +        no      +
myAccess                 23       id     no      +       no         no       no        no       no      no
authorizations           24       id     no      +       no         no       no        +        no      +
webhooks                 17       id     no      no      no         no       no        +        no      +
provinceRuns             7        id     no      no      no         no       no        +        no      +
ledgerCheckpoint         17       +      +       +       +          +        +         +        +       +
ledgerGaps               17       +      +       +       +          +        +         +        +       +
ledgerConsistency        17       +      +       +       +          +        +         +        +       +
verifyLedger             17       id     no      no      no         no       no        +        no      +
publishedMeasures        30       +      +       +       +          +        +         +        +       +
publishedLists           28       +      +       +       +          +        +         +        +       +
mayApply                 30       id     no      no      asks       no       no        no       no      no
organNotices             32       id     no      no      +          +        no        no       no      +
publishCatalogItem       18       id     no      no      no         no       no        +        no      +
draftAgreement           23       id     no      no      no         no       no        +        no      +
concludeAgreement        23       id     no      no      no         no       no        +        no      +
activateAgreement        23       id     no      no      no         no       no        +        no      +
suspendAgreement         23       id     no      no      no         no       no        +        no      +
resumeAgreement          23       id     no      no      no         no       no        +        no      +
endAgreement             23       id     no      no      no         no       no        +        no      +
registerUnit             21       id     no      no      no         no       no        +        no      +
endUnit                  21       id     no      no      no         no       no        no       no      +
publishPurpose           7        id     no      no      no         no       no        no       no      +
registerDuty             22       id     no      no      no         no       no        +        no      +
endDuty                  22       id     no      no      no         no       no        +        no      +
acknowledgeGap           17       id     no      no      no         no       no        +        no      no
publishDisplayPeriods    37       id     no      no      no         no       no        no       no      +
publishPurposeCap        36       id     no      no      no         no       no        +        no      +
grantAuthorization       24       id     +       no      no         no       no        no       no      no
revokeAuthorization      24       id     +       no      no         no       no        no       no      no
acknowledgeChanges       39       id     no      +       +          +        +         no       no      +
watch                    6        id     no      watches no         no       no        no       no      no
unwatch                  6        id     no      +       no         no       no        no       no      no
registerWebhook          39       id     no      +       +          +        +         no       no      +
endWebhook               39       id     no      +       +          +        +         no       no      +
retryDeadDeliveries      39       id     no      +       +          +        +         no       no      +
chooseChannel            35       id     +       no      no         no       no        no       no      no
confirmChannel           35       id     +       no      no         no       no        no       no      no
submitRecords            21       id     no      no      no         +        no        no       no      no
correctRecord            38       id     no      no      no         +        no        no       no      no
revokeBasis              38       id     no      no      no         +        no        +        no      no
decideHeldRecord         39       id     no      no      no         no       no        +        no      no
publishAssessmentMethod  48       id     no      no      no         no       no        no       no      +
deliverAssessments       47       id     no      no      no         no       no        +        no      no
recordPledge             45       id     no      no      unit       +        no        no       no      no
orderPledgeCorrection    46       id     no      no      +          +        no        no       no      no
verifyPledge             46       id     no      no      +          +        no        no       no      no
choosePledges            45       id     +       no      no         no       no        no       no      no
raiseObjection           39       id     +       no      no         no       no        no       no      no
withdrawObjection        39       id     +       no      no         no       no        no       no      no
applyForRestoration      40       id     +       no      no         no       no        no       no      no
withdrawRestoration      40       id     +       no      no         no       no        no       no      no
decideRestoration        40       id     no      no      no         no       no        +        no      no
publishRestorationExclusion 40    id     no      no      no         no       no        no       no      +
addStatement             35       id     +       no      no         no       no        no       no      no
withdrawStatement        35       id     +       no      no         no       no        no       no      no
hideTrustworthyRecord    37       id     +       no      no         no       no        no       no      no
showTrustworthyRecord    37       id     +       no      no         no       no        no       no      no
lockSharing              36       id     +       no      no         no       no        no       no      no
unlockSharing            36       id     +       no      no         no       no        no       no      no
fileComplaint            41       id     +       no      no         no       no        no       no      no
withdrawComplaint        41       id     +       no      no         no       no        no       no      no
answerComplaint          41       id     no      no      no         no       no        no       no      +
registerMandate          35       id     +       no      no         no       no        +        no      no
endMandate               35       id     +       no      no         no       no        +        no      no
decideObjection          39       id     no      no      +          +        +         +        no      no
askForVerification       39       id     no      no      +          +        +         +        no      no
answerVerification       39       id     no      no      +          +        +         +        no      no
pauseClock               39       id     no      no      +          +        +         +        no      no
resumeClock              39       id     no      no      +          +        +         +        no      no
publishMeasure           7        id     no      no      no         no       no        no       no      +
publishStandard          28       id     no      no      no         no       no        no       no      +
designate                28       id     no      no      +          +        no        no       no      no
submitDefaulters         28       id     no      no      no         +        no        no       no      no
removeDesignation        28       id     no      no      +          +        no        no       no      no
designateIncentive       25       id     no      no      +          +        no        no       no      no
removeIncentive          25       id     no      no      +          +        no        no       no      no
waiveConduct             30       id     no      no      +          +        no        no       no      no
requestReexamination     35       id     +       no      no         no       no        no       no      no
decideReexamination      35       id     no      no      +          +        no        no       no      no
orderOrganCorrection     32       id     no      no      no         no       no        no       no      +
reportOrganOutcome       32       id     no      no      +          +        no        no       no      +
`;
