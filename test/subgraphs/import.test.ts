import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../subgraphs/import.ts';
import { MEI, onDatabaseOfStep, openWorld, subject, type World } from '../kit.ts';

const COLUMNS =
  'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_JDRQ,CF_CFJG';

/** A fine in ten thousand yuan, for the sample company. */
const penalty = (
  number: string,
  fine: string,
  date: string,
  name = '哈尔滨示例冰雪设备有限公司',
  code = '91239999MA1ABC019L',
): string =>
  `${name},法人及非法人组织,${code},,,${number},未按规定明码标价,事实,依据,罚款,罚款,${fine},,${date},示例局`;

const folder = mkdtempSync(join(tmpdir(), 'credit-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, ...rows: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
};

onDatabaseOfStep('import', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const bring = (
    file: string,
    layout: 'double-publicity-penalty' | 'registration' | 'records' = 'double-publicity-penalty',
    unit = 'HLJ-AMR',
  ) => importProviderFile({ file, layout, unit, open: () => world.server.requestAs({ role: 'PROVIDER', unit }) });

  const fines = async (): Promise<Record<string, unknown>[]> => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { nodes {
      version ... on AdministrativePenalty { documentNumber fineYuan confiscatedYuan } } } } }`;
    const { data } = await world.ask(null, query, { id: { type: 'USCC', value: '91239999MA1ABC019L' } });
    return data.subject.records.nodes.filter((node: { documentNumber: string }) =>
      node.documentNumber.startsWith('测'),
    );
  };

  it('takes what is right, sends back what is not with its reason, and loses no row', async () => {
    const file = put(
      `mixed-${kind}.csv`,
      COLUMNS,
      penalty('测〔2026〕1号', '0.2', '2026/9/1'),
      penalty('测〔2026〕2号', '0.2', '2026/13/1'),
      penalty('测〔2026〕3号', 'abc', '20260901'),
      penalty('测〔2026〕4号', '1', '2026-09-01', '错码公司', '91239999MA1ABC019X'),
      penalty('', '1', '2026-09-01'),
      penalty('测〔2026〕6号', '1', '2027/1/1'),
      `"缺列",法人及非法人组织`,
      penalty('测〔2026〕7号', '"1,234.567891"', '20260902'),
    );
    const summary = await bring(file);
    expect(summary).toMatchObject({ rows: 8, accepted: 2, unchanged: 0, corrected: 0, rejected: 6 });
    const back = readFileSync(summary.rejectedFile ?? '', 'utf8')
      .trim()
      .split('\n');
    expect(back[0]).toBe(`${COLUMNS},line,code,reason`);
    expect(
      back
        .slice(1)
        .map((line) => /,(\d+),([A-Z_]+),"?[^"]*"?$/.exec(line)?.slice(1, 3).join(' '))
        .sort(),
    ).toEqual(['3 DATE', '4 AMOUNT', '5 IDENTIFIER_CHECK_DIGIT', '6 CELL_EMPTY', '7 DATE_FUTURE', '8 CELL_EMPTY']);
    // 0.2 of ten thousand yuan are 2 000 yuan; 1 234.567891 are 12 345 678.91: more than a million, so it is a serious one.
    expect(await fines()).toEqual([
      { version: 1, documentNumber: '测〔2026〕1号', fineYuan: '2000.00', confiscatedYuan: null },
    ]);
  });

  it('A36.2 the same file again changes nothing, and a changed row becomes a new version', async () => {
    const again = put(`again-${kind}.csv`, COLUMNS, penalty('测〔2026〕1号', '0.2', '2026/9/1'));
    expect(await bring(again)).toMatchObject({
      rows: 1,
      accepted: 0,
      unchanged: 1,
      corrected: 0,
      rejected: 0,
      rejectedFile: null,
    });
    const changed = put(`changed-${kind}.csv`, COLUMNS, penalty('测〔2026〕1号', '0.3', '2026/9/1'));
    expect(await bring(changed)).toMatchObject({ accepted: 0, unchanged: 0, corrected: 1 });
    expect(await fines()).toEqual([
      { version: 2, documentNumber: '测〔2026〕1号', fineYuan: '3000.00', confiscatedYuan: null },
    ]);
    const own = await world.ask(
      subject({ type: 'USCC', value: '91239999MA1ABC019L' }),
      '{ me { records(items: ["PENALTY-GENERAL"]) { nodes { version history { version change } } } } }',
    );
    const history = own.data.me.records.nodes.find((node: { version: number }) => node.version === 2).history;
    expect(history).toEqual([
      { version: 1, change: 'ADDED' },
      { version: 2, change: 'CORRECTED' },
    ]);
  });

  it('A21.4 a unit that the catalog does not name as provider brings nothing in', async () => {
    const file = put(`stranger-${kind}.csv`, COLUMNS, penalty('测〔2026〕9号', '0.2', '2026/9/1'));
    const summary = await bring(file, 'double-publicity-penalty', 'HLJ-TAX');
    expect(summary).toMatchObject({ accepted: 0, rejected: 1 });
    expect(readFileSync(summary.rejectedFile ?? '', 'utf8')).toContain('NOT_PROVIDING_UNIT');
    const { data } = await world.ask(
      subject(MEI),
      '{ me { records(first: 200) { nodes { source { unit { code } receivedAt submissionId } } } } }',
    );
    for (const { source } of data.me.records.nodes) {
      expect(source.unit.code).toMatch(/^HLJ-/);
      expect(source.receivedAt).toBe('2026-11-20T02:00:00.000Z');
      expect(source.submissionId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('says of a file that is not of its layout what is missing, and stores nothing', async () => {
    await expect(bring(put(`headless-${kind}.csv`, 'a,b', '1,2'))).rejects.toThrow(
      /lacks CF_XDR_MC \(行政相对人名称\), CF_XDR_LB/,
    );
    await expect(bring(put(`twice-${kind}.csv`, `${COLUMNS},CF_SY`, ''))).rejects.toThrow(
      /names CF_SY \(违法事实\) twice, in the columns H and P/,
    );
    writeFileSync(join(folder, 'empty.csv'), '');
    await expect(bring(join(folder, 'empty.csv'))).rejects.toThrow(/empty/);
  });
});
