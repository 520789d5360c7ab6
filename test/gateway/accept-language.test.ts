/** Which language the header Accept-Language asks for. */
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../gateway/message/language.ts';

describe('the language that a header asks for (RFC 9110, section 12.5.4)', () => {
  it.each([
    // No header: any language will do. Then it is English, as it always was.
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['ZH-cn', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['en-GB', 'en'],
    // The example of the section: Danish, else British English, else any English.
    ['da, en-gb;q=0.8, en;q=0.7', 'en'],
    ['da, zh;q=0.1', 'zh'],
    ['da', 'en'],
    ['zh;q=0.5, en;q=0.9', 'en'],
    ['en;q=0.5, zh;q=0.9', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9,zh-CN;q=0.8,zh;q=0.7', 'en'],
    // Of equal weights the first.
    ['zh, en', 'zh'],
    ['en, zh', 'en'],
    ['zh;q=0.5, en;q=0.5', 'zh'],
    // `*` stands for every language that no other range names.
    ['*', 'en'],
    ['zh, *;q=0.5', 'zh'],
    ['zh;q=0.5, *', 'en'],
    ['en;q=0.5, *', 'zh'],
    ['zh;q=0.5, en;q=0.4, *', 'zh'],
    // A weight of 0 means “not acceptable”.
    ['zh;q=0', 'en'],
    ['en;q=0, *', 'zh'],
    ['en;q=0, zh;q=0.001', 'zh'],
    ['zh;q=0, zh-CN', 'en'],
    ['zh;q=0.000, en;q=0', 'en'],
    // Optional white space around commas and semicolons, empty elements, the letter in either case.
    [' zh ; q=0.8 ,\ten ; q=0.9 ', 'en'],
    ['zh;Q=1', 'zh'],
    [',, zh ,', 'zh'],
    ['zh;q=1.000', 'zh'],
    // What cannot be read is left out.
    ['zh;q=1.5', 'en'],
    ['zh;q=-1', 'en'],
    ['zh;q=.5', 'en'],
    ['zh;q=0.1234', 'en'],
    ['zh;q=', 'en'],
    ['zh;q=0.5;q=0.6', 'en'],
    ['zh;level=1', 'en'],
    ['zh_CN', 'en'],
    ['zh-', 'en'],
    ['中文', 'en'],
    ['zhongguohua', 'en'],
    ['zha', 'en'],
    ['x;q=2, zh;q=0.3', 'zh'],
    ['__proto__', 'en'],
    ['"zh"', 'en'],
  ] as const)('%s asks for %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('a header of any length is read in no time', () => {
    expect(languageOf('a-'.repeat(8_000))).toBe('en');
    expect(languageOf(`${'de;q=0.5,'.repeat(99)}zh`)).toBe('zh');
    expect(languageOf(`${'de;q=0.5,'.repeat(5_000)}zh`)).toBe('en');
  });
});
