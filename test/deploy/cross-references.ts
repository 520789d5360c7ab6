/** What the files say to one another: who leads whom where, and under which names. */

import { parse } from 'yaml';
import { COMPOSE, composeOf } from './compose.ts';
import { imagesOf } from './dockerfile.ts';
import { type Files, textOf } from './files.ts';
import { version } from './image.ts';
import { FOLDER, type Manifest, manifest, manifestsOf, type Pod, podOf } from './kubernetes.ts';
import { BACKUP_SERVICE, SERVICE, TIMER, unitOf } from './systemd.ts';

type Labels = Readonly<Record<string, string>>;

const fits = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);

const when = (fault: boolean, said: string): string[] => (fault ? [said] : []);

const podsOf = (files: Files): { readonly where: Manifest; readonly pod: Pod }[] =>
  manifestsOf(files).flatMap((where) => {
    const pod = podOf(where);
    return pod === undefined ? [] : [{ where, pod }];
  });

/** Health of the image: asked of its own port, at a route. */
function healthFaults(files: Files): string[] {
  const images = imagesOf(textOf(files, 'Dockerfile'));
  const image = images.get('gateway');
  const asked = image?.health.join(' ') ?? '';
  const ports = [image?.environment.PORT, image?.environment.METRICS_PORT].map(Number);
  const folder = image?.environment.DATA_DIR ?? '';
  const [user, group] = image?.user.split(':') ?? [];
  const made = `-o ${user} -g ${group} -m 0700 ${folder}`;
  return [
    ...when(!asked.includes("path: '/healthz'"), 'the health of the image is not that of /healthz'),
    ...when(!asked.includes('port: process.env.PORT'), 'the health of the image is asked of another port'),
    ...when(image?.ports.join() !== ports.join(), `the image exposes ${image?.ports} and listens on ${ports}`),
    ...when(!image?.ran.some((one) => one.endsWith(made)), `the image makes no folder ${folder} for its user`),
    ...when(images.get('tools')?.user !== image?.user, 'the image with tools runs as another user'),
  ];
}

function composeFaults(files: Files): string[] {
  const { services, secrets, networks } = composeOf(files);
  const { database, gateway } = services;
  const internal = (database?.networks ?? []).every((name) => networks[name]?.internal === true);
  const url = new URL(String(gateway?.environment?.DATABASE_URL));
  const asked = database?.healthcheck?.test ?? [];
  const after = (flag: string): string | undefined => asked[asked.indexOf(flag) + 1];
  const script = textOf(files, 'database.sh');
  return [
    ...when(services[url.hostname] !== database || database === undefined, `no service is ${url.hostname}`),
    ...when(!['', '5432'].includes(url.port), `PostgreSQL does not listen on ${url.port}`),
    ...when(
      after('-U') !== url.username || after('-d') !== url.pathname.slice(1),
      'pg_isready asks for another database',
    ),
    ...when(
      !script.includes(`create role ${url.username} login createrole password`),
      'database.sh makes another role',
    ),
    ...when(/\bsuperuser\b(?! )/i.test(script.replaceAll(/#.*/g, '')), 'the role is a superuser'),
    ...when(
      !script.includes(`create database ${url.pathname.slice(1)} owner ${url.username} `),
      'database.sh makes another database',
    ),
    ...when(url.password !== database?.environment?.DB_PASSWORD, 'the passwords of gateway and database differ'),
    ...when(!(Number(/^postgres:(\d+)/.exec(database?.image ?? '')?.[1]) >= 15), 'PostgreSQL is older than 15'),
    ...when(database?.ports !== undefined || !internal, 'PostgreSQL is reached from outside'),
    ...(database?.volumes ?? [])
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((path) => path.startsWith('./') && !files.has(path.slice(2)))
      .map((path) => `${path} is mounted and is not there`),
    ...when(
      !(database?.volumes ?? []).some((volume) =>
        /^\.\/database\.sh:\/docker-entrypoint-initdb\.d\/\w+\.sh:ro$/.test(volume),
      ),
      'database.sh is not where PostgreSQL runs it',
    ),
    ...Object.entries(services).flatMap(([name, service]) => [
      ...(service.secrets ?? []).filter((one) => !(one in secrets)).map((one) => `no secret is ${one}`),
      ...Object.keys(service.depends_on ?? {})
        .filter((one) => !(one in services))
        .map((one) => `no service is ${one}`),
      ...when(
        service.environment?.DATABASE_URL !== undefined &&
          service.depends_on?.database?.condition !== 'service_healthy',
        `${name} does not wait for the database`,
      ),
      ...when(service.profiles === undefined && service.restart !== 'unless-stopped', `${name} does not come back`),
      ...when(
        service.build !== undefined && service.image.split(':')[1] !== version,
        `${name} is not version ${version}`,
      ),
      ...(service.tmpfs ?? [])
        .filter((one) => one.startsWith('/data') && !one.includes('uid=10001,gid=10001,'))
        .map(() => `/data belongs to another user`),
      ...when(service.build !== undefined && service.init !== true, `${name} has no first process`),
      ...when(
        service.build !== undefined &&
          (service.build.context !== '../..' || service.build.dockerfile !== 'gateway/deploy/Dockerfile'),
        `${name} is built elsewhere`,
      ),
    ]),
  ].map((fault) => `${COMPOSE}: ${fault}`);
}

function kubernetesFaults(files: Files): string[] {
  const deployment = manifest(files, 'Deployment', 'credit-gateway');
  const service = manifest(files, 'Service', 'credit-gateway');
  const budget = manifest(files, 'PodDisruptionBudget', 'credit-gateway');
  const ingress = manifest(files, 'Ingress', 'credit-gateway');
  const pod = podOf(deployment);
  const [container] = pod?.spec.containers ?? [];
  const labels = pod?.metadata.labels ?? {};
  const named = new Map(container?.ports?.map((port) => [port.name, port.containerPort]));
  const notes = pod?.metadata.annotations ?? {};
  const policies = manifestsOf(files).filter(({ kind }) => kind === 'NetworkPolicy');
  const listed = (parse(textOf(files, `${FOLDER}/kustomization.yaml`)) as { readonly resources: readonly string[] })
    .resources;
  const there = [...files.keys()].filter(
    (file) => file.startsWith(`${FOLDER}/`) && !file.endsWith('/kustomization.yaml'),
  );
  const led = ingress.spec.rules
    .flatMap((rule: Manifest['spec']) => rule.http.paths)
    .map((path: Manifest['spec']) => path.backend.service);
  const host = new URL(container?.env.find(({ name }) => name === 'PUBLIC_URL')?.value ?? 'https://nowhere').hostname;
  return [
    ...when(!(deployment.spec.replicas >= 2), 'one replica alone'),
    ...when(
      deployment.spec.strategy.rollingUpdate.maxUnavailable !== 0,
      'a rolling update takes one away before another serves',
    ),
    ...when(
      !(budget.spec.minAvailable >= 1 && budget.spec.minAvailable < deployment.spec.replicas),
      'the budget keeps none, or lets none go',
    ),
    ...[deployment.spec.selector.matchLabels, service.spec.selector, budget.spec.selector.matchLabels]
      .filter((selector: Labels) => !fits(selector, labels))
      .map((selector) => `no pod is ${JSON.stringify(selector)}`),
    ...(service.spec.ports as { targetPort: string }[])
      .filter(({ targetPort }) => targetPort !== 'http')
      .map(({ targetPort }) => `the service leads to ${targetPort}`),
    ...led
      .filter(
        (one: Manifest['spec']) =>
          one.name !== service.metadata.name ||
          !service.spec.ports.some(({ name }: { name: string }) => name === one.port.name),
      )
      .map((one: Manifest['spec']) => `the ingress leads to ${JSON.stringify(one)}`),
    ...when(
      ingress.spec.rules[0].host !== host || ingress.spec.tls[0].hosts[0] !== host,
      'PUBLIC_URL is not where the ingress listens',
    ),
    ...when(
      Number(notes['prometheus.io/port']) !== named.get('metrics') || notes['prometheus.io/path'] !== '/metrics',
      'Prometheus is told another address',
    ),
    ...policies
      .flatMap(({ spec }) => spec.ingress ?? [])
      .flatMap(({ ports }) => ports)
      .filter(({ port }) => !named.has(port))
      .map(({ port }) => `a policy opens ${port}, which is no port`),
    ...when(
      policies.some(({ spec }) => (spec.ingress ?? []).some((rule: Manifest['spec']) => rule.from === undefined)),
      'a policy lets everybody in',
    ),
    ...when(
      !policies.some(
        ({ spec }) =>
          Object.keys(spec.podSelector).length === 0 &&
          spec.policyTypes.join() === 'Ingress,Egress' &&
          spec.egress === undefined,
      ),
      'nothing is forbidden by default',
    ),
    ...podsOf(files).flatMap(({ where, pod: one }) => [
      ...one.spec.containers
        .filter(({ image }) => image.split(':')[1] !== version)
        .map(({ image }) => `${where.file} runs ${image}`),
      ...when(
        !policies.some(({ spec }) => selects(spec.podSelector, one.metadata.labels) && opens(spec, 5432)),
        `${where.file}: no policy lets it reach PostgreSQL`,
      ),
      ...when(
        !policies.some(({ spec }) => selects(spec.podSelector, one.metadata.labels) && opens(spec, 53)),
        `${where.file}: no policy lets it ask for names`,
      ),
    ]),
    ...there.filter((file) => !listed.includes(file.slice(FOLDER.length + 1))).map((file) => `${file} is not listed`),
    ...podsOf(files).flatMap(({ pod: one }) =>
      one.spec.volumes
        .flatMap(({ persistentVolumeClaim: claim }) => (claim === undefined ? [] : [claim.claimName]))
        .filter(
          (name) =>
            !manifestsOf(files).some((two) => two.kind === 'PersistentVolumeClaim' && two.metadata.name === name),
        )
        .map((name) => `no volume is ${name}`),
    ),
    ...listed.filter((file) => !files.has(`${FOLDER}/${file}`)).map((file) => `${file} is listed and is not there`),
  ].map((fault) => `${FOLDER}: ${fault}`);
}

interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

const selects = ({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean =>
  fits(matchLabels, labels) && matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''));

const opens = (spec: Manifest['spec'], port: number): boolean =>
  (spec.egress ?? []).some((rule: Manifest['spec']) => rule.ports.some((one: { port: number }) => one.port === port));

function systemdFaults(files: Files): string[] {
  const unit = unitOf(textOf(files, SERVICE));
  const timer = unitOf(textOf(files, TIMER));
  const read = [SERVICE, BACKUP_SERVICE].flatMap((file) => unitOf(textOf(files, file)).get('EnvironmentFile') ?? []);
  const from = [...(unit.get('LoadCredential') ?? []).map((one) => one.split(':')[1] ?? ''), ...read];
  const started = timer.get('Unit')?.at(-1) ?? TIMER.split('/').at(-1)?.replace('.timer', '.service') ?? '';
  return [
    ...from
      .filter((path) => !path.startsWith('/etc/credit-gateway/'))
      .map((path) => `${SERVICE}: ${path} is not where the keys stand`),
    ...when(!files.has(`systemd/${started}`), `${TIMER} starts ${started}, which is not there`),
    ...when(timer.get('OnCalendar') === undefined, `${TIMER} never starts`),
  ];
}

export const crossFaults = (files: Files): string[] => [
  ...healthFaults(files),
  ...composeFaults(files),
  ...kubernetesFaults(files),
  ...systemdFaults(files),
];
