/** What is said of designations, conduct that is spared, state organs, and re-examination. */
import type { OrganKind } from '../../law/measures/designations.ts';
import { type Said, said } from '../said.ts';

const NOTHING_LEFT = { en: 'Nothing is left to do.', zh: '无需再办理。' };

const allPartsNeeded = (field: string) => ({
  en: `Send ${field}: all parts of a decision are needed.`,
  zh: `请填写${field}：决定书的各部分缺一不可。`,
});

export const decisionMessages = {
  partEmpty: (field: string): Said =>
    said({
      en: [`${field} is empty.`, allPartsNeeded(field).en],
      zh: [`${field}为空。`, allPartsNeeded(field).zh],
    }),
  partTooLong: (field: string, most: number): Said =>
    said({
      en: [`${field} is longer than ${most} characters.`, allPartsNeeded(field).en],
      zh: [`${field}超过${most}个字符。`, allPartsNeeded(field).zh],
    }),
  partsMissing: (fields: readonly string[]): Said =>
    said({
      en: [
        `The decision lacks: ${fields.join(', ')}.`,
        'A written decision has reasons, basis, period, conditions for removal and remedies.',
      ],
      zh: [`决定书缺少：${fields.join('、')}。`, '书面决定应当载明事由、依据、期限、移出条件和救济途径。'],
    }),
  noPeriod: (most: number): Said =>
    said({
      en: ['The decision names no period.', `Send months, at most ${most}.`],
      zh: ['决定书没有载明期限。', `请填写months，最多${most}。`],
    }),
  periodBeyond: (months: number, edition: string, most: number): Said =>
    said({
      en: [
        `A period of ${months} months is not within what the standard allows.`,
        `Edition ${edition} allows 1 to ${most} months.`,
      ],
      zh: [`期限${months}个月不在认定标准规定的范围内。`, `版本${edition}规定为1至${most}个月。`],
    }),
  nameTooLong: (most: number): Said =>
    said({
      en: [`subjectName is longer than ${most} characters.`, 'Send the name as the decision has it, or leave it out.'],
      zh: [`subjectName超过${most}个字符。`, '请按决定书填写名称，或者省略。'],
    }),
};

export const designationMessages = {
  responsibleOfPerson: said({
    en: ['Somebody answers for a market entity; the subject is a natural person.', 'Leave responsible out.'],
    zh: ['责任人员只适用于市场主体，而该信用主体是自然人。', '请省略responsible。'],
  }),
  responsibleNoPerson: said({
    en: ['An organization is no natural person.', 'Name the natural persons.'],
    zh: ['组织不是自然人。', '请填写自然人。'],
  }),
  responsibleTwice: said({
    en: ['A person is named twice.', 'Name each once, in the role that weighs most.'],
    zh: ['同一人填写了两次。', '每人请只填写一次，以责任最重的身份填写。'],
  }),
  organMissing: (kind: OrganKind): Said =>
    said({
      en: [
        `The credit code is of a ${kind === 'STATE_ORGAN' ? 'state organ' : 'public institution'}: whom to tell is missing.`,
        'Send organ with the units superior and audit.',
      ],
      zh: [
        `该统一社会信用代码属于${kind === 'STATE_ORGAN' ? '国家机关' : '事业单位'}：缺少应当通报的单位。`,
        '请填写organ，包括superior（上级机关）和audit（审计机关）。',
      ],
    }),
  personNoOrgan: said({
    en: ['A natural person is no state organ.', 'Leave organ out.'],
    zh: ['自然人不是国家机关。', '请省略organ。'],
  }),
  otherOrgan: (sent: string, kind: string): Said =>
    said({
      en: [`The credit code is not one of ${sent}.`, `Send ${kind}.`],
      zh: [`该统一社会信用代码不属于${sent}。`, `请填写${kind}。`],
    }),
  conductSpared: said({
    en: [
      'This conduct was spared: minor, corrected, without harm.',
      'A warning is the most that it carries; see Article 30.',
    ],
    zh: ['该行为已免予惩戒：情节轻微、已改正且未造成危害后果。', '至多予以提醒或者警示，见第三十条。'],
  }),
  groundNotCovered: (list: string, ground: string, edition: string, grounds: readonly string[]): Said =>
    said({
      en: [`The standard of ${list} does not cover ${ground}.`, `Edition ${edition} covers ${grounds.join(', ')}.`],
      zh: [`${list}的认定标准不包括${ground}。`, `版本${edition}包括${grounds.join('、')}。`],
    }),
  periodOver: said({
    en: ['The period is over already.', 'Check designatedOn and months.'],
    zh: ['期限已届满。', '请核对designatedOn和months。'],
  }),
  listedAlready: said({
    en: ['The subject is on this list by this document already.', 'Look at its designations; a decision is made once.'],
    zh: ['该信用主体已依该文书列入此名单。', '请查看其列入情况；一项决定只作出一次。'],
  }),
  listedForDocument: said({
    en: ['The subject is on a list for this document.', 'Take it off the list first, with removeDesignation.'],
    zh: ['该信用主体已因该文书列入名单。', '请先通过removeDesignation移出名单。'],
  }),
  standardWithoutRemedies: said({
    en: ['The standard holds no conditions for removal and remedies.', 'Publish them.'],
    zh: ['认定标准没有载明移出条件和救济途径。', '请予公布。'],
  }),
  entryOver: said({
    en: ['The period of the entry is over already.', 'Leave it out.'],
    zh: ['该条目的期限已届满。', '请不要列入。'],
  }),
  notSpared: (unmet: readonly string[]): Said =>
    said({
      en: [
        `Conduct is spared where it is minor, corrected and harmless; not met: ${unmet.join(', ')}.`,
        'Decide on the conduct under the published standard instead.',
      ],
      zh: [
        `情节轻微、已改正且未造成危害后果的，免予惩戒；不符合：${unmet.join('、')}。`,
        '请按照已公布的认定标准作出决定。',
      ],
    }),
  sparedAlready: said({
    en: ['This conduct was spared already.', NOTHING_LEFT.en],
    zh: ['该行为已免予惩戒。', NOTHING_LEFT.zh],
  }),
};

export const reexaminationMessages = {
  decided: said({
    en: ['The re-examination has been decided.', 'A new one is asked for by the subject.'],
    zh: ['该复核已作出决定。', '再次复核由信用主体申请。'],
  }),
  pending: said({
    en: ['A re-examination of this designation runs already.', 'Wait for its decision.'],
    zh: ['对该认定的复核正在进行。', '请等待复核决定。'],
  }),
};

const OF_AN_ORDER = {
  en: 'Say of an order, and of no notice, whether the conduct was corrected.',
  zh: '只有责令改正才填写是否已改正，通报不填。',
};

export const organMessages = {
  noDesignation: said({
    en: [
      'No designation of a state organ has this id.',
      'Ask organNotices for the designations that notices were sent about.',
    ],
    zh: ['没有该编号的国家机关认定。', '请通过organNotices查询已通报的认定。'],
  }),
  ordered: said({
    en: ['Correction was ordered already.', 'Report what came of it with reportOrganOutcome.'],
    zh: ['已责令限期改正。', '请通过reportOrganOutcome报告结果。'],
  }),
  reported: said({
    en: ['The outcome was reported.', NOTHING_LEFT.en],
    zh: ['结果已报告。', NOTHING_LEFT.zh],
  }),
  correctedMissing: said({ en: ['corrected is missing.', OF_AN_ORDER.en], zh: ['缺少corrected。', OF_AN_ORDER.zh] }),
  correctedOfOrder: said({
    en: ['corrected is for an order to correct.', OF_AN_ORDER.en],
    zh: ['corrected只用于责令改正。', OF_AN_ORDER.zh],
  }),
};
