/** `npm run restore`: what it refuses before anything is written, each with its sentence. A proof, for it starts processes over provinces of its own. */
import { randomInt } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Manifest, written } from '../../gateway/recovery/manifest.ts';
import { Refused } from '../../gateway/recovery/refused.ts';
import { restoreBackup } from '../../gateway/recovery/restore/restore.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { onEachDatabase } from '../kit.ts';
import { type Installation, install, run } from './installation.ts';

const ABOUT =
  '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name records { totalCount } } }';
const LEDGER = '{ ledgerCheckpoint { size rootHash signedAt keyId signature } }';

const STEPS = {
  onFile: () => undefined,
  onBytes: () => undefined,
  onVerify: () => undefined,
  onAgain: () => undefined,
};

onEachDatabase('A17.1 A17.2 A36.2 npm run restore refuses', (kind) => {
  let home: Installation;
  let backup: string;
  let checkpoint: unknown;

  beforeAll(async () => {
    home = await install(kind);
    await home.ask(ABOUT);
    await home.publish();
    checkpoint = await home.ask(LEDGER);
    const made = await run('backup', [home.backups], home.environment);
    backup = join(home.backups, readdirSync(home.backups)[0] ?? made.stderr);
  });
  afterAll(() => home.end());

  /** A copy of the backup that a test may damage. */
  const copy = (name: string): string => {
    const path = join(home.backups, '..', `${kind}-${name}`);
    rmSync(path, { recursive: true, force: true });
    cpSync(backup, path, { recursive: true });
    return path;
  };

  /** What a restore says of a folder, as far as it goes without writing. */
  const refused = async (folder: string, environment: NodeJS.ProcessEnv, checkpointFile?: string): Promise<string> => {
    const config = readConfig(environment);
    try {
      await restoreBackup({ config, folder, checkpointFile, trial: true, steps: STEPS });
      return 'nothing';
    } catch (error) {
      if (error instanceof Refused) return error.said.en;
      throw error;
    }
  };

  it('A17.2 a byte that was changed is told with its file, wherever it is', async () => {
    const { environment } = await home.elsewhere();
    for (const name of readdirSync(backup)) {
      const folder = copy('changed');
      const path = join(folder, name);
      const whole = readFileSync(path);
      for (let tried = 0; tried < 12; tried += 1) {
        const offset = randomInt(whole.length);
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(offset) ^ (1 << randomInt(8)), offset);
        writeFileSync(path, changed);
        const said = await refused(folder, environment);
        expect([offset, said]).toEqual([
          offset,
          name === 'manifest.json'
            ? expect.stringMatching(/manifest\.json is not as it was written|was made by the newer version/)
            : `The file ${path} of the backup was changed: its SHA-256 is not the one of the manifest. Take another copy of this backup, or another backup.`,
        ]);
      }
      for (const bytes of [0, Math.floor(whole.length / 2), whole.length - 1]) {
        writeFileSync(path, whole);
        truncateSync(path, bytes);
        expect(await refused(folder, environment)).toMatch(
          name === 'manifest.json'
            ? /is not as it was written/
            : new RegExp(`is not whole: it has ${bytes} bytes, and was written with ${whole.length}\\.`),
        );
      }
      rmSync(path);
      expect(await refused(folder, environment)).toMatch(
        name === 'manifest.json' ? /is no whole backup/ : /of the backup is missing/,
      );
    }
    expect(await refused(backup, environment)).toBe('nothing');
    expect(await refused(home.backups, environment)).toMatch(/is no whole backup: it has no manifest\.json/);
  });

  it('A36.2 a newer version, a later form and a migration that is unknown are refused with the version', async () => {
    const { environment } = await home.elsewhere();
    const manifest = (): Manifest => {
      const { digest, ...rest } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'));
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      return rest;
    };
    const folder = copy('newer');
    const changes: readonly Partial<Manifest>[] = [
      { version: '7.0.0' },
      { version: '7.0.0', access: manifest().access + 1 },
      { version: '7.0.0', migrations: [...manifest().migrations, '9999'] },
    ];
    for (const change of changes) {
      writeFileSync(join(folder, 'manifest.json'), written({ ...manifest(), ...change }));
      expect(await refused(folder, environment)).toBe(
        'The backup was made by the newer version 7.0.0. Restore it with that version. Nothing was changed.',
      );
    }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest(), form: 2, version: '8.1.0' }));
    expect(await refused(folder, environment)).toMatch(
      /made by the newer version 8\.1\.0: its form is number 2, and this code knows up to 1\./,
    );
    writeFileSync(join(folder, 'manifest.json'), written({ ...manifest(), version: '0.0.9' }));
    expect(await refused(folder, environment)).toBe('nothing');
  });

  it('A17.1 keys of another province are refused: each of those that must be the same', async () => {
    const { environment } = await home.elsewhere();
    const own = JSON.parse(readFileSync(join(home.folder, 'secrets.json'), 'utf8'));
    const fresh = freshSecrets();
    const path = join(home.backups, '..', 'other-secrets.json');
    const with_ = async (keys: object): Promise<string> => {
      writeFileSync(path, JSON.stringify(keys), { mode: 0o600 });
      return refused(backup, { ...environment, CREDIT_SECRETS: path });
    };
    expect(await with_(own)).toBe('nothing');
    for (const [name, value] of Object.entries({
      index: fresh.index,
      pseudonym: fresh.pseudonym,
      sealing: fresh.sealing,
    }))
      expect(await with_({ ...own, [name]: value })).toMatch(
        /^The keys are not those of this backup: .* Nothing was changed\.$/,
      );
    expect(
      await with_({ ...own, sealing: [{ id: own.sealing[0].id, key: own.sealing[0].key }, ...fresh.sealing] }),
    ).toBe('nothing');
    // Another key that signs: its checkpoints are those of another installation.
    expect(await with_({ ...own, signing: fresh.signing })).toMatch(
      /is not signed by a key of CREDIT_SECRETS: it is of another installation/,
    );
    rmSync(path);
    expect(
      (await run('restore', [backup], { ...environment, DATA_DIR: join(home.backups, '..', 'no-keys') })).stderr,
    ).toMatch(/^There is no key file: a backup holds none\./);
  });

  it('A17.2 a checkpoint of another installation is refused, and a file that has none', async () => {
    const { environment } = await home.elsewhere();
    const { data } = checkpoint as { readonly data: { readonly ledgerCheckpoint: Record<string, unknown> } };
    const path = join(home.backups, '..', 'checkpoint.json');
    writeFileSync(path, JSON.stringify({ data }));
    expect(await refused(backup, environment, path)).toBe('nothing');
    writeFileSync(path, JSON.stringify({ ...data.ledgerCheckpoint, size: 4711 }));
    expect(await refused(backup, environment, path)).toBe(
      `The checkpoint of ${path} is not signed by a key of CREDIT_SECRETS: it is of another installation, or a signing key is missing there. Nothing was changed.`,
    );
    writeFileSync(path, '{"size": 1');
    expect(await refused(backup, environment, path)).toMatch(
      /holds no checkpoint: \{ size rootHash signedAt keyId signature \}/,
    );
  });

  it('A36.2 the right kind of database is needed, and the sentence says which', async () => {
    const { environment } = await home.elsewhere();
    const { DATABASE_URL: _url, ...embedded } = environment;
    expect(
      await refused(
        backup,
        kind === 'pglite' ? { ...environment, DATABASE_URL: 'postgres://u@127.0.0.1:1/x' } : embedded,
      ),
    ).toMatch(
      kind === 'pglite'
        ? /is of the embedded database\. Leave DATABASE_URL unset/
        : /is of a PostgreSQL database\. Set DATABASE_URL/,
    );
    if (kind === 'pglite') return;
    const gone = new URL(environment.DATABASE_URL ?? '');
    gone.port = '1';
    expect(await refused(backup, { ...environment, DATABASE_URL: gone.href })).toMatch(
      /^The database of DATABASE_URL cannot be opened: .*ECONNREFUSED/,
    );
  });

  it('A17.2 adversarial 98: a journal of another installation, or with a line changed, is refused', async () => {
    const { environment } = await home.elsewhere();
    const journal = home.environment.JOURNAL_DIR ?? '';
    expect(await refused(backup, { ...environment, JOURNAL_DIR: journal })).toBe('nothing');
    const copied = join(home.backups, '..', 'journal-copy');
    cpSync(journal, copied, { recursive: true });
    const file = join(copied, readdirSync(copied)[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"kind":"', '"kind":"X'));
    expect(await refused(backup, { ...environment, JOURNAL_DIR: copied })).toMatch(
      /:1: this line of the journal of what ended has a mark that is not ours: it was changed, or it is of an installation with another index key/,
    );
    writeFileSync(join(home.backups, '..', 'no-folder'), '');
    expect(await refused(backup, { ...environment, JOURNAL_DIR: join(home.backups, '..', 'no-folder') })).toMatch(
      /^The journal of what ended in .* cannot be read \(ENOTDIR\)\./,
    );
  });
});
