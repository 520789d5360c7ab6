/** The steps for names, in the spellings that decisions have. Persons are invented. */
import { describe, expect, it } from 'vitest';
import type { Known, KnownValue } from '../../../schema/law/redact/facts.ts';
import { fold } from '../../../schema/law/redact/fold.ts';
import { knownOf, looksLikeFirm, namesIn } from '../../../schema/law/redact/known.ts';
import { Masks } from '../../../schema/law/redact/masks.ts';
import { explainNames } from '../../../schema/law/redact/names/names.ts';
import { Words } from '../../../schema/law/redact/names/tagged-words.ts';
import { redactorOf } from '../../../schema/law/redact/redact.ts';
import { JIEBA } from '../../../subgraphs/texts/jieba.ts';

const NOTHING: Known = { personal: [], open: [] };
const seen = (text: string, ...personal: KnownValue[]): string => redactorOf({ personal, open: [] }, JIEBA)(text).text;

describe('cells of names', () => {
  it.each([
    ['王五、赵六', ['王五', '赵六']],
    ['吴桐，何平', ['吴桐', '何平']],
    ['李七（执行董事）', ['李七']],
    ['罗桂兰（曾用名：罗小凤）', ['罗桂兰', '罗小凤']],
    ['李明和王强', ['李明', '王强']],
    ['李和平', ['李和平']],
    ['张 三', ['张 三']],
    ['SMITH JOHN', ['SMITH JOHN']],
    ['SOKOLOV, MIKHAIL', ['SOKOLOV, MIKHAIL']],
    ['法定代表人：王五等2人', ['王五']],
  ])('A23.4 %s', (cell, names) => {
    expect(namesIn(cell).sort()).toEqual([...names].sort());
  });

  it('A23.4 tells a trade name from the name of a trader', () => {
    for (const firm of ['道外区禾婶馄饨铺', '南岗区炊巷小吃部', '测试有限公司'])
      expect([firm, looksLikeFirm(firm)]).toEqual([firm, true]);
    for (const person of ['王建国', '欧阳春燕', '高山', '阿依努尔·吐尔逊'])
      expect([person, looksLikeFirm(person)]).toEqual([person, false]);
  });

  it('A23.4 the seat and the name of a company are open, of a trader its trade name alone', () => {
    const columns = {
      subjectName: '测试有限公司',
      address: '某路1号',
      phone: '1',
      representative: '王五',
      representativeId: null,
      birthDate: null,
    };
    expect(knownOf('COMPANY', columns).open).toEqual(['测试有限公司', '某路1号']);
    expect(knownOf('SOLE_TRADER', { ...columns, subjectName: '王五' }).open).toEqual([]);
  });
});

describe('names beside names', () => {
  it.each([
    ['成员有邹小川、尤佳、段立冬，均未佩戴反光背心。', '成员有邹**、尤*、段**，均未佩戴反光背心。'],
    ['值班：早班 武卫东；中班 贾勤；三班未测。', '值班：早班 武**；中班 贾*；三班未测。'],
    ['姓名|工种\n巴音|电工\n石磊|焊工', '姓名|工种\n巴*|电工\n石*|焊工'],
    ['加盖的“宋佳宁印”系伪造。', '加盖的“宋**印”系伪造。'],
    ['收件人栏写明“竺可”。', '收件人栏写明“竺*”。'],
    ['现任站长为苗可心。', '现任站长为苗**。'],
    ['李*明在现场。', '李**在现场。'],
    ['班主任解放，组织补课，地点在解放广场。', '班主任解*，组织补课，地点在解放广场。'],
    ['技术员J. Smith签字。', '技术员J**签字。'],
    ['司机休息室未设置灭火器。', '司机休息室未设置灭火器。'],
    ['经销白酒、黄桃、金枕、红枣、方便面。', '经销白酒、黄桃、金枕、红枣、方便面。'],
    ['项目经理空缺，技术负责人由总工程师兼任。', '项目经理空缺，技术负责人由总工程师兼任。'],
  ])('A23.4 %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('known values', () => {
  it.each([
    ['张 三', '经查，张三于8月无证经营。', '经查，张**于8月无证经营。'],
    ['王五', '经查，王 五于8月无证经营。', '经查，王*于8月无证经营。'],
    ['阿依古丽·买买提', '经查，阿依古丽•买买提无证经营。', '经查，阿**无证经营。'],
    ['SMITH JOHN', '经查，John Smith无证经营。', '经查，J**无证经营。'],
    ['李六（负责人）', '经查，李六无证经营。', '经查，李*无证经营。'],
    ['王五、赵六', '王五与赵六授意员工销售。', '王*与赵*授意员工销售。'],
    ['高峰', '驾驶员高峰于早高峰期揽客。', '驾驶员高*于早高峰期揽客。'],
    ['陳文雄', '陈文雄到场。', '陈**到场。'],
  ])('A23.4 the name %s is found', (value, text, expected) => {
    expect(seen(text, { kind: 'NAME', value })).toBe(expected);
  });

  it('A23.4 names and seats of organizations stay, although a person is called like a part of them', () => {
    const redact = redactorOf({ personal: [{ kind: 'NAME', value: '马超' }], open: ['马超餐饮有限公司'] }, JIEBA);
    expect(redact('马超餐饮有限公司的马超到场。').text).toBe('马超餐饮有限公司的马*到场。');
  });

  it.each([
    // A trader's own name within the trade name; the rest of it stays.
    ['南岗区刘晓北面馆', '刘晓北', '当事人南岗区刘晓北面馆销售。', '当事人南岗区刘**面馆销售。'],
    // Who was held as a company and is a person.
    ['张测试', '张测试', '张测试无证经营。', '张**无证经营。'],
  ])('A23.4 a personal value that is known goes before what is open: %s', (open, value, text, expected) => {
    expect(redactorOf({ personal: [{ kind: 'NAME', value }], open: [open] }, JIEBA)(text).text).toBe(expected);
  });

  it('A23.4 a number is found within other digits, a home from the road on', () => {
    expect(seen('登记8615400018276。', { kind: 'PHONE', value: '15400018276' })).not.toContain('8276');
    const address = '黑龙江省鸡西市鸡冠区矸石路31号平房';
    expect(seen('在矸石路31号平房院内', { kind: 'ADDRESS', value: address })).not.toMatch(/矸石路|31号/u);
  });
});

describe('names', () => {
  it.each([
    ['举报人刘洋、赵敏、孙浩然联名反映。', '举报人刘*、赵*、孙**联名反映。'],
    ['投诉人陈丽华女士反映。', '投诉人陈**女士反映。'],
    // A plant of many gardens, and a name.
    ['投诉人丁香反映服务态度差。', '投诉人丁*反映服务态度差。'],
    ['店长欧阳春燕现场陈述。', '店长欧阳**现场陈述。'],
    ['员工何晓东更改入库时间。', '员工何**更改入库时间。'],
    ['车辆由徐长江驾驶。', '车辆由徐**驾驶。'],
    ['出纳张陈思雨将账户资金挪用。', '出纳张***将账户资金挪用。'],
    ['护士长乜桂霞事后补签。', '护士长乜**事后补签。'],
    ['绰号“老歪”。', '绰号“老*”。'],
  ])('A23.4 %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    '负责人未到场，经营者代表拒绝签字。',
    '举报人反映属实，投诉人要求退赔。',
    '经营者于2026年7月2日缴清罚款。',
    '驾驶员和押运员均持有效证件。',
    '当事人何时恢复供热未予公告。',
    '孙家窝子粮油批发部、李氏香肠加工厂互开发票。',
    '当事人经营的白酒、黄桃罐头陈列于常温货架。',
    '早晚高峰期在马路东侧停靠，谢谢配合。',
  ])('A23.4 %s names nobody', (text) => {
    expect(redactorOf(NOTHING, JIEBA)(text)).toEqual({ text, withheld: false, found: [] });
  });

  it('tells what speaks for a name', () => {
    const { text } = fold('员工何晓东更改入库时间');
    const closed = new Uint8Array(text.length + 1);
    const around = { text, words: new Words(text, JIEBA.tag(text)), masks: new Masks(fold(text)), closed };
    expect(explainNames(around).join()).toMatch(/何晓东 \d/u);
  });

  it('A23.4 what was found is told with its kind, to be known from then on', () => {
    const { found } = redactorOf(NOTHING, JIEBA)('投诉人陈丽华，电话15400018276，1985年5月5日出生。');
    expect(found).toEqual(
      expect.arrayContaining([
        { kind: 'NAME', value: '陈丽华' },
        { kind: 'PHONE', value: '15400018276' },
        { kind: 'BIRTH_DATE', value: '1985-05-05' },
      ]),
    );
  });
});
