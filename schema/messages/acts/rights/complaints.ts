/** What is said of complaints about units that collect non-public credit information (Article 41 §2). */
import type { Localized } from '../../../localized.ts';
import { type Said, said } from '../../said.ts';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

const MINE: Localized = {
  en: 'Look it up in me { complaints }; withdrawComplaint takes it back.',
  zh: '请通过me { complaints }查询；可以通过withdrawComplaint撤回。',
};

export const complaintMessages = {
  text: (field: 'text' | 'answer', most: number): Said =>
    said({
      en: [
        `${field} is empty, holds characters that nobody sees, or is longer than ${most} characters.`,
        'A complaint and its answer are in writing: say it in full sentences, line breaks included (Article 41).',
      ],
      zh: [
        `${field}为空、含有不可见字符或者超过${most}字。`,
        '投诉及答复应当采用书面形式：请完整说明，可以换行（第四十一条）。',
      ],
    }),
  unknownUnit: (code: string): Said =>
    said({
      en: [
        `No unit has the code ${code}.`,
        'Send the code of the unit that collected, as me { nonPublicRecords { nodes { collector { code } } } } says (Article 41).',
      ],
      zh: [
        `没有代码为${code}的单位。`,
        '请填写采集单位的代码，见me { nonPublicRecords { nodes { collector { code } } } }（第四十一条）。',
      ],
    }),
  noCollector: ({ code, name, nameEn }: Named): Said =>
    said({
      en: [
        `${nameEn} (${code}) collects no non-public credit information: a complaint is about a unit that does.`,
        'Against what is done with public credit information one applies for administrative reconsideration or goes to court (Article 41 §1); an objection comes first (raiseObjection, Article 39).',
      ],
      zh: [
        `${name}（${code}）不采集非公共信用信息，投诉仅针对非公共信用信息采集单位。`,
        '对公共信用信息相关行政行为不服的，可以依法申请行政复议或者提起行政诉讼（第四十一条第一款）；也可以先提出异议（raiseObjection，第三十九条）。',
      ],
    }),
  ended: ({ code, name, nameEn }: Named, on: string, department: Named | undefined): Said =>
    said({
      en: [
        `${nameEn} (${code}) collects no more: it ended on ${on}.`,
        `What it did is complained of in writing to ${department === undefined ? 'the department in charge of social credit' : `${department.nameEn} (${department.code})`} itself (Article 41); an objection to what it delivered is lodged with the operator (Article 39).`,
      ],
      zh: [
        `${name}（${code}）已于${on}终止，不再采集信息。`,
        `对其此前行为的投诉，请以书面形式直接向${department === undefined ? '社会信用主管部门' : `${department.name}（${department.code}）`}提出（第四十一条）；对其报送信息的异议向公共信用工作机构提出（第三十九条）。`,
      ],
    }),
  nobodyInCharge: ({ code, name, nameEn }: Named): Said =>
    said({
      en: [
        `No department in charge of social credit is registered here for where ${nameEn} (${code}) is.`,
        'Complain to that of its city or county in writing (Article 41).',
      ],
      zh: [
        `${name}（${code}）所在地的社会信用主管部门尚未在本平台登记。`,
        '请以书面形式向其所在地的市级或者县级社会信用主管部门投诉（第四十一条）。',
      ],
    }),
  open: said({
    en: ['A complaint of yours that says the same of this unit waits for its answer already (Article 41).', MINE.en],
    zh: ['您已就该单位提出相同的投诉，正在办理（第四十一条）。', MINE.zh],
  }),
  tooOften: (most: number): Said =>
    said({
      en: [
        `You complained of this unit ${most} times today.`,
        'Complain tomorrow, with all that is to be said of it (Article 41).',
      ],
      zh: [`您今日已投诉该单位${most}次。`, '请于明日一并写明全部情况后提出（第四十一条）。'],
    }),
  noneOfYours: said({
    en: ['There is no complaint of this id, or it is not yours.', 'Look it up in me { complaints } (Article 41).'],
    zh: ['没有该编号的投诉，或者不是您的投诉。', '请通过me { complaints }查询（第四十一条）。'],
  }),
  none: said({
    en: ['There is no complaint of this id.', 'Ask complaints for those that there are (Article 41).'],
    zh: ['没有该编号的投诉。', '请通过complaints查询（第四十一条）。'],
  }),
  otherUnit: (unit: string): Said =>
    said({
      en: [
        `This complaint is answered by ${unit}.`,
        'A superior department reads it and sees in breachReport whether it was late; it answers where that department has ended (Article 41).',
      ],
      zh: [
        `该投诉由${unit}答复。`,
        '上级主管部门可以查阅，并通过breachReport了解是否逾期；该部门终止后由接替部门答复（第四十一条）。',
      ],
    }),
  closed: said({
    en: [
      'The complaint is open no more: it was answered or withdrawn.',
      'An answer is not changed. The subject may complain anew of what is new (Article 41).',
    ],
    zh: ['该投诉已答复或者已撤回。', '答复不再变更；信用主体可以就新的情况另行投诉（第四十一条）。'],
  }),
};
