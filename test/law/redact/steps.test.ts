/** Each step by itself, in the spellings that decisions have. Persons, numbers and roads are invented. */
import { describe, expect, it } from 'vitest';
import { foldedForComparison } from '../../../schema/law/redact/corpus.ts';
import type { KnownValue } from '../../../schema/law/redact/facts.ts';
import { fold } from '../../../schema/law/redact/fold.ts';
import { labelBefore } from '../../../schema/law/redact/numbers/labels.ts';
import { redactorOf, WITHHELD_TEXT } from '../../../schema/law/redact/redact.ts';
import { JIEBA } from '../../../subgraphs/texts/jieba.ts';

const seen = (text: string, ...personal: KnownValue[]): string => redactorOf({ personal, open: [] }, JIEBA)(text).text;

describe('fold', () => {
  it.each([
    ['Ｅ１２３', 'E123'],
    ['张\u200b三', '张三'],
    ['张\ufe0f三\u3164', '张三'],
    ['a\u3000\u00a0b', 'a  b'],
    ['买•提・尔‧木', '买·提·尔·木'],
    ['138—0013－8000', '138-0013-8000'],
    ['陳文雄', '陈文雄'],
    ['José', 'Jose'],
    ['<b>王</b>五', ' 王 五'],
    ['①②③④⑤', '12345'],
    ['①教育；②下架', ';教育;;下架'],
  ])('A23.4 %s is compared as %s', (written, folded) => {
    expect(fold(written).text).toBe(folded);
  });

  it('A23.4 reads Chinese numerals as digits beside the text', () => {
    expect(fold('幺三八〇零两').digits).toBe('138002');
    expect(fold('壹贰叁').digits).toBe('123');
  });
});

describe('telephones', () => {
  it.each([
    '138—0013—8000',
    '138 0013 8000',
    '138 001 38000',
    '13800 138 000',
    '１３８－００１３－８０００',
    '8613800138000',
    '+86 138 0013 8000',
    '0451—87654321',
    '0451—87654321转8021',
    '(0451)87654321',
    '87654321',
    '+852 9123 4567',
    '+853 6612 3456',
    '+886 912 345 678',
    '+7 914 001-84-61',
    '幺三八零零幺三八零零零',
    '160****8441',
  ])('A23.4 电话%s', (number) => {
    const text = seen(`电话${number}。`);
    expect(foldedForComparison(text)).toMatch(/^电话[+(]?(?:1\d\d)?\*+$/u);
  });

  it.each(['12315', '12345', '400-800-1852', '110', '95588'])('A23.4 %s is everybody’s', (number) => {
    expect(seen(`拨打投诉电话${number}反映。`)).toBe(`拨打投诉电话${number}反映。`);
  });
});

describe('documents', () => {
  it.each([
    ['香港身份证', 'A123456(7)'],
    ['澳门身份证', '1234567(8)'],
    ['台湾身份证', 'A123456789'],
    ['台胞证', '01234567'],
    ['永久居留证', 'CHN239999900101'],
    ['护照', 'K12345678'],
    ['护照', 'e12345678'],
    ['护照号码为：', 'G 0001 7652'],
    ['驾驶证档案编号', '230017263819'],
    ['身份证', '239999198505050012'],
    ['身份证', '239999 1985 0505 0012'],
    ['证件号', '2399-9919-8505-0500-12'],
    ['一代身份证', '239999850505001'],
    ['健康证号', '2300185'],
    ['银行卡号', '6217000000001234567'],
  ])('A23.4 %s%s', (word, number) => {
    const text = foldedForComparison(seen(`${word}${number}持有人在场。`));
    expect(text).not.toContain(foldedForComparison(number).slice(2));
    expect(text).toContain('持有人在场');
  });

  it('A23.4 a military card goes, a document of an organ in the same shape stays', () => {
    expect(seen('军官证军字第1234567号。')).not.toContain('1234567');
    const open = '（黑市人社监罚字〔2026〕第018536号）';
    expect(seen(`决定罚款2万元${open}。`)).toContain(open);
  });

  it.each([
    '统一社会信用代码91239999MA5XW81T6B。',
    '施工许可证编号230102202603150301。',
    '发票号码26232000000018534017。',
    '检验依据GB/T 18186-2000。',
    '批号E20251103。',
    '案号（2026）黑0110执1187号。',
    '客车在K1382+400处停车。',
    '罚款缴至国家金库大庆市中心支库，账号2306 0001 8531 0002 617。',
    '货值金额13812.50元。',
  ])('A23.4 %s stays', (text) => {
    expect(seen(text)).toBe(text);
  });

  it('A23.4 the last word before a number tells what it is', () => {
    const label = (text: string) => labelBefore(text, text.search(/\d/u))?.label;
    expect(label('公民身份号码为:2399')).toBe('DOCUMENT');
    expect(label('机动车驾驶证档案编号2300')).toBe('DOCUMENT');
    expect(label('道路运输证号2305')).toBe('OPEN');
    expect(label('联系电话:1540')).toBe('PHONE');
    expect(label('经查,2026')).toBeUndefined();
  });
});

describe('the second look', () => {
  it.each([
    '其身份证前十位为2399991985，后八位为05050012。',
    '手机号码前三位154，中间四位0001，后四位8276。',
    '另记有12345678901234567890。',
  ])('A23.4 withholds %s', (text) => {
    expect(seen(text)).toBe(WITHHELD_TEXT);
  });

  it('A23.4 a number of a document needs no word, but shows no telephone, citizen number or known name', () => {
    const redact = redactorOf({ personal: [{ kind: 'NAME', value: '王建国' }], open: [] }, JIEBA);
    expect(redact('12345678901234567890', 'NUMBER').text).toBe('12345678901234567890');
    for (const number of ['王建国案1号', '15400018276', '239999198505050010'])
      expect(redact(number, 'NUMBER').text).not.toBe(number);
  });
});
