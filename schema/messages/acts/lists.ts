/** What is said of the published lists: their editions, standards of designation and measures. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

const GROUNDS: Localized = { en: 'Send grounds accordingly.', zh: '请相应填写grounds。' };

export const listMessages = {
  code: said({
    en: ['A code has 2 to 40 capital letters, digits and hyphens.', 'Send such a code.'],
    zh: ['代码应为2至40个大写字母、数字和连字符。', '请填写这样的代码。'],
  }),
  published: said({
    en: ['This edition is published already.', 'An edition is never changed: publish a new one.'],
    zh: ['该版本已公布。', '版本不再变更，请公布新的版本。'],
  }),
  effectiveUntil: said({
    en: ['effectiveUntil is no date from effectiveFrom on of the form YYYY-MM-DD.', 'Send a later day, or none.'],
    zh: ['effectiveUntil不是自effectiveFrom起、形如YYYY-MM-DD的日期。', '请填写更晚的日期，或者不填。'],
  }),
  noActivities: said({
    en: ['activities is empty.', 'Name at least one activity of Article 44.'],
    zh: ['activities为空。', '请至少填写一项第四十四条规定的活动。'],
  }),
  notPublished: (code: string): Said =>
    said({
      en: [`${code} is no published list.`, 'Ask publishedLists.'],
      zh: [`${code}不是已公布的名单。`, '请通过publishedLists查询。'],
    }),
  noneOfKind: (code: string): Said =>
    said({
      en: [
        `${code} is no list of this kind with a published standard in force.`,
        'Ask publishedLists for the lists and their standards.',
      ],
      zh: [`${code}不是具有已公布并施行的认定标准的此类名单。`, '请通过publishedLists查询名单及其认定标准。'],
    }),
  otherUnits: (code: string, edition: string, units: readonly string[]): Said =>
    said({
      en: [
        `The standard of ${code} lets other units designate.`,
        `By edition ${edition} designate: ${units.join(', ')}.`,
      ],
      zh: [`${code}的认定标准规定由其他单位认定。`, `按版本${edition}，认定单位为：${units.join('、')}。`],
    }),
  groundsByKind: said({
    en: ['A list of the seriously untrustworthy names its grounds of Article 29, one of incentives none.', GROUNDS.en],
    zh: ['严重失信主体名单应当写明第二十九条规定的情形，守信激励名单不写。', GROUNDS.zh],
  }),
  noDesignatingUnits: said({
    en: ['designatingUnits is empty.', 'Name the units that designate.'],
    zh: ['designatingUnits为空。', '请填写认定单位。'],
  }),
  isNew: (code: string): Said =>
    said({
      en: [`${code} is a new list.`, 'Send its name, nameEn, kind and item.'],
      zh: [`${code}是新名单。`, '请填写其name、nameEn、kind和item。'],
    }),
  itemUnknown: said({
    en: ['No edition of this item is in force.', 'Publish the catalog item first.'],
    zh: ['该条目没有有效的版本。', '请先公布目录条目。'],
  }),
};

/** What is wrong with a measure, by fault. */
export const MEASURE_FAULTS = {
  KIND: said({
    en: ['A measure of this scope is of another kind.', 'Send the kind that Article 26 or 31 gives the scope.'],
    zh: ['此类措施属于其他种类。', '请填写第二十六条或者第三十一条为其规定的kind。'],
  }),
  SOURCE: said({
    en: ['A measure of this scope stands on the other list.', 'National measures are NATIONAL_BASIC.'],
    zh: ['此类措施列在另一清单中。', '国家清单的措施为NATIONAL_BASIC。'],
  }),
  PERIOD: said({
    en: ['A supplemental punishment comes with its period.', 'Send maximumMonths.'],
    zh: ['补充的惩戒措施应当有期限。', '请填写maximumMonths。'],
  }),
  GROUNDS: said({
    en: ['A restraint or punishment names the grounds that it answers, a reward none.', GROUNDS.en],
    zh: ['约束和惩戒措施应当写明对应的失信情形，激励措施不写。', GROUNDS.zh],
  }),
} as const satisfies Readonly<Record<string, Said>>;
