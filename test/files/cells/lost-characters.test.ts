/** What a wrong conversion leaves of a text, and real texts that look a little like it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lostCharacters } from '../../../subgraphs/public-credit/import/read/lost-characters.ts';

const CASES = join(import.meta.dirname, '../../cases');
const TEXTS = ['哈尔滨市市场监督管理局', '行政处罚决定书', '未按规定明码标价', '张三', '黑龙江省'];

describe('what a wrong conversion leaves', () => {
  it.each(TEXTS)('A19.2 UTF-8 read as Latin-1 or Windows-1252 is found: %s', (text) => {
    const bytes = Buffer.from(text);
    expect(lostCharacters(bytes.toString('latin1'))).toBe('GARBLED');
    expect(lostCharacters(`甲${new TextDecoder('windows-1252').decode(bytes)}`)).toBe('GARBLED');
  });

  it.each(TEXTS.filter((text) => text.length > 2))('A19.2 UTF-8 read as GBK is found: %s', (text) => {
    expect(lostCharacters(new TextDecoder('gbk').decode(Buffer.from(text)))).not.toBeNull();
  });

  it('A19.2 GBK read as UTF-8 is found', () => {
    // 哈尔滨 in GBK.
    expect(lostCharacters(new TextDecoder().decode(Buffer.from('b9feb6fbb1f5', 'hex')))).toBe('REPLACED');
  });

  it.each(['鏂囦功', '琛屾斂', 'ä¸­å›½', 'å“ˆå°”', '????', '哈尔滨???公司', '锟斤拷', '烫烫烫', '屯屯屯', '甲\ufffd'])(
    'A19.2 %s',
    (text) => {
      expect(lostCharacters(text)).not.toBeNull();
    },
  );
});

describe('what is a real text', () => {
  it.each([
    '锟',
    '烫伤',
    '屯子镇屯里村',
    '联通',
    '朱镕基',
    '喆囍堃淼',
    '什么??',
    'https://example.cn/?a=1?b',
    'Café——“示例”',
    'Crème brûlée, naïve façade',
    'Zürich 25 °C ± 1 µm',
    '',
  ])('A19.2 %s is left alone', (text) => {
    expect(lostCharacters(text)).toBeNull();
  });

  it('A19.2 no text of the cases is taken for one that was lost', () => {
    const lines = globSync('texts*.jsonl', { cwd: CASES }).flatMap((name) =>
      readFileSync(join(CASES, name), 'utf8').split('\n'),
    );
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lines.filter((text) => lostCharacters(text) !== null)).toEqual([]);
  });
});
