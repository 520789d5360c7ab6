/**
 * The articles of the Heilongjiang Social Credit Regulations (黑龙江省社会信用条例, in force since 2022-07-01) that the software carries out or cites:
 * the Regulations' own term, and a summary in our words. A rule, an error or an obligation may cite only articles of this list.
 */

export interface Article {
  readonly number: string;
  /** Term of the Regulations for the subject of the article. */
  readonly term: string;
  /** What the article requires, in our own words. */
  readonly asks: string;
}

const article = (number: number, term: string, asks: string): Article => ({ number: String(number), term, asks });

export const ARTICLES: readonly Article[] = [
  article(
    6,
    '公共信用信息平台',
    'A platform aggregates, shares and opens credit information, and lenders can watch it.',
  ),
  article(
    7,
    '目录和清单',
    'Catalogs and lists of measures are drawn up, published and kept current by the department in charge.',
  ),
  article(17, '合法、正当、必要、审慎', 'Credit information is handled lawfully, prudently and securely.'),
  article(
    18,
    '目录管理',
    'Public credit information is what a published catalog item in one of ten categories says it is.',
  ),
  article(
    19,
    '关联匹配标识',
    'Persons are matched by citizen number or another valid document, organizations by their credit code alone.',
  ),
  article(
    20,
    '采集',
    "A natural person's information is collected with consent; faith, blood, illness, fingerprints and genes never.",
  ),
  article(21, '归集', 'Providers deliver in time and by the right way, and answer for what they deliver.'),
  article(
    22,
    '共享',
    'Departments share what the catalog lets them, for the performance of their duties and nothing else.',
  ),
  article(
    23,
    '开放',
    'What must be displayed is open to anyone, other information by agreement; personal information leaves desensitized.',
  ),
  article(
    24,
    '查询',
    'A subject inquires about itself without limit and free; others within its authorization, for the agreed purpose.',
  ),
  article(25, '守信激励对象', 'Trustworthy subjects are designated under published standards.'),
  article(26, '守信激励措施', 'Reward measures come from the published list alone.'),
  article(27, '失信行为认定', 'Untrustworthy conduct is recorded on an effective document.'),
  article(
    28,
    '严重失信主体名单',
    'A designation carries a decision with reasons, basis, period, conditions for removal and remedies.',
  ),
  article(29, '严重失信行为', 'Eight grounds lead onto the list of seriously untrustworthy entities.'),
  article(
    30,
    '失信惩戒原则',
    'Measures are published, related to the conduct and proportionate; minor conduct that was corrected is spared.',
  ),
  article(31, '失信约束和惩戒措施', 'Restraints and punishments stay within their kinds, and have a period.'),
  article(
    32,
    '国家机关失信',
    'For a listed state organ its superiors and the audit are told, and correction is ordered.',
  ),
  article(33, '责任人', 'Persons answerable for a listed market entity are linked with it.'),
  article(35, '知情权', 'A subject knows of every collection, sharing, opening and use, of sources and of changes.'),
  article(
    36,
    '禁止行为',
    'No use without authorization, by compelled or by unlimited authorization; nothing is leaked, altered or forged.',
  ),
  article(
    37,
    '公示期限',
    'Trustworthiness is hidden on request; untrustworthiness leaves display for good when its period is over.',
  ),
  article(38, '更正', 'Errors are corrected, and what rests on a document that fell is amended, within days.'),
  article(
    39,
    '异议',
    'An objection labels the record and is decided; a correction reaches those who already have the information.',
  ),
  article(40, '信用修复', 'Where the conditions of restoration hold, display, sharing, use and measures stop.'),
  article(41, '投诉', 'A complaint about a collecting unit is answered in writing.'),
  article(43, '信用监管', 'Credit is built into the systems in which departments decide.'),
  article(
    44,
    '查询信用状况',
    'Before permits, procurement, funding, tenders and awards, credit information is inquired into.',
  ),
  article(45, '信用承诺', 'The pledge system is open to those who kept their pledges.'),
  article(46, '承诺核查', 'A permit granted on a pledge is verified.'),
  article(47, '公共信用综合评价', 'Enterprises are assessed comprehensively; the result serves supervision.'),
  article(48, '分级分类监管', 'Supervision differs by the class that the assessment gives.'),
  article(50, '承诺公示', 'Pledges are displayed, and society watches over them.'),
  article(51, '公共信用机构责任', 'Units answer for unlawful handling of public credit information.'),
  article(52, '采集单位责任', 'Collecting units answer for unlawful handling of non-public credit information.'),
  article(53, '其他规定', 'Other laws and regulations keep what they provide.'),
  article(55, '施行日期', 'In force from 2022-07-01.'),
];

const BY_NUMBER: ReadonlyMap<string, Article> = new Map(ARTICLES.map((one) => [one.number, one]));

/** The article of a reference such as `23`, `23 (2)` or `37 §2`; undefined where the register does not hold it. */
export const articleOf = (reference: string): Article | undefined =>
  BY_NUMBER.get(/^\d+/.exec(reference.trim())?.[0] ?? '');
