/** What is said of credit reports over HTTP. */
import { type Said, said } from '../said.ts';

export const reportMessages = {
  noneOfYours: said({
    en: [
      'No report of yours has this id.',
      'Check the id; a report that was made for somebody else is not found either.',
    ],
    zh: ['没有为您制作的该编号的报告。', '请核对编号；为他人制作的报告同样查不到。'],
  }),
  superseded: said({
    en: [
      'The report is superseded: something in it changed, was restored, or ended.',
      'Have a new one made with POST /reports.',
    ],
    zh: ['报告已失效：其中有内容变更、信用修复或者期满。', '请通过POST /reports重新制作报告。'],
  }),
  otherForm: (types: readonly string[]): Said =>
    said({
      en: ['A report is not to be had in this form.', `Accept ${types.join(', ')}.`],
      zh: ['报告没有这种格式。', `可以接受的格式：${types.join('、')}。`],
    }),
  bodyUnusable: (place: string | undefined, templates: readonly string[], languages: readonly string[]): Said =>
    said({
      en: [
        `The body is not usable at ${place ?? 'its top'}.`,
        `Send { "subject"?: { "type", "value" }, "template": ${templates.join(' | ')}, "language": ${languages.join(' | ')}, "restoration"?: id }.`,
      ],
      zh: [
        `请求体不可用，位置：${place ?? '最外层'}。`,
        `请发送{ "subject"?: { "type", "value" }, "template": ${templates.join(' | ')}, "language": ${languages.join(' | ')}, "restoration"?: 编号 }。`,
      ],
    }),
  nobody: said({
    en: ['No such subject, or none that you may see.', 'Check the number, and what access says of it.'],
    zh: ['没有该信用主体，或者您无权查阅。', '请核对号码，并通过access查询可以查阅的内容。'],
  }),
  changedMeanwhile: said({
    en: ['Records changed while the report was made.', 'Ask again.'],
    zh: ['制作报告期间有记录发生变更。', '请重新申请。'],
  }),
  notIssued: said({
    en: [
      'A record was changed while the report was made, so it is not issued.',
      'Ask again: the report then holds what is right now.',
    ],
    zh: ['制作报告期间有记录发生变更，因此不出具报告。', '请重新申请，以取得当前正确的内容。'],
  }),
  ownAlone: said({
    en: ['A subject asks for its own report.', 'Leave subject out.'],
    zh: ['信用主体只能申请本人的报告。', '请省略subject。'],
  }),
  subjectMissing: said({
    en: ['subject is missing.', 'Send subject with type and value.'],
    zh: ['缺少subject。', '请填写subject的type和value。'],
  }),
  restorationMissing: said({
    en: [
      'Which restoration the certificate is of is missing.',
      'Send restoration with an id of me { restorations } that is GRANTED (Article 40).',
    ],
    zh: ['未指明证明哪一项信用修复。', '请在restoration中填写me { restorations }中已获准予的编号（第四十条）。'],
  }),
  restorationOfOthers: said({
    en: ['restoration is for a certificate.', 'Leave it out, or send template RESTORATION (Article 40).'],
    zh: ['restoration仅用于信用修复证明。', '请不要填写，或者将template填为RESTORATION（第四十条）。'],
  }),
  noRestoration: said({
    en: ['No restoration of yours has this id.', 'Look it up in me { restorations } (Article 40).'],
    zh: ['没有属于您的该编号的信用修复。', '请通过me { restorations }查询（第四十条）。'],
  }),
  notRestored: said({
    en: [
      'This application was not granted, so that there is nothing to certify.',
      'A certificate is made of a restoration that is GRANTED (Article 40).',
    ],
    zh: ['该申请未获准予，不能出具证明。', '只有已准予的信用修复可以出具证明（第四十条）。'],
  }),
  decisionNotHeld: said({
    en: [
      'The decision that was restored is not held any more, so that a certificate could not name it.',
      'Ask the unit that decided on the restoration (Article 40).',
    ],
    zh: ['平台已不再保存被修复的决定，无法在证明中载明。', '请向准予修复的单位查询（第四十条）。'],
  }),
  ofEntitiesAlone: said({
    en: ['The special report is about business entities.', 'Ask for PUBLIC_CREDIT about a natural person.'],
    zh: ['专项报告只针对经营主体。', '查询自然人请使用PUBLIC_CREDIT。'],
  }),
};
