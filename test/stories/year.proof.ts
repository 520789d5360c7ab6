/**
 * A year in the life of a province, by the commands of KEYS.md, RECOVERY.md and UPGRADING.md: an upgrade from release 0.1.0, each key rotated, a bank that
 * ends, a lost disk and a backup that is older than the ledger, an old key thrown away; what runs is killed in the middle and run again. A proof, because
 * servers and commands are processes of their own. On the database of a production; of each step alone test/keys, test/recovery and test/upgrading show both.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHORITY, BANK_A, COMPANY, databases, MARKET_REGULATION, MEI, OPERATOR, subject } from '../kit.ts';
import { openProvince, type Province, runAtLast } from './year/province.ts';
import {
  BANK,
  day,
  END_UNIT,
  GAPS,
  GRANT,
  LEDGER,
  MINE,
  PUBLIC,
  penalty,
  REVOKE,
  REVOKE_BASIS,
  SUBMIT,
} from './year/questions.ts';

describe.each(databases().slice(-1))('a year in the life of a province (%s)', (kind) => {
  let province: Province;
  let server: Awaited<ReturnType<Province['serve']>>;
  let authorization = '';
  const BEFORE = '哈市监罚〔2026〕0901号';
  const AFTER = '哈市监罚〔2026〕0902号';

  beforeAll(async () => {
    province = await openProvince(kind);
  });
  afterAll(async () => {
    await province?.end();
  });

  const ask = (...parameters: Parameters<Province['ask']> extends [unknown, ...infer Rest] ? Rest : never) =>
    province.ask(server, ...parameters);
  const restart = async (): Promise<void> => {
    expect((await server.stop()).status).toBe(0);
    server = await province.serve();
  };
  const done = async (name: string, ...args: readonly string[]): Promise<string> => {
    const { status, printed } = await province.run(name, ...args);
    expect([name, args, printed, status]).toEqual([name, args, printed, 0]);
    return printed;
  };
  const doneAtLast = (name: string, ...args: readonly string[]) => runAtLast(province, name, ...args);
  const refused = async (name: string, ...args: readonly string[]): Promise<string> => {
    const { status, printed } = await province.run(name, ...args);
    expect([name, args, printed, status]).toEqual([name, args, printed, 1]);
    return printed;
  };
  const keyIds = (): readonly string[] =>
    (JSON.parse(readFileSync(province.keyFile, 'utf8')) as { sealing: { id: string }[] }).sealing.map(({ id }) => id);
  const penaltiesShown = async (): Promise<number> =>
    (await ask(null, PUBLIC, { id: COMPANY })).data.subject.records.nodes.length;
  /** Whatever happened: a person reads her own record whole, and the ledger is intact. */
  const holds = async (): Promise<void> => {
    const { data, errors } = await ask(subject(MEI), MINE);
    expect(errors).toBeUndefined();
    expect(data.me).toMatchObject({ name: '张小梅', birthDate: '1990-03-07', phone: '13800138000' });
    expect((await ask(OPERATOR, LEDGER)).data.verifyLedger).toMatchObject({ intact: true });
  };
  /** Waits for the checkpoint that holds everything that was asked until now. */
  const checkpoint = async (): Promise<number> => {
    for (;;) {
      const { data } = await ask(OPERATOR, LEDGER);
      if (data.verifyLedger.pending === 0) return data.ledgerCheckpoint.size;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  /** Kills a command in the middle, a little later each time, until one has come to its end. */
  const untilDone = async (name: string, ...args: readonly string[]): Promise<number> => {
    let kills = 0;
    for (let ms = 900; await province.killed(ms, name, ...args); ms += 400) kills += 1;
    return kills;
  };

  it('January: A07.1 A17.2 A36.2 a database of 0.1.0 is shown what comes, is brought up, and answers', async () => {
    const shown = await done('upgrade', '--dry-run');
    expect(shown).toContain('0019');
    await done('upgrade');
    server = await province.serve();
    await holds();
  }, 600_000);

  it('March: A36.2 adversarial 94 the sealing key is rotated in three steps; resealing that is killed goes on', async () => {
    await done('keys', '--add');
    const [old, added = ''] = keyIds();
    expect(old).toBe('k1');
    // The server does not know it yet.
    expect(await refused('keys', '--seal-with', added)).toContain(added);
    await restart();
    await done('keys', '--seal-with', added);
    // The server seals with the old one still.
    await refused('reseal');
    await restart();
    await untilDone('reseal');
    await done('reseal');
    expect(await done('keys', '--status')).toContain('k1: opens; 0 rows');
    await holds();
  }, 600_000);

  it('May: A17.2 the signing key is stolen and revoked, cursor key and login password change; what the new key signs holds the ledger', async () => {
    const published = async (): Promise<{ kid: string; revoked?: { revoked_at: number } }[]> =>
      ((await (await fetch(`${server.url}/.well-known/jwks.json`)).json()) as { keys: never[] }).keys;
    const [stolen] = await published();
    await done('keys', '--add-signing');
    await restart();
    const since = new Date(Date.now() - 1_000).toISOString();
    await done('keys', '--revoke-signing', stolen?.kid ?? '', '--since', since, '--reason', 'stolen with a laptop');
    const file = JSON.parse(readFileSync(province.keyFile, 'utf8'));
    const [cursor, login] = [randomBytes(32).toString('base64'), randomBytes(24).toString('hex')];
    writeFileSync(province.keyFile, JSON.stringify({ ...file, cursor, login }));
    await restart();
    expect((await published()).map(({ kid, revoked }) => [kid === stolen?.kid, revoked?.revoked_at])).toEqual([
      [false, undefined],
      [true, Math.floor(Date.parse(since) / 1_000)],
    ]);
    // Intact again with the first checkpoint of the new key, which comes with the next entry.
    while (!(await ask(OPERATOR, LEDGER)).data.verifyLedger.intact) {
      await ask(BANK_A, PUBLIC, { id: COMPANY }, { 'credit-purpose': 'LOAN_ORIGINATION' });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    await holds();
  }, 600_000);

  it('June: A17.1 a backup; those that were killed leave nothing that looks like one', async () => {
    const { data } = await ask(subject(MEI), GRANT, {
      input: {
        party: BANK_A.unit,
        purposes: ['LOAN_ORIGINATION'],
        items: ['ARREARS-FUND'],
        validFrom: day(0),
        validUntil: day(60),
      },
    });
    authorization = data.grantAuthorization.id;
    expect(data.grantAuthorization.status).toBe('IN_FORCE');
    const shown = await penaltiesShown();
    expect((await ask(MARKET_REGULATION, SUBMIT, { input: penalty(BEFORE) })).data.submitRecords).toMatchObject({
      accepted: 1,
      rejected: [],
    });
    expect(await penaltiesShown()).toBe(shown + 1);
    await checkpoint();
    await untilDone('backup', province.backups);
    await done('backup', province.backups);
    const whole = readdirSync(province.backups).filter((name) => !name.startsWith('.'));
    expect(readdirSync(province.backups)).toEqual(whole);
    // Only the newest is kept.
    for (const name of whole.sort().slice(0, -1)) rmSync(join(province.backups, name), { recursive: true });
    await holds();
  }, 600_000);

  it('July: A17.1 A17.2 A36.2 a bank ends, an authorization and two documents are revoked; the disk is lost, and nothing of it comes back', async () => {
    const shown = await penaltiesShown();
    // Made after the backup, and gone after it.
    expect((await ask(MARKET_REGULATION, SUBMIT, { input: penalty(AFTER) })).data.submitRecords.accepted).toBe(1);
    expect((await ask(subject(MEI), REVOKE, { id: authorization })).data.revokeAuthorization.status).toBe('REVOKED');
    for (const basisDocument of [BEFORE, AFTER])
      expect(
        (await ask(MARKET_REGULATION, REVOKE_BASIS, { input: { basisDocument } })).data.revokeBasis.records,
      ).toHaveLength(1);
    expect((await ask(AUTHORITY, END_UNIT)).errors).toBeUndefined();
    expect((await ask(BANK, '{ myAccess { unit { code } } }')).status).toBe(401);
    const kept = await checkpoint();
    await server.stop('SIGKILL');
    await province.loseDisk();

    const [name = ''] = readdirSync(province.backups);
    await done('restore', join(province.backups, name), '--dry-run');
    await untilDone('restore', join(province.backups, name));
    server = await province.serve();
    // Nobody but the operator, until the gap is acknowledged.
    expect((await ask(null, PUBLIC, { id: COMPANY })).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAVAILABLE',
      reason: 'LEDGER_GAP',
    });
    expect((await ask(subject(MEI), MINE)).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAVAILABLE',
      reason: 'LEDGER_GAP',
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const [gap] = (await ask(OPERATOR, GAPS)).data.ledgerGaps;
    expect(gap).toMatchObject({ toSize: kept, acknowledgedAt: null });
    expect(gap.fromSize).toBeLessThan(kept);
    const acknowledged = await ask(
      OPERATOR,
      'mutation ($input: AcknowledgeGapInput!) { acknowledgeGap(input: $input) { acknowledgedAt } }',
      {
        input: { gap: gap.id, reason: '硬盘损坏，自备份恢复。' },
      },
    );
    expect(acknowledged.errors).toBeUndefined();

    await holds();
    const mine = (await ask(subject(MEI), MINE)).data.me.authorizations as { id: string; status: string }[];
    expect(mine.find(({ id }) => id === authorization)?.status).toBe('REVOKED');
    expect((await ask(BANK, '{ myAccess { unit { code } } }')).status).toBe(401);
    expect(await penaltiesShown()).toBe(shown - 1);
    // What was made after the backup is not known; delivered again, it has fallen still.
    await ask(MARKET_REGULATION, SUBMIT, { input: penalty(AFTER) });
    await ask(MARKET_REGULATION, SUBMIT, { input: penalty(BEFORE) });
    expect(await penaltiesShown()).toBe(shown - 1);
    // What did not end is in force.
    expect(
      (await ask(BANK_A, '{ myAccess { unit { code } } }', {}, { 'credit-purpose': 'LOAN_ORIGINATION' })).errors,
    ).toBeUndefined();
  }, 600_000);

  it('October: A36.2 the old key is thrown away when no row, no process and no backup needs it', async () => {
    // What the backup brought back was sealed by either key.
    await doneAtLast('reseal');
    const [sealsWith, old = ''] = keyIds();
    await done('keys', '--add');
    await restart();
    const added = keyIds().at(-1) ?? '';
    await doneAtLast('keys', '--seal-with', added);
    await restart();
    await doneAtLast('reseal');
    // The backup of June is sealed with the second key.
    expect(await refused('keys', '--remove', sealsWith ?? '', '--backups', province.backups)).toContain(
      province.backups,
    );
    rmSync(province.backups, { recursive: true });
    await done('backup', province.backups);
    for (const id of [old, sealsWith ?? '']) await doneAtLast('keys', '--remove', id, '--backups', province.backups);
    expect(keyIds()).toEqual([added]);
    await restart();
    await holds();
    const left = await done('keys', '--status');
    expect(left).toContain(`${added}: first, it seals`);
  }, 600_000);

  it('December: A17.2 the ledger of the year is whole, and its gap stands in it for whoever looks', async () => {
    expect((await ask(null, GAPS)).data.ledgerGaps).toEqual([
      expect.objectContaining({ acknowledgedAt: expect.any(String) }),
    ]);
    await checkpoint();
    await holds();
    expect((await server.stop()).status).toBe(0);
  }, 600_000);
});
