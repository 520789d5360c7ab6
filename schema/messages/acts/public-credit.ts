/** What is said of deliveries, corrections, documents that have fallen, and assessments. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

const ASSESSMENTS_ALONE = {
  en: 'Assessments of enterprises come by deliverAssessments, and nothing else does.',
  zh: '企业的评价结果只能通过deliverAssessments提供，其他信息不能通过它提供。',
};

export const deliveryMessages = {
  itemUnknown: (item: string): Said =>
    said({
      en: [`No item ${item} is published.`, 'Ask catalogItems for the items in force.'],
      zh: [`没有公布的条目${item}。`, '请通过catalogItems查询有效条目。'],
    }),
  itemNotPublic: (item: string): Said =>
    said({
      en: [
        `${item} is non-public credit information.`,
        'Send items of public credit information here; collecting units keep what they collect.',
      ],
      zh: [`${item}是非公共信用信息。`, '此处请报送公共信用信息条目；采集单位自行保存其采集的信息。'],
    }),
  noAssessments: (item: string): Said =>
    said({
      en: [`${item} is no item of assessments.`, ASSESSMENTS_ALONE.en],
      zh: [`${item}不是评价类条目。`, ASSESSMENTS_ALONE.zh],
    }),
  assessments: (item: string): Said =>
    said({
      en: [`${item} is an item of assessments.`, ASSESSMENTS_ALONE.en],
      zh: [`${item}是评价类条目。`, ASSESSMENTS_ALONE.zh],
    }),
};

export const correctionMessages = {
  /** What a delivery would be refused for. */
  fault: (fault: Localized): Said => ({
    message: fault,
    help: { en: 'Send the corrected parts as they are delivered.', zh: '请按报送的形式填写更正的部分。' },
  }),
  assessment: said({
    en: ['This is an assessment.', 'Deliver it anew with deliverAssessments.'],
    zh: ['这是评价结果。', '请通过deliverAssessments重新提供。'],
  }),
  unchanged: said({
    en: ['The correction changes nothing.', 'Name at least one part and its right value.'],
    zh: ['更正没有任何变化。', '请至少填写一个部分及其正确内容。'],
  }),
  pledgeUnderCheck: said({
    en: ['The performance of this pledge is told by its verification.', 'Use orderPledgeCorrection and verifyPledge.'],
    zh: ['该信用承诺的履行情况由核查确定。', '请使用orderPledgeCorrection和verifyPledge。'],
  }),
};

const AS_RECORDS_NAME_IT = {
  en: 'Send basisDocument as the records name it.',
  zh: '请按记录中的写法填写basisDocument。',
};

export const basisMessages = {
  empty: said({
    en: ['basisDocument is empty.', 'Name the document as records do.'],
    zh: ['basisDocument为空。', '请按记录中的写法填写文书。'],
  }),
  nothingRests: said({
    en: ['No record or designation rests on this document.', AS_RECORDS_NAME_IT.en],
    zh: ['没有以该文书为依据的记录或者认定。', AS_RECORDS_NAME_IT.zh],
  }),
  nothingOfYours: said({
    en: ['No record of yours rests on this document.', AS_RECORDS_NAME_IT.en],
    zh: ['没有属于您并以该文书为依据的记录。', AS_RECORDS_NAME_IT.zh],
  }),
};

const LEVELS = { en: 'Send levels from the best to the worst.', zh: '请从最好到最差填写等级。' };

/** What is wrong with the levels of a method, by fault. */
export const METHOD_FAULTS = {
  NO_LEVEL: said({
    en: ['A method has levels, and each has a name.', LEVELS.en],
    zh: ['评价办法应当有等级，且每个等级有名称。', LEVELS.zh],
  }),
  LEVEL_TWICE: said({ en: ['A level is named twice.', LEVELS.en], zh: ['有等级重复。', LEVELS.zh] }),
  ORDER: said({
    en: ['A better level brings a stricter class than a worse one.', LEVELS.en],
    zh: ['较好的等级对应的监管比较差的等级更严。', LEVELS.zh],
  }),
};

export const assessmentMessages = {
  partMissing: (field: string): Said =>
    said({
      en: [`${field} is empty or too long.`, `Send ${field}.`],
      zh: [`${field}为空或者过长。`, `请填写${field}。`],
    }),
  retroactive: said({
    en: ['It would hold before it was published.', 'Send a later effectiveFrom.'],
    zh: ['将在公布之前施行。', '请推后effectiveFrom。'],
  }),
  editionPersonal: said({
    en: ['edition holds personal information.', 'Name the edition by year and number.'],
    zh: ['edition中含有个人信息。', '请以年份和编号命名版本。'],
  }),
  editionPublished: said({
    en: ['This edition is published and never changes.', 'Publish the next edition.'],
    zh: ['该版本已公布，不再变更。', '请公布新的版本。'],
  }),
  notInForce: (edition: string): Said =>
    said({
      en: [
        `Edition ${edition} is not the published method in force.`,
        'Have the method published with publishAssessmentMethod.',
      ],
      zh: [`版本${edition}不是已公布并施行的评价办法。`, '请先通过publishAssessmentMethod公布评价办法。'],
    }),
  otherInForce: (edition: string, inForce: string): Said =>
    said({
      en: [`Edition ${edition} is not the published method in force.`, `Deliver what edition ${inForce} finds.`],
      zh: [`版本${edition}不是已公布并施行的评价办法。`, `请提供按版本${inForce}作出的评价结果。`],
    }),
};

/** Why a result is not taken in. */
export const resultMessages = {
  identifier: {
    en: 'uscc is no valid uniform social credit code (GB 32100; Article 19).',
    zh: 'uscc不是有效的统一社会信用代码（GB 32100；第十九条）。',
  },
  notAssessed: {
    en: 'A natural person or sole trader is not assessed: nobody is scored (Articles 47 and 48).',
    zh: '自然人和个体工商户不作评价：不对个人评分（第四十七条、第四十八条）。',
  },
  level: (level: string, levels: readonly string[]): Localized => ({
    en: `The method has no level ${level}; it has ${levels.join(', ')}.`,
    zh: `评价办法没有等级${level}；其等级为${levels.join('、')}。`,
  }),
};
