/** Generates the subjects of the sample province. */
import { CAST, DEFAULTERS } from './cast.ts';
import { createRandom, type Random } from './random.ts';
import type { Organization, Person } from './subject.ts';
import { synthesizeCitizenId, synthesizeUscc } from './synthesize-identifiers.ts';

const SURNAMES = '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 林 高 罗 欧阳 司马 诸葛 慕容 上官'.split(' ');
const GIVEN =
  '伟 芳 娜 敏 静 丽 强 磊 洋 艳 勇 杰 建华 秀英 志强 雪松 冬梅 海燕 明哲 思远 晓东 文静 国栋 㛃 䶮 𠮷祥'.split(' ');
const MINORITY_NAMES = ['巴特尔·额尔敦', '古丽·艾合买提', '莫日根·孟', '乌兰·白'] as const;

const PLACES = [
  ['哈尔滨', '南岗区'],
  ['哈尔滨', '道里区'],
  ['哈尔滨', '松北区'],
  ['齐齐哈尔', '龙沙区'],
  ['牡丹江', '东安区'],
  ['佳木斯', '向阳区'],
  ['大庆', '萨尔图区'],
  ['鸡西', '鸡冠区'],
  ['绥化', '北林区'],
  ['黑河', '爱辉区'],
] as const;
const STREETS = ['示例街', '示例大街', '示例路', '示例胡同'] as const;

const FIRST = ['松', '雪', '冰', '林', '江', '寒', '北', '沃', '丰', '瑞', '嘉', '恒'] as const;
const SECOND = ['源', '原', '野', '达', '禾', '岭', '泰', '辰', '航', '和'] as const;
const TRADES = [
  ['食品', '食品生产；食品销售；农副产品收购。'],
  ['建材', '建筑材料、五金制品、涂料（不含危险化学品）的销售。'],
  ['农机', '农业机械设备的研发、销售、租赁、维修。'],
  ['环保科技', '环境保护专用设备制造；污水处理及其再生利用。'],
  ['物流', '普通货物道路运输；仓储服务；装卸搬运。'],
  ['医疗器械', '第一类、第二类医疗器械销售。'],
  ['化工', '化工产品销售（不含许可类化工产品）；危险化学品经营（凭许可证经营）。'],
  ['建筑工程', '房屋建筑工程施工；室内外装饰装修工程设计、施工。'],
] as const;
const SHOPS = ['面馆', '便利店', '理发店', '粮油店', '汽修部', '水果店'] as const;

export interface Population {
  readonly companies: readonly Organization[];
  readonly soleTraders: readonly Organization[];
  readonly socialOrganizations: readonly Organization[];
  /** Natural persons about whom the sample holds records. */
  readonly persons: readonly Person[];
}

/** The synthetic province: the cast first, then random subjects. */
export function populate(seed: number): Population {
  const random = createRandom(seed);
  const taken = new Set<string>();
  const { company, listedCompany, modelCompany, failedPledger, soleTrader } = CAST;
  return {
    companies: [
      company,
      listedCompany,
      modelCompany,
      failedPledger,
      ...times(116, (index) => companyOf(random, index, taken)),
    ],
    soleTraders: [soleTrader, ...times(29, (index) => soleTraderOf(random, index, taken))],
    socialOrganizations: times(6, (index) => socialOrganizationOf(random, index)),
    persons: [
      CAST.meiZhang,
      CAST.liOuyang,
      CAST.xiaobeiLiu,
      CAST.hidden,
      ...DEFAULTERS,
      ...times(48, (index) => personOf(random, index)),
    ],
  };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** `index` keeps citizen numbers apart: even for persons with records, odd for representatives; the cast has its own sequences on other days. */
function personOf(random: Random, index: number, parity = 0): Person {
  const name = index % 15 === 7 ? random.pick(MINORITY_NAMES) : random.pick(SURNAMES) + random.pick(GIVEN);
  const birthDate = random.day('1955-01-01', '2004-12-31');
  const [city, district] = random.pick(PLACES);
  return {
    type: 'CITIZEN_ID',
    value: synthesizeCitizenId(birthDate, 400 + index * 2 + parity),
    name,
    birthDate,
    address: `黑龙江省${city}市${district}${random.pick(STREETS)}${random.integer(1, 199)}号${random.integer(1, 6)}单元`,
    phone: `199${String(1_0000 * (parity + 1) + index).padStart(8, '0')}`,
  };
}

function companyOf(random: Random, index: number, taken: Set<string>): Organization {
  const [city] = random.pick(PLACES);
  const [trade, scope] = random.pick(TRADES);
  const name = unused(taken, () => `${city}示例${random.pick(FIRST)}${random.pick(SECOND)}${trade}有限公司`);
  return {
    type: 'USCC',
    value: synthesizeUscc('91', `MA${organizationDigits(random, index)}`),
    name,
    city,
    registeredOn: random.day('1998-01-01', '2024-05-31'),
    entityType: random.pick(['有限责任公司', '有限责任公司(自然人独资)', '股份有限公司', '普通合伙企业']),
    capital: `${random.pick([30, 50, 100, 200, 500, 1000, 3000])}万人民币`,
    scope,
    representative: personOf(random, index, 1),
  };
}

function soleTraderOf(random: Random, index: number, taken: Set<string>): Organization {
  const [city, district] = random.pick(PLACES);
  const representative = personOf(random, 200 + index, 1);
  const shop = random.pick(SHOPS);
  return {
    type: 'USCC',
    value: synthesizeUscc('92', `MB${organizationDigits(random, index)}`),
    name: unused(taken, () => `${district}示例${random.pick(FIRST)}${random.pick(SECOND)}${shop}`),
    city,
    registeredOn: random.day('2009-01-01', '2024-05-31'),
    entityType: '个体工商户',
    capital: 'N/A',
    scope: shop === '面馆' ? '小吃服务。' : `${shop}经营（示例）。`,
    representative,
  };
}

function socialOrganizationOf(random: Random, index: number): Organization {
  const [city] = random.pick(PLACES);
  return {
    type: 'USCC',
    value: synthesizeUscc('51', `MJ${organizationDigits(random, index)}`),
    name: `${city}示例${['诚信促进会', '粮食行业协会', '志愿服务联合会', '冰雪产业商会', '慈善会', '养老服务协会'][index] ?? '协会'}`,
    city,
    registeredOn: random.day('2022-08-01', '2024-05-31'),
    entityType: '社会团体法人',
    capital: '3万人民币',
    scope: '行业自律、公益服务。',
    representative: personOf(random, 240 + index, 1),
  };
}

function organizationDigits(random: Random, index: number): string {
  return `${random.pick(['A', 'D', 'E', 'K', 'Y'])}${String(index).padStart(3, '0')}${random.pick(['G', 'H', 'T', 'X'])}${random.integer(0, 9)}`;
}

function unused(taken: Set<string>, make: () => string): string {
  let name = make();
  while (taken.has(name)) name = make();
  taken.add(name);
  return name;
}
