/** What is said of items, purposes, agreements, duties, authorizations, the feed and its webhook, the ledger and clocks. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

const NOTHING_LEFT = { en: 'Nothing is left to do.', zh: '无需再办理。' };

export const itemMessages = {
  incomplete: (missing: readonly string[]): Said =>
    said({
      en: [`The item is incomplete: ${missing.join(', ')}.`, 'Send every attribute that Article 18 asks for.'],
      zh: [`条目不完整，缺少：${missing.join('、')}。`, '请填写第十八条要求的全部要素。'],
    }),
  noDate: (sent: string): Said =>
    said({ en: [`${sent} is not a date.`, 'Send YYYY-MM-DD.'], zh: [`${sent}不是日期。`, '请填写YYYY-MM-DD。'] }),
  publishedLater: (on: string): Said =>
    said({
      en: [`The item is published on ${on} only; what is not published takes no effect (Article 7).`, 'Publish first.'],
      zh: [`条目于${on}才公布；未经公布的不发生效力（第七条）。`, '请先公布。'],
    }),
  beforePublication: said({
    en: [
      'The item would be in force before its publication (Article 7).',
      'Send effectiveFrom on or after publishedOn.',
    ],
    zh: ['条目将在公布之前生效（第七条）。', 'effectiveFrom不得早于publishedOn。'],
  }),
  code: said({
    en: ['The code is no code.', 'Use 2 to 64 capitals, digits and hyphens.'],
    zh: ['代码不符合要求。', '请使用2至64个大写字母、数字和连字符。'],
  }),
  edition: said({
    en: ['The edition is empty or too long.', 'Name the edition, such as 2026-2.'],
    zh: ['版本为空或者过长。', '请填写版本，例如2026-2。'],
  }),
  simplifiedProcedure: said({
    en: ['Penalties by simplified procedure do not enter the catalog (Article 18, last paragraph).', 'Leave them out.'],
    zh: ['依照简易程序作出的行政处罚信息不列入目录（第十八条末款）。', '请不要列入。'],
  }),
  providingUnit: said({
    en: ['The providing unit is not known.', 'Check the code of the unit.'],
    zh: ['提供单位不为本平台所知。', '请核对单位代码。'],
  }),
  displayOrder: said({
    en: ['The longest display is shorter than the shortest.', 'Send maximumMonths of at least minimumMonths.'],
    zh: ['最长公示期限短于最短公示期限。', 'maximumMonths不得小于minimumMonths。'],
  }),
  displayEnds: said({
    en: ['Information on untrustworthiness has a display period that ends (Article 37).', 'Send maximumMonths.'],
    zh: ['失信信息应当有公示期限（第三十七条）。', '请填写maximumMonths。'],
  }),
  displayTooLong: (months: number, source: string): Said =>
    said({
      en: [
        `Information on untrustworthiness is displayed for ${months} months at most (Article 37; ${source}).`,
        `Send maximumMonths of ${months} or less.`,
      ],
      zh: [`失信信息最长公示${months}个月（第三十七条；${source}）。`, `maximumMonths请不超过${months}。`],
    }),
  assessment: said({
    en: ['Natural persons are not assessed (Articles 47 and 48).', 'Name kinds of organizations.'],
    zh: ['自然人不作评价（第四十七条、第四十八条）。', '请填写组织的类别。'],
  }),
  updateTime: said({
    en: ['The update time is less than a working day.', 'Send 1 or more.'],
    zh: ['更新时限少于一个工作日。', '请填写1或者以上。'],
  }),
  elementTwice: (name: string): Said =>
    said({
      en: [`The element ${name} is named twice.`, 'Name each element once.'],
      zh: [`数据项${name}重复。`, '每个数据项请只填写一次。'],
    }),
  elementWider: (name: string): Said =>
    said({
      en: [`The element ${name} would be wider open than its item.`, 'An element is as open as its item or narrower.'],
      zh: [`数据项${name}的开放范围将大于其条目。`, '数据项的开放范围不得大于条目。'],
    }),
  recordType: (name: string, types: readonly string[]): Said =>
    said({
      en: [`${name} is no type of record.`, `Types: ${types.join(', ')}.`],
      zh: [`${name}不是记录类型。`, `记录类型有：${types.join('、')}。`],
    }),
  editionPublished: (edition: string, code: string): Said =>
    said({
      en: [`Edition ${edition} of ${code} is published and never changes.`, 'Publish the next edition.'],
      zh: [`${code}的版本${edition}已公布，不再变更。`, '请公布新的版本。'],
    }),
};

export const capMessages = {
  ruleNotPublished: said({
    en: [
      'The rule has not been published: a reference and a date up to today are needed.',
      'Publish it first; nothing unpublished takes effect.',
    ],
    zh: ['规则尚未公布：须有公布文号和截至今日的公布日期。', '请先公布；未经公布的不发生效力。'],
  }),
  ruleRetroactive: (effectiveFrom: string, publishedOn: string): Said =>
    said({
      en: [
        `The rule would hold from ${effectiveFrom}, before it was published on ${publishedOn}.`,
        'Send effectiveFrom on or after the publication.',
      ],
      zh: [`规则将自${effectiveFrom}起施行，早于公布日期${publishedOn}。`, 'effectiveFrom不得早于公布日期。'],
    }),
  restsOnDuty: (purpose: string): Said =>
    said({
      en: [`${purpose} rests on a duty; nobody authorizes it.`, 'Name a purpose of parties.'],
      zh: [`${purpose}以履职事项为依据，不由个人授权。`, '请填写协议方的用途。'],
    }),
  restOnDuty: (purpose: string): Said =>
    said({
      en: [`${purpose} rests on a duty; nobody authorizes it.`, 'Name purposes of parties.'],
      zh: [`${purpose}以履职事项为依据，不由个人授权。`, '请填写协议方的用途。'],
    }),
};

export const agreementMessages = {
  itemNotOpen: (item: string): Said =>
    said({
      en: [`${item} is open to the subject alone.`, 'An agreement covers items of the tier AGREEMENT.'],
      zh: [`${item}仅向信用主体本人开放。`, '开放协议只包括开放属性为AGREEMENT的条目。'],
    }),
  unknown: said({
    en: ['No agreement has this id.', 'Ask agreements for the ids.'],
    zh: ['没有该编号的开放协议。', '请通过agreements查询编号。'],
  }),
  /** What a command cannot do from the present state; `next` is what can be done instead. */
  cannotBecome: (to: string, from: string, next: Localized): Said => ({
    message: { en: `The agreement cannot become ${to} from ${from}.`, zh: `开放协议不能由${from}变更为${to}。` },
    help: next,
  }),
};

/** What can be done with an agreement, by its state. */
export const AGREEMENT_NEXT = {
  DRAFT: {
    en: 'It is a draft: activateAgreement or endAgreement.',
    zh: '协议为草案：请使用activateAgreement或者endAgreement。',
  },
  IN_FORCE: {
    en: 'It is in force: suspendAgreement or endAgreement.',
    zh: '协议已生效：请使用suspendAgreement或者endAgreement。',
  },
  SUSPENDED: {
    en: 'It is suspended: resumeAgreement or endAgreement.',
    zh: '协议已中止：请使用resumeAgreement或者endAgreement。',
  },
  ENDED: {
    en: 'It has ended, and nothing is left to do; conclude a new one.',
    zh: '协议已终止，无需再办理；请订立新的协议。',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export const dutyMessages = {
  registered: ({ department, matter }: { readonly department: string; readonly matter: string }, id: string): Said =>
    said({
      en: [
        `The duty of ${department} in the matter ${matter} is registered for these items already, as ${id}.`,
        'Nothing is left to do; to change it, end that one with endDuty and register it anew.',
      ],
      zh: [
        `${department}在事项“${matter}”中对这些条目的履职事项已经登记，编号${id}。`,
        '无需再次登记；如需变更，请先用endDuty终止原履职事项，再重新登记。',
      ],
    }),
  unknown: said({
    en: ['No duty has this id.', 'Send the id that registerDuty gave.'],
    zh: ['没有该编号的履职事项。', '请填写registerDuty给出的编号。'],
  }),
  ended: said({ en: ['The duty has ended already.', NOTHING_LEFT.en], zh: ['该履职事项已终止。', NOTHING_LEFT.zh] }),
  matterEmpty: said({
    en: ['The matter is empty.', 'Name the matter that the duty is about.'],
    zh: ['事项为空。', '请填写履职事项。'],
  }),
  matterPersonal: said({
    en: ['The matter holds personal information.', 'Name the kind of matter, and no case.'],
    zh: ['事项中含有个人信息。', '请填写事项类别，不要填写具体案件。'],
  }),
  itemNotPublic: (item: string): Said =>
    said({
      en: [
        `${item} is non-public credit information.`,
        'Departments share public credit information; name items of it.',
      ],
      zh: [`${item}是非公共信用信息。`, '行政机关之间共享的是公共信用信息，请填写公共信用信息条目。'],
    }),
  itemNotShared: (item: string): Said =>
    said({
      en: [`${item} is not shared among departments.`, 'Name items that the catalog shares.'],
      zh: [`${item}不在行政机关之间共享。`, '请填写目录规定共享的条目。'],
    }),
};
