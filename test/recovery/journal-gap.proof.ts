/**
 * A ledger that lost entries (Article 17): operators alone are answered until one of them says so in the ledger, and whoever kept a checkpoint is told why
 * it does not fit. A proof, because servers are started over the whole sample again and again.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unlessGap } from '../../gateway/process/recovery-job.ts';
import type { Server } from '../../gateway/server.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { openSigner } from '../../subgraphs/ledger/checkpoint.ts';
import { recover } from '../../subgraphs/recovery/recovery.ts';
import { SEEDS } from '../fuzz/seeds.ts';
import {
  type Answer,
  AUTHORITY,
  BANK_A,
  COMPANY,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onEachDatabase,
  subject,
} from '../kit.ts';
import { type LostDisk, openLostDisk } from './lost-disk.ts';

const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 100) { totalCount nodes { id } } } }`;
const GAPS =
  '{ ledgerGaps { id fromSize fromAt toSize toAt kept { size rootHash signature } foundAt acknowledgedAt acknowledgedBy { code } reason } }';
const ACKNOWLEDGE =
  'mutation ($gap: ID!) { acknowledgeGap(input: { gap: $gap, reason: "磁盘损坏，由前一日备份恢复" }) { id acknowledgedAt acknowledgedBy { code } } }';
const CHECKPOINT = '{ ledgerCheckpoint { size rootHash signedAt keyId signature } }';

const QUESTION = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: CHECKPOINT }),
};

const told = ({ status, errors }: Answer): string =>
  `${status} ${errors?.[0]?.extensions.code ?? ''} ${errors?.[0]?.extensions.reason ?? ''}`.trimEnd();

/** Servers are started one after another: a machine that is busy takes its time. */
const SLOW = 400_000;

onEachDatabase('a gap of the ledger', (kind) => {
  let disk: LostDisk;
  const penalty = (n: number) => SEEDS.find(({ name }) => name === 'submitRecords')?.input(n);
  const deliver = (n: number) =>
    disk.ask(
      MARKET_REGULATION,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected unchanged } }',
      {
        input: penalty(n),
      },
    );
  const own = async (): Promise<number> =>
    (await disk.ask(subject(MEI), '{ me { records(first: 1) { totalCount } } }')).data.me.records.totalCount;
  let kept: { size: number; rootHash: string };
  let before: number;
  let gap: string;
  let other: Server | undefined;

  beforeAll(async () => {
    disk = await openLostDisk(kind);
    await disk.publish();
    await disk.save();
    before = await own();
    // Since the backup: a record is delivered and its basis revoked, somebody is shown something, a checkpoint is published.
    await deliver(9001);
    expect(await own()).toBe(before + 1);
    const revoked = await disk.ask(
      MARKET_REGULATION,
      'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }',
      {
        input: { basisDocument: '示例罚〔2026〕9001号', cause: 'REVOKED', happenedOn: '2026-11-19' },
      },
    );
    expect(revoked.errors).toBeUndefined();
    await disk.publish();
    kept = (await disk.ask(null, CHECKPOINT)).data.ledgerCheckpoint;
    await disk.lose();
    await disk.start();
  }, SLOW);
  afterAll(() => disk.close());

  it('A17.1 adversarial 98: everybody but the operator is refused, over every door, with since when and what comes next', async () => {
    for (const holder of [null, subject(MEI), BANK_A, AUTHORITY, MARKET_REGULATION])
      expect(told(await disk.ask(holder, RECORDS, { id: COMPANY }, { 'credit-purpose': 'LOAN_ORIGINATION' }))).toBe(
        '503 UNAVAILABLE LEDGER_GAP',
      );
    const { errors } = await disk.ask(null, CHECKPOINT);
    expect(errors?.[0]?.message).toContain('2026-11-20T02:2');
    expect(errors?.[0]?.extensions.help).toContain('acknowledgeGap');
    const chinese = await disk.ask(null, CHECKPOINT, {}, { 'accept-language': 'zh' });
    expect(chinese.errors?.[0]?.message).toContain('披露日志有缺失');
    expect(
      told(
        await disk.ask(
          MARKET_REGULATION,
          'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
          { input: penalty(9002) },
        ),
      ),
    ).toBe('503 UNAVAILABLE LEDGER_GAP');
    // The page to which the code of a report leads.
    const page = await fetch(`${disk.server().url}/verify/00000000-0000-4000-8000-000000000000`);
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('LEDGER_GAP')]);
    // Whoever balances loads must not end the server, or nobody could acknowledge.
    expect((await fetch(`${disk.server().url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${disk.server().url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, serves: 'OPERATORS', reason: 'LEDGER_GAP' },
    ]);
  });

  it('A17.2 the operator reads it: from the last checkpoint that is held to the one that was kept', async () => {
    const { data } = await disk.ask(OPERATOR, GAPS);
    expect(data.ledgerGaps).toHaveLength(1);
    const [one] = data.ledgerGaps;
    gap = one.id;
    expect(one).toMatchObject({
      toSize: kept.size,
      kept: { size: kept.size, rootHash: kept.rootHash },
      acknowledgedAt: null,
    });
    expect(one.fromSize).toBeLessThan(kept.size);
    expect(one.fromSize).toBeGreaterThan(0);
  });

  /** Whether a job that tells others would do its work now. */
  const works = async (): Promise<boolean> => {
    let worked = false;
    await unlessGap(disk.server().platform, async () => {
      worked = true;
    })();
    return worked;
  };

  it('A17.2 jobs that tell others wait', async () => {
    expect(await works()).toBe(false);
  });

  it('A17.2 it is open after another start too, once', async () => {
    await disk.stop();
    await disk.start();
    expect((await disk.ask(OPERATOR, GAPS)).data.ledgerGaps.map(({ id }: { id: string }) => id)).toEqual([gap]);
  });

  it('A17.2 another process over the same database refuses too', async () => {
    if (kind === 'pglite') return;
    other = await disk.second();
    expect((await fetch(`${other.url}/graphql`, QUESTION)).status).toBe(503);
  });

  it('A17.2 the operator alone acknowledges it, with a reason, and an entry of the ledger names it; then all are answered', async () => {
    expect(told(await disk.ask(AUTHORITY, ACKNOWLEDGE, { gap }))).toBe('503 UNAVAILABLE LEDGER_GAP');
    const unknown = await disk.ask(OPERATOR, ACKNOWLEDGE, { gap: '00000000-0000-4000-8000-000000000000' });
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { data, errors } = await disk.ask(OPERATOR, ACKNOWLEDGE, { gap });
    expect(errors).toBeUndefined();
    expect(data.acknowledgeGap).toMatchObject({ id: gap, acknowledgedBy: { code: OPERATOR.unit } });
    expect(told(await disk.ask(null, CHECKPOINT))).toBe('200');
    expect((await disk.ask(OPERATOR, ACKNOWLEDGE, { gap })).errors?.[0]?.extensions.reason).toBe('ACKNOWLEDGED');
    const entries = await disk.ask(
      OPERATOR,
      '{ disclosures(first: 20) { nodes { caseReference basis { article } } } }',
    );
    expect(JSON.stringify(entries.data)).toContain(gap);
    expect(await works()).toBe(true);
    // Without a restart.
    if (other !== undefined) expect((await fetch(`${other.url}/graphql`, QUESTION)).status).toBe(200);
    await other?.stop();
    // Anyone reads it from then on, and holds a kept checkpoint against it.
    const [open] = (await disk.ask(null, GAPS)).data.ledgerGaps;
    expect(open).toMatchObject({ id: gap, reason: '磁盘损坏，由前一日备份恢复', kept: { rootHash: kept.rootHash } });
    expect((await disk.ask(OPERATOR, '{ verifyLedger { intact } }')).data.verifyLedger.intact).toBe(true);
    const held = await disk.ask(
      OPERATOR,
      'query ($size: Int!, $root: String!) { verifyLedger(size: $size, rootHash: $root) { intact gap { id } } }',
      { size: kept.size, root: kept.rootHash },
    );
    expect(held.data.verifyLedger).toEqual({ intact: false, gap: { id: gap } });
    const consistency = await disk.ask(null, 'query ($from: Int!) { ledgerConsistency(from: $from) { hashes } }', {
      from: kept.size,
    });
    expect(consistency.errors?.[0]?.message).toContain(`lies in the gap ${gap}`);
  });

  it('A36.2 A06.1 a record that was delivered and revoked after the backup is shown to nobody when it is delivered again', async () => {
    expect(await own()).toBe(before);
    // The journal says again that it fell: it comes back, with the reason.
    expect((await deliver(9001)).data.submitRecords).toEqual({ accepted: 0, corrected: 0, unchanged: 0 });
    expect(await own()).toBe(before);
    // One that nobody revoked is shown.
    await deliver(9003);
    expect(await own()).toBe(before + 1);
  });

  it('A17.2 the ledger goes on, and the kept checkpoint of before is no new gap', async () => {
    await disk.publish();
    await disk.stop();
    await disk.start();
    expect(disk.server().recovered?.gap).toBeNull();
    expect(told(await disk.ask(null, CHECKPOINT))).toBe('200');
  });

  it('A17.2 the same backup put back once more is a gap once more, and the first one is known again', async () => {
    await disk.lose();
    await disk.start();
    const { data } = await disk.ask(OPERATOR, GAPS);
    expect(data.ledgerGaps).toHaveLength(2);
    const open = data.ledgerGaps.filter(
      ({ acknowledgedAt }: { acknowledgedAt: string | null }) => acknowledgedAt === null,
    );
    expect(data.ledgerGaps.find(({ id }: { id: string }) => id === gap)?.acknowledgedAt).not.toBeNull();
    expect(open).toHaveLength(1);
    await disk.ask(OPERATOR, ACKNOWLEDGE, { gap: open[0].id });
    expect(told(await disk.ask(null, CHECKPOINT))).toBe('200');
    expect(await own()).toBe(before);
  });

  it('A17.2 a checkpoint of another installation is no gap but a refusal', async () => {
    const { database, signer, now } = disk.server().platform;
    const strange = openSigner(freshSecrets().signing).sign({
      size: 9_999,
      root: Buffer.alloc(32),
      signedAt: now().toISOString(),
    });
    await expect(recover(database, now(), { entries: [], keys: signer.keys, kept: [strange] })).rejects.toThrow(
      /not signed by a key of this platform/,
    );
    // Our own key over a root that the tree never had is one.
    const forked = signer.sign({
      size: 128,
      root: Buffer.alloc(32),
      signedAt: new Date(now().getTime() + 1).toISOString(),
    });
    const found = await recover(database, now(), { entries: [], keys: signer.keys, kept: [forked] });
    expect(found.gap).toMatchObject({ fromSize: 0, toSize: 128 });
    await disk.ask(OPERATOR, ACKNOWLEDGE, { gap: found.gap?.id });
  });
});
