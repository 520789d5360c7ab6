/** What a refusal says: for each reason of the law, and where the place knows more than the reason does. */
import type { Reason } from '../law/decision.ts';
import type { Role } from '../law/facts.ts';
import type { Localized } from '../localized.ts';
import { type Said, said } from './said.ts';

/** Message and next step of a refusal, by reason. */
export const REFUSALS = {
  NOT_PUBLISHED: said({
    en: [
      'No published edition of this item is in force, so it has no effect.',
      'Ask catalogItems for the items in force.',
    ],
    zh: ['该条目没有已公布并生效的版本，不发生效力。', '请通过catalogItems查询有效条目。'],
  }),
  IDENTITY_REQUIRED: said({
    en: ['This is not open to anonymous callers.', 'Send a bearer token. Unconditionally open items need none.'],
    zh: ['该内容不向匿名访问者开放。', '请携带令牌（bearer token）；无条件开放的条目不需要令牌。'],
  }),
  SELF_ONLY: said({
    en: [
      'This is open to the credit subject alone.',
      'Only the subject itself can read it, with a token of role subject.',
    ],
    zh: ['该内容仅向信用主体本人开放。', '只有本人可以查阅，须使用角色为subject的令牌。'],
  }),
  ROLE: said({
    en: [
      'The role of the caller does not carry this.',
      'Use a token of a role that does, or ask access for what this one may see.',
    ],
    zh: ['访问者的角色无此权限。', '请使用具有相应权限的角色的令牌，或者通过access查询本角色可以查阅的内容。'],
  }),
  PURPOSE_REQUIRED: said({
    en: [
      'A party or department states for what purpose it asks.',
      'Send the header Credit-Purpose with a code from the published list.',
    ],
    zh: ['协议方和行政机关查询时应当说明用途。', '请在请求头Credit-Purpose中填写已公布清单中的用途代码。'],
  }),
  CASE_REQUIRED: said({
    en: ['A department names the case that it handles.', 'Send the header Credit-Case with the reference of the case.'],
    zh: ['行政机关查询时应当注明所办理的案件。', '请在请求头Credit-Case中填写案件编号。'],
  }),
  MATTER_REQUIRED: said({
    en: [
      'The department has duties in several matters under this purpose, and names the one that it handles.',
      'Send the header Credit-Matter with the code of the matter; matterCheck and matterChecks take it as argument too.',
    ],
    zh: [
      '该行政机关在此用途下有多个履职事项，应当注明所办理的事项。',
      '请在请求头Credit-Matter中填写事项代码；matterCheck和matterChecks也可以用参数填写。',
    ],
  }),
  MANDATE_REQUIRED: said({
    en: [
      'Whoever acts for another subject needs a mandate that stands and covers this.',
      'Send the header Credit-For with the id of one, as me { mandates } gives it, or leave it out and ask for yourself.',
    ],
    zh: [
      '代他人办理须有有效且权限相符的委托。',
      '请在请求头Credit-For中填写me { mandates }给出的委托编号；为本人办理的，请不要填写。',
    ],
  }),
  NO_AGREEMENT: said({
    en: [
      'No agreement of the calling party is in force.',
      'Conclude an agreement with the public credit work body; unconditionally open items stay readable.',
    ],
    zh: ['协议方没有生效的开放协议。', '请与公共信用工作机构订立开放协议；无条件开放的条目仍可查阅。'],
  }),
  PURPOSE_NOT_AGREED: said({
    en: ['The agreement in force does not cover this purpose.', 'Ask for an agreed purpose, or extend the agreement.'],
    zh: ['生效的开放协议不包括该用途。', '请按协议约定的用途查询，或者变更协议。'],
  }),
  ITEM_NOT_AGREED: said({
    en: [
      'The agreement in force does not cover this item.',
      'Ask access for the items that it covers, or extend the agreement.',
    ],
    zh: ['生效的开放协议不包括该条目。', '请通过access查询协议包括的条目，或者变更协议。'],
  }),
  DUTY_REQUIRED: said({
    en: [
      'No registered duty of the department covers this.',
      'Have the duty registered with its matter, activity and items, and state its purpose.',
    ],
    zh: ['该行政机关没有包括此内容的已登记履职事项。', '请登记履职事项及其办理活动和条目，并说明相应的用途。'],
  }),
  AUTHORIZATION_REQUIRED: said({
    en: [
      'The person concerned has not authorized the calling party for this.',
      'Obtain an authorization for the item and purpose; the person grants it with grantAuthorization.',
    ],
    zh: ['当事人没有就此向协议方授权。', '请就该条目和用途取得授权；授权由本人通过grantAuthorization作出。'],
  }),
  NOT_PROVIDING_UNIT: said({
    en: [
      'The catalog names another unit as the provider of this item.',
      'Deliver items of your own unit; catalogItems names the providing unit of each.',
    ],
    zh: ['目录规定该条目由其他单位提供。', '请报送由本单位提供的条目；各条目的提供单位见catalogItems。'],
  }),
  LEDGER_UNAVAILABLE: said({
    en: [
      'The disclosure could not be written to the ledger, so nothing is disclosed.',
      'Try again; if it persists, tell the operator.',
    ],
    zh: ['披露未能记入披露日志，因此不予提供。', '请重试；仍不成功的，请告知公共信用工作机构。'],
  }),
} as const satisfies Readonly<Record<Reason, Said>>;

const either = new Intl.ListFormat('en', { type: 'disjunction' });

export const refusalMessages = {
  /** Next step where only these roles may. */
  oneOfRoles: (allowed: readonly Role[]): Localized => ({
    en: `Use a token of role ${either.format(allowed)}.`,
    zh: `请使用角色为${allowed.join('或')}的令牌。`,
  }),
  monitoringAlone: (purpose: string): Said =>
    said({
      en: [
        `Subjects are watched for the purpose ${purpose} alone.`,
        `Send the header Credit-Purpose with ${purpose}; an agreement has to cover it.`,
      ],
      zh: [`关注信用主体只能用于用途${purpose}。`, `请在请求头Credit-Purpose中填写${purpose}；开放协议须包括该用途。`],
    }),
  showsPersonWhole: said({
    en: [
      'The report shows a person whole, which no duty for this purpose needs.',
      'Send the purpose of the duty that it was made for, or have a new one made.',
    ],
    zh: [
      '该报告实名显示个人信息，而此用途下没有需要实名信息的履职事项。',
      '请填写制作该报告时的用途，或者重新制作报告。',
    ],
  }),
};
