/** Files and secrets for processes that the files of gateway/deploy/ describe: keys that production takes, a certificate, a database. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { root } from './files.ts';

export interface Fixtures {
  readonly folder: string;
  /** The environment of a process, with its files at the place of the fixtures and a URL where a secret holds one. */
  here(environment: Readonly<Record<string, string>>): Record<string, string>;
  close(): void;
}

/** Files are looked for by their name: every description calls the same thing the same. */
export const here = (
  folder: string,
  environment: Readonly<Record<string, string>>,
  url: string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => {
      if (value.startsWith('${')) return [name, url];
      return [name, /\.(json|pem)$/.test(value) && value.startsWith('/') ? join(folder, basename(value)) : value];
    }),
  );

export function openFixtures(): Fixtures {
  const folder = mkdtempSync(join(tmpdir(), 'credit-deploy-'));
  writeFileSync(join(folder, 'keys.json'), `${JSON.stringify(freshSecrets())}\n`, { mode: 0o600 });
  for (const name of ['server.pem', 'server-key.pem'])
    copyFileSync(join(root, 'test/gateway/tls', name), join(folder, name));
  copyFileSync(join(folder, 'server.pem'), join(folder, 'ca.pem'));
  return {
    folder,
    here: (environment) => here(folder, environment, 'postgres://credit:secret@database.example:5432/credit'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
