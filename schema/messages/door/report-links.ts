/** What people are told who open a link to a report in a browser. */
import { type Said, said } from '../said.ts';

export const linkMessages = {
  missing: said({
    en: ['No link was named.', 'Open the whole address that was given to you, with everything behind “link=”.'],
    zh: ['没有给出链接。', '请打开收到的完整网址，包括“link=”之后的全部内容。'],
  }),
  unusable: said({
    en: [
      'This link is not whole, or was not made by this server with its keys of today.',
      'Copy it again as it was given to you, or ask whoever made it for a new one (POST /reports/{id}/link).',
    ],
    zh: [
      '该链接不完整，或者不是由本服务器以其现行密钥生成的。',
      '请重新复制收到的完整链接，或者请生成者重新生成（POST /reports/{id}/link）。',
    ],
  }),
  expired: (minutes: number): Said =>
    said({
      en: [
        `This link has expired: it opened the report for ${minutes} minutes.`,
        'Ask whoever made it for a new one (POST /reports/{id}/link).',
      ],
      zh: [`该链接已过期：链接仅在${minutes}分钟内有效。`, '请生成者重新生成（POST /reports/{id}/link）。'],
    }),
  opensNothing: said({
    en: [
      'This link opens nothing any more: whoever made it may no longer read this report.',
      'Ask whoever made it; GET /reports/{id} tells them what is lacking.',
    ],
    zh: [
      '该链接已不能打开任何内容：生成者已无权查阅该报告。',
      '请联系生成者；生成者可以通过GET /reports/{id}得知缺少什么。',
    ],
  }),
  usedUp: (openings: number): Said =>
    said({
      en: [
        `This link was opened ${openings} times, and is not opened more often.`,
        'Ask whoever made it for a new one (POST /reports/{id}/link).',
      ],
      zh: [`该链接已打开${openings}次，不能再次打开。`, '请生成者重新生成（POST /reports/{id}/link）。'],
    }),
  otherForm: (formats: readonly string[]): Said =>
    said({
      en: [
        'A link does not open a report in this form.',
        `Add &format= with ${formats.join(' or ')}, or leave it out.`,
      ],
      zh: ['链接不能以这种格式打开报告。', `请在网址后添加&format=，其值为${formats.join('或')}，或者不添加。`],
    }),
};
