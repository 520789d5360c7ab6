/** Holds every command, port, path, variable, probe, user and mount of the files against what the processes take. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../gateway/http/index.ts';
import { type Config, readConfig } from '../../gateway/settings/config.ts';
import { Environment, PlaceSettings } from '../../gateway/settings/environment.ts';
import { composeProcesses } from './compose.ts';
import { crossFaults } from './cross-references.ts';
import { imagesOf } from './dockerfile.ts';
import { type Files, root, textOf } from './files.ts';
import type { Fixtures } from './fixtures.ts';
import { holds, imageFaults, programs } from './image.ts';
import { kubernetesProcesses } from './kubernetes.ts';
import type { Process } from './processes.ts';
import { systemdProcesses } from './systemd.ts';

/** Variables that are settings, and the one that Node itself reads. */
const KNOWN = new Set([...Object.keys(Environment.shape), ...Object.keys(PlaceSettings.shape), 'NODE_EXTRA_CA_CERTS']);

/** Variables that name a file which the process is given. */
const FILES = ['CREDIT_SECRETS', 'TLS_CERT', 'TLS_KEY', 'NODE_EXTRA_CA_CERTS', 'OPERATIONS_FILE'];

/** What a process still does after the last request is answered: jobs end, traces are sent (three seconds), the database is closed. */
const AFTERWARDS_MS = 5_000;

const MAIN = 'gateway/main.ts';

/** The program that a process runs, as package.json names it. */
const programOf = ({ command }: Process): string =>
  command.find((word) => word.startsWith('gateway/') && word.endsWith('.ts')) ?? '';

const serves = (process: Process): boolean => programOf(process) === MAIN;

/** Whether a process opens the database, and so needs the settings of a server. */
const opens = (process: Process): boolean => serves(process) || programOf(process) === 'gateway/commands/province.ts';

function commandFaults(process: Process, inImage: (path: string) => boolean): string[] {
  const program = programOf(process);
  const [node = '', ...rest] = process.command;
  return [
    ...(programs().includes(program) ? [] : [`starts ${program || 'nothing'}, which package.json does not name`]),
    ...(existsSync(join(root, program)) && inImage(program) ? [] : [`starts ${program}, which is not there`]),
    ...(/(^|\/)node$/.test(node) && rest.slice(0, 3).join(' ') === `-r ./gateway/installed.cjs ${program}`
      ? []
      : [`starts ${process.command.join(' ')}, and not node -r ./gateway/installed.cjs PROGRAM`]),
    ...(process.folder === '/opt/credit-gateway' ? [] : [`starts in ${process.folder}`]),
  ];
}

function variableFaults({ environment }: Process): string[] {
  return Object.keys(environment)
    .filter((name) => !KNOWN.has(name) && !name.startsWith('OTEL_'))
    .map((name) => `sets ${name}, which nobody reads`);
}

const BACKUP = 'gateway/commands/backup.ts';

function mountFaults(process: Process): string[] {
  const { environment, given, writable, command } = process;
  const kept = programOf(process) === BACKUP ? (command.at(-1) ?? '') : undefined;
  const named = FILES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]] as const]));
  return [
    ...named
      .filter(([, path]) => !given.has(path))
      .map(([name, path]) => `${name} names ${path}, which it is not given`),
    ...[...given]
      .filter(([path]) => !named.some(([, one]) => one === path))
      .map(([path]) => `is given ${path}, which no variable names`),
    ...[...given]
      .filter(([, mode]) => mode !== undefined && (mode & 0o007) !== 0)
      .map(([path]) => `others may read ${path}`),
    ...['DATA_DIR', 'JOURNAL_DIR']
      .filter((name) => environment[name] !== undefined && !writable.includes(environment[name] ?? ''))
      .map((name) => `cannot write to ${name} ${environment[name]}`),
    ...(kept === undefined || writable.some((folder) => kept === folder || kept.startsWith(`${folder}/`))
      ? []
      : [`cannot write backups to ${kept}`]),
    ...(kept === undefined || environment.BACKUP_URL !== undefined ? [] : ['backs up with more rights than it needs']),
  ];
}

function serverFaults(process: Process, config: Config): string[] {
  const { environment, probes, ports, graceMs = 0 } = process;
  const route = (path: string): boolean => ROUTES.some((one) => one.method === 'GET' && one.path === path);
  const wanted = { startup: '/readyz', liveness: '/healthz', readiness: '/readyz' } as const;
  const needed = config.drainMs + config.requestTimeoutMs + AFTERWARDS_MS;
  const readiness = probes.find(({ purpose }) => purpose === 'readiness');
  return [
    ...(config.host === '0.0.0.0' ? [] : [`listens on ${config.host}, where nobody outside reaches it`]),
    ...(environment.PORT === String(config.port) ? [] : ['says no PORT']),
    ...(environment.JOURNAL_DIR === undefined ? ['keeps no journal of what ended'] : []),
    ...ports.http
      .filter((port) => port !== config.port)
      .map((port) => `is reached at ${port} and listens on ${config.port}`),
    ...ports.metrics
      .filter((port) => port !== config.metricsPort)
      .map((port) => `tells its metrics on ${config.metricsPort} and not on ${port}`),
    ...probes
      .filter(({ path }) => !route(path))
      .map(({ purpose, path }) => `${purpose} asks ${path}, which is no route`),
    ...probes
      .filter(({ purpose, path }) => path !== wanted[purpose])
      .map(({ purpose, path }) => `${purpose} asks ${path}`),
    ...probes.filter(({ port }) => port !== config.port).map(({ purpose, port }) => `${purpose} asks port ${port}`),
    ...(graceMs >= needed ? [] : [`is killed after ${graceMs} ms and may need ${needed} to end`]),
    ...(readiness === undefined || readiness.everyMs * readiness.failures <= config.drainMs
      ? []
      : ['stops before its readiness was asked often enough']),
    ...(config.tls === undefined && environment.TRUSTED_PROXIES === undefined
      ? ['speaks no TLS and trusts no proxy that does']
      : []),
  ];
}

/** What production says to the variables. Files that it is given are those of the fixtures. */
function settingFaults(process: Process, fixtures: Fixtures): string[] {
  try {
    const config = readConfig(fixtures.here(process.environment));
    return [
      ...(config.mode === 'production' ? [] : ['does not run in production']),
      ...(config.databaseUrl === undefined ? ['serves from the embedded database'] : []),
      ...(serves(process) ? serverFaults(process, config) : []),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function faultsOf(process: Process, files: Files, fixtures: Fixtures): string[] {
  const [image] = [...imagesOf(textOf(files, 'Dockerfile')).values()].slice(-1);
  return [
    ...commandFaults(process, holds(files)),
    ...variableFaults(process),
    ...mountFaults(process),
    ...(opens(process) ? settingFaults(process, fixtures) : []),
    ...(process.user === undefined || (process.user === image?.user && /^[1-9]\d*:[1-9]\d*$/.test(process.user))
      ? []
      : [`runs as ${process.user}, and the image is made for ${image?.user}`]),
    ...process.unconfined.map((name) => `is not kept from the machine: ${name}`),
  ].map((fault) => `${process.place} ${fault}`);
}

export const processesOf = (files: Files): readonly Process[] => [
  ...composeProcesses(files),
  ...kubernetesProcesses(files),
  ...systemdProcesses(files),
];

/** Every disagreement, a line each. Empty where there is none. */
export function disagreements(files: Files, fixtures: Fixtures): string[] {
  try {
    return [
      ...imageFaults(files),
      ...processesOf(files).flatMap((process) => faultsOf(process, files, fixtures)),
      ...crossFaults(files),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
