/** Restoration (Article 40): what a listed company asks and applies for, and what the operator and the authority do. */
import { type Example, taken } from '../example.ts';
import { LISTED } from './cast.ts';

const BY_LISTED = `${LISTED.type}:${LISTED.value}`;

const APPLICATION = {
  // The designations of a subject stand from the newest to the oldest: the older one is past its minimum.
  designation: taken('MyDesignations', 'data', 'me', 'designations', 1, 'id'),
  corrected: true,
  dutiesPerformed: true,
  pledge: '已全部履行生效法律文书确定的义务，承诺今后依法诚信经营。',
};

export const RESTORATION_EXAMPLES: readonly Example[] = [
  {
    name: 'MyDesignations',
    role: 'SUBJECT',
    by: BY_LISTED,
    title: { en: 'On which lists one stands, and until when.', zh: '查询本单位被列入的名单及期限。' },
    document: `query MyDesignations { me { designations { id list { code name } designatedOn until } } }`,
  },
  {
    name: 'RestorationConditions',
    role: 'SUBJECT',
    by: BY_LISTED,
    title: {
      en: 'What must be met before a designation is restored, and from which day one may apply.',
      zh: '申请信用修复前查询应当符合的条件及可以申请的日期。',
    },
    document: `query RestorationConditions($record: ID, $designation: ID) { restorationConditions(record: $record, designation: $designation) { earliest unmetConditions article minimumMonths displayedUntil excludedBy competentUnit { code name } } }`,
    variables: { designation: APPLICATION.designation },
  },
  {
    name: 'ApplyForRestoration',
    role: 'SUBJECT',
    by: BY_LISTED,
    title: {
      en: 'Apply for restoration: the operator decides within ten working days.',
      zh: '申请信用修复：公共信用工作机构在十个工作日内作出决定。',
    },
    document: `mutation ApplyForRestoration($input: ApplyForRestorationInput!) { applyForRestoration(input: $input) { id status decideBy unmetConditions } }`,
    variables: { input: APPLICATION },
  },
  {
    name: 'WithdrawRestoration',
    role: 'SUBJECT',
    by: BY_LISTED,
    title: { en: 'Take an application back.', zh: '撤回信用修复申请。' },
    document: `mutation WithdrawRestoration($id: ID!) { withdrawRestoration(id: $id) { id status } }`,
    variables: { id: taken('ApplyForRestoration', 'data', 'applyForRestoration', 'id') },
  },
  {
    name: 'ApplyUncorrected',
    role: 'SUBJECT',
    by: BY_LISTED,
    title: {
      en: 'What one has not done oneself comes back named, and nothing waits for a decision.',
      zh: '尚未符合的条件逐项返回，申请不予受理，无需等待决定。',
    },
    document: `mutation ApplyUncorrected($input: ApplyForRestorationInput!) { applyForRestoration(input: $input) { id status unmetConditions } }`,
    variables: { input: { ...APPLICATION, dutiesPerformed: false } },
  },
  {
    name: 'ApplyOnceMore',
    role: 'SUBJECT',
    by: BY_LISTED,
    title: { en: 'Apply again.', zh: '再次申请信用修复。' },
    document: `mutation ApplyOnceMore($input: ApplyForRestorationInput!) { applyForRestoration(input: $input) { id status decideBy } }`,
    variables: { input: APPLICATION },
  },
  {
    name: 'Restorations',
    role: 'OPERATOR',
    by: 'HLJ-CREDIT',
    title: {
      en: 'Applications that wait, with the one row in question: the look is an entry of the ledger. A unit reads those about what it provided or designated.',
      zh: '待办的信用修复申请及所涉的一条信息：该次查阅记入台账。提供、认定单位可以查阅涉及本单位信息的申请。',
    },
    document: `query Restorations($status: RestorationStatus, $first: Int, $after: String) { restorations(status: $status, first: $first, after: $after) { nodes { id status item { code } appliedOn decideBy pledge inQuestion { recordId type basisDocument } } pageInfo { hasNextPage endCursor } } }`,
    variables: { status: 'PENDING', first: 2 },
  },
  {
    name: 'DecideRestoration',
    role: 'OPERATOR',
    by: 'HLJ-CREDIT',
    title: {
      en: 'Decide on restoration: granted, everything ends at once; refused, with reasons and from when to apply again.',
      zh: '作出信用修复决定：准予的即时停止公示、共享和使用；不予的说明理由和可以再次申请的日期。',
    },
    document: `mutation DecideRestoration($input: DecideRestorationInput!) { decideRestoration(input: $input) { id status decidedOn againFrom } }`,
    variables: {
      input: {
        id: taken('ApplyOnceMore', 'data', 'applyForRestoration', 'id'),
        granted: false,
        reasons: '尚有一项执行款未履行，附执行法院回函编号。',
        againFrom: '2026-12-21',
      },
    },
  },
  {
    name: 'PublishRestorationExclusion',
    role: 'AUTHORITY',
    by: 'HLJ-BIZENV',
    title: {
      en: 'Publish what a law excludes from restoration, by item, list or ground.',
      zh: '公布法律、法规规定不得修复的情形，按条目、名单或者认定事由。',
    },
    document: `mutation PublishRestorationExclusion($input: RestorationExclusionInput!) { publishRestorationExclusion(input: $input) { ground citation effectiveFrom until } }`,
    variables: {
      input: {
        ground: 'RESEARCH_MISCONDUCT',
        citation: '示例：法律规定终身不得从事相关科研活动的条款',
        effectiveFrom: '2026-11-20',
      },
    },
  },
  {
    name: 'RestorationExclusions',
    role: 'PUBLIC',
    title: { en: 'What a law excludes from restoration.', zh: '查询法律、法规规定不得修复的情形。' },
    document: `query RestorationExclusions { restorationExclusions { item list ground citation effectiveFrom until } }`,
  },
];
