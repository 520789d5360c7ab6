/** Whatever is changed in the files for operators is found: a word at a time. A proof, because each change is held against everything. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disagreements } from './agreement.ts';
import { type Change, readFiles } from './files.ts';
import { type Fixtures, openFixtures } from './fixtures.ts';

let fixtures: Fixtures;
beforeAll(() => {
  fixtures = openFixtures();
});
afterAll(() => fixtures.close());

const DEPLOYMENT = 'kubernetes/deployment.yaml';
const POLICY = 'kubernetes/network-policy.yaml';
const UNIT = 'systemd/credit-gateway.service';
const BACKUP = 'systemd/credit-gateway-backup.service';

/** What is changed, and what must be said of it. */
const CHANGES: readonly (readonly [file: string, from: string | RegExp, to: string, said: RegExp])[] = [
  // Commands.
  [
    'Dockerfile',
    'CMD ["gateway/main.ts"]',
    'CMD ["gateway/start.ts"]',
    /starts gateway\/start\.ts, which package\.json/,
  ],
  ['Dockerfile', '["node", "-r", "./gateway/installed.cjs"]', '["npm", "start"]', /and not node -r/],
  ['compose.yaml', 'gateway/commands/keys.ts]', 'gateway/commands/key.ts]', /keys starts gateway\/commands\/key\.ts/],
  [UNIT, 'gateway/main.ts', 'gateway/server.ts', /service starts gateway\/server\.ts/],
  [UNIT, 'WorkingDirectory=/opt/credit-gateway', 'WorkingDirectory=/opt/gateway', /starts in \/opt\/gateway/],
  // What is in the image.
  ['Dockerfile', 'COPY schema ./schema\n', '', /schema\/errors\.ts is imported and not copied/],
  ['Dockerfile', 'COPY subgraphs', 'COPY subgraph', /subgraph is copied and is not there/],
  ['Dockerfile.dockerignore', '**/*.md', '**/*.md\n**/*.sql\n**/texts', /commands\/texts\/keys\.ts is imported/],
  ['Dockerfile.dockerignore', 'gateway/deploy', '!data', /gateway\/deploy\/compose\.yaml gets into the image/],
  ['Dockerfile.dockerignore', '**/.env', '', /gateway\/\.env gets into the image/],
  ['Dockerfile', 'DATA_DIR=/data\n', 'DATA_DIR=/data DB_PASSWORD=secret\n', /DB_PASSWORD is in the image/],
  ['Dockerfile', /image\.version="[^"]+"/, 'image.version="9.9.9"', /its label is not version/],
  // Variables.
  [DEPLOYMENT, 'CREDIT_MODE, value: production', 'CREDIT_MODE, value: development', /does not run in production/],
  [DEPLOYMENT, 'name: PUBLIC_URL', 'name: PUBLIC_ADDRESS', /sets PUBLIC_ADDRESS, which nobody reads/],
  [DEPLOYMENT, 'name: TOKEN_ISSUERS', 'name: TOKEN_ISSUER', /TOKEN_ISSUERS: name at least one issuer/],
  [DEPLOYMENT, '"issuer":"https://', '"issuer":"http://', /is not https/],
  [DEPLOYMENT, 'value: 10.244.0.0/16', 'value: the pods', /is no list of addresses/],
  [DEPLOYMENT, 'TRUSTED_PROXIES', 'CORS_ORIGINS', /CORS_ORIGINS\.0: is no origin/],
  ['compose.yaml', /^ {2}DATABASE_URL: .*\n/m, '', /database|DATABASE_URL|Invalid URL/],
  ['compose.yaml', '  PUBLIC_URL: ${', '  PUBLIC_URL: x${', /PUBLIC_URL/],
  ['compose.yaml', '${TOKEN_ISSUERS:?', '${ISSUERS:?', /nobody says ISSUERS/],
  [UNIT, '/keys.json TLS_CERT', '/keys.json TLS_CERTIFICATE', /sets TLS_CERTIFICATE, which nobody reads/],
  // Ports.
  ['Dockerfile', 'EXPOSE 4000 9464', 'EXPOSE 4000', /the image exposes 4000 and listens on 4000,9464/],
  ['compose.yaml', '"8443:8443"', '"8443:443"', /is reached at 443 and listens on 8443/],
  [DEPLOYMENT, 'containerPort: 4000', 'containerPort: 4001', /is reached at 4001 and listens on 4000/],
  [DEPLOYMENT, 'METRICS_PORT, value: "9464"', 'METRICS_PORT, value: "9465"', /metrics on 9465 and not on 9464/],
  [DEPLOYMENT, 'prometheus.io/port: "9464"', 'prometheus.io/port: "4000"', /Prometheus is told another address/],
  [DEPLOYMENT, 'HOST, value: 0.0.0.0', 'HOST, value: 127.0.0.1', /listens on 127\.0\.0\.1/],
  ['kubernetes/service.yaml', 'targetPort: http', 'targetPort: metrics', /the service leads to metrics/],
  ['kubernetes/ingress.yaml', 'port: { name: http }', 'port: { name: metrics }', /the ingress leads to/],
  [POLICY, 'port: metrics }', 'port: figures }', /opens figures, which is no port/],
  [POLICY, 'port: 5432', 'port: 5433', /no policy lets it reach PostgreSQL/],
  [POLICY, 'values: [credit-gateway,', 'values: [gateway,', /no policy lets it/],
  [POLICY, 'policyTypes: [Ingress, Egress]\n---', 'policyTypes: [Ingress]\n---', /nothing is forbidden by default/],
  // Probes.
  ['Dockerfile', "path: '/healthz'", "path: '/health'", /the health of the image/],
  [DEPLOYMENT, 'httpGet: { path: /healthz', 'httpGet: { path: /livez', /liveness asks \/livez, which is no route/],
  [DEPLOYMENT, 'httpGet: { path: /healthz', 'httpGet: { path: /readyz', /liveness asks \/readyz/],
  [
    DEPLOYMENT,
    'httpGet: { path: /healthz, port: http',
    'httpGet: { path: /healthz, port: metrics',
    /liveness asks port 9464/,
  ],
  [
    DEPLOYMENT,
    /periodSeconds: 2\n( +timeoutSeconds: 3\n +failureThreshold: 2\n)/,
    'periodSeconds: 9\n            failureThreshold: 2\n',
    /before its readiness was asked/,
  ],
  // Ends.
  [
    DEPLOYMENT,
    'terminationGracePeriodSeconds: 45',
    'terminationGracePeriodSeconds: 30',
    /is killed after 30000 ms and may need 35000/,
  ],
  [
    DEPLOYMENT,
    'REQUEST_TIMEOUT_MS, value: "25000"',
    'REQUEST_TIMEOUT_MS, value: "60000"',
    /is killed after 45000 ms and may need 70000/,
  ],
  ['compose.yaml', 'stop_grace_period: 45s', 'stop_grace_period: 10s', /is killed after 10000 ms/],
  [UNIT, 'TimeoutStopSec=45', 'TimeoutStopSec=20', /is killed after 20000 ms/],
  // Users and what keeps a process from the machine.
  ['Dockerfile', /USER 10001:10001\n$/, 'USER root\n', /the image is made for root|as another user/],
  [DEPLOYMENT, 'runAsUser: 10001', 'runAsUser: 0', /runs as 0:10001/],
  [
    DEPLOYMENT,
    'readOnlyRootFilesystem: true',
    'readOnlyRootFilesystem: false',
    /not kept from the machine: readOnlyRootFilesystem/,
  ],
  [DEPLOYMENT, 'fsGroup: 10001', 'fsGroup: 10002', /fsGroup of its own group/],
  [DEPLOYMENT, 'drop: [ALL]', 'drop: [NET_RAW]', /capabilities/],
  ['compose.yaml', 'read_only: true', 'read_only: false', /not kept from the machine: read_only/],
  ['compose.yaml', 'uid=10001,gid=10001', 'uid=1000,gid=1000', /\/data belongs to another user/],
  [UNIT, 'DynamicUser=yes', 'User=root', /a user of its own/],
  [UNIT, 'CapabilityBoundingSet=\n', 'CapabilityBoundingSet=CAP_CHOWN\n', /CapabilityBoundingSet/],
  // Mounts.
  [DEPLOYMENT, 'defaultMode: 288', 'defaultMode: 292', /others may read \/etc\/credit-gateway\/keys\.json/],
  [DEPLOYMENT, /\n +defaultMode: 288/, '', /others may read/],
  [
    DEPLOYMENT,
    'mountPath: /etc/credit-gateway,',
    'mountPath: /etc/gateway,',
    /CREDIT_SECRETS names .* which it is not given/,
  ],
  [DEPLOYMENT, 'mountPath: /data', 'mountPath: /var/data', /cannot write to DATA_DIR \/data/],
  [
    'compose.yaml',
    'secrets: [keys.json, ca.pem, server.pem, server-key.pem]',
    'secrets: [keys.json, ca.pem, server.pem]',
    /TLS_KEY names .* which it is not given/,
  ],
  ['compose.yaml', './database.sh:/docker', './first.sh:/docker', /first\.sh is mounted and is not there/],
  [UNIT, 'LoadCredential=ca.pem:/etc/credit-gateway/ca.pem\n', '', /NODE_EXTRA_CA_CERTS names/],
  [
    'kubernetes/backup.yaml',
    'mountPath: /var/backups',
    'mountPath: /backups',
    /cannot write backups to \/var\/backups/,
  ],
  [BACKUP, 'ReadWritePaths=/var/backups/credit-gateway', 'ReadWritePaths=/srv', /cannot write backups to/],
  [BACKUP, 'commands/backup.ts', 'commands/dump.ts', /starts gateway\/commands\/dump\.ts, which package\.json/],
  ['kubernetes/backup.yaml', 'name: BACKUP_URL', 'name: DATABASE_URL', /backs up with more rights than it needs/],
  ['kubernetes/backup.yaml', 'claimName: credit-gateway-backups', 'claimName: backups', /no volume is backups/],
  ['systemd/credit-gateway-backup.timer', 'OnCalendar=', 'OnCalender=', /never starts/],
  [DEPLOYMENT, 'mountPath: /journal', 'mountPath: /journals', /cannot write to JOURNAL_DIR \/journal/],
  ['compose.yaml', '      JOURNAL_DIR: /journal\n', '', /keeps no journal of what ended/],
  [UNIT, ' credit-gateway-journal', '', /cannot write to JOURNAL_DIR \/var\/lib\/credit-gateway-journal/],
  // Who belongs to whom.
  ['compose.yaml', '@database:5432/credit', '@postgres:5432/credit', /no service is postgres/],
  ['compose.yaml', 'image: postgres:15', 'image: postgres:14', /older than 15/],
  ['compose.yaml', 'internal: true', 'internal: false', /reached from outside/],
  ['compose.yaml', '"-d", "credit"', '"-d", "postgres"', /pg_isready asks for another database/],
  ['database.sh', 'create role credit ', 'create role gateway ', /makes another role/],
  ['database.sh', 'login createrole', 'login superuser createrole', /makes another role/],
  [DEPLOYMENT, 'replicas: 2', 'replicas: 1', /one replica alone/],
  [DEPLOYMENT, 'maxUnavailable: 0', 'maxUnavailable: 1', /takes one away before another serves/],
  ['kubernetes/disruption-budget.yaml', 'minAvailable: 1', 'minAvailable: 2', /lets none go/],
  [
    'kubernetes/service.yaml',
    'selector: { app.kubernetes.io/name: credit-gateway }',
    'selector: { app: credit-gateway }',
    /no pod is/,
  ],
  ['kubernetes/kustomization.yaml', '  - network-policy.yaml\n', '', /network-policy\.yaml is not listed/],
  [DEPLOYMENT, /image: credit-gateway:\S+/, 'image: credit-gateway:latest', /runs credit-gateway:latest/],
];

describe('whatever is changed is found', () => {
  it.each(CHANGES)('%s: %s → %s', (file, from, to, said) => {
    const change: Change = { file, from, to };
    expect(disagreements(readFiles(change), fixtures).join('\n')).toMatch(said);
  });
});
