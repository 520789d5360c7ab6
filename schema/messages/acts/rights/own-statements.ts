/** What is said of statements that subjects make beside what is held about them (Article 35). */
import { type Said, said } from '../../said.ts';

export const statementMessages = {
  blank: said({
    en: ['The statement has no text (Article 35).', 'Send what you want to be read beside it.'],
    zh: ['本人说明没有内容（第三十五条）。', '请填写希望在该记录旁展示的说明。'],
  }),
  tooLong: (sent: number, most: number): Said =>
    said({
      en: [
        `The statement has ${sent} characters; ${most} are the most (Article 35).`,
        'Shorten it. What shows that something is wrong belongs in an objection, with its evidence.',
      ],
      zh: [
        `本人说明有${sent}个字符，最多${most}个（第三十五条）。`,
        '请予精简；证明信息有误的内容请通过异议提出并附证据材料。',
      ],
    }),
  unseen: said({
    en: ['The statement holds characters that cannot be seen (Article 35).', 'Type it anew and send that.'],
    zh: ['本人说明中有看不见的字符（第三十五条）。', '请重新输入后提交。'],
  }),
  notShown: said({
    en: [
      'What this would stand beside is shown to nobody any more (Articles 35 and 37).',
      'State something beside what is displayed.',
    ],
    zh: ['该信息已不再展示，无从附加说明（第三十五条、第三十七条）。', '请在仍在展示的信息旁作出说明。'],
  }),
};
