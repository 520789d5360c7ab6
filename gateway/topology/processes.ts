/** The programs of a topology: what each is started with. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import { type DatabaseNode, type GatewayName, HOST, type Layout, ownerUrl, replicaUrl } from './layout.ts';
import type { Programs } from './programs.ts';
import type { Program, User } from './supervised.ts';

/** The folder of this release. */
const RELEASE = join(import.meta.dirname, '../..');
/** `.ts` here, `.js` where the package is installed. */
const KIND = extname(import.meta.filename);

/** What all of them have in common. */
export interface Setting {
  readonly layout: Layout;
  readonly programs: Programs;
  /** As whom they run, where root started them: PostgreSQL refuses root. */
  readonly user: User | undefined;
  /** Of the command, handed on. */
  readonly environment: NodeJS.ProcessEnv;
  /** URL through which gateways and subgraphs reach the primary; through the balancer where it is not given. */
  readonly databaseUrl?: string | undefined;
  /** More of the environment, by the name of a process. */
  readonly more?: Readonly<Record<string, NodeJS.ProcessEnv>> | undefined;
}

const program = (
  { layout, user, environment, more = {} }: Setting,
  name: string,
  command: string,
  words: readonly string[],
  settings: NodeJS.ProcessEnv = {},
  folder = layout.folder,
): Program => ({
  ...{ name, command, words, folder, user },
  environment: { ...environment, HOME: layout.folder, ...settings, ...more[name] },
  log: join(layout.folder, `${name}.log`),
});

export const etcd = (setting: Setting): Program =>
  program(setting, 'etcd', setting.programs.etcd, ['--config-file', join(setting.layout.folder, 'etcd.yaml')]);

export const patroni = (setting: Setting, { name }: DatabaseNode): Program =>
  program(setting, name, setting.programs.patroni, [join(setting.layout.folder, `patroni-${name}.yaml`)], {
    LC_ALL: 'C.UTF-8',
  });

export const haproxy = (setting: Setting): Program =>
  program(setting, 'haproxy', setting.programs.haproxy, ['-db', '-f', join(setting.layout.folder, 'haproxy.cfg')]);

/** Where the data and the keys are, as the owner. */
export const placesOf = ({ databaseUrl, layout }: Setting): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl ?? ownerUrl(layout),
  DATA_DIR: join(layout.folder, 'data'),
});

/** The URL of the own login of a subgraph, or of the gateways. */
const loginOf = ({ layout }: Setting, name: SubgraphName | 'gateway'): string =>
  readFileSync(join(layout.folder, 'logins', `${name}.env`), 'utf8')
    .trim()
    .slice('DATABASE_URL='.length);

const node = (
  setting: Setting,
  name: string,
  words: readonly string[],
  port: { readonly port: number; readonly metrics: number },
  settings: NodeJS.ProcessEnv,
): Program =>
  program(
    setting,
    name,
    process.execPath,
    ['-r', './gateway/installed.cjs', ...words],
    {
      ...{ HOST, PORT: String(port.port), METRICS_PORT: String(port.metrics), PROCESSES: '1' },
      ...placesOf(setting),
      ...settings,
    },
    RELEASE,
  );

export const subgraph = (setting: Setting, name: SubgraphName): Program =>
  node(setting, name, [`gateway/commands/subgraph${KIND}`, name], setting.layout.subgraphs[name], {
    DATABASE_URL: loginOf(setting, name),
    HOP_KEYS: join(setting.layout.folder, 'hop-keys.json'),
    REPLICA_URLS: replicaUrl(setting.layout),
    SUBGRAPH_URLS: '',
  });

export const gateway = (setting: Setting, name: GatewayName): Program => {
  const { folder, gateways, subgraphs } = setting.layout;
  return node(setting, name, [`gateway/main${KIND}`], gateways[name], {
    DATABASE_URL: loginOf(setting, 'gateway'),
    HOP_KEY: join(folder, `hop-${name}.json`),
    SUBGRAPH_URLS: SUBGRAPH_NAMES.map((one) => `${one}=http://${HOST}:${subgraphs[one].port}`).join(','),
    TRUSTED_PROXIES: HOST,
  });
};
