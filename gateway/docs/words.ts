/**
 * Words of the pages. The Chinese ones are those of the Regulations and of the SDL, and each thing has one: whoever runs the platform is 公共信用工作机构
 * (Article 6), whoever is opened to by agreement 协议方 (Article 23 (2)), an administrative organ 行政机关 (Articles 45 and 48).
 */
import type { Role } from '../../schema/law/facts.ts';
import type { Language, Localized } from '../../schema/localized.ts';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

export const WORDS = {
  product: { en: 'Credit gateway', zh: '信用信息共享网关' },
  pages: { en: 'Pages', zh: '页面' },
  languages: { en: 'Languages', zh: '语言' },
  footer: {
    en: 'Made from what this server runs; it loads nothing from elsewhere. For programs: [openapi.json](/docs/openapi.json), [errors.json](/docs/errors.json).',
    zh: '本页内容取自本服务器所运行的程序，不从外部加载任何内容。供程序读取：[openapi.json](/docs/openapi.json)、[errors.json](/docs/errors.json)。',
  },
  code: { en: 'code', zh: '代码' },
  reason: { en: 'reason', zh: '原因' },
  article: { en: 'article', zh: '条款' },
  says: { en: 'what it says', zh: '说明' },
  help: { en: 'what to do', zh: '如何处理' },
  status: { en: 'HTTP status', zh: 'HTTP状态' },
  header: { en: 'header', zh: '请求头' },
  responseHeader: { en: 'header', zh: '响应头' },
  meaning: { en: 'meaning', zh: '含义' },
  limit: { en: 'limit', zh: '限制' },
  value: { en: 'value', zh: '数值' },
  refused: { en: 'beyond it', zh: '超过时' },
  answer: { en: 'Answer', zh: '应答' },
  request: { en: 'Request', zh: '请求' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Who asks in a role, as the Regulations call them. */
export const ROLE_NAMES = {
  PUBLIC: { en: 'Anyone, without a token', zh: '任何人（不带令牌）' },
  SUBJECT: { en: 'Credit subject', zh: '信用主体' },
  PARTY: { en: 'Party to an agreement: bank, credit service agency', zh: '协议方（银行、信用服务机构等）' },
  DEPARTMENT: { en: 'Department with a duty', zh: '行政机关' },
  PROVIDER: { en: 'Public credit information providing unit', zh: '公共信用信息提供单位' },
  COLLECTOR: { en: 'Non-public credit information collecting unit', zh: '非公共信用信息采集单位' },
  OPERATOR: { en: 'Operator: the public credit work body', zh: '公共信用工作机构' },
  ANALYST: { en: 'Analyst of the public credit work body', zh: '公共信用工作机构的统计人员' },
  AUTHORITY: { en: 'Department in charge of social credit', zh: '社会信用主管部门' },
} as const satisfies Readonly<Record<Role, Localized>>;
