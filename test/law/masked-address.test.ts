/** What of an address stays: divisions of GB/T 2260 that lie in each other, and nothing that only sounds like one (Article 23, last paragraph). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divisionPrefix } from '../../schema/law/desensitize/address.ts';
import { desensitize } from '../../schema/law/desensitize/desensitize.ts';
import { PROVINCES } from '../../schema/law/desensitize/divisions.ts';

const DATA = join(import.meta.dirname, '../../schema/law/desensitize/data/gb2260_hlj_areas.json');
const COUNTIES = (JSON.parse(readFileSync(DATA, 'utf8')) as { name: string; cityCode: string }[]).map(
  (one) => one.name,
);
const BENEATH = PROVINCES.filter(({ name }) => !/^(?:北京|天津|上海|重庆)市$/u.test(name)).flatMap(
  ({ beneath }) => beneath,
);

const mask = (value: string): string | null => desensitize('ADDRESS', value);

it('GB/T 2260 has 34 provinces and 333 prefectures; 126 counties are those of Heilongjiang', () => {
  const withoutPrefecture = 1 + 4 + 15 + 12;
  expect([PROVINCES.length, BENEATH.length - withoutPrefecture, COUNTIES.length]).toEqual([34, 333, 126]);
});

describe('A23.4 an address keeps province, city and county alone', () => {
  it.each([
    // As it is written in full, with parts left out, and in short.
    ['黑龙江省哈尔滨市南岗区花园街1号2单元', '黑龙江省哈尔滨市南岗区****'],
    ['黑龙江省尚志市花园街1号', '黑龙江省尚志市****'],
    ['黑龙江哈尔滨南岗区花园街1号', '黑龙江哈尔滨南岗区****'],
    ['哈尔滨南岗区花园街1号', '哈尔滨南岗区****'],
    ['香坊区', '香坊区****'],
    ['齐齐哈尔市梅里斯达斡尔族区花园街1号', '齐齐哈尔市梅里斯达斡尔族区****'],
    ['大庆市杜尔伯特蒙古族自治县泰康镇花园街1号', '大庆市杜尔伯特蒙古族自治县****'],
    ['大兴安岭地区加格达奇区花园街1号', '大兴安岭地区加格达奇区****'],
    ['黑龙江省大庆市大庆高新技术产业开发区花园街1号', '黑龙江省大庆市大庆高新技术产业开发区****'],
    ['伊春市金林区花园街1号', '伊春市金林区****'],
    // Of other provinces to the prefecture, of municipalities to the district.
    ['河北省沧州市青县砚桥乡后柳村西街34号', '河北省沧州市****'],
    ['内蒙古自治区呼伦贝尔市海拉尔区花园街1号', '内蒙古自治区呼伦贝尔市****'],
    ['内蒙古兴安盟乌兰浩特市花园街1号', '内蒙古兴安盟****'],
    ['吉林省延边州延吉市花园街1号', '吉林省****'],
    ['吉林省延边朝鲜族自治州延吉市花园街1号', '吉林省延边朝鲜族自治州****'],
    ['吉林省吉林市船营区花园街1号', '吉林省吉林市****'],
    ['湖北省仙桃市花园街1号', '湖北省仙桃市****'],
    ['北京市海淀区北三环中路5号', '北京市海淀区****'],
    ['北京海淀区北三环中路5号', '北京海淀区****'],
    ['香港特别行政区中西区花园道1号', '香港特别行政区****'],
    // Width, blanks and punctuation between the parts.
    ['黑龙江省　哈尔滨市 南岗区，花园街１号', '黑龙江省哈尔滨市南岗区****'],
    ['黑龙江省-哈尔滨市-南岗区-花园街1号', '黑龙江省哈尔滨市南岗区****'],
    [' 黑龙江省\u200b哈尔滨市/南岗区\n花园街1号', '黑龙江省哈尔滨市南岗区****'],
    // A part that lies elsewhere is none.
    ['大庆市南岗区花园街1号', '大庆市****'],
    ['吉林省哈尔滨市南岗区花园街1号', '吉林省****'],
    ['南岗区向阳区委家属楼5号', '南岗区****'],
    // Districts of other places are not known by their name alone.
    ['海淀区北三环中路市委党校家属区3号楼', '****'],
    ['朝阳区花园街1号', '****'],
    // Streets, estates and towns.
    ['香坊区和平路市场巷3号', '香坊区****'],
    ['哈尔滨市香坊区新区路市集巷6号', '哈尔滨市香坊区****'],
    ['道里区经纬街盟友公寓5号', '道里区****'],
    ['哈尔滨市花园小区3号楼', '哈尔滨市****'],
    ['阳光小区5号楼2单元', '****'],
    ['测试县平安镇市场街7号', '****'],
    ['盟旗小区市民花园2号', '****'],
    ['县前街区委大院3号', '****'],
    // What begins as a division does and is a street or a market.
    ['大庆市场街7号', '****'],
    ['哈尔滨市大庆市场街7号', '哈尔滨市****'],
    ['大庆路12号', '****'],
    ['黑龙江街12号', '****'],
    ['哈尔滨大街12号', '****'],
    ['道外区宾县街5号', '道外区****'],
    ['宾县路5号', '****'],
    ['哈尔滨市政府家属院5号', '哈尔滨市****'],
    // Half masks, and what is masked.
    ['黑龙江省**市南岗区花园街1号', '黑龙江省****'],
    ['香坊区和平路市****', '香坊区****'],
    ['****', '****'],
  ])('%s → %s', (value, seen) => {
    expect(mask(value)).toBe(seen);
    expect(mask(seen)).toBe(seen);
  });
});

const chainOf = fc.oneof(
  fc.constantFrom(...COUNTIES),
  fc.constantFrom(...COUNTIES).map((county) => `黑龙江省${county}`),
  fc.constantFrom(...BENEATH),
  fc.constantFrom(...PROVINCES.map(({ name }) => name)),
);
const street = fc
  .tuple(
    fc.constantFrom(
      '市场',
      '区间',
      '新区',
      '市府',
      '旗杆',
      '盟友',
      '县前',
      '市政',
      '区委',
      '州桥',
      '自治',
      '花园',
      '安居',
    ),
    fc.constantFrom('街', '路', '巷', '小区', '公寓', '市委党校家属区', '旗盟花园', '县委家属楼', '区市场胡同'),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([first, second, number]) => `${first}${second}${number}号`);

it('A23.4 nothing below the county survives, of whatever division and street', () => {
  fc.assert(
    fc.property(chainOf, street, (chain, below) => {
      expect(mask(`${chain}${below}`)).toBe(`${chain}****`);
      expect(divisionPrefix(`${chain}${below}`)).toBe(chain.length);
      expect(mask(below)).toBe('****');
    }),
    { numRuns: 3_000 },
  );
});

it('A23.4 every county, also with its last character taken for the beginning of a street', () => {
  for (const name of [...COUNTIES, ...BENEATH]) {
    expect(mask(`${name}和平路市场巷3号`)).toBe(`${name}****`);
    expect(mask(`${name}街3号`)).toBe('****');
    const begins = name.slice(0, -1);
    // 东安区 without its last character is no name of anything; 哈尔滨 is, and stays only before a division that lies in it.
    expect(mask(`${begins}花园3号楼`)).toBe('****');
  }
});

describe('the beginning of a text', () => {
  it.each([
    ['黑龙江省哈尔滨市南岗区花园街1号', '黑龙江省哈尔滨市南岗区'],
    ['南岗区 花园街', '南岗区'],
    ['哈尔滨市　南岗区花园街', '哈尔滨市　南岗区'],
    ['哈尔滨市。南岗区花园街', '哈尔滨市'],
    ['花园街1号', ''],
    ['', ''],
  ])('A23.4 of %j %j is divisions', (text, divisions) => {
    expect(text.slice(0, divisionPrefix(text))).toBe(divisions);
  });
});
