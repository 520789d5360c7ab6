/**
 * `npm run fuzz -- --only time`: whether the time of an answer tells what is withheld (Article 23). Each case asks two questions in turns that differ in
 * nothing but that, and a rank test compares the times (Mann–Whitney, normal approximation). By hand and on an idle machine: it is no test of the suite,
 * which counts rows and intervals instead.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import {
  synthesizeCitizenId,
  synthesizeUscc,
} from '../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';
import { type Identifier, NOW } from '../bench/settings.ts';
import { startCluster } from '../postgresql.ts';
import { z } from './rank-test.ts';

/** Beyond it the times tell: two of a thousand honest runs of a case come so far. */
const MOST = 3.3;

const person = (day: string, at: number): Identifier => ({ type: 'CITIZEN_ID', value: synthesizeCitizenId(day, at) });
const company = (at: number): Identifier => ({
  type: 'USCC',
  value: synthesizeUscc('91', `MU${String(at).padStart(6, '0')}`),
});
const DAYS = ['1961-02-03', '1962-03-04'];
/** A thousand who are held, with what is for themselves alone, and a thousand who are not. */
const [HELD, NOT_HELD] = DAYS.map((day) => Array.from({ length: 900 }, (_none, at) => person(day, at + 100)));
const [BARE, FULL] = [company(1), company(2)];

interface Asker {
  readonly claims: object | null;
  readonly headers: Readonly<Record<string, string>>;
}
const ASKERS: Readonly<Record<string, Asker>> = {
  public: { claims: null, headers: {} },
  bank: { claims: { sub: 'b', role: 'party', unit: 'BANK-A' }, headers: { 'credit-purpose': 'LOAN_ORIGINATION' } },
  desk: {
    claims: { sub: 'd', role: 'department', unit: 'HRB-PERMIT' },
    headers: { 'credit-purpose': 'PERMIT', 'credit-matter': 'SPECIAL-OPERATION-PERMIT', 'credit-case': 'T-84' },
  },
};

const ONE =
  'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { id records(first: 20) { totalCount } } }';

/** Name, who asks, tries, and the two questions: what is withheld stands behind the first. */
const CASES: readonly (readonly [string, string, number, readonly Identifier[], readonly Identifier[]])[] = (
  ['public', 'bank', 'desk'] as const
).flatMap((who) => [
  [`${who}: a person held or not`, who, 2_000, HELD?.slice(0, 1) ?? [], NOT_HELD?.slice(0, 1) ?? []] as const,
  [`${who}: a company with a thousand withheld records or none`, who, 2_000, [FULL], [BARE]] as const,
  [
    `${who}: a hundred persons held or not`,
    who,
    400,
    HELD?.slice(0, 100) ?? [],
    NOT_HELD?.slice(0, 100) ?? [],
  ] as const,
  [`${who}: nine hundred persons held or not`, who, 200, HELD ?? [], NOT_HELD ?? []] as const,
]);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Send = (who: Asker, query: string, variables: object) => Promise<{ readonly took: number; readonly text: string }>;

async function sender({ url, issuer }: Server): Promise<Send> {
  const tokens = new Map<Asker, string>();
  return async (who, query, variables) => {
    if (who.claims !== null && !tokens.has(who))
      tokens.set(who, (await issuer?.signAt(who.claims as never, '8h', NOW)) ?? '');
    const headers = { 'content-type': 'application/json', ...who.headers };
    const token = tokens.get(who);
    const began = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { took: performance.now() - began, text };
  };
}

const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }';
const PROVIDER: Asker = { claims: { sub: 'p', role: 'provider', unit: 'HLJ-AMR' }, headers: {} };

async function plant(send: Send, item: string, about: readonly Identifier[]): Promise<void> {
  for (let at = 0; at < about.length; at += 100) {
    const records = about.slice(at, at + 100).map((subject, index) => ({
      subject,
      subjectName: subject.type === 'USCC' ? '黑龙江测试时间有限公司' : '钱测试',
      occurredOn: '2026-11-02',
      consent: '示例同意书',
      basisDocument: `黑市监罚〔2026〕${84_000 + at + index}号`,
      content: {
        documentNumber: `黑市监罚〔2026〕${84_000 + at + index}号`,
        facts: '未明码标价。',
        penaltyKinds: ['警告'],
      },
    }));
    const { text } = await send(PROVIDER, SUBMIT, { input: { item, records } });
    if (!text.includes('"rejected":[]')) throw new Error(`Not planted: ${text.slice(0, 500)}`);
  }
}

/** Runs the cases on one database; returns whether all stay below. */
async function run(name: string, environment: Record<string, string>, share: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-time-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    RATE_PUBLIC: '100000000',
    RATE_UNIT: '100000000',
    ...environment,
  });
  const inMemory = environment.DATABASE_URL === undefined;
  const server = await startServer(config, { now: () => NOW, inMemory, log: pino({ level: 'silent' }) });
  let quiet = true;
  try {
    const send = await sender(server);
    await plant(send, 'PENALTY-GENERAL', [BARE, FULL]);
    await plant(send, 'PENALTY-MINOR', [...(HELD ?? []), ...Array.from({ length: 1_000 }, () => FULL)]);
    for (const [what, who, full, left, right] of CASES) {
      const tries = Math.max(20, Math.round(full * share));
      const asker = ASKERS[who] as Asker;
      const times: [number[], number[]] = [[], []];
      const sides = [left, right];
      for (let warm = 0; warm < tries / 5; warm += 1) await send(asker, ONE, { ids: sides[warm % 2] });
      for (let tried = 0; tried < tries; tried += 1)
        // The order alternates, so that neither always finds what the other has warmed.
        for (const side of tried % 2 === 0 ? [0, 1] : [1, 0]) {
          const { took, text } = await send(asker, ONE, { ids: sides[side] });
          if (text.includes('"errors"')) throw new Error(`${what}: ${text.slice(0, 500)}`);
          times[side as 0 | 1].push(took);
        }
      const score = z(...times);
      quiet &&= Math.abs(score) < MOST;
      const [one, other] = times.map((all) =>
        (all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0).toFixed(2),
      );
      say(
        `${name.padEnd(10)} ${what.padEnd(62)} ${String(tries).padStart(5)} tries  ${one} / ${other} ms  z = ${score.toFixed(2)}`,
      );
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return quiet;
}

const { values } = parseArgs({ options: { share: { type: 'string', default: '1' } } });
const cluster = startCluster();
const quiet = [
  ...(cluster === undefined ? [] : [await run('postgresql', { DATABASE_URL: cluster.url }, Number(values.share))]),
  await run('embedded', {}, Number(values.share)),
];
cluster?.stop();
say(
  quiet.every(Boolean)
    ? `All below ${MOST}: the times do not tell them apart.`
    : `Beyond ${MOST}: the times tell them apart.`,
);
process.exitCode = quiet.every(Boolean) ? 0 : 1;
