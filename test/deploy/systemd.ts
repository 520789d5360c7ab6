/** The units of systemd/, and the process that one starts with the settings of the first day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, root, textOf } from './files.ts';
import { milliseconds, missing, type Process } from './processes.ts';

/** Where systemd puts credentials. */
const CREDENTIALS = '/run/credentials/credit-gateway.service';

/** Assignments of a unit by name. A line that ends with a backslash goes on in the next one. */
export function unitOf(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of text.replaceAll(/\\\n\s*/g, '').split('\n')) {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

/** The file of settings that the first day writes, with the names of its first block. */
function firstDay(): Readonly<Record<string, string>> {
  const page = readFileSync(join(root, 'gateway/first-day/README.md'), 'utf8');
  const names = Object.fromEntries(
    [...page.matchAll(/^export (\w+)=(\S+) +#/gm)].map(([, name, value]) => [name, value]),
  );
  const [, lines = ''] = /gateway\.env" <<EOF\n([\s\S]*?)\nEOF/.exec(page) ?? [];
  const database = 'DATABASE_URL=postgres://credit:0123456789abcdef@localhost:5432/credit';
  return Object.fromEntries(
    lines.split('\n').map((line) => {
      const [name = '', ...value] = line
        .replace('$DATABASE', database)
        .replaceAll(/\$(\w+)/g, (_whole, one: string) => names[one] ?? '')
        .split('=');
      return [name, value.join('=').replace(/^'(.*)'$/, '$1')];
    }),
  );
}

export function unitProcess(files: Files, file: string, environment: Readonly<Record<string, string>>): Process {
  const unit = unitOf(textOf(files, file));
  const one = (name: string): string => unit.get(name)?.at(-1) ?? '';
  const words = one('ExecStart')
    .replaceAll(/\$\{CREDENTIALS_DIRECTORY\}/g, CREDENTIALS)
    .split(/\s+/);
  const assigned = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=') as [string, string]);
  const state = one('StateDirectory');
  return {
    place: file,
    command: words.filter((word) => word !== '/usr/bin/env' && !/^[A-Z_]+=/.test(word)),
    folder: one('WorkingDirectory'),
    environment: { ...environment, ...Object.fromEntries(assigned) },
    // What systemd hands over, its user alone can read.
    given: new Map(
      (unit.get('LoadCredential') ?? []).map((credential) => [`${CREDENTIALS}/${credential.split(':')[0]}`, 0o400]),
    ),
    writable: [
      ...state
        .split(' ')
        .filter(Boolean)
        .map((name) => `/var/lib/${name}`),
      ...one('ReadWritePaths').split(' ').filter(Boolean),
    ],
    user: undefined,
    ports: { http: [], metrics: [] },
    probes: [],
    graceMs: one('Type') === 'oneshot' ? undefined : milliseconds(one('TimeoutStopSec')),
    unconfined: missing({
      'a user of its own': one('DynamicUser') === 'yes' || one('Type') === 'oneshot',
      NoNewPrivileges: one('NoNewPrivileges') === 'yes',
      ProtectSystem: one('ProtectSystem') === 'strict',
      ProtectHome: one('ProtectHome') === 'yes',
      PrivateDevices: one('PrivateDevices') === 'yes',
      CapabilityBoundingSet: one('CapabilityBoundingSet') === (one('Type') === 'oneshot' ? 'CAP_DAC_OVERRIDE' : ''),
      SystemCallFilter: one('SystemCallFilter') === '@system-service',
    }),
  };
}

export const SERVICE = 'systemd/credit-gateway.service';
export const BACKUP_SERVICE = 'systemd/credit-gateway-backup.service';
export const TIMER = 'systemd/credit-gateway-backup.timer';

export const systemdProcesses = (files: Files): Process[] => [
  unitProcess(files, SERVICE, firstDay()),
  unitProcess(files, BACKUP_SERVICE, { BACKUP_URL: 'postgres://credit_backup:secret@localhost:5432/credit' }),
];
