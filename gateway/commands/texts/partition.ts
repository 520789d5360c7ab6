/** What `npm run partition` says, in each language. */
import type { Language } from '../../../schema/localized.ts';
import type { Outcome } from '../../../subgraphs/database/migrate/partition/move.ts';

interface Texts {
  readonly help: string;
  readonly giveOne: string;
  readonly whole: (table: string, rows: number) => string;
  readonly moving: (table: string, reached: number, rows: number) => string;
  readonly parts: (table: string, rows: number) => string;
  readonly progress: (table: string, reached: number, rows: number, rate: number) => string;
  readonly comparing: (table: string) => string;
  readonly outcomes: Readonly<Record<Outcome, (table: string) => string>>;
  readonly locked: string;
  readonly givenUp: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Moves large tables into parts while the servers go on. A new database has them in parts from the beginning; this is for one that is older.

  npm run partition -- --status
  npm run partition -- --run
  npm run partition -- --give-up

  --status   tells of each table whether it is in parts, or how far a move came
  --run      moves; interrupted anywhere, it goes on where it was when it runs again
  --give-up  takes away what a move made that has not ended; the table serves as before
  --lang     en | zh: language of this text and of faults; English by default

Moved are public_credit.record, into eight parts by the hash of the subject, and behind it ledger.disclosure, into a part for each year from 2026 to 2035 and
one on either side, by the time that the id of an entry carries. Ids of entries from before 0.3.0 carry none: most of those lie in the last part, and are found as
before. Where one is not moved the next is not begun. A table is made beside each and filled in slices. What is written meanwhile is
carried over in the same transaction. Readers never wait; writers wait for a slice, about 0.15 s. Then every column of every row is compared in one
snapshot, and the new table takes the name in one transaction, which waits for the table no longer than 0.8 s and tries again, 25 times. Needed is
room for a second copy of the table. npm run upgrade must have been run with this release; servers of release 0.2.0 go on over both.
An upgrade that comes between ends the move; run it anew afterwards. Have a backup: npm run backup, which may run meanwhile.
The embedded database can be opened by one process at a time: stop the server first. Settings are those of the server.
Exit status: 0 done, told, or stopped by Ctrl+C; 1 not moved, and everything serves as before.`,
    giveOne: 'Say one of --status, --run and --give-up.',
    whole: (table, rows) => `${table}: one table, about ${rows} rows.`,
    moving: (table, reached, rows) => `${table}: being moved, ${reached} rows of about ${rows}. --run goes on.`,
    parts: (table, rows) => `${table}: in parts, about ${rows} rows.`,
    progress: (table, reached, rows, rate) => `${table}: ${reached} rows of about ${rows}, ${rate} a second`,
    comparing: (table) => `${table}: every row is there; comparing`,
    outcomes: {
      MOVED: (table) => `${table} is in parts.`,
      ALREADY: (table) => `${table} was in parts already.`,
      STOPPED: (table) => `${table}: stopped. --run goes on where it was.`,
      BEHIND: (table) =>
        `${table} was not moved: the database does not stand at this release. Run npm run upgrade with it, and this again.`,
      DIFFERENT: (table) =>
        `${table} was not moved: the copy does not hold the same as the table, which serves as before. Run --give-up, then --run; where it happens again, report it.`,
      OPEN: (table) =>
        `${table} was not moved yet: a transaction is open for longer than a minute (pg_stat_activity). End it, and run this again.`,
      USED: (table) =>
        `${table} was not moved: something that was made by hand uses it. Drop what depends on it, such as the view, run this again, and make it anew afterwards.`,
      BUSY: (table) => `${table} is being moved by another process. Wait for it.`,
    },
    locked:
      'Not moved: somebody has used a table for longer than 20 s. Nothing was changed. Run it again, or end the transaction that is open (pg_stat_activity).',
    givenUp: 'Given up: nothing is left of a move, and the tables serve as before.',
  },
  zh: {
    help: `在服务器继续运行期间将大表改为分区存放。新建数据库自始即为分区；本命令用于此前建立的数据库。

  npm run partition -- --status
  npm run partition -- --run
  npm run partition -- --give-up

  --status   显示各表是否已分区，或者迁移进行到何处
  --run      执行迁移；无论在何处中断，再次运行即从中断处继续
  --give-up  清除尚未结束的迁移所建内容，该表照旧提供服务
  --lang     en | zh：本说明和错误所用语言，默认为英文

先迁移public_credit.record，按信用主体的散列分为八个分区；再迁移ledger.disclosure，按查询记录编号所含时间分区：2026年至2035年
每年一个分区，此前、此后各一个。0.3.0版以前的编号不含时间，多数存入最后一个分区，查找照旧。前一表未迁移的，不开始迁移后一表。
在各表旁另建一表，分批填入；期间的写入在同一事务中一并带入新表。读取从不等待；写入至多等待一批的时间，约0.15秒。随后在同一快
照中逐行逐列核对，再在一个事务中由新表取代原名：每次等待该表不超过0.8秒，至多重试25次。需要容纳该表第二份副本的空间。须已用
本发行版运行npm run upgrade；0.2.0版的服务器在两种存放方式下均可继续运行。期间如有升级，迁移即告结束，升级后重新运行。请先备
份：npm run backup，迁移期间也可以运行。
内嵌数据库同一时间只能由一个进程打开：请先停止服务器。设置与服务器相同。
退出状态：0 已完成、已显示或者以Ctrl+C停止；1 未迁移，一切照旧。`,
    giveOne: '应在--status、--run和--give-up中选择一项。',
    whole: (table, rows) => `${table}：未分区，约${rows}行。`,
    moving: (table, reached, rows) => `${table}：正在迁移，已完成${reached}行，共约${rows}行。用--run继续。`,
    parts: (table, rows) => `${table}：已分区，约${rows}行。`,
    progress: (table, reached, rows, rate) => `${table}：${reached}行，共约${rows}行，每秒${rate}行`,
    comparing: (table) => `${table}：各行均已填入，正在核对`,
    outcomes: {
      MOVED: (table) => `${table}已分区。`,
      ALREADY: (table) => `${table}此前已分区。`,
      STOPPED: (table) => `${table}：已停止。用--run从中断处继续。`,
      BEHIND: (table) => `${table}未迁移：数据库与本发行版不一致。请先用本发行版运行npm run upgrade，再运行本命令。`,
      DIFFERENT: (table) =>
        `${table}未迁移：副本与原表内容不一致，原表照旧提供服务。请先运行--give-up，再运行--run；再次出现的，请报告。`,
      OPEN: (table) => `${table}尚未迁移：有事务打开超过一分钟（pg_stat_activity）。请结束该事务后再运行本命令。`,
      USED: (table) =>
        `${table}未迁移：有手工创建的对象使用该表。请先删除视图等依赖它的对象，再运行本命令，此后重新创建。`,
      BUSY: (table) => `${table}正由另一进程迁移，请等待其完成。`,
    },
    locked: '未迁移：有人使用某表超过20秒。未作任何变更。请再次运行，或者结束仍打开的事务（pg_stat_activity）。',
    givenUp: '已放弃：未留下迁移的任何内容，各表照旧提供服务。',
  },
};
