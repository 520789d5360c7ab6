/** What a file may be, and what it may not: each says in a sentence what is wrong with it (Article 19). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProviderFile, type Layout } from '../../subgraphs/import.ts';
import { seenIn } from '../files/parts-of.ts';
import { sharedWorld, type World } from '../kit.ts';
import { number, workbookOf, zipOf } from './workbook-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-forms-'));
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, bytes: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

const bring = (file: string, layout: Layout = 'registration') =>
  importProviderFile({
    file,
    layout,
    unit: 'HLJ-AMR',
    open: () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }),
  });

const nameOf = async (value: string): Promise<string | undefined> => {
  const query = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
  const { data } = await world.ask(null, query, { id: { type: 'USCC', value } });
  return data.subject?.name;
};

/** 龙江示例㐂𠮷 as iconv writes it in GB 18030, the last two characters of four bytes each. */
const GB18030_NAME = [0xc1, 0xfa, 0xbd, 0xad, 0xca, 0xbe, 0xc0, 0xfd, 0x81, 0x39, 0xef, 0x31, 0x95, 0x34, 0xb2, 0x35];
const NAME = '龙江示例㐂𠮷';
/** Codes of region 239999 that the sample does not hold, with check characters by GB 32100. */
const CODES = [
  '91239999MA9AAA012A',
  '91239999MA9AAA0205',
  '91239999MA9AAA0392',
  '91239999MA9AAA047W',
  '91239999MA9AAA055P',
  '91239999MA9AAA063J',
];

describe('what a file may be', () => {
  it.each([
    ['UTF-8', (code: string) => Buffer.from(`name,uscc,reg_date\n${NAME},${code},2020/1/5\n`)],
    [
      'UTF-8 with a byte order mark and CRLF',
      (code: string) => Buffer.from(`\ufeffname,uscc,reg_date\r\n${NAME},${code},2020/1/5\r\n`),
    ],
    [
      'UTF-8 with Chinese names of columns in another order',
      (code: string) => Buffer.from(`成立日期,统一社会信用代码,企业名称\n20200105,${code},${NAME}\n`),
    ],
    [
      'GB18030, characters of four bytes among them',
      (code: string) =>
        Buffer.concat([
          Buffer.from('name,uscc,reg_date\n'),
          Buffer.from(GB18030_NAME),
          Buffer.from(`,${code},2020/1/5\n`),
        ]),
    ],
    ['gzip', (code: string) => gzipSync(`name,uscc,reg_date\n${NAME},${code},2020/1/5\n`)],
    [
      'XLSX with shared and inline texts, a date of its own format, empty rows and a phonetic guide',
      (code: string) => workbookOf([['名称', '统一社会信用代码', '成立日期'], [NAME, code, number('43835', 2)], []]),
    ],
  ])('%s', async (name, bytes) => {
    const code = CODES.shift() ?? '';
    const summary = await bring(put(`${name.slice(0, 12)}.bin`, bytes(code)));
    expect(summary).toMatchObject({ rows: 1, accepted: 1, rejected: 0, warnings: {} });
    expect(await nameOf(code)).toBe(NAME);
    // 43835 days from 30 December 1899 are 5 January 2020.
    const { data } = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { registration { registeredOn } } }',
      { id: { type: 'USCC', value: code } },
    );
    expect(data.subject.registration.registeredOn).toBe('2020-01-05');
  });

  it('lines of JSON packed with gzip, with a byte order mark, the last without an end', async () => {
    const line = JSON.stringify({
      item: 'REG-ENTERPRISE',
      subject: { type: 'USCC', value: '91239999MA1ABC019L' },
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2016-05-12',
      content: {
        legalName: '哈尔滨示例冰雪设备有限公司',
        registeredOn: '2016-05-12',
        status: '存续',
        regionCode: '239999',
      },
    });
    const summary = await bring(put('lines.gz', gzipSync(`\ufeff${line}\r\n{"item":1}\n\n${line}`)), 'records');
    expect(summary).toMatchObject({ rows: 3, rejected: 1 });
    expect(readFileSync(summary.rejectedFile ?? '', 'utf8')).toContain('"line":2');
  });

  it('a workbook tells which sheets it does not read, and which number was rounded before it came', async () => {
    const sheet = workbookOf(
      [
        ['name', 'uscc', 'reg_date'],
        ['甲', number('912399990000000000'), number('43835', 1)],
      ],
      ['填表说明'],
    );
    const summary = await bring(put('rounded.xlsx', sheet));
    expect(summary).toMatchObject({ rows: 1, rejected: 1, warnings: { SHEETS_IGNORED: 1 } });
    const { cells, comments } = await seenIn(summary.rejectedFile ?? '');
    expect(['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map((name) => cells[name])).toEqual([
      ...HEAD,
      'line',
      'code',
      'reason',
    ]);
    expect([cells.D2, cells.E2, comments.B2]).toEqual([
      '2',
      'NUMBER_ROUNDED',
      expect.stringContaining('NUMBER_ROUNDED'),
    ]);
    expect(readFileSync(summary.warningsFile ?? '', 'utf8')).toContain('填表说明');
  });
});

const HEAD = ['name', 'uscc', 'reg_date'];

describe('what a file may not be', () => {
  it.each([
    [
      'over a hundred columns',
      Buffer.from(`${Array.from({ length: 101 }, (_, n) => `c${n}`).join(',')}\n`),
      /has 101 columns/,
    ],
    ['a row of over a hundred cells', Buffer.from(`name,uscc,reg_date\n${'x,'.repeat(101)}\n`), /Line 2 has 102 cells/],
    ['one line of 100 MB', Buffer.alloc(100_000_000, 'a'), /Line 1 is longer than 1000000 bytes/],
    ['one line of 100 MB, packed into 100 KB', gzipSync(Buffer.alloc(100_000_000, 'a')), /Line 1 is longer/],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]), /binary: line 1 holds a zero byte/],
    ['neither encoding', Buffer.from([0x6e, 0x2c, 0xff, 0xfe, 0x0a]), /neither text in UTF-8 nor in GB18030/],
    ['UTF-16', Buffer.from('\ufeffname,uscc', 'utf16le'), /UTF-16/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old kind \(\.xls\)/],
    ['packed twice', gzipSync(gzipSync('name')), /packed twice/],
    ['cut gzip', gzipSync(`name,uscc,reg_date\n${'x,y,z\n'.repeat(50_000)}`).subarray(0, 300), /cut or altered/],
    ['a zip that is no workbook', zipOf([{ name: 'a.txt', text: 'a' }]), /no workbook/],
    ['a damaged workbook', workbookOf([HEAD]).subarray(0, 400), /damaged/],
    ['a workbook packed again', gzipSync(workbookOf([HEAD])), /packed in itself/],
    ['a cell far beside the table', workbookOf([HEAD, [{ xml: () => '<c r="ZZ2"><v>1</v></c>' }]]), /column 702/],
    [
      'a document type',
      zipOf([{ name: 'xl/workbook.xml', text: '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }]),
      /document type/,
    ],
    ['empty', Buffer.alloc(0), /The file is empty/],
    ['only a mark', Buffer.from('\ufeff'), /The file is empty/],
    ['not CSV', Buffer.from('name,uscc,reg_date\n甲,"乙,2020/1/5\n'), /stops being CSV at line 2/],
  ])('%s', async (name, bytes, sentence) => {
    const file = put(`no ${name}.bin`, bytes);
    await expect(bring(file)).rejects.toThrow(sentence);
  });

  it('a folder', async () => {
    await expect(bring(folder)).rejects.toThrow(/no file but a folder/);
  });
});
