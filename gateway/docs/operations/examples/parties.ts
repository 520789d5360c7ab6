/** What banks, credit service agencies and departments are quoted. */
import { type Example, taken } from '../example.ts';
import { COMPANY, DESK, LISTED, LOAN, MEI, MONITORING } from './cast.ts';

const BANK = { role: 'PARTY', by: 'BANK-A' } as const;
const OFFICE = { role: 'DEPARTMENT', by: 'HRB-PERMIT' } as const;

export const PARTY_EXAMPLES: readonly Example[] = [
  {
    name: 'PartyCheck',
    ...BANK,
    headers: LOAN,
    title: {
      en: 'Ask about one subject, within agreement and authorization.',
      zh: '在开放协议和授权范围内查询一个信用主体。',
    },
    document: `query PartyCheck($id: SubjectIdentifierInput!) { subject(identifier: $id) { id pseudonym name
      records(first: 3) { totalCount nodes { id item { code openness } __typename } }
      nonPublicRecords(first: 3) { totalCount nodes { id category item { code } } } designations { id ground until } } }`,
    variables: { id: MEI },
  },
  {
    name: 'PartyBatch',
    ...BANK,
    headers: LOAN,
    title: { en: 'Ask about many in one request; order is kept.', zh: '一次请求查询多个信用主体，顺序不变。' },
    document: `query PartyBatch($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { id pseudonym records(first: 2) { totalCount nodes { id item { code } } } designations { id until } } }`,
    variables: { ids: [COMPANY, LISTED] },
  },
  {
    name: 'MyAccess',
    ...BANK,
    title: {
      en: 'What the party may do, how long, and what is left of today’s quota.',
      zh: '协议方的访问权限、期限和当日剩余限额。',
    },
    document: `query MyAccess { myAccess { unit { code name } agreements { id items purposes validUntil dailyQuota usedToday left } authorizationsEnding { count within30Days }
      notices(first: 2) { nodes { at kind from item purposes } } tokenExpiresAt } }`,
  },
  {
    name: 'Watch',
    ...BANK,
    headers: MONITORING,
    title: {
      en: 'Watch borrowers: what is new about them comes in the feed.',
      zh: '关注借款人：其新增信息在变更通知中提供。',
    },
    document: `mutation Watch($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched refused { index reason } } }`,
    variables: { ids: [COMPANY] },
  },
  {
    name: 'Unwatch',
    ...BANK,
    title: { en: 'Stop watching.', zh: '取消关注。' },
    document: `mutation Unwatch($ids: [SubjectIdentifierInput!]!) { unwatch(subjects: $ids) { unwatched } }`,
    variables: { ids: [COMPANY] },
  },
  {
    name: 'RegisterWebhook',
    ...BANK,
    title: {
      en: 'Be called when the feed has something new; the secret is shown once.',
      zh: '登记回调通知地址；密钥只显示一次。',
    },
    document: `mutation RegisterWebhook($url: String!) { registerWebhook(url: $url) { url secret } }`,
    variables: { url: 'https://receiver.example/credit' },
  },
  {
    name: 'MyWebhook',
    ...BANK,
    title: { en: 'How the webhook stands.', zh: '查看回调通知的状态。' },
    document: `query MyWebhook { webhook { url pending dead lastError lastDeliveredAt } }`,
  },
  {
    name: 'RetryDeadDeliveries',
    ...BANK,
    title: { en: 'Try the delivery that was given up again.', zh: '重试已放弃的回调通知。' },
    document: `mutation RetryDeadDeliveries { retryDeadDeliveries { retried } }`,
  },
  {
    name: 'MyAgreements',
    ...BANK,
    title: { en: 'One’s own agreements.', zh: '本单位的开放协议。' },
    document: `query MyAgreements($first: Int) { agreements(first: $first) { totalCount nodes { id status party { code } items purposes validFrom validUntil dailyQuota } } }`,
    variables: { first: 1 },
  },
  {
    name: 'AuthorizationsInNumbers',
    ...BANK,
    title: { en: 'Authorizations by party and purpose, in numbers alone.', zh: '按协议方和用途统计的授权数量。' },
    document: `query AuthorizationsInNumbers($first: Int) { authorizations(first: $first) { totalCount nodes { party { code } purpose inForce } } }`,
    variables: { first: 2 },
  },
];

/** After a record that the bank was shown has been corrected. */
export const PARTY_LATER: readonly Example[] = [
  {
    name: 'Changes',
    ...BANK,
    title: {
      en: 'What changed for subjects that were shown or are watched, the oldest first.',
      zh: '已查阅或者关注的信用主体的变更通知，最早的在前。',
    },
    document: `query Changes($first: Int, $after: String) { changes(first: $first, after: $after) { nodes { cursor kind subject { id pseudonym } item { code } recordId version at actBy acknowledgedAt } pageInfo { endCursor hasNextPage } } }`,
    variables: { first: 2 },
  },
  {
    name: 'AcknowledgeChanges',
    ...BANK,
    title: { en: 'Say that every change up to a cursor has been acted on.', zh: '确认截至某游标的变更均已处理。' },
    document: `mutation AcknowledgeChanges($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }`,
    variables: { through: taken('Changes', 'data', 'changes', 'nodes', 0, 'cursor') },
  },
  {
    name: 'Webhooks',
    role: 'OPERATOR',
    by: 'HLJ-CREDIT',
    title: { en: 'The webhooks of all units and how their deliveries stand.', zh: '各单位的回调通知及其状态。' },
    document: `query Webhooks($dead: Boolean, $first: Int) { webhooks(dead: $dead, first: $first) { totalCount nodes { unit { code } url registeredAt pending dead lastError } } }`,
    variables: { first: 2 },
  },
  {
    name: 'EndWebhook',
    ...BANK,
    title: { en: 'End the webhook.', zh: '停止回调通知。' },
    document: `mutation EndWebhook { endWebhook { ended } }`,
  },
];

export const DEPARTMENT_EXAMPLES: readonly Example[] = [
  {
    name: 'MatterCheck',
    ...OFFICE,
    headers: DESK,
    title: {
      en: 'The one question of a permit desk, with a signed answer for the file.',
      zh: '协同监管查询：一问一答，应答附签名，可存档。',
    },
    document: `query MatterCheck($id: SubjectIdentifierInput!, $matter: String!) { matterCheck(subject: $id, matter: $matter) { id answeredAt subjectFound
      findings { kind recordId designationId item { code } summary article } measures { code name kind listEdition article from until } pledge { eligible reasons }
      incentives { code name article } supervision { class assessmentEdition } complete missingSources token } }`,
    variables: { id: LISTED, matter: 'FOOD-PERMIT' },
  },
  {
    name: 'MatterChecks',
    ...OFFICE,
    headers: DESK,
    title: { en: 'The same about many subjects of one case.', zh: '就同一案件查询多个信用主体。' },
    document: `query MatterChecks($ids: [SubjectIdentifierInput!]!, $matter: String!) { matterChecks(subjects: $ids, matter: $matter) { subjectFound complete pledge { eligible reasons } measures { code } } }`,
    variables: { ids: [COMPANY, LISTED], matter: 'FOOD-PERMIT' },
  },
  {
    name: 'MayApply',
    ...OFFICE,
    headers: { ...DESK, 'Credit-Matter': 'FOOD-PERMIT' },
    title: { en: 'Whether one measure may be applied, or why not.', zh: '可否适用某项措施；不可适用的说明理由。' },
    document: `query MayApply($id: SubjectIdentifierInput!, $measure: String!) { mayApply(subject: $id, measure: $measure) { allowed reason listEdition article from until } }`,
    variables: { id: LISTED, measure: 'RESTRAINT-NO-FACILITATION' },
  },
];
