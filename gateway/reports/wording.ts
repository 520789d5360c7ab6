/** All texts of a report, in Chinese and in English. */

import { divisionName } from '../../schema/law/asking/unit-region.ts';
import type { IdentifierType, SubjectKind } from '../../schema/law/facts.ts';
import type { PledgePerformance } from '../../schema/law/matter/pledges.ts';
import type { Ground, ResponsibleRole } from '../../schema/law/measures/designations.ts';
import type { Language, ReportedField, SectionKey, Template } from './templates.ts';

type Both = Readonly<Record<Language, string>>;

const both = (zh: string, en: string): Both => ({ zh, en });

/** Tags of the languages (RFC 5646). */
export const TAG_OF: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

export const TITLES: Readonly<Record<Template, Both>> = {
  PUBLIC_CREDIT: both('公共信用报告', 'Public Credit Report'),
  SPECIAL: both(
    '专项信用报告（代替无违法违规证明）',
    'Special Credit Report (in place of certificates of no violation)',
  ),
  RESTORATION: both('信用修复证明', 'Certificate of Credit Restoration'),
};

/** What a certificate of restoration says. */
export const CERTIFICATE = {
  sentence: both(
    '兹证明：{name}因“{of}”所涉的失信信息，已由{body}于{on}准予信用修复，自该日起停止公示、共享和使用。',
    'This certifies that the untrustworthiness information about {name} under “{of}” was restored by {body} on {on}: from that day it is displayed, shared and used no more.',
  ),
  item: both('信息条目', 'Item'),
  list: both('名单', 'List'),
  document: both('决定文书', 'Document of the decision'),
  decidedOn: both('决定日期', 'Date of the decision'),
  decidedBy: both('作出决定（认定）的单位', 'Decided by'),
  restoredOn: both('修复日期', 'Restored on'),
  restoredBy: both('准予修复的单位', 'Restored by'),
  reference: both('修复编号', 'Reference of the restoration'),
  meaning: both(
    '信用修复依据《黑龙江省社会信用条例》第四十条作出。本证明只证明上述一项修复，不载明原决定的内容，也不对其他信息作出说明。',
    'Restoration is made under Article 40 of the Heilongjiang Social Credit Regulations. This certificate is of the one restoration above. It says nothing of what the decision held, and nothing of other information.',
  ),
  notice: both(
    '本证明由公共信用信息平台出具，可通过二维码核验。信用修复不予撤回，其他信息的变更不影响本证明的效力。',
    'Issued by the public credit information platform; the code verifies it. A restoration is not taken back, and a change of other information leaves this certificate as it is.',
  ),
} as const satisfies Readonly<Record<string, Both>>;

export const SECTION_TITLES: Readonly<Record<SectionKey, Both>> = {
  registration: both('登记注册基本信息', 'Registration'),
  permits: both('行政许可信息', 'Administrative permits'),
  penalties: both('行政处罚信息', 'Administrative penalties'),
  acts: both('行政强制等行政管理信息', 'Administrative compulsion and other acts'),
  lists: both('严重失信主体名单信息', 'Lists of serious untrustworthiness'),
  documents: both('司法裁判和仲裁信息', 'Judgments and arbitration'),
  obligations: both('未履行义务、拖欠和欺诈信息', 'Unperformed obligations, arrears and deception'),
  honours: both('守信激励和荣誉信息', 'Honours and incentives'),
  pledges: both('信用承诺信息', 'Credit pledges'),
  other: both('公共服务和其他信息', 'Public service and other information'),
};

/** Labels of the fields of records and list entries, by field name. */
const LABELS = {
  legalName: both('名称', 'Legal name'),
  registeredOn: both('成立日期', 'Registered on'),
  status: both('登记状态', 'Status'),
  regionCode: both('行政区划代码', 'Region code'),
  registrationAuthority: both('登记机关', 'Registration authority'),
  entityType: both('类型', 'Type'),
  capital: both('注册资本', 'Capital'),
  scope: both('经营范围', 'Scope of business'),
  legalRepresentative: both('法定代表人', 'Legal representative'),
  title: both('名称', 'Title'),
  awardedBy: both('授予单位', 'Awarded by'),
  level: both('级别', 'Level'),
  documentNumber: both('文书号', 'Document number'),
  documentName: both('文书名称', 'Document'),
  content: both('内容', 'Content'),
  pledgedOn: both('承诺日期', 'Pledged on'),
  pledgePerformance: both('履行状态', 'Performance'),
  matter: both('事项', 'Matter'),
  permitKinds: both('许可类别', 'Kind of permit'),
  permitNumber: both('许可编号', 'Permit number'),
  validFrom: both('有效期自', 'Valid from'),
  validUntil: both('有效期至', 'Valid until'),
  authority: both('决定机关', 'Authority'),
  conduct: both('违法行为类型', 'Conduct'),
  facts: both('违法事实', 'Facts'),
  legalBasisText: both('处罚依据', 'Legal basis'),
  penaltyKinds: both('处罚类别', 'Kind of penalty'),
  fineYuan: both('罚款金额（元）', 'Fine (yuan)'),
  confiscatedYuan: both('没收金额（元）', 'Confiscated (yuan)'),
  licence: both('暂扣或吊销证照', 'Licence withheld or revoked'),
  actKind: both('行为类别', 'Kind of act'),
  service: both('服务', 'Service'),
  period: both('期间', 'Period'),
  amountYuan: both('金额（元）', 'Amount (yuan)'),
  court: both('审理机关', 'Court'),
  cause: both('案由', 'Cause'),
  kind: both('类别', 'Kind'),
  obligation: both('义务', 'Obligation'),
  performance: both('履行情况', 'Performance'),
  ground: both('认定事由', 'Ground'),
  basisDocument: both('依据文书', 'Basis'),
  until: both('期限至', 'Until'),
  responsibleAs: both('责任人身份', 'Answerable as'),
} satisfies Record<ReportedField | 'ground' | 'basisDocument' | 'until' | 'responsibleAs', Both>;

/** Texts for values that are codes. */
const VALUES = {
  PERFORMED: both('已履行', 'performed'),
  PENDING: both('履行中', 'not yet due'),
  FAILED: both('未履行', 'failed'),
  FALSE: both('虚假承诺', 'false'),
  GOVERNMENT_BREACH_OF_DUTY_OR_CONTRACT: both(
    '行政机关不履行法定职责或者合同义务',
    'organ that does not perform duties or contracts',
  ),
  DEFAULT_ON_PAYMENTS_TO_SMALL_ENTERPRISES: both('拖欠中小微企业账款', 'failure to pay small enterprises'),
  ENDANGERING_HEALTH_OR_SAFETY: both('严重危害人民群众身体健康和生命安全', 'serious danger to health or life'),
  DISRUPTING_MARKET_OR_SOCIAL_ORDER: both(
    '严重破坏市场公平竞争秩序和社会正常秩序',
    'serious disruption of market or social order',
  ),
  REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION: both('有履行能力拒不履行', 'refusal to perform a judgment'),
  REFUSING_NATIONAL_DEFENSE_OBLIGATIONS: both('拒不履行国防义务', 'refusal of national defence obligations'),
  RESEARCH_MISCONDUCT: both('科研严重失信', 'research misconduct'),
  OTHER_PROVIDED_BY_LAW: both('法律规定的其他严重失信行为', 'other conduct provided for by law'),
  LEGAL_REPRESENTATIVE: both('法定代表人', 'legal representative'),
  PRINCIPAL: both('主要负责人', 'principal responsible person'),
  ACTUAL_CONTROLLER: both('实际控制人', 'actual controller'),
  DIRECTLY_RESPONSIBLE: both('直接责任人', 'directly responsible person'),
  NATURAL_PERSON: both('自然人', 'natural person'),
  LEGAL_PERSON: both('法人', 'legal person'),
  UNINCORPORATED_ORGANIZATION: both('非法人组织', 'organization without legal personality'),
} satisfies Record<PledgePerformance | Ground | ResponsibleRole | SubjectKind, Both>;

/** A text that is no known code, such as an amount or a name, is shown as it is. */
const wordIn = (words: Readonly<Record<string, Both>>, text: string, language: Language): string =>
  Object.hasOwn(words, text) ? (words[text]?.[language] ?? text) : text;

export const labelOf = (field: string, language: Language): string => wordIn(LABELS, field, language);
/** A value in words: a code by its name, a division with its code; anything else as it is. */
export function wordOf(field: string, value: string, language: Language): string {
  if (field !== 'regionCode') return wordIn(VALUES, value, language);
  const name = divisionName(value);
  return name === undefined ? value : `${name}（${value}）`;
}

/** What an identification number is called. */
const IDENTIFIERS: Readonly<Record<IdentifierType, Both>> = {
  USCC: both('统一社会信用代码', 'Uniform social credit code'),
  CITIZEN_ID: both('公民身份号码', 'Citizen identification number'),
  OTHER_DOCUMENT: both('其他证件号码', 'Number of another document'),
};
export const identifierLabel = (type: string, language: Language): string =>
  wordIn(IDENTIFIERS, type, language) === type ? WORDS.identifier[language] : wordIn(IDENTIFIERS, type, language);

export const WORDS = {
  subject: both('信用主体', 'Credit subject'),
  identifier: both('识别号码', 'Identification number'),
  kind: both('主体类别', 'Kind of subject'),
  number: both('报告编号', 'Report number'),
  issued: both('出具时间', 'Issued'),
  madeFor: both('出具对象', 'Made for'),
  self: both('本人（本单位）', 'the subject itself'),
  purpose: both('用途', 'Purpose'),
  caseReference: both('事项编号', 'Case'),
  none: both('在查询依据范围内未发现记录。', 'No record is held within the scope of the inquiry.'),
  noneOf: both('未查询：依据不覆盖此类信息。', 'Not asked: the basis of the inquiry does not cover this.'),
  source: both('提供单位', 'Source'),
  received: both('接收时间', 'Received'),
  occurred: both('日期', 'Date'),
  displayedUntil: both('公示截止', 'Displayed until'),
  ownStatement: both('本人说明', 'Stated by the subject itself'),
  objected: both('异议处理中', 'Objection being examined'),
  withheld: both('不予开放', 'not open to the recipient'),
  verify: both('扫码核验真伪和有效状态', 'Scan to verify authenticity and status'),
  superseded: both(
    '本报告已失效：所载信息已变更、修复或者到期。',
    'This report is superseded: something in it changed, was restored, or ended.',
  ),
  continued: both('（续）', ' (continued)'),
  objections: both('异议途径', 'Where to object'),
  page: both('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}'),
  notice: both(
    '本报告依据《黑龙江省社会信用条例》由公共信用信息平台出具，仅反映出具时所载信息；不评价、不打分。未发现记录不代表不存在其他信息。',
    'Issued by the public credit information platform under the Heilongjiang Social Credit Regulations. It holds what was recorded when it was issued; it neither rates nor scores. That no record is held does not mean that nothing else exists.',
  ),
  missingGlyph: both(
    '部分生僻字因字库所限以码位 [U+…] 表示，以电子版为准。',
    'Characters that the font lacks are shown as code points [U+…]; the electronic version is decisive.',
  ),
} as const satisfies Readonly<Record<string, Both>>;
