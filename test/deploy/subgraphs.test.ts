/** The files for subgraphs in processes of their own say what the processes take, and lead gateways to where the subgraphs listen. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { Environment, PlaceSettings } from '../../gateway/settings/environment.ts';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { readFiles, root, textOf } from './files.ts';
import { version } from './image.ts';
import { unitOf } from './systemd.ts';

const PROGRAM = 'gateway/commands/subgraph.ts';
const KNOWN = new Set([...Object.keys(Environment.shape), ...Object.keys(PlaceSettings.shape), 'NODE_EXTRA_CA_CERTS']);
const NEEDED = ['CREDIT_SECRETS', 'HOP_KEYS', 'TOKEN_ISSUERS', 'PUBLIC_URL'];
/** A private key of a gateway, the owner's database, keys of TLS: a subgraph has none of them. */
const NOT_ITS = ['HOP_KEY', 'SUBGRAPH_URLS', 'JOURNAL_DIR', 'BACKUP_URL', 'TLS_KEY'];

const files = readFiles();
const stated = (names: readonly string[]): void => {
  expect(names.filter((name) => !KNOWN.has(name))).toEqual([]);
  expect(names.filter((name) => NOT_ITS.includes(name))).toEqual([]);
  expect(NEEDED.filter((name) => !names.includes(name))).toEqual([]);
};
/** Where the setting of a gateway leads to. */
const places = (urls: string): ReadonlyMap<string, readonly string[]> => {
  const parsed = Environment.shape.SUBGRAPH_URLS.parse(urls) ?? {};
  return new Map(Object.entries(parsed));
};

it('starts the program that there is', () => expect(existsSync(join(root, PROGRAM))).toBe(true));

it('compose: each subgraph twice, with its own login, where the gateway asks for it', () => {
  const { services, secrets } = parse(textOf(files, 'subgraphs/compose.yaml'), { merge: true });
  const main = parse(textOf(files, 'compose.yaml'), { merge: true });
  const asked = places(services.gateway.environment.SUBGRAPH_URLS);
  for (const name of SUBGRAPH_NAMES) {
    expect(asked.get(name)).toEqual([1, 2].map((at) => `http://${name}-${at}:4000`));
    for (const at of [1, 2]) {
      const one = services[`${name}-${at}`];
      expect(one.command).toEqual([PROGRAM, name]);
      expect(one.env_file).toMatch(new RegExp(`/logins/${name}\\.env$`));
      expect(one.image).toBe(`credit-gateway:${version}`);
      expect([one.read_only, one.cap_drop, one.security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
      stated(Object.keys(one.environment));
      for (const secret of one.secrets) expect({ ...main.secrets, ...secrets }).toHaveProperty([secret]);
    }
  }
  expect(Object.keys(services)).toHaveLength(1 + 2 * SUBGRAPH_NAMES.length);
  expect(services.gateway.environment.HOP_KEY).toBe('/run/secrets/hop-1.json');
  // Not the owner's, which is that of the first file.
  expect(services.gateway.environment.DATABASE_URL).toMatch(/^\$\{GATEWAY_DATABASE_URL:\?.*logins\/gateway\.env\}$/);
  expect(main.services.gateway.environment.DATABASE_URL).toContain('://credit:');
  expect(services.gateway.secrets).toEqual([...main.services.gateway.secrets, 'hop-1.json']);
});

it('kubernetes: two pods of each, asked by gateways alone, each with a login that no other has', () => {
  const text = textOf(files, 'subgraphs/kubernetes.yaml');
  const documents = parseAllDocuments(text).map((one) => one.toJS());
  const of = (kind: string) => documents.filter((one) => one.kind === kind);
  const logins = new Set<string>();
  for (const name of SUBGRAPH_NAMES) {
    const { spec } = of('Deployment').find(({ metadata }) => metadata.name === name);
    const pod = spec.template.spec;
    const [container] = pod.containers;
    expect([spec.replicas, container.args]).toEqual([2, [PROGRAM, name]]);
    expect(container.image).toBe(`credit-gateway:${version}`);
    const environment = new Map<string, string>(
      container.env.map(({ name: key, value }: { name: string; value?: string }) => [key, value ?? '']),
    );
    stated([...environment.keys()]);
    const login = container.env.find((one: { name: string }) => one.name === 'DATABASE_URL').valueFrom.secretKeyRef;
    expect(login.key).toBe('DATABASE_URL');
    logins.add(login.name);
    expect(text).toContain('credit-login-$name --from-env-file=logins/$name.env');
    expect(text).toContain(
      '. logins/gateway.env; kubectl -n credit-gateway create secret generic credit-gateway-database ',
    );
    const port = container.ports.find((one: { name: string }) => one.name === 'http').containerPort;
    expect(String(port)).toBe(environment.get('PORT'));
    const drain = Number(environment.get('DRAIN_MS'));
    const { periodSeconds, failureThreshold, httpGet } = container.readinessProbe;
    expect([httpGet.path, container.livenessProbe.httpGet.path]).toEqual(['/readyz', '/healthz']);
    expect(periodSeconds * failureThreshold * 1_000).toBeLessThanOrEqual(drain);
    expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(
      drain + Number(environment.get('REQUEST_TIMEOUT_MS')),
    );
    const service = of('Service').find(({ metadata }) => metadata.name === name).spec;
    expect([service.selector, service.ports[0].targetPort]).toEqual([spec.selector.matchLabels, 'http']);
    expect([pod.securityContext.runAsUser, container.securityContext]).toEqual([
      10001,
      { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    ]);
    // Others may not read what is mounted.
    for (const { secret } of pod.volumes) if (secret !== undefined) expect(secret.defaultMode).toBe(0o440);
  }
  expect(logins.size).toBe(SUBGRAPH_NAMES.length);
  const [, urls = ''] = /SUBGRAPH_URLS: '([^']+)'/.exec(text) ?? [];
  expect([...places(urls)]).toEqual(SUBGRAPH_NAMES.map((name) => [name, [`http://${name}`]]));
  const policy = of('NetworkPolicy').find(({ metadata }) => metadata.name === 'credit-subgraph').spec;
  expect(policy.ingress[0].from).toEqual([
    { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'credit-gateway' } } },
  ]);
});

it('systemd: one unit for all, confined as that of the gateway', () => {
  const unit = unitOf(textOf(files, 'subgraphs/credit-subgraph@.service'));
  const gateway = unitOf(textOf(files, 'systemd/credit-gateway.service'));
  const start = unit.get('ExecStart')?.[0] ?? '';
  expect(start).toMatch(/-r \.\/gateway\/installed\.cjs gateway\/commands\/subgraph\.ts %i$/);
  expect(unit.get('EnvironmentFile')?.at(-1)).toBe('/etc/credit-gateway/logins/%i.env');
  expect(textOf(files, 'subgraphs/credit-subgraph@.service')).toContain(
    'EnvironmentFile=/etc/credit-gateway/logins/gateway.env',
  );
  const named = [...start.matchAll(/CREDENTIALS_DIRECTORY\}\/([\w.-]+)/g)].map(([, name]) => name).sort();
  expect(named).toEqual((unit.get('LoadCredential') ?? []).map((one) => one.split(':')[0]).sort());
  expect(named).not.toContain('server-key.pem');
  const confining = [...gateway.keys()].filter((name) =>
    /^(?:No|Protect|Private|Restrict|Lock|SystemCall|Capability|DynamicUser|UMask|RemoveIPC)/.test(name),
  );
  expect(confining.length).toBeGreaterThan(15);
  for (const name of confining) expect([name, unit.get(name)]).toEqual([name, gateway.get(name)]);
});
