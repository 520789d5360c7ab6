/** What `npm run subgraph` says, in each language. */
import type { Language } from '../../../schema/localized.ts';
import { SUBGRAPH_NAMES } from '../../../subgraphs/names.ts';

interface Texts {
  readonly help: string;
  readonly noName: string;
}

const NAMES = SUBGRAPH_NAMES.join(', ');

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Serves one subgraph in a process of its own, behind gateways, until it is told to stop.

  npm run subgraph -- NAME [--lang zh]

  NAME    ${NAMES}
  --lang  en | zh: language of this text and of faults; English by default

It answers gateways alone: what they send carries the caller's token, which is verified here once more, and a signature of the gateway over the body, for
this subgraph, once (Credit-Hop). Settings are those of a gateway (gateway/OPERATING.md); the first to know:

  DATABASE_URL  the PostgreSQL server, which all subgraphs and gateways share
  HOP_KEYS      file with the public keys of the gateways; in development the pair in DATA_DIR
  PORT, HOST    where it listens: /graphql, /healthz, /readyz
  METRICS_PORT  where Prometheus reads

Gateways find it by SUBGRAPH_URLS=${SUBGRAPH_NAMES[0]}=http://HOST:PORT,… with one address or several, separated by blanks, for each of the four.`,
    noName: `Name one subgraph: ${NAMES}.`,
  },
  zh: {
    help: `在独立进程中运行一个子系统，供网关查询，直至收到停止信号。

  npm run subgraph -- 名称 [--lang zh]

  名称    ${NAMES}
  --lang  en | zh：本说明及错误信息的语言，默认英文

子系统仅应答网关：网关转来查询者的令牌，子系统再次核验；并附网关对请求正文的签名（Credit-Hop），仅对该子系统有效，且只能使用一次。设置与网关相同（见gateway/OPERATING.md），主要有：

  DATABASE_URL  各子系统和网关共用的PostgreSQL服务器
  HOP_KEYS      网关公钥文件；开发环境使用DATA_DIR中的密钥
  PORT、HOST    监听地址：/graphql、/healthz、/readyz
  METRICS_PORT  供Prometheus读取的端口

网关通过SUBGRAPH_URLS=${SUBGRAPH_NAMES[0]}=http://主机:端口,…找到子系统；四个子系统各写一个或者多个地址，多个地址以空格分隔。`,
    noName: `请写明一个子系统：${NAMES}。`,
  },
};
