/** What people, companies and the public are quoted. They run in the order of examples.ts. */
import { type Example, taken } from '../example.ts';
import { COMPANY, MEI, MEI_TOKEN, TODAY } from './cast.ts';

export const PUBLIC_EXAMPLES: readonly Example[] = [
  {
    name: 'PublicLookup',
    role: 'PUBLIC',
    title: { en: 'Look up a credit subject: what is open to anyone.', zh: '查询信用主体：无条件开放的信息。' },
    document: `query PublicLookup($id: SubjectIdentifierInput!, $first: Int, $after: String) {
      subject(identifier: $id) { id kind name identifier { type value } registration { legalName registeredOn status regionCode }
        records(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
          nodes { __typename id nature occurredOn displayedUntil version item { code name category openness legalBasis { article title } } providingUnit { code name }
            ... on AdministrativePenalty { documentNumber conduct penaltyKinds fineYuan legalRepresentative { name idNumber } } } }
        designations { id list { code name } ground designatedOn until } incentives { id list { code name } designatedOn } pledges { id content pledgedOn performance } } }`,
    variables: { id: COMPANY, first: 2 },
  },
  {
    name: 'ManySubjects',
    role: 'PUBLIC',
    title: {
      en: 'The same of many at once, in the order asked: null where nothing is held or may be seen; a number that is not valid has an error of its own.',
      zh: '批量查询，按查询顺序返回：没有或者无权查阅的为null；号码无效的单独报错。',
    },
    document: `query ManySubjects($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { kind name records(first: 1) { totalCount } } }`,
    variables: {
      ids: [
        COMPANY,
        { type: 'CITIZEN_ID', value: '239999196912312058' },
        { type: 'USCC', value: '91239999MA1ABC019M' },
      ],
    },
  },
  {
    name: 'ExplainAccess',
    role: 'PUBLIC',
    title: {
      en: 'What the caller may see of a subject, item by item, and by which article; without touching data.',
      zh: '逐条目说明访问者可以查阅哪些信息、依据哪一条；不读取数据。',
    },
    document: `query ExplainAccess($id: SubjectIdentifierInput!, $items: [String!]) { access(subject: $id, items: $items) { item { code } granted reason article desensitized } }`,
    variables: { id: MEI, items: ['PENALTY-GENERAL', 'ARREARS-TAX'] },
  },
  {
    name: 'PublishedCatalog',
    role: 'PUBLIC',
    title: {
      en: 'The published catalog, with every attribute of Article 18.',
      zh: '公共信用信息目录，含第十八条的各项属性。',
    },
    document: `query PublishedCatalog($category: CatalogCategory, $first: Int, $after: String) {
      catalogItems(category: $category, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        nodes { code name edition category nature subjectKinds providingUnit { code name } dataSource sharing openness displayPeriod { minimumMonths maximumMonths } updateWithinWorkingDays
          legalBasis { article title } publication { reference publishedOn } effectiveFrom elements { name personal openness } } } }`,
    variables: { category: 'COMMENDATION', first: 1 },
  },
  {
    name: 'Purposes',
    role: 'PUBLIC',
    title: {
      en: 'The published purposes: the codes of `Credit-Purpose`.',
      zh: '已公布的查询用途，即`Credit-Purpose`的代码。',
    },
    document: `query Purposes { purposes { code name service activity article authorizationMaximumMonths } }`,
  },
  {
    name: 'DisplayPeriods',
    role: 'PUBLIC',
    title: {
      en: 'For how long decisions are displayed, by class and deciding date.',
      zh: '公示期限表：按类别和作出决定之日确定。',
    },
    document: `query DisplayPeriods($asOf: Date) { displayPeriods(asOf: $asOf) { edition citation effectiveFrom periods { displayClass decidedFrom minimumMonths maximumMonths citation } } }`,
  },
  {
    name: 'Units',
    role: 'PUBLIC',
    title: { en: 'Registered units.', zh: '已登记的单位。' },
    document: `query Units($kind: UnitKind, $first: Int, $after: String) { units(kind: $kind, first: $first, after: $after) { totalCount
      edges { cursor node { code name kind level endedOn } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables: { kind: 'PARTY', first: 2 },
  },
  {
    name: 'PublishedMeasures',
    role: 'PUBLIC',
    title: { en: 'The published measures in force.', zh: '有效的守信激励、失信约束和失信惩戒措施清单。' },
    document: `query PublishedMeasures($kind: MeasureKind) { publishedMeasures(kind: $kind) { code name kind edition article maximumMonths publication { reference publishedOn } } }`,
    variables: { kind: 'REWARD' },
  },
  {
    name: 'PublishedLists',
    role: 'PUBLIC',
    title: {
      en: 'The published lists, with the standard of designation in force.',
      zh: '已公布的名单及其有效的认定标准。',
    },
    document: `query PublishedLists($kind: ListKind) { publishedLists(kind: $kind) { code name kind } }`,
  },
  {
    name: 'AssessmentMethods',
    role: 'PUBLIC',
    title: { en: 'Published methods of assessment, the newest first.', zh: '已公布的信用评价办法，最新的在前。' },
    document: `query AssessmentMethods { assessmentMethods { edition levels { level supervision } publication { reference publishedOn } effectiveFrom } }`,
  },
  {
    name: 'VerifyReport',
    role: 'PUBLIC',
    title: {
      en: 'Whether a report was issued here and is still right.',
      zh: '核验信用报告是否由本平台出具、是否仍然有效。',
    },
    document: `query VerifyReport($token: String!) { verifyReport(token: $token) { authentic status issuedAt supersededAt } }`,
    variables: { token: taken('POST /reports', 'token') },
  },
  {
    name: 'LedgerCheckpoint',
    role: 'PUBLIC',
    title: { en: 'The newest checkpoint of the disclosure ledger.', zh: '披露日志的最新检查点。' },
    document: `query LedgerCheckpoint { ledgerCheckpoint { size rootHash signedAt keyId signature } }`,
    afterCheckpoint: true,
  },
  {
    name: 'LedgerGaps',
    role: 'PUBLIC',
    title: {
      en: 'Stretches of the ledger that were lost with a database; none here.',
      zh: '随数据库丢失的账本缺口；此处没有。',
    },
    document: `query LedgerGaps { ledgerGaps { id fromAt toAt foundAt } }`,
  },
  {
    name: 'LedgerConsistency',
    role: 'PUBLIC',
    title: {
      en: 'That an earlier checkpoint is the beginning of a later one (RFC 9162, section 2.1.4).',
      zh: '证明较早的检查点是较晚的检查点的起始部分（RFC 9162，第2.1.4节）。',
    },
    document: `query LedgerConsistency($from: Int!, $to: Int!) { ledgerConsistency(from: $from, to: $to) { hashes } }`,
    variables: { from: 0, to: taken('LedgerCheckpoint', 'data', 'ledgerCheckpoint', 'size') },
  },
];

export const SUBJECT_EXAMPLES: readonly Example[] = [
  {
    name: 'MyRecord',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'Everything about oneself, whole, with source and history.',
      zh: '本人的全部信息，不脱敏，含来源和变更历史。',
    },
    document: `query MyRecord($first: Int) { me { id kind name identifier { type value } birthDate address phone
      records(first: $first) { totalCount nodes { id version item { code openness } source { unit { code name } receivedAt } history { version changedAt change } } }
      nonPublicRecords(first: $first) { totalCount nodes { id category collector { code name } item { code } occurredOn } }
      authorizations { id party { code name } purposes items validFrom validUntil status uses } } }`,
    variables: { first: 2 },
  },
  {
    name: 'GrantAuthorization',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'Authorize a party, for purposes and items, with an end.',
      zh: '就用途和条目向协议方授权，并注明期限。',
    },
    document: `mutation GrantAuthorization($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status validUntil } }`,
    variables: {
      input: {
        party: 'BANK-A',
        purposes: ['LOAN_ORIGINATION'],
        items: ['ARREARS-TAX'],
        validFrom: TODAY,
        validUntil: '2027-02-19',
        maximumUses: 3,
      },
    },
  },
  {
    name: 'RevokeAuthorization',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Revoke it: effective at the next question.', zh: '撤销授权：自下一次查询起生效。' },
    document: `mutation RevokeAuthorization($id: ID!) { revokeAuthorization(id: $id) { id status } }`,
    variables: { id: taken('GrantAuthorization', 'data', 'grantAuthorization', 'id') },
  },
  {
    name: 'ChoosePledges',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Choose for or against the pledge system.', zh: '选择是否适用信用承诺制度。' },
    document: `mutation ChoosePledges($usesPledges: Boolean!) { choosePledges(usesPledges: $usesPledges) }`,
    variables: { usesPledges: false },
  },
];

/** After parties and departments have asked. */
export const SUBJECT_LATER: readonly Example[] = [
  {
    name: 'MyDisclosures',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'Who looked at oneself, when, for what, by which article, with the proof.',
      zh: '谁在何时因何用途、依据哪一条查阅了本人的信息，并附证明。',
    },
    document: `query MyDisclosures($first: Int, $after: String) { me { disclosures(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { id at recipient { code name kind } purpose channel items { code } basis { article agreementId authorizationId } proof { leafIndex checkpointSize } } } } }`,
    variables: { first: 2 },
    afterCheckpoint: true,
  },
  {
    name: 'OneDisclosure',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'One disclosure, with what was shown then.', zh: '一次披露及当时所示内容。' },
    document: `query OneDisclosure($id: ID!) { disclosure(id: $id) { at recipient { code } shownRecords { type version current item { code } occurredOn content } } }`,
    variables: { id: taken('MyDisclosures', 'data', 'me', 'disclosures', 'nodes', 0, 'id') },
  },
];
