/** What is said of restoration (Article 40): when it cannot be applied for, and to who decides. */

import type { RestorationCondition } from '../../../law/matter/restoration.ts';
import type { Localized } from '../../../localized.ts';
import { type Said, said } from '../../said.ts';

const ASK: Localized = {
  en: 'Ask restorationConditions what must be met, and from which day (Article 40).',
  zh: '请通过restorationConditions查询应当符合的条件和可以申请的日期（第四十条）。',
};

const OWN: Localized = {
  en: 'Look it up in me { restorations } (Article 40).',
  zh: '请通过me { restorations }查询（第四十条）。',
};

const CONDITIONS: Readonly<Partial<Record<string, Localized>>> = {
  UNTRUSTWORTHY: { en: 'it is no untrustworthiness information any more', zh: '已不属于失信信息' },
  STILL_DISPLAYED: { en: 'it is displayed no more', zh: '已停止公示' },
  EXCLUDED_BY_LAW: { en: 'a law excludes it', zh: '法律、法规规定不得修复' },
  MINIMUM_PERIOD: { en: 'the minimum of its display has not passed', zh: '最短公示期未满' },
  AGAIN_FROM: { en: 'it was refused until a later day', zh: '再次申请的日期未到' },
  CORRECTED: { en: 'the conduct is not corrected', zh: '未纠正失信行为' },
  DUTIES_PERFORMED: { en: 'the duties are not performed', zh: '未履行法定义务' },
  PLEDGE: { en: 'no pledge was made', zh: '未作出信用承诺' },
} satisfies Readonly<Record<RestorationCondition, Localized>>;

export const restorationMessages = {
  namesOne: said({
    en: ['One record or one designation is restored at a time.', 'Send record or designation, not both (Article 40).'],
    zh: ['每次申请修复一条记录或者一项认定。', '请在record和designation中只填写一项（第四十条）。'],
  }),
  otherField: (field: 'record' | 'designation'): Said =>
    said({
      en: [`What has this id is named in ${field}.`, `Send its id in ${field} (Article 40).`],
      zh: [`该编号应当填写在${field}中。`, `请在${field}中填写该编号（第四十条）。`],
    }),
  notPublic: said({
    en: [
      'This is non-public credit information: it is not displayed, and its collector keeps it within its own term.',
      'Object to what is wrong of it with raiseObjection (Article 39); restoration is of what is displayed (Article 40).',
    ],
    zh: [
      '该信息为非公共信用信息，不予公示，由采集单位在规定期限内保存。',
      '信息有误的请通过raiseObjection提出异议（第三十九条）；信用修复针对公示的失信信息（第四十条）。',
    ],
  }),
  notUntrustworthy: said({
    en: [
      'This says nothing untrustworthy of you, and there is nothing to restore.',
      'What is trustworthy is hidden on request (Article 37); what is wrong is corrected (Article 39).',
    ],
    zh: [
      '该信息不属于失信信息，无需修复。',
      '守信信息可以申请不予公示（第三十七条）；信息有误的可以提出异议（第三十九条）。',
    ],
  }),
  fallen: said({
    en: ['This is displayed no more, so that nothing is left to restore.', OWN.en],
    zh: ['该信息已停止公示，无需修复。', OWN.zh],
  }),
  excluded: (citation: string): Said =>
    said({
      en: [
        `A law excludes it from restoration: ${citation}.`,
        'It is displayed until its period ends; restorationExclusions lists what is excluded (Articles 37 and 40).',
      ],
      zh: [
        `依照${citation}，该信息不得修复。`,
        '公示至期限届满为止；不予修复情形见restorationExclusions（第三十七条、第四十条）。',
      ],
    }),
  tooEarly: (day: string): Said =>
    said({
      en: [
        `The minimum of its display has not passed: restoration can be applied for from ${day}.`,
        `Apply on ${day} or later (Articles 37 and 40).`,
      ],
      zh: [`最短公示期未满，自${day}起可以申请信用修复。`, `请于${day}或者之后申请（第三十七条、第四十条）。`],
    }),
  againFrom: (day: string): Said =>
    said({
      en: [
        `An application about this was refused; it can be applied for again from ${day}.`,
        `Apply on ${day} or later, once what the decision says is done (Article 40).`,
      ],
      zh: [`此前的申请未获准予，自${day}起可以再次申请。`, `请按照决定完成整改后，于${day}或者之后申请（第四十条）。`],
    }),
  applied: said({
    en: [
      'An application of yours about this waits for its decision (Article 40).',
      `${OWN.en} withdrawRestoration takes it back.`,
    ],
    zh: ['您对此已提出申请，正在办理中（第四十条）。', `${OWN.zh}可以通过withdrawRestoration撤回。`],
  }),
  restored: said({
    en: ['This was restored already (Article 40).', 'POST /reports makes a certificate of it.'],
    zh: ['该信息已准予修复（第四十条）。', '可以通过POST /reports出具信用修复证明。'],
  }),
  tooOften: (most: number): Said =>
    said({
      en: [`Restoration of this was applied for ${most} times today.`, `Apply tomorrow. ${ASK.en}`],
      zh: [`今日已对此申请${most}次。`, `请于明日申请。${ASK.zh}`],
    }),
  pledge: (most: number): Said =>
    said({
      en: [
        `pledge holds characters that nobody sees, or is longer than ${most} characters.`,
        'Say in full sentences what you pledge (Article 40).',
      ],
      zh: [`pledge含有不可见字符或者超过${most}字。`, '请完整写明承诺内容（第四十条）。'],
    }),
  closed: said({
    en: ['This application waits for no decision: it was decided, withdrawn, or never accepted (Article 40).', OWN.en],
    zh: ['该申请不在办理中：已作出决定、已撤回或者未被受理（第四十条）。', OWN.zh],
  }),
  noneOfYours: said({
    en: ['No application for restoration of yours has this id.', OWN.en],
    zh: ['没有属于您的该编号的信用修复申请。', OWN.zh],
  }),
  noApplication: said({
    en: ['There is no application for restoration of this id.', 'Ask restorations for those that wait (Article 40).'],
    zh: ['没有该编号的信用修复申请。', '请通过restorations查询待办的申请（第四十条）。'],
  }),
  decided: said({
    en: [
      'The application waits for no decision any more: it was decided or withdrawn, or the row ended.',
      'Read it with restorations. A decision is not changed; whoever was refused applies again (Article 40).',
    ],
    zh: [
      '该申请已不在办理中：已作出决定、已撤回或者所涉信息已停止公示。',
      '请通过restorations查询。决定不再变更；未获准予的可以再次申请（第四十条）。',
    ],
  }),
  unmet: (conditions: readonly RestorationCondition[], citation: string | null): Said => {
    const [en, zh] = (['en', 'zh'] as const).map((language) =>
      conditions
        .map((condition) => CONDITIONS[condition]?.[language] ?? condition)
        .join(language === 'en' ? '; ' : '；'),
    );
    return said({
      en: [
        `The conditions do not hold today: ${en}${citation === null ? '' : ` (${citation})`}.`,
        'Refuse it with these reasons, and with againFrom (Article 40).',
      ],
      zh: [
        `今日不符合修复条件：${zh}${citation === null ? '' : `（${citation}）`}。`,
        '请以此为由不予修复，并填写againFrom（第四十条）。',
      ],
    });
  },
  reasons: (most: number): Said =>
    said({
      en: [
        `reasons are empty, hold characters that nobody sees, or are longer than ${most} characters.`,
        'Say it in full sentences: the subject reads it (Article 40).',
      ],
      zh: [`reasons为空、含有不可见字符或者超过${most}字。`, '请完整说明，信用主体将看到该内容（第四十条）。'],
    }),
  againOfGranted: said({
    en: ['againFrom is for an application that is refused.', 'Leave it out (Article 40).'],
    zh: ['只有不予修复才填写againFrom。', '请不要填写（第四十条）。'],
  }),
  againDay: said({
    en: [
      'againFrom is no day after today of the form YYYY-MM-DD.',
      'Send the first day, or leave it out (Article 40).',
    ],
    zh: ['againFrom不是今日之后、形如YYYY-MM-DD的日期。', '请填写可以再次申请的首日，或者不填写（第四十条）。'],
  }),
};

export const exclusionMessages = {
  namesOne: said({
    en: ['An exclusion names one of item, list and ground.', 'Send exactly one of them (Article 40).'],
    zh: ['不予修复情形应当在item、list和ground中指明一项。', '请只填写其中一项（第四十条）。'],
  }),
  unknown: (field: string, sent: string): Said =>
    said({
      en: [`${field} ${sent} is not published.`, 'Ask catalogItems, lists or the grounds of Article 29 (Article 40).'],
      zh: [`${field} ${sent}未公布。`, '请查询catalogItems、lists或者第二十九条规定的事由（第四十条）。'],
    }),
  citation: (most: number): Said =>
    said({
      en: [
        `citation is empty or longer than ${most} characters.`,
        'Name the law and its article: only a law excludes (Article 40).',
      ],
      zh: [
        `citation为空或者超过${most}字。`,
        '请写明法律、法规名称及条款：只有法律、法规可以规定不得修复（第四十条）。',
      ],
    }),
  days: said({
    en: ['until is before effectiveFrom.', 'Send a last day on or after the first, or none (Article 40).'],
    zh: ['until早于effectiveFrom。', '请填写不早于首日的末日，或者不填写（第四十条）。'],
  }),
  twice: said({
    en: [
      'An exclusion of this with the same first day is published.',
      'What is published is not changed: publish one with a later first day, which takes its place (Article 40).',
    ],
    zh: ['该情形自同一日起的规定已公布。', '已公布的不作变更：请公布首日在后的规定，取而代之（第四十条）。'],
  }),
};
