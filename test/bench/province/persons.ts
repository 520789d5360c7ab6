/** The synthetic persons and companies of the benchmark: up to a million of each, all of them different, in region 239999. */
import type { Random } from '../../../subgraphs/public-credit/sample/generate/random.ts';
import type { Organization, Person } from '../../../subgraphs/public-credit/sample/generate/subject.ts';
import {
  synthesizeCitizenId,
  synthesizeUscc,
} from '../../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';

export const SUBJECTS_MAX = 1_000_000;

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1940, 0, 1);
/** Days from the beginning of 1940 to the end of 2005. */
const DAYS = (Date.UTC(2006, 0, 1) - FIRST) / DAY_MS;

/** Where the sequences of those who are born on one day begin: a million persons take 42 of them. The sample has 1 to 113, 205, 301 to 308 and from 400. */
const SEQUENCES = { SUBJECT: 120, REPRESENTATIVE: 162 } as const;

const birthDateOf = (index: number): string => new Date(FIRST + (index % DAYS) * DAY_MS).toISOString().slice(0, 10);

export const citizenId = (index: number, as: keyof typeof SEQUENCES): string =>
  synthesizeCitizenId(birthDateOf(index), SEQUENCES[as] + Math.floor(index / DAYS));

export const companyCode = (index: number): string => synthesizeUscc('91', `MN${String(index).padStart(6, '0')}`);

export const personOf = (random: Random, index: number, as: keyof typeof SEQUENCES = 'SUBJECT'): Person => ({
  type: 'CITIZEN_ID',
  value: citizenId(index, as),
  name: `${random.pick(['王', '李', '张', '刘', '陈', '欧阳'])}${random.pick(['伟', '芳', '秀英', '建华', '雪松'])}`,
  birthDate: birthDateOf(index),
  address: `黑龙江省哈尔滨市南岗区示例街${random.integer(1, 199)}号${random.integer(1, 6)}单元`,
  phone: `199${String(20_000_000 + index)}`,
});

export const organizationOf = (random: Random, index: number): Organization => ({
  type: 'USCC',
  value: companyCode(index),
  name: `哈尔滨示例第${index}号建材有限公司`,
  city: '哈尔滨',
  registeredOn: random.day('1998-01-01', '2024-05-31'),
  entityType: '有限责任公司',
  capital: `${random.pick([30, 100, 500])}万人民币`,
  scope: '建筑材料、五金制品、涂料（不含危险化学品）的销售。',
  representative: personOf(random, index, 'REPRESENTATIVE'),
});
