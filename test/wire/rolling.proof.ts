/**
 * Everything is restarted in turn while it is asked: two gateways, and each subgraph in two processes. No question is lost, none is answered otherwise, and each is
 * one entry of the ledger.
 * A proof: ten processes, each of which is ended and started again.
 */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, databases, openWorld, type World } from '../kit.ts';
import { Receiver } from '../operating/receiver.ts';
import { begin, type Everything, isReady, LOOK_MS, type Part, ready, startEverything } from './everything.ts';

const QUESTION = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name
  records(first: 3) { totalCount nodes { item { code name } } } nonPublicRecords { totalCount } designations { id } } }`;
const CHANGE = 'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched refused { reason } } }';

describe.runIf(databases().includes('postgresql'))('a rolling restart of everything', () => {
  let world: World;
  let everything: Everything;
  let subgraphs: Part[];
  let gateways: Part[];
  const receiver = new Receiver();

  beforeAll(async () => {
    world = await openWorld('postgresql', { now: new Date().toISOString() });
    everything = await startEverything(world, {
      OTEL_EXPORTER_OTLP_ENDPOINT: await receiver.open(),
      OTEL_BSP_SCHEDULE_DELAY: '100',
    });
    ({ subgraphs, gateways } = everything);
  }, 600_000);

  afterAll(async () => {
    everything?.close();
    receiver.close();
    await world.close();
  });

  const ask = async (url: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await world.token(BANK_A, '30m')}`,
        'credit-purpose': 'LOAN_ORIGINATION',
        ...headers,
      },
      body: JSON.stringify({ query: QUESTION, variables: { id: COMPANY } }),
    });
  const metricsOf = ({ environment }: Part): Promise<string> =>
    fetch(`http://127.0.0.1:${environment.METRICS_PORT}/metrics`).then((answer) => answer.text());

  it('one question is one trace over gateway and subgraphs, and every line of it has the id of the question', async () => {
    const answer = await ask(gateways[0]?.url ?? '');
    expect(answer.status).toBe(200);
    const id = answer.headers.get('x-request-id') ?? '';
    const linesOf = (parts: readonly Part[]) =>
      parts
        .flatMap(({ lines }) => lines.split('\n').filter(Boolean))
        .map((line) => JSON.parse(line) as { requestId?: string; traceId?: string; subgraph?: string; role?: string })
        .filter(({ requestId }) => requestId === id);
    await expect.poll(() => linesOf(gateways).length).toBe(1);
    const [line] = linesOf(gateways);
    // Each process writes its lines when it comes to it.
    await expect
      .poll(() => [...new Set(linesOf(subgraphs).map(({ subgraph }) => subgraph))])
      .toEqual(expect.arrayContaining(['public-credit', 'non-public-credit', 'sanctions']));
    for (const one of linesOf(subgraphs)) expect([one.traceId, one.role]).toEqual([line?.traceId, 'PARTY']);
    const inTrace = () => receiver.spans().filter(({ traceId }) => traceId === line?.traceId);
    const served = () => inTrace().filter(({ name }) => name === 'POST /graphql');
    await expect.poll(() => served().length - linesOf(subgraphs).length).toBe(1);
    await expect.poll(() => served().filter(({ parentSpanId = '' }) => parentSpanId === '').length).toBe(1);
    const byId = new Map(inTrace().map((span) => [span.spanId, span]));
    for (const span of served().filter(({ parentSpanId = '' }) => parentSpanId !== ''))
      expect(byId.get(span.parentSpanId ?? '')?.name).toMatch(/^subgraph /);
    // Below what a subgraph serves are its statements.
    const below = inTrace()
      .filter(({ name }) => name.startsWith('sql '))
      .map(({ parentSpanId = '' }) => byId.get(parentSpanId)?.name);
    expect(below).toContain('POST /graphql');
  });

  it('counts the parts at the gateway, and at a subgraph what no gateway signed, which begins no trace', async () => {
    const [gateway, part] = [gateways[0], subgraphs[0]];
    const answered = (text: string): number =>
      Number(/credit_hop_parts_total\{subgraph="public-credit",outcome="answered"\} (\d+)/.exec(text)?.[1]);
    const before = answered(await metricsOf(gateway as Part));
    await (await ask(gateway?.url ?? '')).text();
    const after = await metricsOf(gateway as Part);
    expect(answered(after)).toBeGreaterThan(before);
    expect(after).toContain('credit_hop_processes_left_alone{subgraph="catalog"} 0');
    expect(after).toMatch(/credit_hop_seconds_count\{subgraph="public-credit"\} [1-9]/);
    expect(await metricsOf(part as Part)).toContain('credit_hop_refusals_total{reason="HOP_MISSING"} 0');
    const trace = '1234567890abcdef1234567890abcdef';
    const refused = await ask(part?.url ?? '', { traceparent: `00-${trace}-b7ad6b7169203331-01` });
    expect(refused.status).toBe(401);
    const told = await metricsOf(part as Part);
    expect(told).toContain('credit_hop_refusals_total{reason="HOP_MISSING"} 1');
    // What is read from the database is the gateways' to tell.
    expect([told.includes('credit_database_up'), after.includes('credit_database_up')]).toEqual([false, true]);
    await wait(1_000);
    expect(receiver.spans().filter(({ traceId }) => traceId === trace)).toEqual([]);
  });

  it('A17.1 loses no question, answers each as before, and notes each once', async () => {
    const expected = {
      question: await world.ask(BANK_A, QUESTION, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' }),
      change: await world.ask(BANK_A, CHANGE, { ids: [COMPANY] }, { purpose: 'POST_LOAN_MONITORING' }),
    };
    const token = await world.token(BANK_A, '30m');
    const known = new Set(gateways.map(({ url }) => url));
    let running = true;
    /** A balancer: it looks who is ready, and lets nobody else be asked. */
    const balancing = (async () => {
      while (running) {
        for (const { url } of gateways) (await isReady(url)) ? known.add(url) : known.delete(url);
        await wait(LOOK_MS);
      }
    })();
    const failures: string[] = [];
    const requestIds: string[] = [];
    let asked = 0;
    const asking = async (changes: boolean): Promise<void> => {
      const [query, variables, purpose, wanted] = changes
        ? [CHANGE, { ids: [COMPANY] }, 'POST_LOAN_MONITORING', expected.change]
        : [QUESTION, { id: COMPANY }, 'LOAN_ORIGINATION', expected.question];
      while (running) {
        const all = [...known];
        const url = all[asked % all.length] ?? '';
        asked += 1;
        try {
          const answer = await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${token}`,
              'credit-purpose': purpose,
            },
            body: JSON.stringify({ query, variables }),
          });
          const { data, errors } = (await answer.json()) as { data: unknown; errors?: unknown };
          const told = { status: answer.status, data, errors };
          if (
            JSON.stringify(told) !== JSON.stringify({ status: wanted.status, data: wanted.data, errors: wanted.errors })
          )
            failures.push(JSON.stringify(told));
          if (!changes) requestIds.push(answer.headers.get('x-request-id') ?? '');
        } catch (error) {
          failures.push(`${changes}: ${String((error as Error).cause ?? error)}`);
        }
        await wait(changes ? 200 : 20);
      }
    };
    const loads = [asking(false), asking(false), asking(true)];
    const codes: unknown[] = [];
    let turnedAway = 0;
    for (const parts of [subgraphs, gateways])
      for (const [at, part] of parts.entries()) {
        const before = asked;
        part.child.kill('SIGTERM');
        // It says that it is leaving while it still answers.
        await wait(2 * LOOK_MS);
        const status = await fetch(`${part.url}/readyz`).then((answer) => answer.status);
        if (status === 503) turnedAway += 1;
        codes.push(part.child.exitCode ?? (await once(part.child, 'exit'))[0]);
        parts[at] = begin(part);
        await ready(parts[at]);
        await wait(3 * LOOK_MS);
        expect(asked, part.name).toBeGreaterThan(before);
      }
    running = false;
    await Promise.all([balancing, ...loads]);
    expect(failures).toEqual([]);
    expect(codes).toEqual(Array.from({ length: 10 }, () => 0));
    expect(turnedAway).toBe(10);
    expect(requestIds.length).toBeGreaterThan(100);
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ request: string; entries: number }>(
      'select request_id::text as request, count(*)::int as entries from ledger.disclosure where request_id = any ($1::uuid[]) group by 1',
      [requestIds],
    );
    await owner.end();
    expect(rows.length).toBe(requestIds.length);
    expect(rows.filter(({ entries }) => entries !== 1)).toEqual([]);
  }, 900_000);
});
