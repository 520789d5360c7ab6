/** What the files for operators say is what the processes take. That whatever is changed in them is found, `changes.proof.ts` shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disagreements, processesOf } from './agreement.ts';
import { DEPLOY, readFiles, root, textOf } from './files.ts';
import { type Fixtures, openFixtures } from './fixtures.ts';
import { holds, neededBy, version } from './image.ts';
import { manifestsOf } from './kubernetes.ts';

let fixtures: Fixtures;
beforeAll(() => {
  fixtures = openFixtures();
});
afterAll(() => fixtures.close());

it('every command, port, path, variable, probe, user and mount is what the processes take', () => {
  expect(disagreements(readFiles(), fixtures)).toEqual([]);
});

it('what is compared is there', () => {
  expect(processesOf(readFiles()).map(({ place }) => place)).toEqual([
    'compose.yaml gateway',
    'compose.yaml keys',
    'compose.yaml province',
    'compose.yaml backup',
    'kubernetes/backup.yaml CronJob backup',
    'kubernetes/deployment.yaml Deployment gateway',
    'systemd/credit-gateway.service',
    'systemd/credit-gateway-backup.service',
  ]);
  const { files, packages } = neededBy(['gateway/main.ts']);
  expect(files.size).toBeGreaterThan(200);
  expect([...packages]).toEqual(
    expect.arrayContaining(['pg', 'fastify', '@electric-sql/pglite', '@embedpdf/fonts-sc']),
  );
  expect(holds(readFiles())('gateway/server.ts')).toBe(true);
});

it('README.md names every file, and every command and variable that it shows is there', () => {
  const files = readFiles();
  const readme = readFileSync(join(root, DEPLOY, 'README.md'), 'utf8');
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  expect(
    [...files.keys()].filter((file) => file !== 'README.md' && !readme.includes(file.split('/').at(-1) ?? '')),
  ).toEqual([]);
  const shown = [...readme.matchAll(/gateway\/commands\/\w+\.ts/g)].map(([program]) => program);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.filter((program) => !holds(files)(program))).toEqual([]);
  // What Compose asks for is said there, and each secret is made with the keys that the pods read.
  const asked = [...textOf(files, 'compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  expect(asked.filter((name) => !readme.includes(`\n${name}=`))).toEqual([]);
  const secrets = manifestsOf(files).flatMap((one) => [
    ...JSON.stringify(one.spec ?? {}).matchAll(
      /"(?:secretName|secretKeyRef)":(?:\{"name":)?"([\w-]+)"(?:,"key":"(\w+)")?/g,
    ),
  ]);
  expect(secrets.length).toBeGreaterThan(4);
  for (const [, name, key] of secrets.filter(([, one]) => one !== 'credit-gateway-tls'))
    expect(readme).toContain(
      `generic ${name} ${key === undefined ? '--from-file=keys.json --from-file=ca.pem' : `--from-literal=${key}=`}`,
    );
  expect([...readme.matchAll(/credit-gateway(?:-tools)?:(\d\S+)/g)].map(([, one]) => one)).toEqual([
    version,
    version,
    version,
  ]);
});
