/** `node test/bench/import.ts`: imports a very large file, and prints how fast, at what CPU time and with how much memory. See README.md. */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPlatform } from '../../gateway/platform.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { usccCheckCharacter } from '../../schema/law/records/identifiers.ts';
import { importProviderFile } from '../../subgraphs/import.ts';
import { nothingKnown } from '../../subgraphs/redaction/known-values.ts';
import type { ClientRequest } from '../../subgraphs/request/context.ts';
import { loadSample } from '../../subgraphs/sample.ts';
import { startCluster } from '../postgresql.ts';
import { loadProvince } from './province/province.ts';
import { NOW } from './settings.ts';
import { serverCpu } from './told/server-cpu.ts';

const HELP = `Imports a file of synthetic penalties. Prints rows a second, CPU time a row of this process and of PostgreSQL, and resident memory.

  node test/bench/import.ts [--rows N] [--text] [--database postgresql | embedded] [--durable] [--dry-run] [--again] [--threads N]
  node test/bench/import.ts --province SUBJECTS [--database …] [--durable]

  --rows      rows of the file (default 1000000); every thousandth is wrong, every hundredth is written with dirt
  --text      each decision tells what happened in words of its own, and one in ten names somebody (default: fixed words)
  --database  a throwaway PostgreSQL (default), or the embedded database in a folder
  --durable   commits of the throwaway PostgreSQL wait for the disk, as in production
  --dry-run   nothing is stored
  --again     the file is imported a second time, when everything is unchanged
  --threads   so many threads read texts ahead (default: what the machine has to spare)
  --province  imports the province of the benchmark instead: so many subjects with ten records each, in files of their units`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const MB = 1_048_576;

const SURNAMES = '王李张刘陈杨赵黄周吴';
const GIVEN = '建秀桂玉淑志海晓';
const FACTS = '商品未标明价格';

/** Each decision tells what happened in words of its own; one in ten names who was there. */
function factsOf(row: number): string {
  const there = `${SURNAMES[row % 10]}${GIVEN[row % 8]}${GIVEN[(row >> 3) % 8]}`;
  const who = row % 10 === 3 ? `，店员${there}在场并签字` : '';
  return `现场检查发现第${row % 97}排货架${row}号上${row % 41}种商品未标明价格，货值金额${row % 9_000}元${who}，当事人已改正`;
}

/** CPU time of this process in milliseconds, with its threads. */
const nodeCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** CPU time of the main thread alone, in milliseconds. */
const mainCpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** CPU time that the redaction of the texts of a row takes, in milliseconds: of rows that nothing is remembered of. */
function redactionOf(rows: number, from: number, told: boolean): number {
  const began = nodeCpu();
  for (let row = from; row < from + rows; row += 1) {
    const known = nothingKnown();
    known.add({ personal: [], open: [`示例${row}有限公司`] });
    for (const text of [
      '未按规定明码标价',
      told ? factsOf(row) : FACTS,
      '《中华人民共和国价格法》第四十二条',
      '罚款',
      '处以罚款',
      '示例局',
    ])
      known.redact(text);
    for (let time = 0; time < 3; time += 1) known.redact(`测罚〔2026〕${row}号`, 'NUMBER');
  }
  return (nodeCpu() - began) / rows;
}

async function writeRows(file: string, rows: number, told: boolean): Promise<void> {
  const stream = createWriteStream(file);
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', () => resolve(undefined)));
  };
  await write(
    '行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚机关\n',
  );
  for (let row = 0; row < rows; row += 1) {
    const body = `91239999MC${String(row % 50_000).padStart(7, '0')}`;
    const code = body + usccCheckCharacter(body);
    const written = row % 100 === 7 ? code.toLowerCase() : code;
    const date = row % 1_000 === 999 ? '无' : `2026/${(row % 10) + 1}/${(row % 28) + 1}`;
    await write(
      `示例${row % 50_000}有限公司,法人及非法人组织,${written},测罚〔2026〕${row}号,未按规定明码标价,${told ? factsOf(row) : FACTS},《中华人民共和国价格法》第四十二条,罚款,处以罚款,0.${(row % 9) + 1},${date},示例局\n`,
    );
  }
  await new Promise((resolve) => stream.end(() => resolve(undefined)));
}

interface Run {
  readonly file: string;
  readonly rows: number;
  readonly trial: boolean;
  readonly threads: number | undefined;
  readonly open: () => ClientRequest;
  readonly server: (() => number) | undefined;
}

/** Imports the file once and prints what it took. Returns the CPU time of this process for a row, in milliseconds. */
async function importOnce({ file, rows, trial, threads, open, server }: Run): Promise<number> {
  const began = { time: performance.now(), node: nodeCpu(), main: mainCpu(), server: server?.() ?? 0 };
  let printFrom = rows / 10;
  let most = 0;
  const summary = await importProviderFile({
    file,
    layout: 'double-publicity-penalty',
    unit: 'HLJ-AMR',
    open,
    trial,
    ...(threads === undefined ? {} : { threads }),
    onProgress: ({ rows: done }) => {
      const resident = process.memoryUsage.rss() / MB;
      most = Math.max(most, resident);
      if (done < printFrom) return;
      printFrom += rows / 10;
      const seconds = (performance.now() - began.time) / 1_000;
      say(
        `${String(done).padStart(9)} rows  ${seconds.toFixed(0).padStart(5)} s  ${Math.round(done / seconds)} rows/s  ${resident.toFixed(0)} MB resident`,
      );
    },
  });
  const seconds = (performance.now() - began.time) / 1_000;
  const node = (nodeCpu() - began.node) / rows;
  const database =
    server === undefined ? '' : `, PostgreSQL ${(((server() - began.server) * 1_000) / rows).toFixed(3)} ms`;
  const { accepted, unchanged, corrected, rejected } = summary;
  say(
    `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; CPU a row: Node ${node.toFixed(3)} ms (main thread ${((mainCpu() - began.main) / rows).toFixed(3)} ms)${database}; most ${most.toFixed(0)} MB resident; ${JSON.stringify({ accepted, unchanged, corrected, rejected })}`,
  );
  return node;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' },
      text: { type: 'boolean', default: false },
      database: { type: 'string', default: 'postgresql' },
      durable: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      threads: { type: 'string' },
      again: { type: 'boolean', default: false },
      province: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(HELP);
  const rows = Number(values.rows);
  const folder = mkdtempSync(join(tmpdir(), 'credit-bench-import-'));
  const cluster = values.database === 'postgresql' ? startCluster(values.durable) : undefined;
  try {
    if (values.province !== undefined) {
      const server = cluster === undefined ? undefined : await serverCpu(cluster.url);
      const began = nodeCpu();
      const environment = { DATA_DIR: folder, ...(cluster === undefined ? {} : { DATABASE_URL: cluster.url }) };
      const { length } = await loadProvince(environment, Number(values.province), say);
      const spent = [(nodeCpu() - began) / 1_000, server?.() ?? 0].map((seconds) => seconds.toFixed(0));
      return say(
        `${length} subjects; CPU time with the writing of the files: Node ${spent[0]} s, PostgreSQL ${spent[1]} s`,
      );
    }
    const file = join(folder, 'penalties.csv');
    await writeRows(file, rows, values.text);
    say(
      `${rows} rows ${values.text ? 'with' : 'without'} free text, ${Math.round(statSync(file).size / MB)} MB, ${cluster === undefined ? 'embedded database' : 'PostgreSQL'}`,
    );
    const config = readConfig({ DATA_DIR: folder, ...(cluster === undefined ? {} : { DATABASE_URL: cluster.url }) });
    const { platform, snapshots, requestAs, close } = await openPlatform(config, { now: () => NOW });
    await loadSample(platform, snapshots, () => undefined);
    const server = cluster === undefined ? undefined : await serverCpu(cluster.url);
    const open = () => requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const threads = values.threads === undefined ? undefined : Number(values.threads);
    const run = { file, rows, trial: values['dry-run'], threads, open, server };
    const node = await importOnce(run);
    if (values.again) await importOnce(run);
    await close();
    const each = redactionOf(Math.min(rows, 20_000), rows, values.text);
    say(
      `redaction ${each.toFixed(3)} ms a row of seven texts, ${Math.round((each / node) * 100)} % of the CPU time of Node`,
    );
  } finally {
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
