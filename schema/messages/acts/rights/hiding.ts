/** What is said to subjects who hide information on their trustworthiness (Article 37 §1), or lock what is used of them by agreement (Article 36). */
import { type Said, said } from '../../said.ts';

export const hidingMessages = {
  untrustworthy: said({
    en: [
      'This is information on untrustworthiness: it is displayed until its period is over, and its subject cannot hide it (Article 37).',
      'Where it is wrong, object to it (Article 39); where its conditions hold, apply for restoration (Article 40).',
    ],
    zh: [
      '此为失信信息，应当展示至公示期满，信用主体不能要求隐藏（第三十七条）。',
      '信息有误的，请提出异议（第三十九条）；符合条件的，请申请信用修复（第四十条）。',
    ],
  }),
  neutral: said({
    en: [
      'This speaks neither for nor against the subject: information on trustworthiness alone is hidden on request (Article 37).',
      'Name a record or an incentive that speaks for you, as `nature` says.',
    ],
    zh: [
      '此信息既非守信信息亦非失信信息，仅守信信息可以依申请隐藏（第三十七条）。',
      '请指定`nature`为守信的记录或者守信激励。',
    ],
  }),
  ended: said({
    en: [
      'Its display has ended: it is in the archive and is not displayed again (Article 37).',
      'Nothing more need be done: nobody is shown it.',
    ],
    zh: ['该信息的展示已经终止，已转入档案，不再展示（第三十七条）。', '无需再作处理：任何人都不会看到该信息。'],
  }),
  locked: said({
    en: [
      'What is held of you is locked already: nothing of it is used by agreement (Article 36).',
      'Read since when under `me { lock }`; `unlockSharing` lifts it.',
    ],
    zh: [
      '您的信息已经锁定，任何单位均不得依协议使用（第三十六条）。',
      '锁定时间见`me { lock }`；解除锁定请使用`unlockSharing`。',
    ],
  }),
  notLocked: said({
    en: [
      'Nothing is locked: what is held of you is used as agreements and your authorizations say (Article 36).',
      '`lockSharing` locks it; an authorization is revoked with `revokeAuthorization`.',
    ],
    zh: [
      '您的信息并未锁定，可按协议和您的授权使用（第三十六条）。',
      '锁定请使用`lockSharing`；撤回授权请使用`revokeAuthorization`。',
    ],
  }),
  unseen: said({
    en: ['The reason holds characters that cannot be seen (Article 36).', 'Type it anew and send that, or send none.'],
    zh: ['锁定原因中有看不见的字符（第三十六条）。', '请重新输入后提交，也可以不填写。'],
  }),
  tooLong: (sent: number, most: number): Said =>
    said({
      en: [`The reason has ${sent} characters; ${most} are the most (Article 36).`, 'Shorten it, or send none.'],
      zh: [`锁定原因有${sent}个字符，最多${most}个（第三十六条）。`, '请予精简，也可以不填写。'],
    }),
};
