/** What is said of what fell and is delivered again, and of what is held until it is decided (Articles 37 to 40). */
import type { Localized } from '../../../localized.ts';
import { type Said, said } from '../../said.ts';

type Cause = 'CORRECTION' | 'OBJECTION' | 'RESTORATION' | 'EXPIRY' | 'BASIS' | 'WRONG_SUBJECT' | 'REMOVAL';

/** Why it fell, with its article. */
const BY: Readonly<Record<Cause, Localized>> = {
  CORRECTION: { en: 'it was corrected (Article 38)', zh: '已更正（第三十八条）' },
  OBJECTION: { en: 'an objection to it was upheld (Article 39)', zh: '异议成立（第三十九条）' },
  RESTORATION: { en: 'it was restored (Article 40)', zh: '已完成信用修复（第四十条）' },
  EXPIRY: { en: 'its display period ended (Article 37)', zh: '公示期届满（第三十七条）' },
  BASIS: { en: 'its basis document has fallen (Article 38)', zh: '其依据文书已失效（第三十八条）' },
  WRONG_SUBJECT: { en: 'it concerned another subject (Article 38)', zh: '所涉主体有误（第三十八条）' },
  REMOVAL: { en: 'it was taken off the list (Article 28)', zh: '已移出名单（第二十八条）' },
};

const AGAIN = {
  en: 'Deliver it with newFacts only where a document shows new facts.',
  zh: '仅在有文书证明新的事实时，才可附newFacts重新报送。',
};
const NEVER = { en: 'It is not displayed again; leave it out.', zh: '不再恢复公示，请不要再报送。' };

/** Why a row is not taken in. `forGood`: new facts cannot answer it. */
export const fellMessage = (cause: Cause, fellOn: string, forGood: boolean): Localized => {
  const next = forGood ? NEVER : AGAIN;
  return {
    en: `This fell on ${fellOn}: ${BY[cause].en}. ${next.en}`,
    zh: `该信息已于${fellOn}失效：${BY[cause].zh}。${next.zh}`,
  };
};

/** Why a row is not taken in that says again what was corrected of a record that stands. */
export const correctedMessage = (fellOn: string): Localized => ({
  en: `This says again what was corrected on ${fellOn} (Article 38). Deliver what is right; where that was wrong, use correctRecord.`,
  zh: `该行再次报送了已于${fellOn}更正的内容（第三十八条）。请报送正确的内容；更正本身有误的，请使用correctRecord。`,
});

/** The same of a designation, which is decided anew where there is something new. */
export const fellDesignation = (cause: Cause, fellOn: string): Said =>
  said({
    en: [
      `By this document the subject was on the list, and that fell on ${fellOn}: ${BY[cause].en}.`,
      'Designate it under a new decision, where there is one.',
    ],
    zh: [`该主体曾以此文书列入名单，并已于${fellOn}失效：${BY[cause].zh}。`, '确有新的决定的，请按新的决定列入。'],
  });

/** The same of a correction by which a record would become what fell. */
export const fellCorrection = (cause: Cause, fellOn: string): Said => ({
  message: fellMessage(cause, fellOn, true),
  help: { en: 'Correct the record to what is right.', zh: '请更正为正确的内容。' },
});

export const newFactsMessages = {
  incomplete: (field: string, most: number): Said =>
    said({
      en: [
        `newFacts.${field} is empty or longer than ${most} characters.`,
        'Name the document that shows the new facts, and say what is new; without newFacts, leave it out.',
      ],
      zh: [
        `newFacts.${field}为空或者超过${most}个字符。`,
        '请填写证明新的事实的文书并说明新的事实；没有新的事实的，请省略newFacts。',
      ],
    }),
};

export const heldMessages = {
  none: said({
    en: ['Nothing is held under this id.', 'Ask heldRecords for what waits to be decided.'],
    zh: ['该id没有待决定的信息。', '请通过heldRecords查询待决定的信息。'],
  }),
  reasons: (most: number): Said =>
    said({
      en: [`reasons are empty or longer than ${most} characters.`, 'Say why it is shown or not.'],
      zh: [`reasons为空或者超过${most}个字符。`, '请说明予以公示或者不予公示的理由。'],
    }),
};

export const wrongSubjectMessages = {
  same: said({
    en: ['The record is about this subject already.', 'Leave subject out, or name whom it concerns.'],
    zh: ['该记录的主体已是此主体。', '请省略subject，或者填写实际涉及的主体。'],
  }),
  withOthers: said({
    en: [
      'A correction that moves a record to whom it concerns changes nothing else.',
      'Send subject and subjectName alone, then correct the record where it stands.',
    ],
    zh: ['将记录更正至实际涉及的主体时，不得同时更正其他内容。', '请只填写subject和subjectName，之后再更正该记录。'],
  }),
  fallen: said({
    en: [
      'The record is not displayed any more (Articles 37 to 40).',
      'Deliver what concerns the other subject with submitRecords.',
    ],
    zh: ['该记录已不再公示（第三十七条至第四十条）。', '请通过submitRecords报送涉及另一主体的信息。'],
  }),
  nameMissing: said({
    en: ['The name of whom the record concerns is missing.', 'Send subjectName with subject.'],
    zh: ['缺少实际涉及主体的名称。', '请与subject一并填写subjectName。'],
  }),
};
