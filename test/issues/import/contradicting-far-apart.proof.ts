/**
 * Rows of one record that contradicted one another, more than a batch apart, corrected it there and back at every import of their file, with a notice to
 * everybody each time. The last row of the file says how the record stands (Articles 36 and 38).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProviderFile, type Layout } from '../../../subgraphs/import.ts';
import { synthesizeUscc } from '../../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';
import { COMPANY, onDatabaseOfStep, sharedWorld, subject, type World } from '../../kit.ts';
import { workbookOf } from '../../subgraphs/workbook-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-far-apart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PERMITS = ['XK_XDR_MC', 'XK_XDR_LB', 'XK_XDR_SHXYM', 'XK_WSH', 'XK_XKLB', 'XK_NR', 'XK_JDRQ', 'XK_XKJG'];
const PENALTIES = ['CF_XDR_MC', 'CF_XDR_LB', 'CF_XDR_SHXYM', 'CF_WSH', 'CF_CFLB', 'CF_NR_FK', 'CF_JDRQ'];
/** More rows than any batch holds. They come back rejected, so that nothing of them is stored. */
const BETWEEN = 2_000;

const permit = (document: string, what: string, on = '2026-09-01'): string[] => [
  '示例',
  '法人及非法人组织',
  COMPANY.value,
  document,
  '普通',
  what,
  on,
  '示例局',
];
const penalty = (document: string, fine: string): string[] => [
  '示例',
  '法人及非法人组织',
  COMPANY.value,
  document,
  '罚款',
  fine,
  '2026-11-10',
];

/** The rows, each a batch apart from the next. `wrong` is a row that comes back. */
const apart = (rows: readonly (readonly string[])[], wrong: readonly string[]) =>
  rows.flatMap((row, index) => (index === 0 ? [row] : [...Array.from({ length: BETWEEN }, () => wrong), row]));
const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const permitsApart = (...rows: readonly (readonly string[])[]): string =>
  csv([PERMITS, ...apart(rows, permit('反许〔2026〕0号', '甲', '2026-13-01'))]);
/** Line of the row with this place among those that are a batch apart. */
const lineOf = (place: number): number => 2 + place * (BETWEEN + 1);

onDatabaseOfStep('rows of one record more than a batch apart', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind, 'deliveries');
  });

  let files = 0;
  const put = (content: string | Buffer): string => {
    files += 1;
    const file = join(folder, `${kind}-${files}`);
    writeFileSync(file, content);
    return file;
  };
  const bring = (file: string, layout: Layout = 'double-publicity-permit', more: object = {}) =>
    importProviderFile({
      file,
      layout,
      unit: 'HLJ-AMR',
      open: () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }),
      ...more,
    });
  const held = async (document: string) => {
    const query = `{ me { records(first: 200) { nodes { version item { code } ... on AdministrativePermit { documentNumber content }
      ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;
    const { data } = await world.ask(subject(COMPANY), query);
    return data.me.records.nodes.filter((row: { documentNumber?: string }) => row.documentNumber === document);
  };
  const warningsOf = (file: string): string[] =>
    readFileSync(`${file}.warnings.csv`, 'utf8').trimEnd().split('\n').slice(1);

  it('A36.2 A38.1 are stored once, and a further import changes nothing and tells which row was left out', async () => {
    const document = '远许〔2026〕1号';
    const file = put(permitsApart(permit(document, '甲'), permit(document, '乙')));
    expect(await bring(file)).toMatchObject({ accepted: 1, corrected: 1, unchanged: 0, warnings: {} });
    expect(await held(document)).toMatchObject([{ version: 2, content: '乙' }]);
    for (const _time of ['again', 'and again']) {
      expect(await bring(file)).toMatchObject({
        accepted: 0,
        corrected: 0,
        unchanged: 2,
        warnings: { ROW_OVERTAKEN: 1 },
      });
      expect(warningsOf(file)).toEqual([expect.stringMatching(new RegExp(`^2,ROW_OVERTAKEN,.*Line ${lineOf(1)} `))]);
      expect(await held(document)).toMatchObject([{ version: 2, content: '乙' }]);
    }
    // A dry run says the same.
    expect(await bring(file, undefined, { trial: true })).toMatchObject({
      corrected: 0,
      unchanged: 2,
      warnings: { ROW_OVERTAKEN: 1 },
    });
  });

  it('A36.2 A38.1 of three, and of two that take turns, the last stands from the first import on', async () => {
    const [three, turns] = ['远许〔2026〕2号', '远许〔2026〕3号'];
    const rows = (document: string, contents: string) => [...contents].map((what) => permit(document, what));
    const file = put(permitsApart(...rows(three, '甲乙丙')));
    // The second row would correct the first for as long as the file is read: it is left out.
    expect(await bring(file)).toMatchObject({
      accepted: 1,
      corrected: 1,
      unchanged: 1,
      warnings: { ROW_OVERTAKEN: 1 },
    });
    expect(await held(three)).toMatchObject([{ version: 2, content: '丙' }]);
    expect(await bring(file)).toMatchObject({ corrected: 0, unchanged: 3, warnings: { ROW_OVERTAKEN: 2 } });
    expect(warningsOf(file).map((line) => line.split(',')[0])).toEqual([String(lineOf(0)), String(lineOf(1))]);

    const alternating = put(permitsApart(...rows(turns, '甲乙甲乙')));
    expect(await bring(alternating)).toMatchObject({ accepted: 1, corrected: 1, unchanged: 2 });
    expect(await held(turns)).toMatchObject([{ version: 2, content: '乙' }]);
    expect(await bring(alternating)).toMatchObject({ corrected: 0, unchanged: 4 });
    expect(await held(turns)).toMatchObject([{ version: 2, content: '乙' }]);
  });

  it('A36.2 A38.1 a file that says of a held record two new things corrects it once', async () => {
    const document = '远许〔2026〕4号';
    await bring(put(csv([PERMITS, permit(document, '甲')])));
    const file = put(permitsApart(permit(document, '乙'), permit(document, '丙')));
    expect(await bring(file)).toMatchObject({
      accepted: 0,
      corrected: 1,
      unchanged: 1,
      warnings: { ROW_OVERTAKEN: 1 },
    });
    expect(await held(document)).toMatchObject([{ version: 2, content: '丙' }]);
  });

  it('A36.2 A37.2 a penalty under two display classes is one decision there too', async () => {
    const document = '远罚〔2026〕5号';
    const wrong = [...penalty('远罚〔2026〕0号', '0.1').slice(0, -1), '2026-13-01'];
    const file = put(csv([PENALTIES, ...apart([penalty(document, '0.2'), penalty(document, '300')], wrong)]));
    expect(await bring(file, 'double-publicity-penalty')).toMatchObject({ accepted: 1, corrected: 1 });
    expect(await bring(file, 'double-publicity-penalty')).toMatchObject({
      corrected: 0,
      unchanged: 2,
      warnings: { ROW_OVERTAKEN: 1 },
    });
    expect(await held(document)).toMatchObject([
      { version: 2, item: { code: 'PENALTY-SERIOUS' }, fineYuan: '3000000.00' },
    ]);
  });

  it('A38.1 a row that comes back rejected overtakes none: what stands before it is taken in', async () => {
    const document = '远许〔2026〕6号';
    await bring(put(csv([PERMITS, permit(document, '甲')])));
    // The day of the decision lies in the future, which is found only when the row is checked.
    const file = put(
      permitsApart(permit(document, '乙'), permit(document, '丙'), permit(document, '丁', '2027-09-01')),
    );
    expect(await bring(file)).toMatchObject({ corrected: 1, unchanged: 1, warnings: { ROW_OVERTAKEN: 1 } });
    expect(await held(document)).toMatchObject([{ version: 2, content: '丙' }]);
    expect(await bring(file)).toMatchObject({ corrected: 0, unchanged: 2 });
  });

  it('A36.2 A38.1 an import that was stopped between them goes on to the same end', async () => {
    const document = '远许〔2026〕7号';
    const file = put(permitsApart(...['甲', '乙', '丙'].map((what) => permit(document, what))));
    for (const expected of [
      { accepted: 1, corrected: 1, unchanged: 1 },
      { accepted: 0, corrected: 0, unchanged: 3 },
    ]) {
      const stopping = new AbortController();
      const onProgress = () => stopping.abort();
      await expect(bring(file, undefined, { signal: stopping.signal, onProgress })).rejects.toThrow();
      expect(await bring(file)).toMatchObject(expected);
      expect(await held(document)).toMatchObject([{ version: 2, content: '丙' }]);
    }
  });

  describe('A36.2 A38.1 whatever the file is', () => {
    const wrong = permit('远许〔2026〕0号', '甲', '2026-13-01');
    const two = (document: string) => apart([permit(document, '甲'), permit(document, '乙')], wrong);
    const line = (content: string): string =>
      JSON.stringify({
        item: 'PERMIT-GENERAL',
        subject: COMPANY,
        subjectName: '示例',
        occurredOn: '2026-09-01',
        content: { content, permitNumber: 'YX-8' },
      });
    const registered = (scope: string): string[] => [
      '远示例有限公司',
      synthesizeUscc('91', 'MAFARA01'),
      '2020-01-05',
      scope,
    ];
    it.each([
      ['a packed file', 'double-publicity-permit', () => gzipSync(csv([PERMITS, ...two('远许〔2026〕8号')]))],
      ['a workbook', 'double-publicity-permit', () => workbookOf([PERMITS, ...two('远许〔2026〕9号')])],
      [
        'lines of JSON without a document',
        'records',
        () => [line('甲'), ...Array(BETWEEN).fill('{}'), line('乙')].join('\n'),
      ],
      [
        'registrations',
        'registration',
        () =>
          csv([
            ['name', 'uscc', 'reg_date', 'scope'],
            ...apart([registered('甲'), registered('乙')], ['示例', 'BAD', '2020-01-05', '']),
          ]),
      ],
    ] as const)('%s', async (_name, layout, content) => {
      const file = put(content());
      expect(await bring(file, layout)).toMatchObject({ accepted: 1, corrected: 1, rejected: BETWEEN });
      expect(await bring(file, layout)).toMatchObject({ corrected: 0, unchanged: 2, warnings: { ROW_OVERTAKEN: 1 } });
    });
  });
});
