/** Lines that name the columns, as templates write them. */
import { describe, expect, it } from 'vitest';
import { HEAD, line, NAMES, readBytes, taken } from './read.ts';

const named = (change: (name: string, at: number) => string): string =>
  NAMES.split(',')
    .map((name, at) => `"${change(name, at)}"`)
    .join(',');

describe('marks beside a name', () => {
  it.each<[string, (name: string, at: number) => string]>([
    ['*', (name) => `*${name}`],
    ['＊ behind', (name) => `${name}＊`],
    ['（必填）', (name) => `${name}（必填）`],
    ['(选填)', (name) => `${name}(选填)`],
    ['【必填】 before', (name) => `【必填】${name}`],
    ['[非必填]', (name) => `${name}[非必填]`],
    ['必填项', (name) => `${name}必填项`],
    ['a colon', (name) => `${name}：`],
    ['an end of line', (name) => `${name.slice(0, 2)}\n${name.slice(2)}`],
    ['blanks', (name) => [...name].join(' ')],
    ['a number', (name, at) => `${at + 1}.${name}`],
    ['a number of China', (name, at) => `${at + 1}、${name}`],
    ['full width', (name) => name.replace('(', '（').replace(')', '）')],
    ['a zero-width sign', (name) => `\u200b${name}\ufeff`],
    ['a hint', (name, at) => (at === 7 ? `${name}（格式：2026/01/05）` : name)],
  ])('A18.2 A19.2 a name with %s is the name', async (_what, change) => {
    expect(await readBytes(`${named(change)}\n${line(1)}`)).toMatchObject({ faults: [], warned: [] });
  });

  it('A18.2 a column of numbers of rows is left out in silence, and one of names is not', async () => {
    expect(await readBytes(`序号,${HEAD}\n1,${line(1)}`)).toMatchObject({ taken: [taken(2, 1)], warned: [] });
  });

  it('A18.2 a number at the end of a name is part of it', async () => {
    const read = await readBytes(`${HEAD},处罚类别1,处罚类别2\n${line(1)},1,2`);
    expect(read.warned).toEqual([]);
  });

  it.each(['罚款金额（元）', '罚款数额(元)', '罚款（元）', '处罚金额（元）', '罚款金额（单位：元）'])(
    'A18.2 a column in yuan is read as yuan, and told once: %s',
    async (name) => {
      const text = `${HEAD.replace('CF_NR_FK', name)},CF_NR\n${line(1, { 6: '2000' })},罚款2000元\n${line(2, { 6: '1500.5' })},\n`;
      const read = await readBytes(text);
      expect([read.contents.map(({ fineYuan }) => fineYuan), read.warned]).toEqual([
        ['2000.00', '1500.50'],
        ['1 AMOUNT_UNIT G'],
      ]);
    },
  );

  it('A18.2 A21.4 yuan beside 万元 are the same amount, or the row comes back', async () => {
    const head = `${HEAD},罚款金额(元),没收违法所得、没收非法财物的金额(元)`;
    const rows = [`${line(1)},2000,30.5`, `${line(2)},20,`, `${line(3, { 6: '' })},0.005,`, `${line(4)},,`];
    const read = await readBytes(`${head}\n${rows.join('\n')}\n`);
    expect(read.faults).toEqual(['3 AMOUNT_DIFFERS J', '4 AMOUNT J']);
    expect(read.contents.map(({ fineYuan, confiscatedYuan }) => [fineYuan, confiscatedYuan])).toEqual([
      ['2000.00', '30.50'],
      ['2000.00', undefined],
    ]);
  });

  it('A18.2 万元 in a column of yuan is told by what the text sets', async () => {
    const read = await readBytes(`${HEAD.replace('CF_NR_FK', '罚款金额（元）')},CF_NR\n${line(1)},罚款2000元\n`);
    expect(read.faults).toEqual(['2 AMOUNT_UNIT_WRONG G']);
  });
});

describe('lines beside the names', () => {
  it('A18.2 titles and notes above are passed over, and told', async () => {
    const text = `2026年9月行政处罚公示表,,,\n填报单位：示例局,,填报日期：2026年10月\n\n${NAMES}\n${line(1)}\n`;
    expect(await readBytes(text)).toMatchObject({ taken: [taken(5, 1)], warned: ['1 TITLE_PASSED', '2 TITLE_PASSED'] });
  });

  it('A18.2 a name of a person in a title is not repeated', async () => {
    const { messages } = await readBytes(`当事人张三（身份证号239999198505050012）处罚表\n${NAMES}\n${line(1)}\n`);
    expect(JSON.stringify(messages)).not.toMatch(/239999198505050012/);
  });

  it.each([
    [HEAD, NAMES],
    [NAMES, HEAD],
  ])('A18.2 codes and Chinese names, one below the other, are no row', async (first, second) => {
    expect(await readBytes(`${first}\n${second}\n${line(1)}\n`)).toMatchObject({
      taken: [taken(3, 1)],
      faults: [],
      warned: ['2 TITLE_PASSED'],
    });
  });

  it('A18.2 where no line fits, the one that looks most like it is told, with what it lacks', async () => {
    const { refused } = await readBytes(`处罚公示表\n${NAMES.replace('行政处罚决定书文号', '甲')}\n${line(1)}\n`);
    expect(refused?.localized.en).toMatch(/line 2, which looks most like .* lacks CF_WSH/);
    expect(refused?.localized.zh).toMatch(/第2行.*缺少CF_WSH/);
  });

  it('A18.2 names of columns are looked for among the first ten lines', async () => {
    const of = (count: number) => readBytes(`${'说明\n'.repeat(count)}${NAMES}\n${line(1)}\n`);
    expect((await of(9)).taken).toEqual([taken(11, 1)]);
    expect((await of(10)).refused).toBeDefined();
  });

  it('A18.2 a column named twice is refused with both places', async () => {
    const { refused } = await readBytes(`${HEAD},处罚决定日期\n${line(1)},\n`);
    expect(refused?.localized.en).toMatch(/CF_JDRQ .* twice, in the columns H and J/);
    expect(refused?.localized.zh).toMatch(/H列和J列/);
  });
});

describe('other spellings', () => {
  it('A18.2 names of lists that authorities publish are those of the form', async () => {
    const names =
      '当事人名称,行政相对人类型,社会信用代码,处罚决定书文号,主要违法事实,行政处罚种类,罚款数额（万元）,作出处罚决定日期,作出行政处罚决定机关名称';
    expect(await readBytes(`${names}\n${line(1)}\n`)).toMatchObject({ taken: [taken(2, 1)], warned: [] });
  });

  it('A18.2 another spelling beside the name of the form is another column, whose cells are scanned for', async () => {
    expect(await readBytes(`${HEAD},处罚日期\n${line(1)},2020/1/1\n`)).toMatchObject({
      taken: [taken(2, 1)],
      warned: ['1 COLUMN_UNKNOWN J'],
    });
  });

  it('A18.2 codes of subjects are known by what stands in brackets, however they are numbered', async () => {
    const names = HEAD.replace('CF_XDR_SHXYM', '行政相对人代码_3（统一社会信用代码）');
    expect(await readBytes(`${names}\n${line(1)}\n`)).toMatchObject({ taken: [taken(2, 1)], warned: [] });
  });
});
