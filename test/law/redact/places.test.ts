/** Places, births and numbers in further spellings: what is left of a home goes with the person, what an organ or firm tells of itself stays. */
import { describe, expect, it } from 'vitest';
import { foldedForComparison } from '../../../schema/law/redact/corpus.ts';
import { redactorOf, WITHHELD_TEXT } from '../../../schema/law/redact/redact.ts';
import { JIEBA } from '../../../subgraphs/texts/jieba.ts';

const ofPerson = redactorOf({ personal: [{ kind: 'NAME', value: '王建国' }], open: [] }, JIEBA);
const ofFirm = redactorOf({ personal: [], open: ['测试有限公司'] }, JIEBA);

const seen = (text: string): string => redactorOf({ personal: [], open: [] }, JIEBA)(text).text;

describe('births', () => {
  it.each([
    '1985年5月5日出生',
    '1985.05.05出生',
    '出生于1985-05-05',
    '生日：1985/5/5',
    '19850505出生',
    '一九八五年五月五日生',
    '1985年农历五月初五生',
    '1985年5月生',
    '1 9 8 5 年 5 月 5 日 出生',
  ])('A23.4 王建国，%s，到场', (birth) => {
    expect(foldedForComparison(seen(`王建国，${birth}，到场。`))).not.toMatch(/1985|一九八五|五月|0505/u);
  });

  it.each([
    '事故发生于2026年3月7日。',
    '2026年5月20日生效。',
    '2026年6月生产的香肠。',
    '一九九九年起从事客运。',
    '签订于2026/02/17。',
  ])('A23.4 %s is none', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('homes', () => {
  it.each([
    ['住枫岸家园', '枫岸'],
    ['户籍地五常市柳沿镇兴耕村孟家屯三组12号', '柳沿镇'],
    ['家住铁力市桦沟林场二段家属房3栋东头', '桦沟'],
    ['现住道外区碾坊街副17号', '碾坊街'],
    ['住鹤岗市工农区拾穗街道第十二委五组', '拾穗'],
    ['哈尔滨市平房区锻锤街9-2-403', '锻锤'],
  ])('A23.4 王建国，%s，到场', (home, secret) => {
    expect(seen(`王建国，${home}，到场。`)).not.toContain(secret);
  });

  it.each([
    '向黑河市人民政府（地址：黑河市爱辉区界江路1号，邮编164300）申请行政复议。',
    '住宅小区3号楼至7号楼外墙未见复验报告，住建部门抽查。',
    '住宿登记齐全，住房公积金按月缴存。',
  ])('A23.4 %s stays', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('places that nothing introduces', () => {
  it.each([
    ['王建国，辽宁省铁岭市西丰县榆桥镇德柳村四社，收购木材。', ['榆桥镇', '德柳村', '四社']],
    ['王建国在东浒渔点6号渔房内存放渔具。', ['东浒渔点', '6号渔房']],
    ['王建国承租翠椴豪庭7幢甲单元1603，罚款500元。', ['翠椴豪庭', '7幢', '1603']],
    ['王建国（2-1-701）与物业发生纠纷。', ['2-1-701']],
    ['王建国的车库（明椴苑小区后侧第5个车库）存放汽油。', ['明椴苑', '第5个']],
    ['王建国住龙椴里（原三屯）76号，焚烧秸秆。', ['龙椴里', '76号']],
    ['收货：王建国，道里区凝榆路99号嘉椴天地T2-2911，退货。', ['凝榆路', '嘉椴天地', 'T2-2911']],
    ['王建国\n住 址\n林口县\n榛柳镇二道桥\n教师公寓3-502', ['榛柳镇', '二道桥', '3-502']],
    ['王建国现住铧犁农场第十二管理区二十作业站4连7栋，罚款。', ['铧犁', '4连', '7栋']],
  ])('A23.4 %s', (text, secrets) => {
    const seen = ofPerson(text).text;
    for (const secret of secrets) expect(seen).not.toContain(secret);
    expect(seen).not.toBe(WITHHELD_TEXT);
  });

  it.each([
    '当事人未按规定在3号楼2单元公示，责令改正。',
    '在指定区域内（哈尔滨市香坊区和平路26号）从事停车场服务业务。',
    '请到南岗区中山路181号402室窗口缴纳罚款。',
    '本局地址：牡丹江市西安区西一条路32号，联系电话：0453-6277001，传真0453-6277002。',
    '商住楼体装饰工程，3号楼、5号楼1单元外墙脱落。',
  ])('A23.4 %s stays', (text) => {
    expect(ofFirm(text).text).toBe(text);
  });
});

describe('births in further spellings', () => {
  it.each([
    '生于民国三十七年腊月十九',
    '民国三十五年六月初三生',
    '【出生】1989-08-10',
    '（1979.5—）',
    '1972年正月生',
    '2013.5.6 女',
    '86年属虎',
  ])('A23.4 王建国，%s，到场', (birth) => {
    const seen = ofPerson(`王建国，${birth}，到场。`).text;
    expect(foldedForComparison(seen)).not.toMatch(/民国三|腊月|1989|1979|1972|2013|86年/u);
    expect(seen).toContain('到场');
  });

  it.each(['1986年3月9日起在粮库工作', '一九九五年迁入'])('A23.4 behind a birth %s stays', (act) => {
    expect(ofPerson(`王建国，生于1966年3月9日，${act}，退休。`).text).toContain(act);
  });
});

describe('numbers in further spellings', () => {
  it.each([
    ['医师执业证书编码110230000018606', '230000018606'],
    ['义务兵证“东字第0018607号”', '0018607'],
    ['退役军人优待证（卡面编号2399 0017 4280 6）', '0017'],
    ['出生证明（编号L230123456）', '230123456'],
    ['签证号CN20260012345', '20260012345'],
    ['钉钉号hezhe2020', 'hezhe'],
    ['账户6228480172345678901', '6228480172'],
  ])('A23.4 王建国，%s', (text, secret) => {
    expect(foldedForComparison(ofPerson(`王建国，${text}，到场。`).text)).not.toContain(secret);
  });

  it.each(['王建国手机15400017425，妻7427（同前七位）。', '王建国（证239999、19790824、4130）到场。'])(
    'A23.4 a number told in parts is withheld: %s',
    (text) => {
      expect(ofPerson(text).text).toBe(WITHHELD_TEXT);
    },
  );

  it.each([
    '教师资格证编号20062390042001906已核。',
    '准考证编号KJ2600641至KJ2600704。',
    'HW08废矿物油（071-001-08、900-210-08）收集。',
    '注册资本10500(万元人民币)。',
    '按黑（哈）131078（换）许可证经营。',
    'MAC地址16-00-01-90-98-1A，缺失。',
    '游客中心电话0458-3000190，救援电话110、119、120。',
    '占用时间2026/06/01 22:00—2026/06/05 05:00。',
  ])('A23.4 %s stays where nobody is spoken of', (text) => {
    expect(ofFirm(text).text).toBe(text);
  });
});
