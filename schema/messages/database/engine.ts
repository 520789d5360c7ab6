/** What an operator is told of a database server that this gateway must not run over, and of what stands between. */
import { type Said, said } from '../said.ts';

/** What the walls rest on. One that does not hold is enough to refuse the server. */
export type Property =
  | 'PRIMARY'
  | 'UNDONE'
  | 'ROW_POLICIES'
  | 'FORCED_POLICIES'
  | 'COLUMN_GRANTS'
  | 'STATEMENT_TRIGGERS'
  | 'DEFINER'
  | 'LOCAL_SETTINGS'
  | 'ADVISORY_LOCKS'
  | 'SNAPSHOT'
  | 'SKIP_LOCKED';

const USE = {
  en: 'Use PostgreSQL 15 or later, or a server that keeps it; gateway/GROWING.md says which were tried. No data was written to it.',
  zh: '请使用PostgreSQL 15或更高版本，或者符合该要求的服务器；已试用的引擎见gateway/GROWING.md。未写入任何数据。',
};

const lacks = (en: string, zh: string): Said => said({ en: [en, USE.en], zh: [zh, USE.zh] });

const LACKING: Readonly<Record<Property, Said>> = {
  PRIMARY: said({
    en: [
      'The server of DATABASE_URL is a replica: it takes no writes.',
      'Name the primary in DATABASE_URL, and this one in REPLICA_URLS.',
    ],
    zh: [
      'DATABASE_URL所指的服务器是只读副本，不接受写入。',
      '请在DATABASE_URL中填写主库，并在REPLICA_URLS中填写该副本。',
    ],
  }),
  UNDONE: lacks(
    'The database server does not undo tables and roles with their transaction: an upgrade that stops half-way would leave a database between two releases.',
    '数据库服务器不能随事务撤销所建的表和角色：升级中断将使数据库停留在两个发行版之间。',
  ),
  ROW_POLICIES: lacks(
    'The database server does not keep row policies: a role reads or writes rows that its policies do not open, and the third wall would not stand.',
    '数据库服务器不执行行级策略：角色可读写策略未开放的行，第三道防线不成立。',
  ),
  FORCED_POLICIES: lacks(
    'The database server does not force row policies on the owner of a table: functions that run with its rights would read every row.',
    '数据库服务器不对表的所有者强制执行行级策略：以其权限运行的函数可读取全部行。',
  ),
  COLUMN_GRANTS: lacks(
    'The database server does not keep grants on single columns: a role reads columns that were not granted to it.',
    '数据库服务器不执行列级授权：角色可读取未授予的列。',
  ),
  STATEMENT_TRIGGERS: lacks(
    'The database server does not run triggers once a statement with all changed rows: recipients would not be told of a correction (Article 39).',
    '数据库服务器不支持带变更行集合的语句级触发器：更正将无法告知接收方（第三十九条）。',
  ),
  DEFINER: lacks(
    'The database server does not run functions with the rights and the search path of their definition: walls would be asked with the rights of the caller.',
    '数据库服务器不按函数定义者的权限和搜索路径运行函数：防线将以调用者的权限执行。',
  ),
  LOCAL_SETTINGS: lacks(
    'Settings of a transaction do not end with it: the next request on the connection would be taken for the caller before.',
    '事务级设置不随事务结束而失效：同一连接上的下一请求会被当作前一调用者。',
  ),
  ADVISORY_LOCKS: lacks(
    'The database server does not keep advisory locks: an answer and a correction would run at the same time, and neither would know of the other (Article 39).',
    '数据库服务器的咨询锁不生效：应答与更正会同时进行而互不知晓（第三十九条）。',
  ),
  SNAPSHOT: lacks(
    'The database server does not keep a snapshot (repeatable read): one answer would mix what was before and after a change.',
    '数据库服务器不保持快照（可重复读）：同一应答会混有变更前后的数据。',
  ),
  SKIP_LOCKED: lacks(
    'The database server does not pass over rows that another transaction holds (for update skip locked): two processes would send the same notice.',
    '数据库服务器不能跳过被其他事务锁定的行（for update skip locked）：两个进程会发送同一通知。',
  ),
};

export const engineMessages = {
  lacking: (property: Property): Said => LACKING[property],
  pooled: (): Said =>
    said({
      en: [
        'Between this process and PostgreSQL is a pooler that gives each transaction another connection. Prepared statements, the lock of a start and the ending of a statement that is given up belong to one connection.',
        'Set pool_mode = session for this database in pgbouncer, or name PostgreSQL itself in DATABASE_URL: each process keeps a pool of its own.',
      ],
      zh: [
        '本进程与PostgreSQL之间的连接池为每个事务分配不同的连接；预处理语句、启动锁以及中止语句均依赖同一连接。',
        '请在pgbouncer中为该数据库设置pool_mode = session，或在DATABASE_URL中直接填写PostgreSQL：各进程自有连接池。',
      ],
    }),
};
