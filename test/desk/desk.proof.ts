/** A day at a permit desk, while lists and measures change under it (Articles 30, 37 and 43). A proof, for the desk is a process of its own. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, type Identifier, onEachDatabase, openWorld, PERMIT_OFFICE, type World } from '../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from '../stories/listing.ts';
import { answerOf, type Filed, measure, type Told } from './filed-answers.ts';

const run = promisify(execFile);
const DESK = new URL('desk.ts', import.meta.url).pathname;
const REMOVE = 'mutation ($id: ID!) { removeDesignation(id: $id, reason: "已足额支付。") { id } }';
const PUBLISH = 'mutation ($input: MeasureInput!) { publishMeasure(input: $input) { code } }';
const SUBJECTS = 20;

const candidates: readonly Identifier[] = readFileSync(
  new URL('../../subgraphs/public-credit/sample/registrations-synthetic.csv', import.meta.url),
  'utf8',
)
  .split('\n')
  .slice(1, 1 + 4 * SUBJECTS)
  .map((line) => ({ type: 'USCC', value: line.split(',')[1] ?? '' }));
const ON_LISTS =
  'query ($ids: [SubjectIdentifierInput!]!) { matterChecks(subjects: $ids, matter: "FOOD-PERMIT") { findings { designationId } } }';

/** Milliseconds between which a change took effect; `until` where it ended again. */
interface InEffect {
  readonly subject: string;
  readonly id: string;
  readonly from: readonly [number, number];
  until?: readonly [number, number];
}

onEachDatabase('a permit desk of its own', (kind) => {
  let world: World;
  let folder = '';
  const file = (name: string): string => join(folder, name);
  const desk = async (...args: string[]) => {
    const environment = { ...process.env, DESK_TOKEN: await world.token(PERMIT_OFFICE, '48h') };
    try {
      const { stdout, stderr } = await run(process.execPath, [DESK, '--url', world.server.url, ...args], {
        env: environment,
      });
      return { code: 0, stdout, stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    }
  };
  const filedLines = (): Filed[] =>
    readFileSync(file('filed.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  /** On no list when the day begins, so that whatever a filed answer names was designated during it. */
  let companies: readonly Identifier[] = [];
  const log: InEffect[] = [];
  let midnight: readonly [number, number] = [0, 0];

  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    folder = mkdtempSync(join(tmpdir(), 'permit-desk-'));
    const { data } = await well(
      PERMIT_OFFICE,
      ON_LISTS,
      { ids: candidates },
      { purpose: 'PERMIT', case: '哈审批备〔2026〕1号' },
    );
    companies = candidates
      .filter((_, place) =>
        (data.matterChecks[place] as Told).findings.every(({ designationId }) => designationId === null),
      )
      .slice(0, SUBJECTS);
    expect(companies).toHaveLength(SUBJECTS);
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const well = async (...asked: Parameters<World['ask']>) => {
    const from = Date.now();
    const answer = await world.ask(...asked);
    expect(answer.errors).toBeUndefined();
    return { data: answer.data, span: [from, Date.now()] as const };
  };

  /** Lists and releases one subject after the other as long as the desk works; the day ends half-way. */
  async function change(working: () => boolean, half: () => boolean): Promise<void> {
    const listed: InEffect[] = [];
    for (let turn = 0; working(); turn += 1) {
      const subject = companies[(turn * 7) % SUBJECTS];
      if (subject === undefined) throw new Error('There is no such company.');
      if (!listed.some((one) => one.subject === subject.value)) {
        const input = {
          ...DECISION,
          decisionNumber: `黑人社失信〔2026〕${turn}号`,
          basisDocument: `示例${turn}号`,
          subject,
        };
        const { data, span } = await well(LABOUR, DESIGNATE, { input });
        const entry: InEffect = { subject: subject.value, id: data.designate.id, from: span };
        log.push(entry);
        listed.push(entry);
      }
      if (listed.length > 6) {
        const [first] = listed.splice(0, 1);
        if (first !== undefined) first.until = (await well(LABOUR, REMOVE, { id: first.id })).span;
      }
      if (midnight[0] === 0 && half()) {
        const at = Date.now();
        world.setNow('2026-11-21T08:00:00+08:00');
        midnight = [at, Date.now()];
      }
    }
  }

  it('A43.1 A30.1 A28.1 files five hundred answers in a day, each verified, and none with what had ended or had not begun', async () => {
    await well(AUTHORITY, PUBLISH, { input: measure('DESK-ENDS', '2026-11-20', '2026-11-20') });
    await well(AUTHORITY, PUBLISH, { input: measure('DESK-BEGINS', '2026-11-21', null) });
    const alone = Array.from({ length: 400 }, (_, index) => ({
      case: `哈审批受〔2026〕${1_000 + index}号`,
      matter: 'FOOD-PERMIT',
      subjects: [companies[(index * 3) % SUBJECTS]],
    }));
    // An inspection of all of them under one reference, five times.
    const batches = Array.from({ length: 5 }, (_, index) => ({
      case: `哈审批查〔2026〕${index}号`,
      matter: 'FOOD-PERMIT',
      subjects: companies,
    }));
    const applications = alone.flatMap((one, index) => (index % 80 === 0 ? [batches[index / 80], one] : [one]));
    writeFileSync(file('applications.ndjson'), applications.map((one) => JSON.stringify(one)).join('\n'));
    let working = true;
    const day = desk('--applications', file('applications.ndjson'), '--filed', file('filed.ndjson')).finally(() => {
      working = false;
    });
    const count = () => {
      try {
        return filedLines().length;
      } catch {
        return 0;
      }
    };
    await change(
      () => working,
      () => count() >= 250,
    );
    const { code, stdout, stderr } = await day;
    expect([code, stderr, stdout.trim()]).toEqual([0, '', '405 applications filed, 0 not']);

    const filed = filedLines();
    expect(filed).toHaveLength(500);
    // The day was one: things changed under it, on both sides of midnight.
    expect(log.filter(({ until }) => until !== undefined).length).toBeGreaterThan(10);
    expect(filed.some(({ ended }) => ended < midnight[0]) && filed.some(({ began }) => began > midnight[1])).toBe(true);
    let used = 0;
    for (const line of filed) {
      const told = answerOf(line);
      const named = told.findings.flatMap(({ designationId }) => designationId ?? []);
      const about = log.filter(({ subject }) => subject === line.subject.value);
      const possible = about.filter(
        ({ from, until }) => from[0] <= line.ended && (until === undefined || until[1] >= line.began),
      );
      const certain = about.filter(
        ({ from, until }) => from[1] < line.began && (until === undefined || until[0] > line.ended),
      );
      expect(possible.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
      expect(named).toEqual(expect.arrayContaining(certain.map(({ id }) => id)));
      const codes = told.measures.filter(({ kind }) => kind !== 'REWARD').map(({ code }) => code);
      // No restraint without a designation that carries it; some of the companies are rewarded.
      if (named.length === 0) expect(codes).toEqual([]);
      else {
        used += 1;
        expect(codes).toContain('RESTRAINT-NO-FACILITATION');
        if (line.ended < midnight[0])
          expect([codes.includes('DESK-ENDS'), codes.includes('DESK-BEGINS')]).toEqual([true, false]);
        if (line.began > midnight[1])
          expect([codes.includes('DESK-ENDS'), codes.includes('DESK-BEGINS')]).toEqual([false, true]);
      }
    }
    expect(used).toBeGreaterThan(25);
    expect(filed.length - used).toBeGreaterThan(25);
  });

  it('A43.1 what was filed verifies afterwards; what was altered, of another key, case or unit does not', async () => {
    expect(await desk('--verify', file('filed.ndjson'))).toMatchObject({
      code: 0,
      stdout: '500 verified, 0 refused\n',
    });
    const [line] = filedLines();
    if (line === undefined) throw new Error('Nothing was filed.');
    const [head = '', body = '', signature = ''] = line.token.split('.');
    const eased = { ...decodeJwt(line.token), answer: { ...answerOf(line), measures: [], findings: [] } };
    const easedBody = Buffer.from(JSON.stringify(eased)).toString('base64url');
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = sign(null, Buffer.from(`${head}.${body}`), privateKey).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"credit-matter+jwt"}').toString('base64url');
    const tokens = [`${head}.${easedBody}.${signature}`, `${head}.${body}.${forged}`, `${none}.${body}.`];
    const bad = [...tokens.map((token) => ({ ...line, token })), { ...line, case: '哈审批受〔2026〕9999号' }];
    writeFileSync(file('bad.ndjson'), bad.map((one) => JSON.stringify(one)).join('\n'));
    expect(await desk('--verify', file('bad.ndjson'))).toMatchObject({ code: 1, stdout: '0 verified, 4 refused\n' });
    expect(await desk('--verify', file('filed.ndjson'), '--unit', 'HLJ-FINANCE')).toMatchObject({
      code: 1,
      stdout: '0 verified, 500 refused\n',
    });
  });

  it('says what it does, and an application that cannot be asked is named and not filed', async () => {
    expect((await run(process.execPath, [DESK, '--help'])).stdout).toContain(
      'A permit desk, as a client of the gateway',
    );
    const wrong = [
      { case: '一', matter: 'TENDER', subjects: [companies[0]] },
      { case: '二', matter: 'FOOD-PERMIT', subjects: [{ type: 'USCC', value: '1' }] },
    ];
    writeFileSync(file('wrong.ndjson'), wrong.map((one) => JSON.stringify(one)).join('\n'));
    const { code, stdout, stderr } = await desk('--applications', file('wrong.ndjson'), '--filed', file('none.ndjson'));
    expect([code, stdout]).toEqual([1, '0 applications filed, 2 not\n']);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      '一: No registered duty of the department covers this.',
      expect.stringMatching(/^二: /),
    ]);
    expect(readFileSync(file('none.ndjson'), 'utf8')).toBe('');
  });
});
