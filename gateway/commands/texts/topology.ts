/** What `npm run topology` says, in each language. */
import type { Language } from '../../../schema/localized.ts';
import { SUBGRAPH_NAMES } from '../../../subgraphs/names.ts';
import { GATEWAYS, HOST, type Layout } from '../../topology/layout.ts';

interface Texts {
  readonly help: string;
  readonly noPort: (port: string) => string;
  readonly lacking: (packages: readonly string[]) => string;
  readonly installing: (packages: readonly string[]) => string;
  readonly notInstalled: (packages: readonly string[]) => string;
  readonly noWay: (folder: string) => string;
  readonly starting: (folder: string) => string;
  readonly up: (names: readonly string[], seconds: string) => string;
  readonly restarts: (name: string, seconds: string, log: string) => string;
  readonly notUp: (what: string, folder: string) => string;
  /** `listed`: every process with where it listens. */
  readonly ready: (url: string, database: string, replica: number, folder: string, listed: string) => string;
  readonly stopping: string;
  readonly stopped: string;
}

/** Every process with where it listens. */
export const places = ({ nodes, gateways, subgraphs }: Layout): string =>
  [
    ...nodes.map(({ name, port, rest }) => `${name} ${HOST}:${port}, ${HOST}:${rest}`),
    ...GATEWAYS.map((name) => `${name} ${HOST}:${gateways[name].port}, ${HOST}:${gateways[name].metrics}/metrics`),
    ...SUBGRAPH_NAMES.map(
      (name) => `${name} ${HOST}:${subgraphs[name].port}, ${HOST}:${subgraphs[name].metrics}/metrics`,
    ),
  ]
    .map((line) => `  ${line}`)
    .join('\n');

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Starts everything that a province runs, as processes on this machine, until Ctrl-C: to try failures on it.

  npm run topology [-- --port 4000] [--folder FOLDER] [--lang zh]

  --port    where callers reach the gateways; another free port is taken where it is in use, and told
  --folder  where databases, keys, configuration and logs are kept; topology in DATA_DIR by default. Started again there, it goes on
  --lang    en | zh: language of this text; English by default

Two PostgreSQL kept by Patroni with etcd: synchronous, so that what was answered stands on both; alone the primary goes on, and
credit_database_synchronous_replicas says so. Two gateways, four subgraphs, and HAProxy before the primary, the replica and the gateways. Whatever
ends by itself is started again. Settings of a gateway (gateway/OPERATING.md) are handed on. Needs Debian's packages
postgresql patroni etcd-server haproxy: as root they are installed without starting their services, else it is said what to install. Started by root, the
processes run as the user postgres.

All of it on one machine survives no lost machine: gateway/AVAILABILITY.md says what goes where.`,
    noPort: (port) => `${port} is no port: a number from 0 to 65535, 0 for any.`,
    lacking: (packages) =>
      `Missing: ${packages.join(', ')}. On Debian, as root: apt-get install --no-install-recommends ${packages.join(' ')}. Then run this again.`,
    installing: (packages) => `Installing ${packages.join(', ')} …`,
    notInstalled: (packages) =>
      `${packages.join(', ')} could not be installed. Run apt-get install --no-install-recommends ${packages.join(' ')} and see what it says.`,
    noWay: (folder) =>
      `The user postgres may not pass ${folder}, and PostgreSQL refuses root. Name another --folder, or start this as another user.`,
    starting: (folder) => `Starting in ${folder} …`,
    up: (names, took) => `  ${names.join(', ')}: ${took} s`,
    restarts: (name, after, log) => `${name} ended, and is started again in ${after} s. Its lines: ${log}`,
    notUp: (what, folder) => `${what} did not come up; everything is stopped. Its lines are in ${folder}.`,
    ready: (url, database, replica, folder, listed) => `Ready at ${url}/graphql
Primary ${database}; replica at port ${replica}; the password is in ${folder}/passwords.json
${listed}
A token: DATA_DIR=${folder}/data DATABASE_URL= npm run --silent token -- --role party --unit BANK-A
Stop with Ctrl-C.`,
    stopping: 'Stopping …',
    stopped: 'Stopped.',
  },
  zh: {
    help: `在本机以多个进程启动一个省份所需的全部服务，直至按下Ctrl-C：用于演练故障。

  npm run topology [-- --port 4000] [--folder 目录] [--lang zh]

  --port    访问网关的端口；已被占用的，改用其他空闲端口并告知
  --folder  存放数据库、密钥、配置和日志的目录，默认为DATA_DIR中的topology；在同一目录再次启动的，接续原有数据
  --lang    en | zh：本说明的语言，默认英文

由Patroni和etcd维护两个PostgreSQL，同步复制：已经应答的内容在两处均有；只剩主库时继续服务，由指标credit_database_synchronous_replicas反映。另有两个网关、四个子系统，以及主库、备库、网关之前的HAProxy。自行退出的进程会重新启动。网关的设置（见gateway/OPERATING.md）照常传递。需要Debian软件包postgresql patroni etcd-server haproxy：以root运行时自动安装且不启动其服务，否则说明需要安装什么。由root启动的，各进程以用户postgres运行。

全部放在一台机器上，机器损毁时无法幸存：gateway/AVAILABILITY.md说明各部分应放在何处。`,
    noPort: (port) => `${port}不是端口：应为0至65535的数字，0表示任意端口。`,
    lacking: (packages) =>
      `缺少：${packages.join('、')}。在Debian上以root运行：apt-get install --no-install-recommends ${packages.join(' ')}，然后重新运行本命令。`,
    installing: (packages) => `正在安装${packages.join('、')} …`,
    notInstalled: (packages) =>
      `${packages.join('、')}未能安装。请运行apt-get install --no-install-recommends ${packages.join(' ')}，查看其提示。`,
    noWay: (folder) =>
      `用户postgres不能进入${folder}，而PostgreSQL拒绝以root运行。请用--folder指定其他目录，或者以其他用户启动。`,
    starting: (folder) => `正在${folder}中启动 …`,
    up: (names, took) => `  ${names.join('、')}：${took}秒`,
    restarts: (name, after, log) => `${name}已退出，${after}秒后重新启动。日志：${log}`,
    notUp: (what, folder) => `${what}未能启动，已全部停止。日志在${folder}中。`,
    ready: (url, database, replica, folder, listed) => `已就绪：${url}/graphql
主库${database}；备库端口${replica}；密码在${folder}/passwords.json
${listed}
取得令牌：DATA_DIR=${folder}/data DATABASE_URL= npm run --silent token -- --role party --unit BANK-A
按Ctrl-C停止。`,
    stopping: '正在停止 …',
    stopped: '已停止。',
  },
};
