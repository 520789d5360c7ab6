/** The cast: synthetic subjects with a fixed role in examples and tests. */
import type { Organization, Person } from './subject.ts';
import { synthesizeCitizenId, synthesizeUscc } from './synthesize-identifiers.ts';

function person(name: string, birthDate: string, sequence: number, address: string, phone: string): Person {
  return { type: 'CITIZEN_ID', value: synthesizeCitizenId(birthDate, sequence), name, birthDate, address, phone };
}

const meiZhang = person('张小梅', '1990-03-07', 1, '黑龙江省哈尔滨市南岗区花园街1号2单元', '13800138000');
const liOuyang = person('欧阳立', '1978-06-30', 57, '黑龙江省哈尔滨市道里区示例大街9号3单元501室', '19900000001');
const xiaobeiLiu = person('刘晓北', '1985-11-23', 113, '黑龙江省齐齐哈尔市龙沙区示例路27号', '19900000002');
const hidden = person('沈静', '1992-02-29', 88, '黑龙江省牡丹江市西安区示例胡同6号', '19900000003');
const notHeld = person('未入库', '1969-12-31', 205, '黑龙江省黑河市爱辉区示例街88号', '19900000004');

const company: Organization = {
  type: 'USCC',
  value: synthesizeUscc('91', 'MA1ABC01'),
  name: '哈尔滨示例冰雪设备有限公司',
  city: '哈尔滨',
  registeredOn: '2016-05-12',
  entityType: '有限责任公司',
  capital: '800万人民币',
  scope: '冰雪运动器材、造雪设备的研发、制造、销售及维修；货物进出口。',
  representative: liOuyang,
};
const listedCompany: Organization = {
  type: 'USCC',
  value: synthesizeUscc('91', 'MA2ABC02'),
  name: '大庆示例松江建筑工程有限公司',
  city: '大庆',
  registeredOn: '2012-09-03',
  entityType: '有限责任公司',
  capital: '2000万人民币',
  scope: '房屋建筑工程、市政公用工程施工；建筑劳务分包。',
  representative: person('韩大勇', '1971-04-18', 31, '黑龙江省大庆市萨尔图区示例街12号', '19900000005'),
};
const modelCompany: Organization = {
  type: 'USCC',
  value: synthesizeUscc('91', 'MA3ABC03'),
  name: '齐齐哈尔示例寒地米业有限公司',
  city: '齐齐哈尔',
  registeredOn: '2008-03-21',
  entityType: '有限责任公司',
  capital: '1200万人民币',
  scope: '粮食收购、稻谷加工、大米销售。',
  representative: person('司马卉', '1980-08-08', 42, '黑龙江省齐齐哈尔市建华区示例路5号', '19900000006'),
};
const failedPledger: Organization = {
  type: 'USCC',
  value: synthesizeUscc('91', 'MA4ABC04'),
  name: '牡丹江示例雪乡餐饮管理有限公司',
  city: '牡丹江',
  registeredOn: '2021-11-08',
  entityType: '有限责任公司(自然人独资)',
  capital: '50万人民币',
  scope: '餐饮服务；食品销售；企业管理咨询。',
  representative: person('龚䶮', '1988-01-15', 76, '黑龙江省牡丹江市爱民区示例街3号', '19900000007'),
};
const soleTrader: Organization = {
  type: 'USCC',
  value: synthesizeUscc('92', 'MA5ABC05'),
  name: '南岗区示例刘晓北面馆',
  city: '哈尔滨',
  registeredOn: '2019-07-16',
  entityType: '个体工商户',
  capital: 'N/A',
  scope: '小吃服务。',
  representative: xiaobeiLiu,
};

/** Subjects with a fixed role in examples. Their records are written in `CAST_RECORDS`, `CAST_PENALTIES` and `CAST_PERMITS`. */
export const CAST = {
  /** One general and one minor penalty; arrears, volunteering, a commendation, a pledge, heating; three non-public rows. */
  meiZhang,
  /** Compound surname; legal representative of `company`. */
  liOuyang,
  /** Operator of `soleTrader`, with a civil judgment that only agreements open. */
  xiaobeiLiu,
  /** Only records that an agreement opens: the public must not learn that this person exists here. */
  hidden,
  /** Registration, permits, a penalty displayed and one whose display is over, tax arrears, a commendation, pledges. */
  company,
  /** On the lists for wage arrears and judgment defaulters. */
  listedCompany,
  /** Class A taxpayer and model of honesty. */
  modelCompany,
  /** Failed on a pledge made for a permit and gave false materials: the pledge system is closed to it. */
  failedPledger,
  /** Registered, permitted, fined, and supplied with water. */
  soleTrader,
} as const;

/** Valid identifiers of subjects that the sample does not have. */
export const NOT_HELD = {
  notHeld,
  notHeldCompany: { type: 'USCC', value: synthesizeUscc('91', 'MA9ABC99'), name: '黑龙江示例未入库有限公司' },
} as const;

/** Natural persons on the list of judgment defaulters, each with an unperformed judgment on record. */
export const DEFAULTERS: readonly Person[] = [
  person('王𠮷', '1975-02-11', 301, '黑龙江省哈尔滨市香坊区示例街21号', '19900000011'),
  person('赵㛃', '1983-09-27', 302, '黑龙江省哈尔滨市道外区示例路8号1单元', '19900000012'),
  person('尉迟建国', '1966-05-05', 303, '黑龙江省佳木斯市前进区示例街40号', '19900000013'),
  person('阿依古丽·买买提', '1987-12-03', 304, '黑龙江省绥化市北林区示例路15号', '19900000014'),
  person('陈志远', '1979-07-19', 305, '黑龙江省鸡西市鸡冠区示例街2号', '19900000015'),
  person('李强', '1991-10-30', 306, '黑龙江省伊春市伊美区示例巷7号', '19900000016'),
  person('上官文博', '1984-03-14', 307, '黑龙江省大庆市让胡路区示例街66号', '19900000017'),
  person('周淑芬', '1970-11-01', 308, '黑龙江省七台河市桃山区示例路31号', '19900000018'),
];
