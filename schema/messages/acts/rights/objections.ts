/** What is said of objections (Article 39): what they may be about, who decides, and when they may not be raised. */
import type { ObjectionField, ObjectionSubject } from '../../../law/matter/objections.ts';
import type { Language, Localized } from '../../../localized.ts';
import { type Said, said } from '../../said.ts';

const OPEN_ONES: Localized = {
  en: 'Look it up in me { objections }; withdrawObjection takes it back.',
  zh: '请通过me { objections }查询；可以通过withdrawObjection撤回。',
};

const listed = (fields: readonly string[], language: Language): string =>
  fields.join(language === 'zh' ? '或者' : ' or ');

export const objectionMessages = {
  restsOnIt: said({
    en: [
      'You act by this registration, and while it is objected to your mandate does not stand (Articles 35 and 39).',
      'The organization objects itself, or by somebody to whom it gave a mandate with OBJECT.',
    ],
    zh: [
      '您凭该登记信息担任法定代表人；该信息处于异议处理期间，您的委托即不再有效（第三十五条、第三十九条）。',
      '请由该单位自行提出异议，或者由其登记的、权限包括OBJECT的受托人提出。',
    ],
  }),
  reasons: (most: number): Said =>
    said({
      en: [
        `reasons is empty or longer than ${most} characters.`,
        'An objection is raised in writing with its reasons (Article 39): say what is wrong and how it is.',
      ],
      zh: [
        `reasons为空或者超过${most}个字符。`,
        '异议申请应当以书面形式提出并说明理由（第三十九条）：请写明何处有误以及实际情况。',
      ],
    }),
  unseen: said({
    en: [
      'reasons holds characters that nobody sees.',
      'Send text alone, line breaks included: who decides must read what you wrote (Article 39).',
    ],
    zh: ['reasons中含有不可见字符。', '请只填写文字，可以换行：受理单位应当能够读到您所写的内容（第三十九条）。'],
  }),
  namesOne: (about: ObjectionSubject, fields: readonly ObjectionField[]): Said =>
    said({
      en: [
        `An objection about ${about} names one thing, in ${listed(fields, 'en')}.`,
        `Send ${listed(fields, 'en')}, and no other of record, designation, statement and item (Article 39).`,
      ],
      zh: [
        `${about}类异议应当在${listed(fields, 'zh')}中指明一项信息。`,
        `请填写${listed(fields, 'zh')}，record、designation、statement和item中的其他项请勿填写（第三十九条）。`,
      ],
    }),
  otherKind: (about: ObjectionSubject, kind: ObjectionSubject, field: ObjectionField): Said =>
    said({
      en: [
        `What has this id is no matter of an objection about ${about}.`,
        `Send about: ${kind} with its id in ${field} (Article 39).`,
      ],
      zh: [`该编号的信息不属于${about}类异议。`, `请填写about: ${kind}，并在${field}中填写其编号（第三十九条）。`],
    }),
  statementKind: (kinds: readonly string[]): Said =>
    said({
      en: [
        kinds.length === 0
          ? 'What has this id states neither name, address, telephone number nor date of birth of yours.'
          : `What has this id states: ${kinds.join(', ')}.`,
        kinds.length === 0
          ? 'Look up me { statements } and send the recordId of one (Article 39).'
          : 'Send one of them as statementKind (Article 39).',
      ],
      zh: [
        kinds.length === 0
          ? '该编号的信息没有载明您的名称、住址、电话号码或者出生日期。'
          : `该编号的信息载明：${kinds.join('、')}。`,
        kinds.length === 0
          ? '请查询me { statements }，并填写其中一项的recordId（第三十九条）。'
          : '请将其中一项填为statementKind（第三十九条）。',
      ],
    }),
  noStatement: (about: ObjectionSubject): Said =>
    said({
      en: [
        `statementKind says which statement is wrong; this objection is about ${about}.`,
        'Leave it out, or send about: STATEMENT (Article 39).',
      ],
      zh: [
        `statementKind用于指明何项陈述有误；该异议属于${about}类。`,
        '请勿填写，或者填写about: STATEMENT（第三十九条）。',
      ],
    }),
  itemNotPublished: (code: string): Said =>
    said({
      en: [
        `No item ${code} is published, so that nothing of it is missing.`,
        'Ask catalogItems for the items in force (Articles 18 and 39).',
      ],
      zh: [`没有公布的条目${code}，因此不存在信息遗漏。`, '请通过catalogItems查询有效条目（第十八条、第三十九条）。'],
    }),
  itemOfOthers: (code: string): Said =>
    said({
      en: [
        `${code} is not of subjects of your kind, so that nothing of it is missing.`,
        'subjectKinds of catalogItems says whom an item is about (Articles 18 and 39).',
      ],
      zh: [
        `${code}不适用于您这类信用主体，因此不存在信息遗漏。`,
        '条目适用的主体见catalogItems的subjectKinds（第十八条、第三十九条）。',
      ],
    }),
  wrongUnit: (unit: { readonly code: string; readonly name: string; readonly nameEn: string }): Said =>
    said({
      en: [
        `${unit.nameEn} (${unit.code}) decides this objection.`,
        `Nothing was stored and nothing is lost: raise it again with lodgedWith: "${unit.code}", at once if you like (Article 39).`,
      ],
      zh: [
        `该异议由${unit.name}（${unit.code}）受理。`,
        `本次申请未予保存，您也没有任何损失：请填写lodgedWith: "${unit.code}"重新提出，可以立即提出（第三十九条）。`,
      ],
    }),
  fallen: said({
    en: [
      'This is displayed no more: nobody is shown it, and nothing of it is left to object to.',
      'me { disclosures } says who was shown it before; an objection is about what is held now (Articles 35 and 39).',
    ],
    zh: [
      '该信息已不再公示：任何人都查不到，已无可提出异议的内容。',
      '此前向谁提供过见me { disclosures }；异议针对现有信息提出（第三十五条、第三十九条）。',
    ],
  }),
  open: said({
    en: ['An objection of yours about this is open already (Article 39).', OPEN_ONES.en],
    zh: ['您对此已提出异议，正在处理中（第三十九条）。', OPEN_ONES.zh],
  }),
  sameReasons: said({
    en: [
      'An objection about this with the same reasons was refused.',
      'Raise it with new reasons, or go to the remedy that the decision names (Articles 39 and 41).',
    ],
    zh: [
      '以相同理由对此提出的异议已被驳回。',
      '请以新的理由提出，或者按照决定载明的途径寻求救济（第三十九条、第四十一条）。',
    ],
  }),
  tooOften: (most: number): Said =>
    said({
      en: [
        `Objections about this were raised ${most} times today.`,
        'Raise it tomorrow, with all that is to be said of it (Article 39).',
      ],
      zh: [`今日已对此提出${most}次异议。`, '请于明日一并写明全部情况后提出（第三十九条）。'],
    }),
  closed: said({
    en: [
      'This objection is open no more (Article 39).',
      'Look it up in me { objections }: it was withdrawn or decided.',
    ],
    zh: ['该异议已不在处理中（第三十九条）。', '请通过me { objections }查询：已撤回或者已作出决定。'],
  }),
};
