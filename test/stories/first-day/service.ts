/**
 * Stands in for systemd, which the machine of the tests does not run: starts what a unit says, as its manual says. The process gets the variables of
 * the unit and no other, its credentials as copies, and its log goes to a file. What protects the machine from it is not done here.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder = '', command = '', ...rest] = process.argv.slice(2);
const unit = join(folder, `${basename(rest.at(-1) ?? '', '.service')}.service`);
const pidFile = `${unit}.pid`;

/** The assignments of a unit; a line that ends with a backslash goes on in the next one. */
function read(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of text.replaceAll(/\\\n\s*/g, ' ').split('\n')) {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

const unquoted = (value: string): string => value.replace(/^'(.*)'$/, '$1').replace(/^"(.*)"$/, '$1');

function start(): void {
  const said = read(readFileSync(unit, 'utf8'));
  const one = (name: string): string => said.get(name)?.at(-1) ?? '';
  const credentials = join(folder, 'credentials');
  mkdirSync(credentials, { recursive: true });
  for (const given of said.get('LoadCredential') ?? []) {
    const [id = '', path = ''] = given.split(':');
    copyFileSync(path, join(credentials, id));
  }
  const environment = Object.fromEntries([
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin'],
    ['CREDENTIALS_DIRECTORY', credentials],
    ...[...read(readFileSync(one('EnvironmentFile'), 'utf8'))].map(([name, all]) => [name, unquoted(all.at(-1) ?? '')]),
  ]) as Record<string, string>;
  const [program = '', ...parameters] = one('ExecStart')
    .split(/\s+/)
    .map((word) => word.replaceAll(/\$\{(\w+)\}/g, (_whole, name: string) => environment[name] ?? ''));
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn(program, parameters, {
    cwd: one('WorkingDirectory'),
    env: environment,
    stdio: ['ignore', log, log],
  });
  child.unref();
  writeFileSync(pidFile, `${child.pid}`);
}

if (command === 'daemon-reload') process.exit(0);
if (!existsSync(unit)) throw new Error(`There is no unit ${unit}.`);
if (command === 'enable' && rest.includes('--now')) start();
else if (command === 'stop') process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGTERM');
else throw new Error(`This stand-in does not know ${command}.`);
process.exit(0);
