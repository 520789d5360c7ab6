/** What is said to who decides objections, verifies for them, or tells of time that does not count (Articles 39 and 41). */
import { type Said, said } from '../../said.ts';

const ASK = {
  en: 'Ask objections for those that your unit decides or verifies (Article 39).',
  zh: '请通过objections查询本单位办理或者协助核实的异议（第三十九条）。',
};

const CODES = {
  en: 'Send the code of a unit that provides, decides, collects or operates (Article 39).',
  zh: '请填写提供、使用、采集信息的单位或者运行机构的代码（第三十九条）。',
};

export const decidingMessages = {
  noObjection: said({
    en: ['Your unit has no objection of this id.', ASK.en],
    zh: ['本单位没有该编号的异议。', ASK.zh],
  }),
  noVerification: said({
    en: ['Your unit was not asked for a verification of this id.', ASK.en],
    zh: ['没有请本单位协助核实该编号的事项。', ASK.zh],
  }),
  /** To a unit that may know of the objection, because it verifies or oversees. */
  otherUnit: (unit: string): Said =>
    said({
      en: [
        `This objection is decided by ${unit} (Article 39).`,
        'What your unit found, it tells with answerVerification where it was asked.',
      ],
      zh: [`该异议由${unit}办理（第三十九条）。`, '本单位被请求协助核实的，请通过answerVerification答复。'],
    }),
  closed: said({
    en: [
      'The objection is open no more: it was decided or withdrawn.',
      'Read it with objection. A decision is not changed; the subject may raise another, or go on as Article 41 says.',
    ],
    zh: [
      '该异议已办结或者已撤回。',
      '请通过objection查询。决定不再变更；信用主体可以另行提出，或者按照第四十一条寻求救济。',
    ],
  }),
  text: (field: string, most: number): Said =>
    said({
      en: [
        `${field} is empty, holds characters that nobody sees, or is longer than ${most} characters.`,
        'Say it in full sentences: the subject reads it (Articles 39 and 41).',
      ],
      zh: [
        `${field}为空、含有不可见字符或者超过${most}字。`,
        '请完整说明，信用主体将看到该内容（第三十九条、第四十一条）。',
      ],
    }),
  remedyOfUpheld: said({
    en: ['nextRemedy is for an objection that is refused.', 'Leave it out (Article 41).'],
    zh: ['只有异议不成立才填写nextRemedy。', '请不要填写（第四十一条）。'],
  }),
  correctionOfRefused: said({
    en: ['correction is for an objection that is upheld.', 'Leave it out, or uphold it (Article 39).'],
    zh: ['只有异议成立才填写correction。', '请不要填写，或者认定异议成立（第三十九条）。'],
  }),
  noCorrection: said({
    en: [
      'What this objection is about is not corrected: it ends.',
      'Leave correction out; what is right is decided anew, under its own document (Articles 28 and 39).',
    ],
    zh: [
      '该异议所涉内容不作更正，而是终止。',
      '请不要填写correction；正确的内容应当依据新的文书另行认定（第二十八条、第三十九条）。',
    ],
  }),
  correctionForm: (fields: readonly string[]): Said =>
    said({
      en: [
        `correction is no object of ${fields.join(', ')}, texts all but content.`,
        'Send the fields that are right, by these names (Articles 38 and 39).',
      ],
      zh: [
        `correction不是由${fields.join('、')}组成的对象（除content外均为文本）。`,
        '请按照上述名称填写正确的内容（第三十八条、第三十九条）。',
      ],
    }),
  contentOf: said({
    en: ['correction.content is no text of 1 to 4000 characters.', 'Send the whole text as it is right (Article 39).'],
    zh: ['correction.content不是1至4000字的文本。', '请填写正确的完整文本（第三十九条）。'],
  }),
  level: (level: string, levels: readonly string[]): Said =>
    said({
      en: [
        `correction.content.level ${level} is no level of the method of the assessment.`,
        `Send one of ${levels.join(', ')} (Articles 47 and 48).`,
      ],
      zh: [
        `correction.content.level ${level}不是该评价所依据办法的等级。`,
        `请填写${levels.join('、')}之一（第四十七条、第四十八条）。`,
      ],
    }),
  sameContent: said({
    en: ['correction.content says what is held already.', 'Send what is right, or leave correction out (Article 39).'],
    zh: ['correction.content与现有内容相同。', '请填写正确的内容，或者不填写correction（第三十九条）。'],
  }),
  nobodyKnown: said({
    en: [
      'Whom the missing record is about is held nowhere in full.',
      'Leave correction out and deliver it with submitRecords within three working days (Articles 38 and 39).',
    ],
    zh: [
      '平台没有该缺失信息所涉主体的完整证件号码。',
      '请不要填写correction，并在三个工作日内通过submitRecords报送（第三十八条、第三十九条）。',
    ],
  }),
  heldAlready: said({
    en: [
      'The record that was missing is held already.',
      'Refuse the objection with where it is found, or correct the record with correctRecord (Articles 38 and 39).',
    ],
    zh: ['该信息平台已有记录。', '请说明其所在并认定异议不成立，或者通过correctRecord更正（第三十八条、第三十九条）。'],
  }),
  helperUnknown: said({
    en: ['of names no registered unit.', CODES.en],
    zh: ['of不是已登记单位的代码。', CODES.zh],
  }),
  helperEnded: (unit: string): Said =>
    said({ en: [`${unit} has ended.`, CODES.en], zh: [`${unit}已终止。`, CODES.zh] }),
  helperSelf: said({
    en: ['of names your own unit.', 'Another unit verifies what your unit holds (Article 39).'],
    zh: ['of是本单位。', '应当由其他单位协助核实（第三十九条）。'],
  }),
  helperKind: (unit: string): Said =>
    said({
      en: [`${unit} neither provides, decides, collects nor operates.`, CODES.en],
      zh: [`${unit}不是提供、使用、采集信息的单位，也不是运行机构。`, CODES.zh],
    }),
  askedAlready: said({
    en: [
      'This unit was asked already and has not answered.',
      'Wait for its answer, or decide without it (Article 39).',
    ],
    zh: ['已请该单位协助核实，尚未答复。', '请等待答复，或者直接作出决定（第三十九条）。'],
  }),
  answered: said({
    en: ['This verification was answered.', 'An answer is not changed; whoever decides may ask again (Article 39).'],
    zh: ['该协助核实已答复。', '答复不再变更；办理单位可以再次请求（第三十九条）。'],
  }),
  otherClock: said({
    en: [
      'Time does not count only for the decision of an objection (Article 39 §3).',
      'Send the deadline of an objection that your unit decides. What another unit verifies is paused with the decision, by who decides.',
    ],
    zh: [
      '只有异议办理期限可以不计入（第三十九条第三款）。',
      '请填写本单位办理的异议的deadline；协助核实的时间由办理单位随办理期限一并中止计算。',
    ],
  }),
  document: (most: number): Said =>
    said({
      en: [
        `document is empty or longer than ${most} characters.`,
        'Send the number of the document that shows it (Article 39 §3).',
      ],
      zh: [`document为空或者超过${most}字。`, '请填写证明文书的编号（第三十九条第三款）。'],
    }),
  day: said({
    en: ['on is no date up to today of the form YYYY-MM-DD.', 'Send the day that the document says (Article 39 §3).'],
    zh: ['on不是截至今天、形如YYYY-MM-DD的日期。', '请填写文书载明的日期（第三十九条第三款）。'],
  }),
  otherCause: said({
    en: [
      'The time that does not count now was stopped for another cause.',
      'Send its cause, or leave cause out (Article 39 §3).',
    ],
    zh: ['目前不计入的时间是因其他事由中止的。', '请填写该事由，或者不填写cause（第三十九条第三款）。'],
  }),
};
