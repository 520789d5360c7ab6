/**
 * What the feed of a bank must show, count and call for, as a model of its own, and random sequences that hold the gateway against it. The model knows
 * nothing of SQL: a list of notices, what the bank was told, and what carries its watches.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { feedCursor, feedNumber } from '../../../subgraphs/feed/cursor.ts';
import { BANK_A, COMPANY, MEI } from '../../kit.ts';
import { type Action, SEQUENCES } from './sequences.ts';
import type { Bank } from './watching-bank.ts';

const ABOUT = [
  { id: MEI, name: '张小梅', personal: true },
  { id: COMPANY, name: '哈尔滨示例冰雪设备有限公司', personal: false },
] as const;

interface Held {
  readonly id: string;
  readonly about: number;
  version: number;
  displayed: boolean;
  /** The bank was told that it is new. */
  told: boolean;
}

interface Notice {
  readonly number: number;
  readonly kind: string;
  readonly record: Held;
  /** Of what is new it is the version of now. */
  readonly version: number | null;
  void: boolean;
  acknowledged: boolean;
}

interface Grant {
  readonly id: string;
  readonly about: number;
  left: number;
  revoked: boolean;
}

let document = 0;

/** Runs a sequence on a bank that has nothing to do with anybody yet, and compares each answer with the model. */
export async function run(bank: Bank, base: number, actions: readonly Action[]): Promise<void> {
  const { secrets } = bank.platform;
  const cursorOf = (number: number): string => feedCursor(secrets, BANK_A.unit, String(number));
  const held: Held[] = [];
  const notices: Notice[] = [];
  const grants: Grant[] = [];
  const watched = new Set<number>();
  let agreed = true;
  let delivered = base;
  let pending: { number: number; id: string; attempts: number; triedAt: number } | null = null;
  /** Minutes. */
  let clock = 0;

  const carrier = (about: number): Grant | undefined =>
    grants.find((grant) => grant.about === about && !grant.revoked && grant.left > 0);
  const carried = (about: number): boolean =>
    watched.has(about) && agreed && (!ABOUT[about]?.personal || carrier(about) !== undefined);
  const shown = (after: number): Notice[] =>
    notices.filter(
      ({ number, kind, record, void: gone }) =>
        number > after && (kind !== 'ADDED' || (!gone && record.displayed && carried(record.about))),
    );
  const tell = (kind: string, record: Held, version: number | null): void => {
    notices.push({ number: base + notices.length + 1, kind, record, version, void: false, acknowledged: false });
  };

  const steps: Readonly<Record<Action[0], (one: number, other: number) => Promise<void>>> = {
    add: async (one) => {
      const about = one % ABOUT.length;
      document += 1;
      const { id, name } = ABOUT[about] ?? ABOUT[0];
      const record = {
        id: await bank.deliver(id, `示例公积金〔2026〕模${document}号`, { name }),
        about,
        version: 1,
        displayed: true,
        told: false,
      };
      held.push(record);
      if (carried(about)) tell('ADDED', record, null);
    },
    correct: async (one) => {
      const record = held.filter(({ displayed }) => displayed).at(one % 3);
      if (record === undefined) return;
      record.version += 1;
      const known = ABOUT[record.about]?.personal ? bank.known(record.id) : record.id;
      expect(await bank.correct(known, `${record.version}.00`)).toEqual({
        version: record.version,
        recipientsToNotify: 0,
      });
      if (record.told) tell('CORRECTED', record, record.version);
    },
    end: async (one, other) => {
      const record = held.filter(({ displayed }) => displayed).at(one % 3);
      if (record === undefined) return;
      const [display, cause] = (
        [
          ['HIDDEN', 'WITHDRAWN'],
          ['ARCHIVED', 'RESTORED'],
          ['ARCHIVED', 'EXPIRED'],
        ] as const
      )[other % 3] ?? ['HIDDEN', 'WITHDRAWN'];
      await bank.set(record.id, display, cause);
      record.displayed = false;
      for (const notice of notices) if (notice.record === record && notice.kind === 'ADDED') notice.void = true;
      if (record.told) tell(cause, record, record.version);
    },
    grant: async (one) => {
      bank.later(1);
      clock += 1;
      const uses = (one % 3) + 1;
      grants.push({ id: await bank.authorize(MEI, { uses }), about: 0, left: uses, revoked: false });
    },
    revoke: async (one) => {
      const grant = grants.filter(({ revoked }) => !revoked).at(one % 2);
      if (grant === undefined) return;
      await bank.revoke(MEI, grant.id);
      grant.revoked = true;
    },
    agreement: async () => {
      await bank.agreement(agreed ? 'suspendAgreement' : 'resumeAgreement');
      agreed = !agreed;
    },
    watch: async (one) => {
      const about = one % ABOUT.length;
      if (!agreed) return;
      const may = !ABOUT[about]?.personal || carrier(about) !== undefined;
      expect(await bank.watch([(ABOUT[about] ?? ABOUT[0]).id])).toBe(may ? 1 : 0);
      if (may) watched.add(about);
    },
    unwatch: async (one) => {
      const about = one % ABOUT.length;
      await bank.unwatch([(ABOUT[about] ?? ABOUT[0]).id]);
      watched.delete(about);
    },
    read: async (one, other) => {
      // Of two entries of one instant none is the newer.
      bank.later(0.1);
      clock += 0.1;
      const first = one === 0 ? 1 : one < 4 ? 2 : 200;
      const after = other < 6 ? base : base + (other % (notices.length + 1));
      const rows = shown(after);
      const told = rows.slice(0, first);
      const expected = told.map(({ number, kind, record, version }) => [
        number,
        kind,
        record.id,
        version ?? record.version,
      ]);
      const page = await bank.page(first, cursorOf(after));
      expect(
        page.nodes.map(({ cursor, kind, recordId, version }) => [
          Number(feedNumber(secrets, BANK_A.unit, cursor)),
          kind,
          bank.stored(recordId),
          version,
        ]),
      ).toEqual(expected);
      expect(page.pageInfo.hasNextPage).toBe(rows.length > first);
      expect(Number(feedNumber(secrets, BANK_A.unit, page.pageInfo.endCursor ?? ''))).toBe(
        told.at(-1)?.number ?? after,
      );
      const news = told.filter(({ kind }) => kind === 'ADDED');
      for (const { record } of news) record.told = true;
      const grant = news.some(({ record }) => record.about === 0) ? carrier(0) : undefined;
      if (grant === undefined) return;
      grant.left -= 1;
      const [look] = await bank.looks(MEI);
      expect(look?.bases).toEqual([expect.objectContaining({ article: '6', authorizationId: grant.id })]);
    },
    acknowledge: async (one) => {
      const through = base + (one % (notices.length + 1));
      const now = notices.filter(
        ({ number, kind, record, acknowledged }) =>
          number <= through && !acknowledged && (kind !== 'ADDED' || record.told),
      );
      expect(await bank.acknowledge(cursorOf(through))).toBe(now.length);
      for (const notice of now) notice.acknowledged = true;
    },
    call: async (one, other) => {
      // Soon after the last round, or long after it.
      const minutes = other < 4 ? 0.5 : 600;
      bank.later(minutes);
      clock += minutes;
      const news = shown(delivered);
      const waits = pending !== null && news.some(({ number }) => number <= (pending?.number ?? 0));
      expect(await bank.standing()).toEqual({ pending: waits ? 1 : 0, dead: 0 });
      const accepted = one < 6 || (pending?.attempts ?? 0) === 9;
      const calls = await bank.calls(accepted);
      const last = news.at(-1)?.number;
      // An attempt waits 1, 2, 4 … minutes after the one before, at most six hours.
      const isEarly = pending !== null && clock < pending.triedAt + Math.min(2 ** (pending.attempts - 1), 360);
      if (last === undefined) {
        expect(calls).toEqual([]);
        // What there is nothing left to tell of is dropped when its time comes, or when the feed has grown. Before that it may be told of again.
        if (!isEarly || base + notices.length > (pending?.number ?? 0)) pending = null;
        return;
      }
      if (isEarly && waits) {
        expect(calls).toEqual([]);
        return;
      }
      const [call] = calls;
      expect([calls.length, call?.count, Number(feedNumber(secrets, BANK_A.unit, call?.cursor ?? ''))]).toEqual([
        1,
        news.length,
        last,
      ]);
      if (pending !== null) expect(call?.id === pending.id).toBe(waits && last <= pending.number);
      const attempts: number = pending !== null && waits ? pending.attempts + 1 : 1;
      pending = accepted ? null : { number: last, id: call?.id ?? '', attempts, triedAt: clock };
      if (accepted) delivered = last;
    },
  };
  try {
    for (const [name, one, other] of actions) await steps[name](one, other);
  } finally {
    // What a sequence leaves is taken down, so that the next one begins with nothing, also while a failure is shrunk.
    if (!agreed) await bank.agreement('resumeAgreement');
    await bank.unwatch(ABOUT.map(({ id }) => id));
    for (const { id, revoked } of grants) if (!revoked) await bank.revoke(MEI, id);
    await bank.archive();
  }
}

/** Holds the gateway against the model for so many sequences. What carried a watch of these subjects before is ended. */
export async function holds(bank: Bank, numRuns: number): Promise<void> {
  await bank.register();
  await bank.unwatch(ABOUT.map(({ id }) => id));
  await bank.revokeAll(MEI);
  await bank.archive();
  await fc.assert(
    fc.asyncProperty(SEQUENCES, async (actions) => {
      bank.later(600);
      await bank.calls();
      const base = await bank.lastNumber();
      await bank.acknowledge(feedCursor(bank.platform.secrets, BANK_A.unit, String(base)));
      await run(bank, base, actions);
    }),
    { numRuns },
  );
}
