/**
 * The files for operators, read by the programs that operators use and held against official schemas. A proof: programs are fetched where they are not
 * installed. Parsers and schemas come with npm and always run; of a program that is not to be had the test fails and says which.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import * as apps from 'kubernetes-models/apps/v1';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { COMPOSE, type Compose, composeOf, SAID } from './compose.ts';
import { DEPLOY, type Files, readFiles, root, textOf } from './files.ts';
import { FOLDER, type Manifest, manifestsOf } from './kubernetes.ts';
import { PROGRAMS } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = readFiles();

/** Runs a program; its absence is told by name. */
function run(name: keyof typeof PROGRAMS, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const program = PROGRAMS[name]();
  if (program === undefined)
    throw new Error(`${name} is neither installed nor to be had from Debian: nothing checked these files with it.`);
  const [command = '', ...own] = program.command;
  return spawnSync(command, [...own, ...parameters], {
    encoding: 'utf8',
    env: { ...program.environment, HOME: folder, ...environment },
  });
}

describe('Dockerfile', () => {
  const faults = (text: string): string[] =>
    validate(text).map(({ message }) => `${typeof message === 'string' ? message : message.value}`);

  it('has no fault that its linter finds, and the linter finds some', () => {
    const text = textOf(files, 'Dockerfile');
    expect(faults(text)).toEqual([]);
    expect(faults(text.replace('EXPOSE', 'EXPSE'))).toEqual(['Unknown instruction: EXPSE']);
    expect(faults(text.replace('--interval=10s', '--intervall=10s'))).toEqual(['Unknown flag: intervall']);
  });

  it('builds on official images by their version, and leaves nothing of a package manager behind', () => {
    const text = textOf(files, 'Dockerfile');
    expect([...text.matchAll(/^FROM \W*(\w+)\W* AS/gm)].map(([, from]) => from)).toEqual([
      'NODE',
      'NODE',
      'files',
      'files',
    ]);
    expect(text).toMatch(/^ARG NODE=node:24-\w+-slim$/m);
    expect(text).toMatch(/npm ci --omit=dev --ignore-scripts/);
    expect(text).not.toMatch(/:latest|curl|wget|ADD /);
  });
});

describe('compose.yaml', () => {
  it("is what Debian's docker-compose reads of it", () => {
    const said = Object.entries(SAID).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(folder, 'compose.env'), said.join(''));
    const read = run('docker-compose', [
      '--env-file',
      join(folder, 'compose.env'),
      '-f',
      join(root, DEPLOY, COMPOSE),
      '--profile',
      'commands',
      'config',
    ]);
    expect([read.status, read.stderr]).toEqual([0, '']);
    const theirs = (parse(read.stdout) as Compose).services;
    const { services: own } = composeOf(files);
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(own).sort());
    for (const [name, service] of Object.entries(own)) {
      const values = (of: Compose['services'][string]['environment']) =>
        Object.fromEntries(Object.entries(of ?? {}).map(([key, value]) => [key, String(value)]));
      expect([name, values(theirs[name]?.environment)]).toEqual([name, values(service.environment)]);
      expect([name, theirs[name]?.command ?? null]).toEqual([name, service.command ?? null]);
    }
  });

  it('asks for what nobody said', () => {
    const empty = join(folder, 'empty.env');
    writeFileSync(empty, '');
    const read = run('docker-compose', ['--env-file', empty, '-f', join(root, DEPLOY, COMPOSE), 'config']);
    expect(read.status).not.toBe(0);
    expect(read.stderr).toMatch(/openssl rand -hex 24|name your authorization server|name the https address/);
  });
});

describe('units of systemd', () => {
  const units = [...files.keys()].filter((file) => /^systemd\/.*\.(service|timer)$/.test(file));

  /** As installed on this machine, where there is no such folder as in production. */
  function installed(): string[] {
    const into = join(folder, 'units');
    mkdirSync(into, { recursive: true });
    return units.map((file) => {
      const to = join(into, file.split('/').at(-1) ?? '');
      writeFileSync(to, textOf(files, file).replaceAll('/opt/credit-gateway', root));
      return to;
    });
  }

  it('are understood by systemd, and expose little', () => {
    const verified = run('systemd-analyze', ['verify', ...installed()]);
    expect([verified.status, verified.stdout, verified.stderr]).toEqual([0, '', '']);
    for (const unit of installed().filter((one) => one.endsWith('.service'))) {
      const { stdout } = run('systemd-analyze', ['security', '--offline=true', unit]);
      const [, exposure] = /Overall exposure level for .*: ([\d.]+)/.exec(stdout) ?? [];
      process.stdout.write(`   systemd-analyze security: ${unit.split('/').at(-1)} ${exposure} of 10\n`);
      expect(Number(exposure)).toBeLessThan(2.5);
    }
  });

  it('one with a word that systemd does not know is found', () => {
    const [unit = ''] = installed();
    const text = textOf(files, 'systemd/credit-gateway.service').replaceAll('/opt/credit-gateway', root);
    writeFileSync(unit.replace(/[^/]+$/, 'wrong.service'), text.replace('ProtectHome=', 'ProtectHouse='));
    const { stderr } = run('systemd-analyze', ['verify', unit.replace(/[^/]+$/, 'wrong.service')]);
    expect(stderr).toMatch(/Unknown key.* 'ProtectHouse'/);
  });
});

/** The official schemas (kubernetes-models, made from Kubernetes' own OpenAPI) by apiVersion. */
const MODELS: Readonly<Record<string, unknown>> = {
  v1: core,
  'apps/v1': apps,
  'batch/v1': batch,
  'networking.k8s.io/v1': networking,
  'policy/v1': policy,
};

type Checked = new (manifest: unknown) => { validate(): void };

function schemaFault({ file: _file, ...manifest }: Manifest): string | undefined {
  const Model = (MODELS[manifest.apiVersion] as Readonly<Record<string, Checked>> | undefined)?.[manifest.kind];
  if (Model === undefined) return `no schema is that of ${manifest.apiVersion} ${manifest.kind}`;
  try {
    new Model(manifest).validate();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Faults that the compiler finds in manifests written as literals: a field that Kubernetes does not have is one. */
function typeFaults(manifests: readonly Manifest[]): string {
  const lines = manifests.flatMap(({ file: _file, ...manifest }, place) => [
    `import type { I${manifest.kind} as M${place} } from 'kubernetes-models/${manifest.apiVersion}';`,
    `export const m${place}: M${place} = ${JSON.stringify(manifest)};`,
  ]);
  // Beside the packages, so that they are found.
  const at = mkdtempSync(join(root, 'node_modules', '.manifests-'));
  try {
    writeFileSync(join(at, 'manifests.ts'), lines.join('\n'));
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'esnext',
      '--ignoreConfig',
    ];
    return spawnSync(join(root, 'node_modules/.bin/tsc'), [...options, 'manifests.ts'], { cwd: at, encoding: 'utf8' })
      .stdout;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

describe('manifests of Kubernetes', () => {
  const changed = (file: string, from: string, to: string): Files => readFiles({ file: `${FOLDER}/${file}`, from, to });

  it('fit the official schemas, each by its kind', () => {
    const manifests = manifestsOf(files);
    expect(new Set(manifests.map(({ kind }) => kind))).toEqual(
      new Set([
        'Namespace',
        'Deployment',
        'Service',
        'Ingress',
        'PodDisruptionBudget',
        'NetworkPolicy',
        'CronJob',
        'PersistentVolumeClaim',
      ]),
    );
    const faults = manifests.map((one) => [one.file, schemaFault(one)]);
    expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
    const wrong = manifestsOf(changed('deployment.yaml', 'replicas: 2', 'replicas: two'));
    expect(wrong.map(schemaFault)).toContainEqual(expect.stringMatching(/spec\/replicas must be integer/));
  });

  it('have no field that Kubernetes does not', () => {
    expect(typeFaults(manifestsOf(files))).toBe('');
    expect(typeFaults(manifestsOf(changed('deployment.yaml', 'livenessProbe:', 'livenesProbe:')))).toMatch(
      /livenesProbe/,
    );
    expect(typeFaults(manifestsOf(changed('network-policy.yaml', 'egress:', 'outgress:')))).toMatch(/outgress/);
  });

  it('are what kubectl kustomize puts together, all in one namespace', () => {
    const copy = join(folder, FOLDER);
    cpSync(join(root, DEPLOY, FOLDER), copy, { recursive: true });
    const built = run('kubectl', ['kustomize', copy]);
    expect([built.status, built.stderr]).toEqual([0, '']);
    const documents = parseAllDocuments(built.stdout).map(
      (one) => one.toJS() as Manifest & { metadata: { namespace?: string } },
    );
    const names = (of: readonly Manifest[]): string[] =>
      of.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
    expect(names(documents)).toEqual(names(manifestsOf(files)));
    expect(
      documents.filter(({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== 'credit-gateway'),
    ).toEqual([]);
  });
});
