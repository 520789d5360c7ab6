/** What is said of authorizations, of the feed and its webhook, of the ledger and of clocks. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

const NOTHING_LEFT = { en: 'Nothing is left to do.', zh: '无需再办理。' };

export const authorizationMessages = {
  otherService: (purposes: readonly string[], first: string): Said =>
    said({
      en: [
        `${purposes.join(', ')} belongs to another service than ${first}.`,
        'Authorize each service by itself: none may be made a condition of another.',
      ],
      zh: [
        `${purposes.join('、')}与${first}不属于同一项服务。`,
        '请就每项服务分别授权：不得以一项授权作为另一项服务的条件。',
      ],
    }),
  notNeeded: (items: readonly string[], purposes: readonly string[]): Said =>
    said({
      en: [
        `${items.join(', ')} is not needed for ${purposes.join(', ')}.`,
        'Name items that the published purposes need; the query purposes lists them.',
      ],
      zh: [
        `${items.join('、')}不是${purposes.join('、')}所需的条目。`,
        '请填写已公布用途所需的条目，可通过purposes查询。',
      ],
    }),
  over: (until: string): Said =>
    said({
      en: [`The term is over since ${until}.`, 'Send a term that reaches into the future.'],
      zh: [`期限已于${until}届满。`, '请填写尚未届满的期限。'],
    }),
  tooLong: (rule: string, months: number, latest: string, reference: string): Said =>
    said({
      en: [
        `An authorization for ${rule} lasts ${months} months at most: until ${latest} (${reference}).`,
        `Send validUntil of ${latest} or earlier.`,
      ],
      zh: [`${rule}的授权最长${months}个月，至${latest}（${reference}）。`, `validUntil请不晚于${latest}。`],
    }),
  tooManyUses: (rule: string, uses: number, reference: string): Said =>
    said({
      en: [
        `An authorization for ${rule} carries ${uses} uses at most (${reference}).`,
        `Send maximumUses of ${uses} or fewer.`,
      ],
      zh: [`${rule}的授权最多使用${uses}次（${reference}）。`, `maximumUses请不超过${uses}。`],
    }),
  revoked: said({
    en: ['The authorization has been revoked already.', NOTHING_LEFT.en],
    zh: ['该授权已撤销。', NOTHING_LEFT.zh],
  }),
};

/** A place that a webhook may not point to. */
const webhookUrl = (en: string, zh: string): Said =>
  said({
    en: [en, 'Send an https URL of a public host, without credentials.'],
    zh: [zh, '请填写公网主机的https网址，且不含账号和口令。'],
  });

export const feedMessages = {
  deliveryPending: said({
    en: ['A delivery is on its way already.', 'Wait for it; the query webhook says how it stands.'],
    zh: ['已有回调通知正在发送。', '请等待；进展可通过webhook查询。'],
  }),
  urlUnreadable: webhookUrl(
    'The URL cannot be read, or is longer than 500 characters.',
    '网址无法识别，或者超过500个字符。',
  ),
  urlCredentials: webhookUrl('The URL holds credentials.', '网址中含有账号或者口令。'),
  urlNoHttps: webhookUrl('The URL is not https.', '网址不是https。'),
  urlPrivate: webhookUrl('The URL points into a private network.', '网址指向内部网络。'),
};

const TWO_CHECKPOINTS = {
  en: 'Send the sizes of two checkpoints as `ledgerCheckpoint` gave them, the earlier first, or 0 for the empty tree.',
  zh: '请填写ledgerCheckpoint给出的两个检查点的大小，较早的在前；空树填0。',
};

export const checkpointMessages = {
  order: (from: number, to: number): Said =>
    said({
      en: [`The earlier size comes first; ${from} and ${to} were sent.`, TWO_CHECKPOINTS.en],
      zh: [`较早的检查点应当在前；收到的是${from}和${to}。`, TWO_CHECKPOINTS.zh],
    }),
  noCheckpoint: (size: number): Said =>
    said({
      en: [`There is no checkpoint of size ${size}.`, TWO_CHECKPOINTS.en],
      zh: [`没有大小为${size}的检查点。`, TWO_CHECKPOINTS.zh],
    }),
  witness: said({
    en: [
      'A checkpoint that was kept elsewhere is a size of at least 1 and a root hash of 32 bytes in base64.',
      'Send both, as ledgerCheckpoint gave them.',
    ],
    zh: [
      '另行保存的检查点由不小于1的大小和以base64书写的32字节根哈希组成。',
      '请按ledgerCheckpoint给出的原样填写两者。',
    ],
  }),
};

export const clockMessages = {
  none: said({
    en: ['No such clock runs.', 'Ask deadlines for those that do.'],
    zh: ['没有这样的办理期限在计算。', '请通过deadlines查询正在计算的期限。'],
  }),
  fault: (fault: Localized): Said => ({
    message: fault,
    help: {
      en: 'Look the clock up in deadlines: it tells since when it runs and how it stands.',
      zh: '请通过deadlines查询该期限的起算日和状态。',
    },
  }),
};
