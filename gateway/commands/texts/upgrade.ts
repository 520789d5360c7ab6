/** What `npm run upgrade` says beside the plan (upgrade-plan.ts), in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly nothingChanged: string;
  readonly agree: string;
  readonly sealed: (texts: number) => string;
  readonly marked: (rows: number) => string;
  readonly joined: (subjects: number) => string;
  readonly done: (number: number, kind: string) => string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Shows what this release will do to the database, and does it without serving: a start afterwards only serves.

  npm run upgrade -- --dry-run
  npm run upgrade -- [--yes]

  --dry-run  shows it and changes nothing
  --yes      goes on where something is taken away for good, or where servers are connected that cannot go on
  --lang     en | zh: language of this text, of faults and of the plan; English by default

Shown are the migrations with the tables that they touch, how large those are and who waits meanwhile; how many functions, policies,
triggers, privileges and roles differ; which release may serve afterwards, and what cannot be undone. Everything is done in one
transaction: all of it, or nothing. A start of the server does the same by itself; this command lets you see and time it.
Make a backup first: npm run backup. Step by step: gateway/UPGRADING.md.
The embedded database can be opened by one process at a time: stop the server first. Settings are those of the server.
Exit status: 0 shown, or done; 1 refused or failed, and nothing was changed.`,
    nothingChanged: 'Nothing was changed.',
    agree: 'Not done. Make a backup, stop what must stop, and say --yes.',
    marked: (rows) =>
      `${rows} records and designations were marked: what of them falls is known when it is delivered again.`,
    sealed: (texts) => `${texts} decisions and requests that lay in plain were sealed for their subjects.`,
    joined: (subjects) => `${subjects} subjects turned out to be one with another and were joined to it.`,
    done: (number, kind) =>
      `Done: the database has number ${number}.${kind === 'pglite' ? ' Start the server.' : ' Start the servers of this release, one after the other.'}`,
  },
  zh: {
    help: `显示本发行版将对数据库作出的变更并执行，不提供服务：此后启动服务器即只提供服务。

  npm run upgrade -- --dry-run
  npm run upgrade -- [--yes]

  --dry-run  只显示，不作任何变更
  --yes      有内容将被永久删除，或者有不能继续运行的服务器仍在连接的，仍然执行
  --lang     en | zh：本说明、错误和变更清单所用语言，默认为英文

显示的内容包括：各项迁移及其涉及的表、表的大小、期间须等待的操作；有差异的函数、策略、触发器、权限和角色的数量；升级后
可以继续提供服务的发行版，以及不能撤回的内容。全部变更在一个事务中完成：要么全部生效，要么全部不生效。服务器启动时会
自行完成同样的变更；本命令便于事先查看并安排时间。
请先备份：npm run backup。分步说明见gateway/UPGRADING.md。
内嵌数据库同一时间只能由一个进程打开：请先停止服务器。设置与服务器相同。
退出状态：0 已显示或者已完成；1 被拒绝或者失败，未作任何变更。`,
    nothingChanged: '未作任何变更。',
    agree: '未执行。请先备份，停止必须停止的服务器，再加上--yes。',
    marked: (rows) => `${rows}条记录和认定已作标记，失效后再次报送时能够识别。`,
    sealed: (texts) => `以前以明文保存的决定和申请${texts}件已为其信用主体加密。`,
    joined: (subjects) => `${subjects}个信用主体经核实与他人为同一主体，已归并。`,
    done: (number, kind) =>
      `已完成：数据库为第${number}号。${kind === 'pglite' ? '请启动服务器。' : '请依次启动本发行版的各服务器。'}`,
  },
};
