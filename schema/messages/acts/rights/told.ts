/** What subjects are told of what happens to what is held about them (Article 35), and what is said of the channel of their choosing. */
import type { Localized } from '../../../localized.ts';
import { type Said, said } from '../../said.ts';

/** What sentences are made of: names in both languages, days. */
export interface Told {
  /** Of the message. */
  readonly day: string;
  readonly unit: Localized;
  readonly item: Localized;
  /** Null where none was stated. */
  readonly purpose: Localized | null;
  readonly until: string;
}

const CAUSES: Readonly<Record<string, Localized>> = {
  RESTORED: { en: ' after its restoration', zh: '（信用修复）' },
  OBJECTION: { en: ' because your objection was upheld', zh: '（异议成立）' },
  FALLEN_BASIS: { en: ' because the document that it rests on was revoked', zh: '（所依据的文书已撤销）' },
  WRONG_SUBJECT: { en: ' because it concerns somebody else', zh: '（与您无关）' },
  REMOVED: { en: ' because it was taken from the list', zh: '（移出名单）' },
};

const OUTCOMES: Readonly<Record<string, Localized>> = {
  UPHELD: {
    en: 'upheld your objection: what was wrong is set right, and whoever was shown it is told',
    zh: '认定您的异议成立：错误信息将予更正，并通知已获得该信息的单位',
  },
  REFUSED: {
    en: 'did not uphold your objection; its reasons and what you can do next stand in me { objections }',
    zh: '认定您的异议不成立；理由和后续救济途径可通过me { objections }查询',
  },
  LAPSED: {
    en: 'closed your objection, since what it is about was restored and is displayed no more',
    zh: '因所涉信息已完成信用修复、不再公示而终止办理您的异议',
  },
  WITHDRAWN: { en: 'closed your objection, which you withdrew', zh: '因您撤回而终止办理您的异议' },
};

/** The whole sentences of messages, each with its article. Of a kind of list, of an outcome or of a cause that has none, a plainer one. */
export const toldMessages = {
  listed: ({ day, unit, item }: Told, onAccount: boolean): Localized => ({
    en: `On ${day} ${unit.en} entered you in the list “${item.en}”${onAccount ? ', on account of an organization that you answer for' : ''}; you may ask for a re-examination (Article 35).`,
    zh: `${unit.zh}于${day}将您列入“${item.zh}”${onAccount ? '（因您对有关单位负有责任）' : ''}；您可以申请复核（第三十五条）。`,
  }),
  encouraged: ({ day, unit, item }: Told): Localized => ({
    en: `On ${day} ${unit.en} entered you in “${item.en}” as one to be encouraged (Article 25).`,
    zh: `${unit.zh}于${day}将您列为“${item.zh}”激励对象（第二十五条）。`,
  }),
  changed: ({ day, unit, item }: Told): Localized => ({
    en: `On ${day} ${unit.en} changed the record “${item.en}” about you; the version of before stays in its history (Article 36).`,
    zh: `${unit.zh}于${day}变更了您的“${item.zh}”信息；变更前的版本保留在历史记录中（第三十六条）。`,
  }),
  withdrawn: ({ day, unit, item }: Told, cause: string): Localized => ({
    en: `On ${day} ${unit.en} ended the display of “${item.en}” about you${CAUSES[cause]?.en ?? ''} (Article 38).`,
    zh: `${unit.zh}于${day}停止公示您的“${item.zh}”信息${CAUSES[cause]?.zh ?? ''}（第三十八条）。`,
  }),
  objected: ({ day, unit, until }: Told): Localized => ({
    en: `On ${day} your objection was given to ${unit.en}, which decides it by ${until} (Article 39).`,
    zh: `您的异议已于${day}交由${unit.zh}办理，应于${until}前作出决定（第三十九条）。`,
  }),
  labelled: ({ day, unit, until }: Told): Localized => ({
    en: `On ${day} ${unit.en} labelled what you object to: whoever sees it sees that it is disputed. It decides by ${until} (Article 39).`,
    zh: `${unit.zh}于${day}对您提出异议的信息作出标注，查阅者均可看到该标注；应于${until}前作出决定（第三十九条）。`,
  }),
  decided: ({ day, unit }: Told, outcome: string): Localized => ({
    en: `On ${day} ${unit.en} ${OUTCOMES[outcome]?.en ?? 'decided your objection'} (Article 39).`,
    zh: `${unit.zh}于${day}${OUTCOMES[outcome]?.zh ?? '对您的异议作出决定'}（第三十九条）。`,
  }),
  disclosed: ({ day, unit, purpose }: Told): Localized => ({
    en: `On ${day} ${unit.en} was shown information about you${purpose === null ? '' : ` for “${purpose.en}”`} for the first time; me { disclosures } has every look with its basis (Article 35).`,
    zh: `${unit.zh}于${day}首次${purpose === null ? '' : `以“${purpose.zh}”为用途`}查阅了您的信息；每次查阅及其依据可通过me { disclosures }查询（第三十五条）。`,
  }),
  authorizationEnds: ({ unit, until }: Told): Localized => ({
    en: `Your authorization of ${unit.en} ends with ${until}; it sees nothing by it afterwards, unless you grant another (Article 24).`,
    zh: `您对${unit.zh}的授权将于${until}届满；届满后除非另行授权，不得再据以查阅（第二十四条）。`,
  }),
  added: ({ day, unit, item }: Told): Localized => ({
    en: `Since ${day} “${item.en}” of ${unit.en} is displayed about you; you may object to it (Article 39).`,
    zh: `自${day}起公示${unit.zh}提供的您的“${item.zh}”信息；您可以提出异议（第三十九条）。`,
  }),
  newFacts: ({ day, unit, item }: Told): Localized => ({
    en: `On ${day} ${unit.en} delivered “${item.en}” about you again, with new facts; you may object to it (Article 39).`,
    zh: `${unit.zh}于${day}以新的事实重新报送了您的“${item.zh}”信息；您可以提出异议（第三十九条）。`,
  }),
  complaintAnswered: ({ day, unit }: Told): Localized => ({
    en: `On ${day} ${unit.en} answered your complaint in writing; read the answer in me { complaints } (Article 41).`,
    zh: `${unit.zh}已于${day}书面答复您的投诉；答复可通过me { complaints }查询（第四十一条）。`,
  }),
  restored: ({ day, unit, item }: Told, onAccount: boolean): Localized => ({
    en: `On ${day} ${unit.en} restored your credit in “${item.en}”${onAccount ? ', with the organization on whose account you were listed' : ''}: it is displayed, shared and used no more (Article 40).`,
    zh: `${unit.zh}于${day}准予修复您的“${item.zh}”信息${onAccount ? '（随您对其负有责任的单位一并修复）' : ''}，停止公示、共享和使用（第四十条）。`,
  }),
  restorationRefused: ({ day, unit, item, until }: Told): Localized => ({
    en: `On ${day} ${unit.en} did not restore “${item.en}”; its reasons stand in me { restorations }, and you may apply again from ${until} (Article 40).`,
    zh: `${unit.zh}于${day}决定不予修复您的“${item.zh}”信息；理由可通过me { restorations }查询，自${until}起可以再次申请（第四十条）。`,
  }),
  channelEnded: ({ day }: Told): Localized => ({
    en: `On ${day} the address of your channel refused what was sent there, so that nothing is sent to it any more; choose one by chooseChannel (Article 35).`,
    zh: `您所选通知方式的地址于${day}拒收，已停止向其发送；请通过chooseChannel重新选择（第三十五条）。`,
  }),
};

export const channelMessages = {
  noMail: said({
    en: [
      'This platform sends no e-mail.',
      'Choose a WEBHOOK, or NONE and look at me { messages } yourself (Article 35).',
    ],
    zh: ['本平台不发送电子邮件。', '请选择WEBHOOK，或者选择NONE并自行查看me { messages }（第三十五条）。'],
  }),
  address: said({
    en: [
      'That is no e-mail address that can be written to.',
      'Send one address such as name@example.com (RFC 5321, RFC 6531), without a name, brackets or quotation marks.',
    ],
    zh: [
      '该电子邮件地址无法使用。',
      '请填写一个地址，如name@example.com（RFC 5321、RFC 6531），不含姓名、括号和引号。',
    ],
  }),
  place: (field: string): Said =>
    said({
      en: [`This kind of channel needs ${field}, and no other address.`, `Send ${field} alone.`],
      zh: [`该通知方式需要${field}，且不得填写其他地址。`, `请仅填写${field}。`],
    }),
  kinds: said({
    en: ['No kind of message was named.', 'Name at least one, or leave kinds out for all.'],
    zh: ['没有选择任何消息种类。', '请至少选择一种，或者不填kinds以接收全部消息。'],
  }),
  codes: (most: number): Said =>
    said({
      en: [`${most} codes were sent today.`, 'Choose the channel tomorrow.'],
      zh: [`今天已发送${most}个验证码。`, '请明天再选择通知方式。'],
    }),
  none: said({
    en: ['No channel waits to be confirmed.', 'Choose one by chooseChannel: a code is sent to it.'],
    zh: ['没有等待确认的通知方式。', '请先通过chooseChannel选择，系统将向其发送验证码。'],
  }),
  over: said({
    en: ['The code is over, or was guessed too often.', 'Choose the channel again: another code is sent to it.'],
    zh: ['验证码已失效，或者尝试次数过多。', '请重新选择通知方式，系统将发送新的验证码。'],
  }),
  wrong: (left: number): Said =>
    said({
      en: ['That is not the code that was sent.', `Send it as it stands there; tries that are left: ${left}.`],
      zh: ['验证码不正确。', `请按收到的内容填写；剩余尝试次数：${left}。`],
    }),
};

/** What leaves by a channel. Nothing else does: no name, number, unit, item or purpose, in no header either. */
export const letters = {
  subject: { en: 'Notice of the credit information platform', zh: '信用信息平台通知' } satisfies Localized,
  news: (place: string, reference: string): Localized => ({
    en: `There is something new about your credit record. Sign in to read it: ${place}\n\nReference: ${reference}\n\nThese notices are sent because you chose them. To stop them, sign in and choose NONE (chooseChannel). Do not reply to this address.\n`,
    zh: `您的信用记录有新的消息，请登录查看：${place}\n\n编号：${reference}\n\n本通知系根据您的选择发送。如需停止，请登录后选择NONE（chooseChannel）。请勿回复本邮件。\n`,
  }),
  code: (place: string, code: string): Localized => ({
    en: `Somebody asked that notices be sent to this address. If it was you, sign in at ${place} and confirm by the code ${code} (confirmChannel), within a day. If it was not, do nothing: nothing more is sent.\n`,
    zh: `有人请求向此地址发送通知。如系本人操作，请在一日内登录${place}，以验证码${code}确认（confirmChannel）。如非本人操作，无需处理，不会再发送任何内容。\n`,
  }),
};
