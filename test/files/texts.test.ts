/** Text as programs and spreadsheets write it. */
import { describe, expect, it } from 'vitest';
import { HEAD, line, NAMES, readBytes, rowOf, taken } from './read.ts';

describe('ends of line', () => {
  it.each([
    ['CRLF, then LF', '\r\n', '\n'],
    ['LF, then CRLF', '\n', '\r\n'],
    ['CR alone', '\r', '\r'],
    ['CR, then LF', '\r', '\n'],
  ])('A19.2 every end of line ends a row: %s', async (_how, first, others) => {
    const read = await readBytes(`${HEAD}${first}${[line(1), line(2), line(3)].join(others)}${others}`);
    expect(read).toMatchObject({
      taken: [taken(2, 1), taken(3, 2), taken(4, 3)],
      faults: [],
      warned: [],
      messages: [],
    });
  });

  it.each(['\n', '\r\n', '\r'])('A19.2 a line within quotes is counted once: %j', async (end) => {
    const read = await readBytes(`${HEAD}\r\n${line(1, { 4: `"甲${end}乙${end}丙"` })}\r\n${line(2)}\r\n`);
    expect(read.taken).toEqual([taken(2, 1), taken(5, 2)]);
  });

  it('A19.2 a file of a megabyte whose lines end in CR alone is no single line', async () => {
    const read = await readBytes(`${HEAD}\r${`${line(1)}\r`.repeat(9_000)}`);
    expect(read.taken).toHaveLength(9_000);
  });
});

describe('cells and rows', () => {
  it('A19.2 cells that are left out at the end are empty', async () => {
    const read = await readBytes(`${HEAD}\n${rowOf(1).slice(0, 8).join(',')}\n${line(2)},,\n`);
    expect(read).toMatchObject({ taken: [taken(2, 1), taken(3, 2)], faults: [] });
  });

  it('A19.2 a filled cell beside the table brings its row back', async () => {
    expect(await readBytes(`${HEAD}\n${line(1)},,x\n${line(2)}\n`)).toMatchObject({
      taken: [taken(3, 2)],
      faults: ['2 COLUMNS'],
    });
  });

  it.each([',,,,,,,,', ', ,\u3000,', '\u200b,\ufeff', '"",""', '   '])(
    'A19.2 a row without anything to see is none: %j',
    async (blank) => {
      expect(await readBytes(`${HEAD}\n${blank}\n${line(1)}\n${blank}\n`)).toMatchObject({
        taken: [taken(3, 1)],
        faults: [],
      });
    },
  );
});

describe('separators', () => {
  it.each(['\t', ';', '|', '，', '；'])('A19.2 cells between %j are read, and told', async (sign) => {
    const text = [HEAD, line(1)].map((one) => one.replaceAll(',', sign)).join('\n');
    expect(await readBytes(text)).toMatchObject({ taken: [taken(2, 1)], warned: ['0 DELIMITER'] });
  });

  it('A19.2 commas separate wherever they name the columns', async () => {
    expect(await readBytes(`${HEAD}\n${line(1, { 4: '甲;乙;丙\t丁' })}`)).toMatchObject({
      taken: [taken(2, 1)],
      warned: [],
    });
  });
});

describe('numbers that a spreadsheet rounded', () => {
  it.each([
    '2.30103E+14',
    '2.3E+14',
    '2.30103e14',
    '2E+14',
    '２．３０１０３Ｅ＋１４',
    ' 2.30103E+14 ',
    "'2.3E+14",
    '2.3 E+14',
  ])('A19.2 %s is no number of a decision, a subject or a representative', async (number) => {
    const text = `${HEAD},CF_FR_ZJHM\n${line(1, { 3: number })},\n${line(2)},${number}\n`;
    expect((await readBytes(text)).faults).toEqual(['2 NUMBER_ROUNDED D', '3 NUMBER_ROUNDED J']);
  });

  it.each(['2E10', '230103E14', '2.3', 'E+14', '第2.3E+14号', '2.30103F+14', '12.5E+14'])(
    'A19.2 %s is a number as it was given',
    async (number) => {
      expect(await readBytes(`${HEAD}\n${line(1, { 3: number })}`)).toMatchObject({ faults: [] });
    },
  );

  it('A19.2 a text may speak of such a number', async () => {
    expect(await readBytes(`${HEAD}\n${line(1, { 4: '2.30103E+14' })}`)).toMatchObject({ taken: [taken(2, 1)] });
  });
});

describe('what is found in cells', () => {
  it('A19.2 all faults of a row are told at once, in the order of the file, one a cell', async () => {
    const text = `${HEAD}\n${line(1, { 3: '2.3E+14', 4: '=1+1', 6: '2千', 7: '=TODAY()' })}\n`;
    const { faults } = await readBytes(text);
    expect(faults.filter((one) => / [DEH]$/.test(one))).toEqual(['2 NUMBER_ROUNDED D', '2 FORMULA E', '2 FORMULA H']);
  });

  it('A19.2 what stands in a column that the form does not have costs nothing', async () => {
    expect(await readBytes(`${HEAD},自家\n${line(1)},=1+1\n`)).toMatchObject({
      taken: [taken(2, 1)],
      warned: ['1 COLUMN_UNKNOWN J'],
    });
  });

  it('A19.2 lost characters are told with their place; in a name or a number the row comes back', async () => {
    const text = `${NAMES}\n${line(1, { 4: '销售\ufffd\ufffd产品' })}\n${line(2, { 0: '锟斤拷公司' })}\n${line('???')}\n`;
    expect(await readBytes(text)).toMatchObject({
      taken: [taken(2, 1)],
      faults: ['3 CHARACTERS_LOST A', '4 CHARACTERS_LOST D'],
      warned: ['2 CHARACTERS_LOST E'],
    });
  });
});
