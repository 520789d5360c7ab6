/** Workbooks as programs write them. */
import { describe, expect, it } from 'vitest';
import { HEAD, readBytes, rowOf, taken } from './read.ts';
import { type Book, bookOf, data, head, row } from './workbook-parts.ts';

const right = { name: '报送', rows: head() + data(2) };
const read = (book: Book) => readBytes(bookOf(book));
const one = (rows: string, more: Partial<Book> = {}) =>
  read({ sheets: [{ name: '报送', rows: head() + rows }], ...more });

describe('sheets', () => {
  it.each(['hidden', 'veryHidden', 'VeryHidden', ' HIDDEN ', 'very_hidden'])(
    'A19.2 a sheet that is %s is passed over, and named',
    async (state) => {
      const {
        taken: rows,
        warned,
        messages,
      } = await read({ sheets: [{ name: '草稿', state, rows: head() + data(9) }, right] });
      expect([rows, warned]).toEqual([[taken(2, 2)], ['0 SHEET_HIDDEN']]);
      expect(messages[0]?.zh).toContain('草稿');
    },
  );

  it('A19.2 further visible sheets are told by themselves, and a visible state is none', async () => {
    const sheets = [
      { ...right, state: 'visible' },
      { name: '说明', rows: '' },
      { name: '旧', state: 'hidden', rows: '' },
    ];
    expect(await read({ sheets })).toMatchObject({
      taken: [taken(2, 2)],
      warned: ['0 SHEET_HIDDEN', '0 SHEETS_IGNORED'],
    });
  });

  it('A19.2 where every sheet is hidden the file is refused with what to do', async () => {
    const { refused } = await read({ sheets: [{ ...right, state: 'hidden' }] });
    expect(refused?.localized.en).toMatch(/Unhide/);
    expect(refused?.localized.zh).toMatch(/取消隐藏/);
  });

  it.each(['chartsheet', 'dialogsheet', 'xlMacrosheet'])('A19.2 a %s is no sheet of rows', async (type) => {
    expect(await read({ sheets: [{ name: '图', type, rows: '' }, right] })).toMatchObject({
      taken: [taken(2, 2)],
      warned: [],
    });
  });

  it.each(['hidden="1"', 'hidden="true"', 'hidden="TRUE"', 'hidden="on"', 'ht="0" customHeight="1"'])(
    'A19.2 a row that is not seen comes back: %s',
    async (attributes) => {
      expect(await one(data(2) + data(3, {}, { attributes }))).toMatchObject({
        taken: [taken(2, 2)],
        faults: ['3 ROW_HIDDEN'],
        warned: [],
      });
    },
  );
});

it('A19.2 what else is wrong with a row that is not seen is told with it', async () => {
  const { faults } = await one(
    data(2, { 7: '<c @ t="inlineStr"><is><t>2026-13-01</t></is></c>' }, { attributes: 'hidden="1"' }),
  );
  expect(faults).toEqual(['2 DATE H', '2 ROW_HIDDEN']);
});

describe('parts', () => {
  const shared = { 0: '<c @ t="s"><v>0</v></c>' };
  const texts = [rowOf(1)[0] ?? ''];
  it.each<[string, Partial<Book>]>([
    ['other case', { rename: (name) => name.toUpperCase() }],
    ['strict', { strict: true }],
    ['absolute targets', { target: (name) => (name.startsWith('xl/') ? `/${name}` : `/xl/${name}`) }],
    ['steps up', { target: (name) => (name.startsWith('xl/') ? `./${name}` : `../xl/./${name}`) }],
    ['backslashes in targets', { target: (name) => name.replaceAll('/', '\\') }],
    [
      'other names',
      {
        rename: (name) => name.replace('sharedStrings', '文本'),
        target: (name) => name.replace('sharedStrings', '%E6%96%87%E6%9C%AC'),
      },
    ],
    [
      'another folder',
      {
        rename: (name) =>
          name
            .replace(/^xl\//, 'book/')
            .replace('_rels/workbook.xml.rels', '_rels/a.xml.rels')
            .replace('workbook.xml', 'a.xml')
            .replace('_rels/a.xml.rels', '_rels/a.xml.rels'),
        target: (name) => name.replace('xl/workbook.xml', 'book/a.xml'),
      },
    ],
  ])('A19.2 parts are found by relation: %s', async (_how, more) => {
    expect(await one(data(2, shared), { texts, ...more })).toMatchObject({ taken: [taken(2, 2)] });
  });
});

describe('cells that say nothing', () => {
  it('A19.2 cells that are only coloured cost nothing, wherever they stand', async () => {
    const far = '<c r="ZZ2" s="0"/>';
    const rows = `${data(2).replace('</row>', `${far}</row>`)}<row r="900000"><c r="A900000" s="0"/></row>`;
    expect(await one(rows)).toMatchObject({ taken: [taken(2, 2)], faults: [] });
  });

  it('A19.2 a row of blanks is none', async () => {
    expect(await one(row(2, [' ', '\u3000', '\u200b']) + data(3))).toMatchObject({ taken: [taken(3, 3)], faults: [] });
  });
});

describe('formulas and error values', () => {
  it.each([
    '<c @><f>DATE(2026,9,1)</f><v>46266</v></c>',
    '<c @ t="str"><f>A1</f><v>2026/9/1</v></c>',
    '<c @><f t="shared" ref="H2:H9" si="0">A1</f><v>1</v></c>',
    '<c @><f t="shared" si="0"/><v>1</v></c>',
    '<c @><f>A1</f></c>',
  ])('A19.2 a formula costs its row, not the file: %s', async (cell) => {
    expect(await one(data(2, { 7: cell }) + data(3))).toMatchObject({
      taken: [taken(3, 3)],
      faults: ['2 FORMULA H'],
    });
  });

  it('A19.2 a formula that fills several cells is one in each of them', async () => {
    const first = '<c @ t="str"><f t="array" ref="E2:E3">A1:A2</f><v>甲</v></c>';
    const { faults, taken: rows } = await one(data(2, { 4: first }) + data(3) + data(4));
    expect([faults, rows]).toEqual([['2 FORMULA E', '3 FORMULA E'], [taken(4, 4)]]);
  });

  it('A19.2 a formula in a column that the form does not have costs nothing', async () => {
    const rows = data(2).replace('</row>', '<c r="J2"><f>1+1</f><v>2</v></c></row>');
    const first = row(1, [...HEAD.split(','), '自家']);
    expect(await read({ sheets: [{ name: '报送', rows: first + rows }] })).toMatchObject({
      taken: [taken(2, 2)],
      faults: [],
    });
  });

  it('A19.2 an error value and a rounded number are told with their columns', async () => {
    const change = { 2: '<c @><v>230103000000001234</v></c>', 4: '<c @ t="e"><v>#REF!</v></c>' };
    expect((await one(data(2, change))).faults).toEqual(['2 NUMBER_ROUNDED C', '2 CELL_ERROR E']);
  });
});

describe('dates', () => {
  const formats = ['[$-804]yyyy"年"m"月"d"日"', 'yyyy/m/d h:mm', '[$-F800]dddd, mmmm dd, yyyy', 'e"年"m"月"'];
  const date = (cell: string, more: Partial<Book> = {}) => one(data(2, { 7: cell }), { formats, ...more });
  it.each([
    '<c @ s="1"><v>46266</v></c>',
    '<c @ s="2"><v>46266</v></c>',
    '<c @ s="3"><v>46266</v></c>',
    '<c @ s="4"><v>46266</v></c>',
    '<c @ t="d"><v>2026-09-01</v></c>',
    '<c @ t="d"><v>2026-09-01T00:00:00</v></c>',
    '<c @ t="d"><v>2026-09-01T00:00:00.000Z</v></c>',
  ])('A19.2 %s is 1 September 2026', async (cell) => {
    // Days from 1899-12-30, counted here.
    expect((Date.UTC(2026, 8, 1) - Date.UTC(1899, 11, 30)) / 86_400_000).toBe(46_266);
    expect(await date(cell)).toMatchObject({ taken: [taken(2, 2)], faults: [] });
  });

  it('A19.2 the count from 1904 is 1462 days less', async () => {
    expect(await date('<c @ s="1"><v>44804</v></c>', { is1904: true })).toMatchObject({ taken: [taken(2, 2)] });
  });
});
