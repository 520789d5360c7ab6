/** What of a name stays: the surname of a Chinese name, the first character of any other, and nothing of what a cell explains (Article 23, last paragraph). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desensitize } from '../../schema/law/desensitize/desensitize.ts';
import { COMPOUND_SURNAMES, SURNAMES } from '../../schema/law/desensitize/surnames.ts';

const mask = (value: string): string | null => desensitize('NAME', value);

describe('A23.4 one person', () => {
  it.each([
    ['张小梅', '张**'],
    ['张三', '张*'],
    ['欧阳春燕', '欧阳**'],
    ['欧阳雪', '欧阳*'],
    ['欧阳', '欧*'],
    ['第五兰英', '第五**'],
    ['司马文博', '司马**'],
    ['巫马天', '巫马*'],
    ['纳喇明', '纳喇*'],
    ['爱新觉罗明德', '爱新觉罗**'],
    ['叶赫那拉明', '叶赫那拉*'],
    ['杨𫖯', '杨*'],
    ['张 三', '张**'],
    ['马\u3000亮', '马**'],
    ['欧阳 春燕', '欧阳**'],
    ['张\u200b三', '张*'],
    // No length of other names.
    ['阿依努尔·吐尔逊', '阿**'],
    ['阿依努尔•吐尔逊江', '阿**'],
    ['阿依努尔‧吐', '阿**'],
    ['阿依努尔．吐尔逊', '阿**'],
    ['阿依努尔・吐尔逊', '阿**'],
    ['阿依努尔.吐尔逊', '阿**'],
    ['阿依努尔吐尔逊', '阿**'],
    ['阿卜杜热依', '阿**'],
    ['司马义买买提', '司马**'],
    ['John Smith', 'J**'],
    ['SMITH, John', 'S**'],
    ['ＳＯＫＯＬＯＶ', 'Ｓ**'],
    ['Åsa', 'Å**'],
    ['Иванов', 'И**'],
    ['김영호', '김**'],
    ['道外区禾婶馄饨铺', '道**'],
  ])('%j → %s', (value, seen) => {
    expect(mask(value)).toBe(seen);
    expect(mask(seen)).toBe(seen);
  });
});

describe('A23.4 a cell of several, or with an explanation', () => {
  it.each([
    ['王五、赵六', '王*、赵*'],
    ['吴桐，何平', '吴*、何*'],
    ['王五；赵小六/欧阳春燕', '王*、赵**、欧阳**'],
    ['王五和赵六', '王*、赵*'],
    ['周和平', '周**'],
    ['欧阳和平', '欧阳**'],
    ['John Smith; 阿依努尔·吐尔逊', 'J**、阿**'],
    ['李七（执行董事）', '李*'],
    ['李七(执行董事', '李*'],
    ['李七［曾用名李小七］、赵六【经理】', '李*、赵*'],
    ['（执行董事）李七', '李*'],
    ['李七 执行董事', '李*'],
    ['李七执行董事兼总经理', '李*'],
    ['执行董事：李七', '李*'],
    ['法定代表人李七', '李*'],
    ['李七：总经理', '李*'],
    ['李七等3人', '李*'],
    ['王五，住花园街1号', '王*'],
    ['王五、电话13800138000', '王*'],
    ['王五 13800138000', '王*'],
  ])('%j → %s', (value, seen) => {
    expect(mask(value)).toBe(seen);
    expect(mask(seen)).toBe(seen);
  });
});

it.each([
  ['道*******', '道**'],
  ['张*三', '张**'],
  ['阿******提', '阿**'],
])('A23.4 a half mask, or one that tells a length, is masked anew: %s → %s', (value, seen) => {
  expect(mask(value)).toBe(seen);
});

it('A23.4 names of any length without a known surname of two end in the same two stars, however long they are', () => {
  const letters = fc.constantFrom(...'阿依努尔提买合麦古丽娜abcABC');
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 5, maxLength: 30 }),
      fc.constantFrom('', '·', '•', '‧', '．', '・', ' '),
      (points, dot) => {
        const name = `${points.slice(0, 3).join('')}${dot}${points.slice(3).join('')}`;
        expect(mask(name)).toBe(`${points[0]}**`);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('A23.4 of a Chinese name its surname stays, of every surname that is known', () => {
  expect([SURNAMES.size > 500, COMPOUND_SURNAMES.size > 100]).toEqual([true, true]);
  for (const surname of SURNAMES)
    for (const [given, stars] of [
      ['鹏', '*'],
      ['鹏鹏', '**'],
    ] as const)
      expect(mask(`${surname}${given}`)).toBe(`${surname}${stars}`);
  for (const surname of COMPOUND_SURNAMES) expect(mask(`${surname}鹏鹏`)).toBe(`${surname}**`);
});

it('A23.4 no given name of a list survives in its mask', () => {
  const person = fc
    .tuple(fc.constantFrom(...'王李张刘陈'), fc.constantFrom('鹏', '鹏翔', '翔'))
    .map(([surname, given]) => surname + given);
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('、', '，', ';', '；', '/', '\n', '（董事）、', ' 董事，'),
      (persons, separator) => {
        const seen = mask(persons.join(separator)) ?? '';
        expect(seen).toBe(persons.map((name) => `${name[0]}${'*'.repeat(name.length - 1)}`).join('、'));
      },
    ),
    { numRuns: 1_000 },
  );
});
