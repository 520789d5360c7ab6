/** A receiver is called when its feed has something new: signed, patient, never twice, and with nothing in it (Article 39). */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { deliver } from '../../gateway/process/call-webhooks.ts';
import { waitMinutes } from '../../subgraphs/feed/webhook-delivery.ts';
import { verifyWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import {
  BANK_A,
  MARKET_REGULATION,
  MEI,
  NO_JOBS,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import { refusals } from './operations.ts';

const REGISTER = 'mutation ($url: String!) { registerWebhook(url: $url) { url secret } }';
const OWN = '{ webhook { url pending dead lastError lastDeliveredAt } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real receiver that can be told to fail, to hang, to send elsewhere. */
class Receiver {
  mode: 'TAKE' | 'FAIL' | 'HANG' | 'REDIRECT' = 'TAKE';
  readonly taken: Taken[] = [];
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.taken.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      if (this.mode === 'HANG') return;
      if (this.mode === 'REDIRECT') response.writeHead(302, { location: `${this.url}/elsewhere` });
      else response.writeHead(this.mode === 'TAKE' ? 204 : 503);
      response.end();
    });
  });
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  open(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }
  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

onDatabaseOfStep('webhooks', (kind) => {
  let world: World;
  const receiver = new Receiver();
  let secret = '';
  let amount = 100;
  let now = new Date('2026-11-20T10:00:00+08:00');
  beforeAll(async () => {
    await receiver.open();
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(async () => {
    receiver.close();
    await world.close();
  });
  beforeEach(() => {
    receiver.mode = 'TAKE';
    receiver.taken.length = 0;
  });

  const at = (instant: Date) => {
    now = instant;
    world.setNow(instant.toISOString());
  };
  const later = (minutes: number) => at(new Date(now.getTime() + minutes * 60_000));
  const round = (timeoutMs?: number) => deliver(world.server.platform, timeoutMs);
  const own = async () => (await world.ask(BANK_A, OWN)).data.webhook;
  /** The bank reads the penalty, and its provider corrects it. */
  const correct = async () => {
    const { data } = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }',
      { id: MEI },
      LOAN,
    );
    const { id } = data.subject.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
    );
    amount += 1;
    const { errors } = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }',
      {
        input: {
          record: asKnownTo(world, MARKET_REGULATION, BANK_A, id),
          reason: '金额有误',
          content: { fineYuan: `${amount}.00` },
        },
      },
    );
    expect(errors).toBeUndefined();
  };

  it('A39.4 says that there is something new, signed, and nothing else; the feed says what', async () => {
    const registered = await world.ask(BANK_A, REGISTER, { url: `${receiver.url}/changes` });
    secret = registered.data.registerWebhook.secret;
    expect(secret).toMatch(/^whs_[0-9a-f]{64}$/);
    expect(await round()).toEqual({ delivered: 0, failed: 0 });
    await correct();
    expect(await round()).toEqual({ delivered: 1, failed: 0 });
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.taken;
    expect(JSON.parse(body)).toEqual({ unit: 'BANK-A', cursor: expect.any(String), count: 1 });
    expect(verifyWebhook(secret, headers, body, now, new Set())).toBeNull();
    expect(verifyWebhook(`${secret}x`, headers, body, now, new Set())).toBe('SIGNATURE');
    expect(verifyWebhook(secret, headers, body.replace('1}', '2}'), now, new Set())).toBe('SIGNATURE');
    expect(verifyWebhook(secret, { ...headers, 'credit-delivery': 'other' }, body, now, new Set())).toBe('SIGNATURE');
    expect(verifyWebhook(secret, headers, body, new Date(now.getTime() + 301_000), new Set())).toBe('TIMESTAMP');
    expect(verifyWebhook(secret, headers, body, now, new Set([String(headers['credit-delivery'])]))).toBe('REPLAY');
    // The cursor that it names is good for acknowledging.
    const { cursor } = JSON.parse(body);
    const done = await world.ask(
      BANK_A,
      'mutation ($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }',
      { through: cursor },
    );
    expect(done.data.acknowledgeChanges.acknowledged).toBe(1);
    expect(await round()).toEqual({ delivered: 0, failed: 0 });
  });

  it('A39.4 waits longer after each failure, and what came meanwhile goes with the next attempt', async () => {
    receiver.mode = 'FAIL';
    await correct();
    expect(await round()).toEqual({ delivered: 0, failed: 1 });
    expect(await own()).toMatchObject({ pending: 1, dead: 0, lastError: 'HTTP 503' });
    later(0.9);
    expect(await round()).toEqual({ delivered: 0, failed: 0 });
    later(0.2);
    expect(await round()).toEqual({ delivered: 0, failed: 1 });
    later(1.9);
    expect(await round()).toEqual({ delivered: 0, failed: 0 });
    await correct();
    receiver.mode = 'TAKE';
    later(0.2);
    expect(await round()).toEqual({ delivered: 1, failed: 0 });
    const ids = receiver.taken.map(({ headers }) => headers['credit-delivery']);
    // The same news under the same id; more of it under another, or a receiver would take it for a replay.
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(JSON.parse(receiver.taken.at(-1)?.body ?? '{}').count).toBe(2);
    expect(await own()).toMatchObject({ pending: 0, lastDeliveredAt: now.toISOString() });
  });

  it('A39.4 a receiver that hangs, or that sends elsewhere, has not taken it', async () => {
    receiver.mode = 'HANG';
    await correct();
    expect(await round(200)).toEqual({ delivered: 0, failed: 1 });
    expect((await own()).lastError).toBe('no answer in time');
    receiver.mode = 'REDIRECT';
    later(1.1);
    expect(await round()).toEqual({ delivered: 0, failed: 1 });
    expect((await own()).lastError).toBe('HTTP 302');
    expect(receiver.taken).toHaveLength(2);
    receiver.mode = 'TAKE';
    later(2.1);
    expect(await round()).toEqual({ delivered: 1, failed: 0 });
  });

  it('A39.4 is given up after ten attempts, and tried again when asked', async () => {
    receiver.mode = 'FAIL';
    await correct();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(await round()).toEqual({ delivered: 0, failed: 1 });
      later(waitMinutes(attempt) + 0.1);
    }
    expect(await round()).toEqual({ delivered: 0, failed: 0 });
    expect(await own()).toMatchObject({ pending: 0, dead: 1 });
    receiver.mode = 'TAKE';
    const RETRY = 'mutation { retryDeadDeliveries { retried } }';
    expect((await world.ask(BANK_A, RETRY)).data.retryDeadDeliveries.retried).toBe(1);
    expect(refusals(await world.ask(BANK_A, RETRY))).toEqual(['retryDeadDeliveries CONFLICT PENDING ']);
    expect(await round()).toEqual({ delivered: 1, failed: 0 });
    expect(await own()).toMatchObject({ pending: 0, dead: 0 });
  });

  it('A39.4 two couriers at once make each call once', async () => {
    await correct();
    const rounds = await Promise.all([round(), round(), round(), round()]);
    expect(rounds.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    expect(receiver.taken).toHaveLength(1);
  });

  it('A39.4 A23.5 belongs to its unit, gets a new secret when it moves, and ends', async () => {
    expect((await world.ask({ role: 'party', unit: 'BANK-B' }, OWN)).data.webhook).toBeNull();
    for (const holder of [OPERATOR, subject(MEI), null])
      expect(refusals(await world.ask(holder, REGISTER, { url: 'https://receiver.example/' }))).toEqual([
        expect.stringMatching(/^registerWebhook FORBIDDEN (ROLE|IDENTITY_REQUIRED) 39$/),
      ]);
    const moved = await world.ask(BANK_A, REGISTER, { url: `${receiver.url}/moved` });
    expect(moved.data.registerWebhook.secret).not.toBe(secret);
    await correct();
    await round();
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.taken;
    expect(verifyWebhook(secret, headers, body, now, new Set())).toBe('SIGNATURE');
    expect(verifyWebhook(moved.data.registerWebhook.secret, headers, body, now, new Set())).toBeNull();
    expect((await world.ask(BANK_A, 'mutation { endWebhook { ended } }')).data.endWebhook.ended).toBe(true);
    await correct();
    expect(await round()).toEqual({ delivered: 0, failed: 0 });
    expect(await own()).toBeNull();
  });
});
