/** What is said where the platform itself does not answer, or not in this way: faults, deadlines, quotas, changes meanwhile. */
import { type Said, said } from './said.ts';

/** Something that does not answer now, and may in a little while. */
const later = (en: string, zh: string): Said =>
  said({ en: [en, 'Try again in a little while.'], zh: [zh, '请稍后重试。'] });

export const serviceMessages = {
  givenUp: later('The request was given up.', '请求已放弃。'),
  answerTooLong: later('The answer took too long and was given up.', '应答用时过长，已放弃。'),
  givenUpLate: said({
    en: [
      'The answer took too long and was given up; nothing was disclosed.',
      'Try again in a little while. A change that you asked for may have been made after all: look whether it stands first.',
    ],
    zh: ['应答用时过长，已放弃；没有提供任何信息。', '请稍后重试。请求变更的，变更可能已经完成，请先核对是否生效。'],
  }),
  mayHaveBeenDone: said({
    en: [
      'A change was begun and no answer came; whether it was made is not known.',
      'Look whether it stands before you send it again.',
    ],
    zh: ['变更已经开始，但没有收到结果，尚不清楚是否完成。', '请先核对是否生效，再决定是否重新提交。'],
  }),
  changedUnshown: said({
    en: [
      'The change was made. What it would have shown could not be written to the ledger, so it is not shown.',
      'Do not send it again; read the result later.',
    ],
    zh: ['变更已经完成。其结果未能记入查询记录，因此不予显示。', '请勿重新提交，稍后再查询结果。'],
  }),
  reportTooLong: later('The report took too long and was given up.', '制作报告用时过长，已放弃。'),
  partLate: (part: string): Said => later(`The part ${part} did not answer in time.`, `子系统${part}没有按时应答。`),
  partUnfit: (part: string): Said =>
    later(`The part ${part} gave an answer that cannot be used.`, `子系统${part}的应答无法使用。`),
  notDone: (part: string): Said =>
    later(`The part ${part} refused the change; nothing was done.`, `子系统${part}拒绝了变更，没有作任何更改。`),
  partSilent: later('A part does not answer.', '有子系统没有应答。'),
  databaseSilent: later('The database does not answer.', '数据库没有应答。'),
  answeredMeanwhile: later('The same case was answered again and again meanwhile.', '其间同一案件反复得到应答。'),
  reportPartMissing: later(
    'A part of the report could not be made, so none is issued.',
    '报告的一部分未能制作，因此不出具报告。',
  ),
  noStatistics: later('No statistics have been released yet.', '尚未发布统计结果。'),
  issuerSilent: said({
    en: ['The issuer of the token does not give its keys.', 'Try again in a minute.'],
    zh: ['令牌签发方没有提供其公钥。', '请一分钟后重试。'],
  }),
  failed: (id: string): Said =>
    said({
      en: [
        `Something failed here. It is recorded under ${id}.`,
        'Try again; if it persists, tell the operator the id.',
      ],
      zh: [`平台发生故障，已记录，编号${id}。`, '请重试；仍不成功的，请将编号告知公共信用工作机构。'],
    }),
  quota: (renewsAt: string): Said =>
    said({
      en: [
        'The answer would show more subjects than the agreement allows a day.',
        `The quota renews at ${renewsAt}. Subjects that were shown today already can be asked again; a smaller batch may still fit.`,
      ],
      zh: [
        '应答涉及的信用主体将超过开放协议约定的每日数量。',
        `限额自${renewsAt}起重新计算。今日已查询的信用主体可以再次查询；也可以减少每批数量。`,
      ],
    }),
  overtaken: said({
    en: [
      'A record was changed while the answer was made, so nothing of it is given.',
      'Ask again: the answer then holds what is right now.',
    ],
    zh: ['应答期间有记录发生变更，因此不予提供。', '请重新查询，以取得当前正确的内容。'],
  }),
  newsOvertaken: said({
    en: [
      'What the feed told of rests on something that ended while the answer was made, so nothing of it is given.',
      'Ask again: the answer then holds what is right now. Whoever reads the feed in a question of its own loses nothing else by it.',
    ],
    zh: [
      '应答期间，变更通知所依据的事项已经终止，因此不予提供。',
      '请重新查询，以取得当前正确的内容。单独查询变更通知的，不影响其他查询。',
    ],
  }),
  tooOften: (limit: number, seconds: number): Said =>
    said({
      en: [`More than ${limit} requests a minute.`, `Wait ${seconds} seconds.`],
      zh: [`每分钟请求超过${limit}次。`, `请等待${seconds}秒。`],
    }),
};
