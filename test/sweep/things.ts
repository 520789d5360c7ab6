/** What the sweep looks for: things of every kind about a few subjects, each with values that occur nowhere else. Some of them fall, each in one way. */
import type { RecordType } from '../../schema/law/facts.ts';
import { documentOf, itemOf, itemsFor, type Said } from '../fuzz/two-worlds/deliveries.ts';
import { type About, freshSubject } from '../fuzz/two-worlds/subjects.ts';
import type { SampleItem } from '../sample-province.ts';

/** Why a thing is found in none any more. `STANDS`: nothing happens to it, and it must be found after everything as before. */
export type Fall =
  | 'EXPIRY'
  | 'BASIS'
  | 'OBJECTION'
  | 'CORRECTION'
  | 'REMOVAL'
  | 'RESTORATION'
  | 'HIDING'
  | 'LOCK'
  | 'STANDS';

export interface Thing {
  readonly name: string;
  readonly about: About;
  readonly fall: Fall;
  /** Values that occur nowhere else, by what they are. Stored ids stand in `ids`. */
  readonly values: Readonly<Record<string, string>>;
  /** What it was delivered as; undefined for what is no public record. */
  readonly record?: { readonly item: SampleItem; readonly said: Said; readonly document: string };
  /** The catalog item by which it is opened. */
  readonly item: SampleItem;
  /** Stored id of the row. After a correction it stands, with other values. */
  id?: string;
  /** Another subject of the same decision. */
  readonly also?: About;
  /** What its subject said in an objection about it, which is read with the objection. */
  readonly objection?: true;
  /** What was said in an application for restoration, which is read with it. */
  readonly application?: true;
}

const NUMBER = 710_001;
const about = (kind: About['kind'], at: number, name?: string): About => {
  const fresh = freshSubject(kind, NUMBER + at);
  return name === undefined ? fresh : { ...fresh, name };
};

/** A company, a person and a sole trader with things of every kind, beside which something stands. */
export const COMPANY = about('company', 0, '黑龙江示例扫描甲有限公司');
export const PERSON = about('person', 1, '钱测试');
export const TRADER = about('trader', 2, '南岗区示例扫描乙面馆');
/** Of these nothing else is held: with the one thing they are gone, and what it said of them. */
export const COMPANY_OF_ONE = about('company', 3, '黑龙江示例砂锅铁铲有限公司');
export const PERSON_OF_ONE = about('person', 4, '东郭测试');
/** A listed company, and a person on its account. */
export const LISTED = about('company', 5, '黑龙江示例扫描丙有限公司');
export const RESPONSIBLE = about('person', 6, '孙小雪');
export const SUBJECTS = [COMPANY, PERSON, TRADER, COMPANY_OF_ONE, PERSON_OF_ONE, LISTED, RESPONSIBLE] as const;

/** Goods of every day, which are no names: two of them together occur in no other text. */
const GOODS = [
  ...['砚台', '竹筐', '陶瓮', '风筝', '蓑衣', '草帽', '纸伞', '算盘', '木屐', '灯笼', '香囊', '蒲扇', '毛毡'],
  ...['酒坛', '瓦罐', '石磨', '麻绳', '藤椅', '棉袄', '皂角', '铜镜', '笔筒', '茶壶'],
];
const words = (at: number): string =>
  `${GOODS[at % GOODS.length]}和${GOODS[(at + 1 + Math.floor(at / GOODS.length)) % GOODS.length]}`;

/** Elements in which a record of the type says the words, and its amount. */
const SAYS: Partial<Record<RecordType, (said: string, amount: string) => Record<string, unknown>>> = {
  Commendation: (said) => ({ title: `${said}先进单位` }),
  AdministrativePenalty: (_said, amount) => ({ fineYuan: amount }),
  PublicServiceRecord: (said, amountYuan) => ({ service: said, amountYuan }),
  LegalDocument: (said) => ({ cause: said }),
  Arrears: (said, amountYuan) => ({ content: said, amountYuan }),
  UnperformedObligation: (_said, amountYuan) => ({ amountYuan }),
};

/** Words that stand in the answer of the type as they were sent. */
const sayingOf = (said: string): string => `销售${said}未明码标价。`;

let made = 0;

/** A record of the item. `day` is that of its decision. */
export function recordOf(item: SampleItem, whose: About, fall: Fall, day: string, more: Partial<Said> = {}): Thing {
  made += 1;
  const said = words(made);
  const amount = `${7_100 + made}.37`;
  const mark = `扫${made}之`;
  const numbered = { ...whose, number: 5_000 + made };
  const document = documentOf(numbered, mark);
  const content = SAYS[item.recordType]?.(said, amount) ?? {};
  return {
    name: `${item.code} of ${whose.kind} ${whose.number}, ${fall}`,
    about: whose,
    fall,
    item,
    record: {
      item,
      document,
      said: { occurredOn: day, mark, text: sayingOf(said), ...more, content: { ...content, ...more.content } },
    },
    values: {
      document,
      ...(item.recordType === 'Registration' ? {} : { words: said }),
      ...(Object.values(content).includes(amount) ? { amount } : {}),
    },
  };
}

/** Displays that end do so in this month; the day after it everything has fallen. */
export const FALLEN = '2026-12-29T10:00:00+08:00';
/** A day of a month, January being 0, of which no other record of its item and subject is. */
export const daysIn = (month: number, at: number): string =>
  new Date(Date.UTC(2026, month, 1 + (at % 28))).toISOString().slice(0, 10);

/** Day of the decision by which its display ends in December. A general penalty says its last day itself: which table of periods governs it depends on the day. */
const endingIn = (code: string, months: number, at: number): [day: string, more?: Partial<Said>] =>
  code === 'PENALTY-GENERAL'
    ? [daysIn(8, at), { content: { displayUntil: daysIn(11, at) } }]
    : [daysIn(11 - months, at)];

/** Every public item that can be delivered about each of the three: what is displayed for so many months expires, of all else the basis falls. */
export function records(monthsOf: (code: string) => number | null): readonly Thing[] {
  const every = [COMPANY, PERSON, TRADER].flatMap((whose) =>
    itemsFor(whose.kind)
      .filter(({ recordType }) => recordType !== 'Registration')
      .map((item) => ({ item, whose })),
  );
  const falling = every.map(({ item, whose }, at) => {
    const months = monthsOf(item.code);
    return months === null
      ? recordOf(item, whose, 'BASIS', daysIn(9, at))
      : recordOf(item, whose, 'EXPIRY', ...endingIn(item.code, months, at));
  });
  const penalty = itemOf('PENALTY-GENERAL');
  const fund = itemOf('ARREARS-FUND');
  const others = [COMPANY, PERSON].flatMap((whose) => [
    recordOf(penalty, whose, 'STANDS', '2026-11-16'),
    recordOf(fund, whose, 'STANDS', '2026-11-15'),
    recordOf(penalty, whose, 'OBJECTION', '2026-11-14'),
    recordOf(penalty, whose, 'CORRECTION', '2026-11-13'),
    recordOf(fund, whose, 'CORRECTION', '2026-11-12'),
    recordOf(itemOf('PENALTY-MINOR'), whose, 'CORRECTION', '2026-11-11'),
  ]);
  const said = { address: '黑龙江省哈尔滨市南岗区砂锅街708号', phone: '13612370811' };
  return [
    ...falling,
    ...others,
    recordOf(itemOf('PERMIT-GENERAL'), LISTED, 'STANDS', '2026-11-10'),
    recordOf(itemOf('PERMIT-GENERAL'), RESPONSIBLE, 'STANDS', '2026-11-09'),
    withValues(recordOf(itemOf('PENALTY-SERIOUS'), COMPANY_OF_ONE, 'BASIS', '2026-11-08', said), {
      name: COMPANY_OF_ONE.name,
      ...said,
    }),
    withValues(recordOf(penalty, PERSON_OF_ONE, 'BASIS', '2026-11-07'), { name: '东郭*' }),
  ];
}

const withValues = (thing: Thing, more: Readonly<Record<string, string>>): Thing => ({
  ...thing,
  values: { ...thing.values, ...more },
});
