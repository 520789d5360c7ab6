/** What is said of the table of display periods and of the archive (Article 37). */
import { type Said, said } from '../../said.ts';

export const periodMessages = {
  edition: said({
    en: ['The edition is empty or too long (Article 37).', 'Name it in at most 64 characters, such as 2026-36.'],
    zh: ['版本为空或者过长（第三十七条）。', '请填写不超过64个字的版本，例如2026-36。'],
  }),
  editionPublished: (edition: string): Said =>
    said({
      en: [
        `Edition ${edition} of the display periods is published and never changes (Article 37).`,
        'Publish the next one.',
      ],
      zh: [`公示期限表的版本${edition}已公布，不再变更（第三十七条）。`, '请公布新的版本。'],
    }),
  date: (sent: string): Said =>
    said({
      en: [`${sent} is not a date (Article 37).`, 'Send YYYY-MM-DD.'],
      zh: [`${sent}不是日期（第三十七条）。`, '请填写YYYY-MM-DD。'],
    }),
  past: (effectiveFrom: string, today: string): Said =>
    said({
      en: [
        `The table would hold from ${effectiveFrom}, before today (Articles 7 and 37): what was displayed until now was displayed rightly.`,
        `Send effectiveFrom of ${today} or later.`,
      ],
      zh: [
        `期限表自${effectiveFrom}起施行，早于今天（第七条、第三十七条）：此前的公示不因此变更。`,
        `effectiveFrom不得早于${today}。`,
      ],
    }),
  order: (effectiveFrom: string, newest: string): Said =>
    said({
      en: [
        `The table would hold from ${effectiveFrom}, and one that holds from ${newest} is published already (Article 37): tables follow each other.`,
        `Send effectiveFrom after ${newest}.`,
      ],
      zh: [
        `期限表自${effectiveFrom}起施行，而自${newest}起施行的版本已公布（第三十七条），各版本应当依次施行。`,
        `effectiveFrom应当晚于${newest}。`,
      ],
    }),
  overtaken: said({
    en: [
      'Another edition was published meanwhile (Article 37).',
      'Look at displayPeriods and at the effect again, then publish.',
    ],
    zh: ['其间已公布另一版本（第三十七条）。', '请重新查看期限表及其影响后再公布。'],
  }),
  gap: (displayClass: string, first: string): Said =>
    said({
      en: [
        `Decisions of class ${displayClass} would be without a period (Article 37).`,
        `Begin the rows of each class on ${first} or earlier; the newest row has no end.`,
      ],
      zh: [
        `${displayClass}类决定中有的没有公示期限（第三十七条）。`,
        `每一类别的首行应当自${first}或者更早起算，末行没有终点。`,
      ],
    }),
  disorder: (displayClass: string, decidedFrom: string): Said =>
    said({
      en: [
        `The row of class ${displayClass} from ${decidedFrom} does not stand behind an earlier one (Article 37).`,
        'Order the rows of a class by decidedFrom, each date once.',
      ],
      zh: [
        `${displayClass}类自${decidedFrom}起的一行次序不对（第三十七条）。`,
        '同一类别各行请按decidedFrom先后排列，日期不得重复。',
      ],
    }),
  maximum: (displayClass: string, most: number): Said =>
    said({
      en: [
        `A row of class ${displayClass} has no longest period, or one above ${most} months (Article 37): display ends by itself.`,
        `Send maximumMonths from 0 to ${most}.`,
      ],
      zh: [
        `${displayClass}类有一行没有最长公示期限，或者超过${most}个月（第三十七条）：公示应当自行终止。`,
        `请填写0至${most}的maximumMonths。`,
      ],
    }),
  minimum: (displayClass: string): Said =>
    said({
      en: [
        `A row of class ${displayClass} has a shortest period above its longest, or below nought (Articles 37 and 40).`,
        'Send minimumMonths of maximumMonths at most.',
      ],
      zh: [
        `${displayClass}类有一行的最短公示期限长于最长公示期限，或者小于零（第三十七条、第四十条）。`,
        'minimumMonths不得大于maximumMonths。',
      ],
    }),
  citation: said({
    en: [
      'A citation is empty, or too long (Article 37: by state provisions).',
      'Name the provision in at most 500 characters.',
    ],
    zh: ['依据为空或者过长（第三十七条：按照国家有关规定）。', '请填写不超过500个字的依据。'],
  }),
  broughtBack: (displayClass: string, decidedOn: string, endedOn: string, wouldEnd: string): Said =>
    said({
      en: [
        `The table would bring back what has ended (Article 37): a decision of class ${displayClass} of ${decidedOn} ended on ${endedOn} and would be displayed until ${wouldEnd}.`,
        'Let the longer period begin with decisions of which none has ended: give them a row of their own.',
      ],
      zh: [
        `该期限表会恢复已终止的公示（第三十七条）：${decidedOn}作出的${displayClass}类决定已于${endedOn}公示届满，按新表将公示至${wouldEnd}。`,
        '较长的期限请只适用于尚未届满的决定，并为其单列一行。',
      ],
    }),
  both: said({
    en: [
      'The item names a display class and months of its own (Articles 18 and 37).',
      'Send displayClass or displayPeriod, not both.',
    ],
    zh: ['条目同时填写了公示类别和自有公示期限（第十八条、第三十七条）。', 'displayClass和displayPeriod只填写一项。'],
  }),
  classOfOthers: said({
    en: [
      'Display classes are of information on untrustworthiness (Article 37 §2), and this item is not of that character.',
      'Send displayPeriod instead.',
    ],
    zh: ['公示类别只适用于失信信息（第三十七条第二款），该条目不是失信信息。', '请改填displayPeriod。'],
  }),
  noTable: said({
    en: ['No table of display periods is published (Article 37).', 'Publish one first, or send displayPeriod.'],
    zh: ['尚未公布公示期限表（第三十七条）。', '请先公布，或者填写displayPeriod。'],
  }),
};

export const archiveMessages = {
  reason: (most: number): Said =>
    said({
      en: ['The archive is looked into for a reason (Article 37).', `Say it in 1 to ${most} characters.`],
      zh: ['查阅归档信息应当说明理由（第三十七条）。', `请用1至${most}个字说明。`],
    }),
  one: said({
    en: [
      'The archive is asked about one subject or one record at a time (Article 37).',
      'Send subject or record, not both.',
    ],
    zh: ['查阅归档信息每次只能针对一个主体或者一条记录（第三十七条）。', 'subject和record只填写一项。'],
  }),
};
