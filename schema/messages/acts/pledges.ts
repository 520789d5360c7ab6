/** What is said of credit pledges: who may make one, its record, and what its verification found. */
import type { PledgeBar } from '../../law/matter/pledges.ts';
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

const BARRED: Readonly<Record<PledgeBar, Localized>> = {
  SERIOUSLY_UNTRUSTWORTHY: {
    en: 'it is designated as seriously untrustworthy',
    zh: '被列入严重失信主体名单',
  },
  PLEDGE_FAILED: { en: 'it failed to perform on a pledge', zh: '曾未履行承诺' },
  PLEDGE_FALSE: { en: 'it made a false pledge', zh: '曾作出虚假承诺' },
};

const ORDINARY = { en: 'Handle the matter by the ordinary procedure.', zh: '请按照一般程序办理。' };
const IN_CHECKS = { en: 'Look it up in pledgeChecks.', zh: '请通过pledgeChecks查询。' };

export const pledgeMessages = {
  noPermit: said({
    en: ['A pledge in place of a proof carries no permit.', 'Send kind PERMIT, or no permit.'],
    zh: ['证明事项的信用承诺不附行政许可。', '请将kind填为PERMIT，或者不填许可。'],
  }),
  permitMissing: said({
    en: ['permitDocument is missing.', 'Send the number of the decision.'],
    zh: ['缺少permitDocument。', '请填写决定文书号。'],
  }),
  permittedOn: said({
    en: [
      'permittedOn is no date from pledgedOn up to today of the form YYYY-MM-DD.',
      'Send the day of the decision: its verification is due two months later.',
    ],
    zh: ['permittedOn不是自pledgedOn至今日、形如YYYY-MM-DD的日期。', '请填写作出决定之日：应当在其后两个月内核查。'],
  }),
  /** What a delivery would be refused for. */
  fault: (fault: Localized): Said => ({
    message: fault,
    help: { en: 'Send the pledge as it was made.', zh: '请按作出时的内容填写信用承诺。' },
  }),
  itemNoPledge: (item: string): Said =>
    said({
      en: [`${item} is no item of pledges.`, 'Send an item of pledges.'],
      zh: [`${item}不是信用承诺条目。`, '请填写信用承诺条目。'],
    }),
  partEmpty: (field: string): Said =>
    said({
      en: [`${field} is empty.`, 'Say what was pledged in which matter.'],
      zh: [`${field}为空。`, '请填写在何事项中承诺了什么。'],
    }),
  documentEmpty: said({
    en: ['document is empty.', 'Send the number of the written pledge.'],
    zh: ['document为空。', '请填写书面承诺的编号。'],
  }),
  declined: said({
    en: [
      'The subject chose not to make pledges.',
      'Handle the matter by the ordinary procedure; that it chose so is nothing against it (Article 45).',
    ],
    zh: ['该信用主体选择不采用信用承诺制。', '请按照一般程序办理；作出此选择对其没有任何不利（第四十五条）。'],
  }),
  closed: (bars: readonly PledgeBar[]): Said =>
    said({
      en: [
        `The pledge system is closed to the subject until it is restored: ${bars.map((bar) => BARRED[bar].en).join('; ')} (Article 45).`,
        ORDINARY.en,
      ],
      zh: [
        `该信用主体在信用修复前不适用信用承诺制：${bars.map((bar) => BARRED[bar].zh).join('；')}（第四十五条）。`,
        ORDINARY.zh,
      ],
    }),
  recorded: said({
    en: [
      'A pledge of this document is recorded already.',
      'Look it up in pledgeChecks; correct it with correctRecord.',
    ],
    zh: ['该文书的信用承诺已登记。', '请通过pledgeChecks查询，更正请使用correctRecord。'],
  }),
  ordered: said({ en: ['Correction was ordered already.', IN_CHECKS.en], zh: ['已责令限期整改。', IN_CHECKS.zh] }),
  verified: said({ en: ['The pledge was verified already.', IN_CHECKS.en], zh: ['该信用承诺已核查。', IN_CHECKS.zh] }),
  reasons: (most: number): Said =>
    said({
      en: [`reasons has 1 to ${most} characters.`, 'Say what was found and how.'],
      zh: [`reasons应为1至${most}个字符。`, '请写明核查结果和核查方式。'],
    }),
  basisRequired: said({
    en: [
      'That a pledge was not kept rests on an effective document: document is missing.',
      'Send the number of the decision.',
    ],
    zh: ['认定未履行承诺应当以生效文书为依据：缺少document。', '请填写决定文书号。'],
  }),
};

/** Why the result of a verification cannot stand yet, by fault. */
export const VERIFICATION_FAULTS = {
  NO_ORDER: said({
    en: [
      'Correction within a set period was not ordered yet.',
      'Use orderPledgeCorrection; a pledge fails only after that period.',
    ],
    zh: ['尚未责令限期整改。', '请使用orderPledgeCorrection；期限届满后方可认定未履行承诺。'],
  }),
  ORDER_RUNS: said({
    en: ['The period that was set for correction still runs.', 'Verify again after its last day.'],
    zh: ['责令整改的期限尚未届满。', '请在期限届满后再核查。'],
  }),
} as const satisfies Readonly<Record<string, Said>>;
