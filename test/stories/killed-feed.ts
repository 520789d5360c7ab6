/** A bank that watches companies, reads its feed, and is called; and a provider that delivers and corrects meanwhile (Articles 6 and 39). */
import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { feedNumber } from '../../subgraphs/feed/cursor.ts';
import { verifyWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import { BANK_A, MARKET_REGULATION, subject } from '../kit.ts';
import type { KilledServer } from './killed-server.ts';
import { decision } from './withheld.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }`;
const CORRECT = `mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version } }`;
const PENALTIES = `records(first: 200) { nodes { id version history { version } ... on AdministrativePenalty { documentNumber } } }`;
const CHANGES = `query ($after: String) { changes(first: 200, after: $after) {
  nodes { cursor kind recordId version } pageInfo { endCursor hasNextPage } } }`;
/** Most records that are delivered between two kills, so that a company's fit a page. */
const MOST = 8;

interface Penalty {
  readonly id: string;
  readonly version: number;
  readonly documentNumber?: string;
  readonly history: readonly { readonly version: number }[];
}

interface Change {
  readonly cursor: string;
  readonly kind: string;
  readonly recordId: string;
  readonly version: number;
}

interface Call {
  readonly id: string;
  readonly cursor: string;
  readonly count: number;
  /** What is wrong with its signature. */
  readonly fault: string | null;
  /** Whether the server was killed before it had the answer. */
  isCut: boolean;
}

export class WatchingBank {
  readonly #server: KilledServer;
  readonly #companies: readonly string[];
  /** What the feed told, page after page from the cursor before, through all kills. */
  readonly told: Change[] = [];
  readonly calls: Call[] = [];
  /** Corrections that were answered. */
  readonly corrected: { readonly id: string; readonly version: number }[] = [];
  readonly #delivered: { readonly document: string; readonly company: string }[] = [];
  readonly #open = new Set<Call>();
  #cursor: string | null = null;
  #secret = '';
  #number = 0;
  /** Calls of a delivery that had come before. */
  repeated = 0;
  readonly #receiver: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const id = String(request.headers['credit-delivery']);
      const fault = verifyWebhook(this.#secret, request.headers, body, new Date(), new Set());
      const call: Call = { id, ...JSON.parse(body), fault, isCut: false };
      if (this.calls.some((before) => before.id === id)) this.repeated += 1;
      this.calls.push(call);
      this.#open.add(call);
      response.once('close', () => this.#open.delete(call));
      setTimeout(() => response.writeHead(204).end(), randomInt(0, 400));
    });
  });

  constructor(server: KilledServer, companies: readonly string[]) {
    this.#server = server;
    this.#companies = companies;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(this.#receiver.address() as AddressInfo).port}/changes`;
    const registered = await this.#server.ask(
      BANK_A,
      'mutation ($url: String!) { registerWebhook(url: $url) { secret } }',
      { url },
    );
    this.#secret = registered.data.registerWebhook.secret;
    const { data } = await this.#server.ask(
      BANK_A,
      'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }',
      { ids: this.#companies.map((value) => ({ type: 'USCC', value })) },
      { purpose: 'POST_LOAN_MONITORING' },
    );
    expect(data.watch.watched).toBe(this.#companies.length);
  }

  close(): void {
    this.#receiver.closeAllConnections();
    this.#receiver.close();
  }

  get figures() {
    const kinds = (one: string): number => this.told.filter(({ kind }) => kind === one).length;
    return {
      added: kinds('ADDED'),
      corrected: kinds('CORRECTED'),
      calls: this.calls.length,
      deliveries: new Set(this.calls.map(({ id }) => id)).size,
      callsCut: this.calls.filter(({ isCut }) => isCut).length,
      repeated: this.repeated,
    };
  }

  /** Says just before a kill how many calls are open. */
  cut(): number {
    for (const call of this.#open) call.isCut = true;
    return this.#open.size;
  }

  /** Delivers about a company, lets the bank read it, and corrects it, until the server is gone. */
  async provide(round: number, loading: () => boolean, received: (id: string) => void): Promise<void> {
    const company = this.#companies[round % this.#companies.length] ?? '';
    const id = { type: 'USCC', value: company } as const;
    for (let time = 0; loading() && time < MOST; time += 1) {
      this.#number += 1;
      const record = decision({ ...id }, this.#number, { facts: '未明码标价。', fineYuan: '100.00' });
      const { data, errors } = await this.#server.ask(MARKET_REGULATION, SUBMIT, {
        input: { item: 'PENALTY-GENERAL', records: [record] },
      });
      expect([errors, data.submitRecords.rejected]).toEqual([undefined, []]);
      this.#delivered.push({ document: record.basisDocument, company });
      const read = await this.#server.ask(
        BANK_A,
        `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { ${PENALTIES} } }`,
        { id },
        LOAN,
      );
      received(read.id);
      const penalty = read.data.subject.records.nodes.find(
        (one: Penalty) => one.documentNumber === record.basisDocument,
      );
      for (const fine of ['101.00', '102.00']) {
        const made = await this.#server.ask(MARKET_REGULATION, CORRECT, {
          input: { record: penalty.id, reason: '金额有误', content: { fineYuan: fine } },
        });
        expect(made.errors).toBeUndefined();
        this.corrected.push(made.data.correctRecord);
      }
    }
  }

  /** Reads on in the feed, to its end. */
  async follow(received: (id: string) => void): Promise<void> {
    for (let more = true; more; ) {
      const { id, data, errors } = await this.#server.ask(BANK_A, CHANGES, { after: this.#cursor });
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data.changes;
      this.told.push(...nodes);
      this.#cursor = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
      // Telling what is new is a disclosure.
      if (nodes.some(({ kind }: Change) => kind === 'ADDED')) received(id);
    }
  }

  /** What is delivered about a company stands in the feed once, each version of it, and nothing else. */
  async checkFeed(companies: readonly string[] = this.#companies): Promise<number> {
    await this.follow(() => undefined);
    let events = 0;
    for (const value of companies) {
      const { data } = await this.#server.ask(subject({ type: 'USCC', value }), `{ me { ${PENALTIES} } }`);
      const ours = (data.me.records.nodes as Penalty[]).filter(({ documentNumber }) =>
        documentNumber?.startsWith('黑市监罚〔2026〕74'),
      );
      const lost = this.#delivered.filter(
        ({ company, document }) => company === value && !ours.some((one) => one.documentNumber === document),
      );
      expect(lost).toEqual([]);
      const owed = ours.flatMap(({ id, history }) =>
        history.map(({ version }) => (version === 1 ? `ADDED ${id}` : `CORRECTED ${id} ${version}`)),
      );
      const ids = new Set(ours.map(({ id }) => id));
      const told = this.told
        .filter(({ recordId }) => ids.has(recordId))
        .map(({ kind, recordId, version }) =>
          kind === 'ADDED' ? `ADDED ${recordId}` : `${kind} ${recordId} ${version}`,
        );
      expect(told.sort()).toEqual(owed.sort());
      events += owed.length;
    }
    const told = new Set(this.told.map(({ recordId, version }) => `${recordId} ${version}`));
    expect(this.corrected.filter(({ id, version }) => !told.has(`${id} ${version}`))).toEqual([]);
    this.#checkCalls();
    return events;
  }

  #numberOf(cursor: string): number {
    return Number(feedNumber(this.#server.secrets, 'BANK-A', cursor));
  }

  /** Each call is signed and says what the feed shows: a notice up to which, and how many since some call before. */
  #checkCalls(): void {
    const numbers = this.told.map(({ cursor }) => this.#numberOf(cursor));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    const places = new Map(numbers.map((number, place) => [number, place + 1]));
    const before = new Set([0]);
    const byId = new Map<string, string>();
    for (const { id, cursor, count, fault } of this.calls) {
      const number = this.#numberOf(cursor);
      const place = places.get(number) ?? Number.NaN;
      expect([fault, before.has(place - count)], `call ${id} of ${count} to ${number}`).toEqual([null, true]);
      // The same delivery says the same: a receiver that passes it over misses nothing.
      expect(byId.get(id) ?? `${number} ${count}`).toBe(`${number} ${count}`);
      byId.set(id, `${number} ${count}`);
      before.add(place);
    }
  }

  /** Waits until the receiver was called for the last notice, and reads the feed from its start once more. */
  async checkEnd(): Promise<void> {
    await this.follow(() => undefined);
    // The kills may all have come before the first notice: then one is made now.
    if (this.told.length === 0) {
      let asked = 0;
      const isFirst = (): boolean => {
        asked += 1;
        return asked === 1;
      };
      await this.provide(0, isFirst, () => undefined);
      await this.follow(() => undefined);
    }
    const last = this.#numberOf(this.told.at(-1)?.cursor ?? '');
    const called = () => Math.max(0, ...this.calls.map(({ cursor }) => this.#numberOf(cursor)));
    for (let tries = 0; tries < 150 && called() < last; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(called()).toBe(last);
    const pages = this.told.splice(0);
    this.#cursor = null;
    await this.checkFeed();
    // What is new is told in its version of now.
    const events = (changes: readonly Change[]) =>
      changes.map(({ kind, recordId, version }) => [kind, recordId, kind === 'ADDED' ? null : version]);
    expect(events(pages)).toEqual(events(this.told));
  }
}
