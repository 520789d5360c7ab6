/**
 * Until the database had statistics of a province that filled up, every batch of penalties read all records: 59 seconds for the first 50 000 rows.
 * A proof, for it imports thousands of them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, it } from 'vitest';
import { usccCheckCharacter } from '../../../schema/law/records/identifiers.ts';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { databases, NO_JOBS, openWorld } from '../../kit.ts';

const ROWS = 3_000;
const HEAD =
  '行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚机关';

function row(index: number): string {
  const body = `91239999MD${String(index).padStart(7, '0')}`;
  return `示例${index}有限公司,法人及非法人组织,${body}${usccCheckCharacter(body)},测罚〔2026〕${index}号,未按规定明码标价,未标明价格,《中华人民共和国价格法》第四十二条,罚款,处以罚款,0.1,2026/10/8,示例局`;
}

/** The records lie in parts: each counts for itself. */
const PARTS = `select relid from pg_partition_tree('public_credit.record') where isleaf`;
const COUNTED = `select sum(seq_tup_read) as read, sum(n_tup_ins) as held from pg_stat_user_tables where relid in (${PARTS})`;

it.runIf(databases().includes('postgresql'))(
  'A21.4 a batch finds its records by their subjects, and reads no others',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-batch-'));
    const world = await openWorld('postgresql', {
      environment: NO_JOBS,
    });
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const unit = 'HLJ-AMR';
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit });
    /** Rows of the records that were read without an index, once the server has counted so many rows put in. */
    const readWhole = async (atLeast: number): Promise<number> => {
      for (;;) {
        const { rows } = await owner.query<{ read: string; held: string }>(COUNTED);
        if (Number(rows[0]?.held) >= atLeast) return Number(rows[0]?.read);
        await new Promise((resolve) => setTimeout(resolve, 300));
        // A connection tells what it counted as it does something more.
        const request = open();
        await request.write('intake', (em) => sql`select 1`.execute(em.getKysely()));
        await request.abandon();
      }
    };
    try {
      // As it is before anybody counted what the tables hold; the copy of the sample may have been counted.
      for (const { relid } of (await owner.query<{ relid: string }>(`select relid::text from (${PARTS}) as part`)).rows)
        await owner.query(`alter table ${relid} set (autovacuum_enabled = off)`);
      await owner.query(
        `delete from pg_statistic where starelid in (${PARTS}) or starelid = 'public_credit.record'::regclass`,
      );
      await owner.query(`update pg_class set reltuples = -1, relpages = 0 where oid in (${PARTS})`);
      const { rows } = await owner.query<{ held: string }>(COUNTED);
      const held = Number(rows[0]?.held);
      const before = await readWhole(held);
      const file = join(folder, 'penalties.csv');
      writeFileSync(file, `${[HEAD, ...Array.from({ length: ROWS }, (_, index) => row(index))].join('\n')}\n`);

      expect(await importProviderFile({ file, layout: 'double-publicity-penalty', unit, open })).toMatchObject({
        accepted: ROWS,
        rejected: 0,
      });
      expect((await readWhole(held + ROWS)) - before).toBeLessThan(ROWS);
    } finally {
      await owner.end();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
