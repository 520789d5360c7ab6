/** A register of a whole province comes in whole. A proof, for it takes a minute: the real one where it is at hand, and one of the same form. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { usccCheckCharacter } from '../../schema/law/records/identifiers.ts';
import { importProviderFile } from '../../subgraphs/import.ts';
import { databases, openWorld } from '../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REAL = join(import.meta.dirname, '../../../shared/data/hlj_enterprises_62k_noaddr.csv.gz');

/** Of which so many come back: their check character is wrong. */
const GENERATED = 20_000;
const WRONG = 200;

/** A row as registers have it: capital in words, a type that is not there, a text of many signs, a column of its own. */
function rowOf(index: number): string {
  const body = `91239999MC${String(index).padStart(7, '0')}`;
  const right = usccCheckCharacter(body);
  const check = index % (GENERATED / WRONG) === 0 ? (right === '0' ? '1' : '0') : right;
  const capital = ['181.5万人民币', '"2,498(万)"', '', '50万元'][index % 4];
  const scope = `"一般项目：热力生产和供应；机械${index}号零部件加工，销售""三农""产品。"`;
  const type = ['有限责任公司', 'N/A', '个人独资企业'][index % 3];
  const date = `20${String(index % 20).padStart(2, '0')}-${String((index % 12) + 1).padStart(2, '0')}-05`;
  return `哈尔滨示例${index}号有限公司,${body}${check},${date},${type},${capital},${scope},哈尔滨`;
}

describe('a register of the same form as the real one', () => {
  it('comes in whole, can be found by its codes, and what comes back is what is wrong', async () => {
    const world = await openWorld(databases().at(-1) ?? 'pglite');
    try {
      const file = join(folder, 'generated.csv');
      const rows = Array.from({ length: GENERATED }, (_none, index) => rowOf(index));
      writeFileSync(file, `\ufeffname,uscc,reg_date,type,capital,scope,city\r\n${rows.join('\r\n')}\r\n`);
      const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
      const summary = await importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open });
      expect(summary).toMatchObject({ rows: GENERATED, accepted: GENERATED - WRONG, rejected: WRONG });
      const back = readFileSync(summary.rejectedFile ?? '', 'utf8');
      expect(back.match(/,IDENTIFIER_CHECK_DIGIT,/g)).toHaveLength(WRONG);
      const query =
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name registration { capital scope registeredOn } } }';
      for (const [index, capital, registeredOn] of [
        [1, '2,498(万)', '2001-02-05'],
        [2_998, null, '2018-11-05'],
        [GENERATED - 1, '50万元', '2019-08-05'],
      ] as const) {
        const body = `91239999MC${String(index).padStart(7, '0')}`;
        const { data } = await world.ask(null, query, {
          id: { type: 'USCC', value: `${body}${usccCheckCharacter(body)}` },
        });
        const scope = `一般项目：热力生产和供应；机械${index}号零部件加工，销售"三农"产品。`;
        expect(data.subject).toEqual({
          name: `哈尔滨示例${index}号有限公司`,
          registration: { capital, scope, registeredOn },
        });
      }
    } finally {
      await world.close();
    }
  });
});

// Nobody may copy the real companies: they come in where they stand beside the project.
if (existsSync(REAL))
  describe('the real companies of the province', () => {
    it('come in whole and can be found by their codes', async () => {
      const kind = databases().at(-1) ?? 'pglite';
      const world = await openWorld(kind);
      try {
        const file = join(folder, 'real.csv');
        writeFileSync(file, gunzipSync(readFileSync(REAL)));
        const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
        const summary = await importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open });
        expect(summary.rows).toBe(62_114);
        expect(summary.accepted + summary.unchanged + summary.corrected + summary.rejected).toBe(62_114);
        expect(summary.accepted).toBeGreaterThan(61_000);
        const query =
          'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name registration { legalName registeredOn } } }';
        for (const [value, name, registeredOn] of [
          ['91230102127147106N', '哈尔滨博皓外贸彩印有限责任公司', '1978-09-19'],
          ['91230199127184724E', '黑龙江新华传媒集团有限公司', '1979-12-28'],
          ['912301031271846283', '黑龙江龙机锅炉厂有限公司', '1980-06-22'],
        ]) {
          const { data } = await world.ask(null, query, { id: { type: 'USCC', value } });
          expect(data.subject).toEqual({ name, registration: { legalName: name, registeredOn } });
        }
      } finally {
        await world.close();
      }
    });
  });
