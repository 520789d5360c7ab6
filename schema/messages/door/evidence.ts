/** What is said of evidence (Articles 39 and 41): of a file that is brought, of what is wrong with it, of one that is asked for. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

const PRINT: Localized = {
  en: 'Print the document to a plain PDF, or bring a picture of it, and send that.',
  zh: '请将文件另行打印为普通PDF，或者拍照、截图后上传。',
};
const SAVE: Localized = { en: 'Save the picture anew and send that.', zh: '请将图片另存后重新上传。' };

const refused = (message: Localized, next: Localized): Said =>
  said({ en: [message.en, next.en], zh: [message.zh, next.zh] });

/** What may be wrong with a file, by the reason of the error. */
export const FILE_FAULTS = {
  OTHER_KIND: refused(
    { en: 'The content is not of the kind that Content-Type names.', zh: '文件内容与Content-Type所称类型不符。' },
    {
      en: 'Send a PDF as application/pdf, a JPEG as image/jpeg, a PNG as image/png.',
      zh: 'PDF请用application/pdf，JPEG请用image/jpeg，PNG请用image/png。',
    },
  ),
  BROKEN: refused({ en: 'The file cannot be read reliably.', zh: '文件无法可靠读取。' }, PRINT),
  TWO_KINDS: refused(
    {
      en: 'The file holds something before, behind or between what belongs to it: it could be read as a file of another kind too.',
      zh: '文件的前后或者中间夹带其他内容，可能被当作另一种文件打开。',
    },
    PRINT,
  ),
  SCRIPT: refused(
    { en: 'The PDF holds a script. Evidence runs nothing.', zh: 'PDF中含有脚本。证据材料不得包含可执行内容。' },
    PRINT,
  ),
  ACTION: refused(
    {
      en: 'The PDF holds an action that opens a program, an address or another file, or that sends a form.',
      zh: 'PDF中含有打开程序、网址、其他文件或者提交表单的动作。',
    },
    PRINT,
  ),
  ATTACHED: refused(
    { en: 'The PDF holds another file.', zh: 'PDF中附有其他文件。' },
    { en: 'Send each file by itself.', zh: '请逐个上传各文件。' },
  ),
  FORM: refused({ en: 'The PDF holds an XFA form.', zh: 'PDF中含有XFA表单。' }, PRINT),
  MEDIA: refused({ en: 'The PDF holds sound, film or a model.', zh: 'PDF中含有音频、视频或者三维模型。' }, PRINT),
  ENCRYPTED: refused(
    { en: 'The PDF is encrypted, so that nobody can look into it.', zh: 'PDF已加密，无法检查其内容。' },
    { en: 'Save it without a password and send that.', zh: '请去除密码后重新上传。' },
  ),
  ESCAPED: refused(
    {
      en: 'The PDF writes names with escapes (#4A for J), as what hides something does.',
      zh: 'PDF以转义方式书写名称（如以#4A代替J），这是隐藏内容的写法。',
    },
    PRINT,
  ),
  HIDDEN: refused(
    {
      en: 'The PDF holds objects where one reader sees them and another does not.',
      zh: 'PDF中的对象放置在有的程序能读出、有的程序读不出的位置。',
    },
    PRINT,
  ),
  TOO_MUCH: refused(
    {
      en: 'The file becomes too large when it is opened: too many pixels, pages or objects, or too much packed into it.',
      zh: '文件打开后过大：像素、页数或者对象过多，或者压缩内容过多。',
    },
    { en: 'Send it in several smaller files.', zh: '请拆分为较小的文件上传。' },
  ),
  TOO_LONG: refused(
    { en: 'Looking into the file takes too long.', zh: '检查文件所需时间过长。' },
    { en: 'Send it in several smaller files.', zh: '请拆分为较小的文件上传。' },
  ),
  BROKEN_IMAGE: refused({ en: 'The picture cannot be read reliably.', zh: '图片无法可靠读取。' }, SAVE),
} as const satisfies Readonly<Record<string, Said>>;
export type FileFault = keyof typeof FILE_FAULTS;

export const evidenceMessages = {
  anonymous: said({
    en: [
      'Evidence is brought by whom an objection or a complaint concerns (Articles 39 and 41).',
      'Send a bearer token of the subject, or of a unit that decides.',
    ],
    zh: ['证据材料由异议、投诉当事人提交（第三十九条、第四十一条）。', '请携带信用主体或者办理单位的令牌。'],
  }),
  otherRole: said({
    en: [
      'This role takes no part in objections and complaints, and brings no evidence for them (Articles 39 and 41).',
      'Use a token of the subject, or of a unit that decides or verifies.',
    ],
    zh: [
      '该角色不参与异议、投诉办理，不能提交证据材料（第三十九条、第四十一条）。',
      '请使用信用主体或者办理、协助核实单位的令牌。',
    ],
  }),
  otherType: (types: readonly string[]): Said =>
    said({
      en: [
        'Evidence is a PDF, a JPEG or a PNG.',
        `Send the file itself as the body, with Content-Type ${types.join(', ')}.`,
      ],
      zh: ['证据材料须为PDF、JPEG或者PNG文件。', `请以文件本身作为请求体，Content-Type为${types.join('、')}之一。`],
    }),
  tooLarge: (megabytes: number): Said =>
    said({
      en: [`The file is larger than ${megabytes} MB.`, 'Send it in several files, or as a picture of less resolution.'],
      zh: [`文件超过${megabytes}MB。`, '请拆分为多个文件，或者降低图片分辨率后上传。'],
    }),
  empty: said({
    en: ['The body is empty.', 'Send the file itself as the body.'],
    zh: ['请求体为空。', '请以文件本身作为请求体。'],
  }),
  busy: said({
    en: ['Too many files are being looked into just now.', 'Send it again in a few seconds.'],
    zh: ['正在检查的文件过多。', '请数秒后重新上传。'],
  }),
  held: (files: number, megabytes: number): Said =>
    said({
      en: [
        `You hold as much unused evidence as one caller may: ${files} files, ${megabytes} MB.`,
        'Name those in an objection or a complaint first; what is not used is gone after a day.',
      ],
      zh: [
        `尚未使用的证据材料已达上限：${files}个文件，${megabytes}MB。`,
        '请先在异议或者投诉中使用；未使用的一日后删除。',
      ],
    }),
  noneOfYours: said({
    en: [
      'There is no such evidence, or it is not yours to see.',
      'Check the id. Unused it is gone after a day; who decides sees it while what it was brought for is open.',
    ],
    zh: ['没有该证据材料，或者您无权查阅。', '请核对编号。未使用的一日后删除；办理单位在办理期间可以查阅。'],
  }),
  tooMany: (most: number): Said =>
    said({
      en: [`At most ${most} files of evidence are named at once.`, 'Name fewer, or put pages into one PDF.'],
      zh: [`一次最多附${most}份证据材料。`, '请减少数量，或者将多页合并为一个PDF。'],
    }),
  unusable: (position: number): Said =>
    said({
      en: [
        `No unused evidence of yours has the id at position ${position} of evidence.`,
        'Bring the file with POST /evidence and name the id that it answers, within a day and once. The others stay unused.',
      ],
      zh: [
        `evidence中第${position}项不是您尚未使用的证据材料编号。`,
        '请通过POST /evidence上传文件，并在一日内使用返回的编号，每个编号只能使用一次。其他各项仍未使用。',
      ],
    }),
};
