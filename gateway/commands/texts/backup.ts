/** What `npm run backup` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Made {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  readonly checkpoint: { readonly size: number; readonly signedAt: string } | null;
  readonly seconds: number;
}

interface Texts {
  readonly help: string;
  readonly nameOneFolder: string;
  readonly removed: (path: string) => string;
  readonly progress: (bytes: number, of: number) => string;
  readonly checking: string;
  readonly made: (made: Made) => string;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Writes a backup of the database. It holds no key: the key file is kept elsewhere, and without it nobody can read the backup, nor you.

  npm run backup -- FOLDER [--lang zh]

  FOLDER  where backups are kept; made if it is not there. Each backup is a folder of its own in it, named for its instant in UTC, such as
          20261127T023000Z (mode 0700, files 0600). It is whole from the moment it has that name.
  --lang  en | zh: language of this text, of faults and of the result; English by default

PostgreSQL: BACKUP_URL names a login that reads everything and writes nothing; gateway/RECOVERY.md has the SQL for it. Without BACKUP_URL the
user of DATABASE_URL is taken, if it may read everything. It is checked that all can be read before the dump, and what the dump holds after it.
pg_dump is taken from PATH or /usr/lib/postgresql; it must not be older than the server. The servers go on meanwhile.
The embedded database: the running server copies it and answers nobody for that moment; where none runs, this command does.
How far it is stands on standard error. A run that was killed leaves a folder .unfinished-…, which the next run removes.

Exit status: 0 the backup is whole, 1 there is none.`,
    nameOneFolder: 'Name one folder.',
    removed: (path) => `${path} was left by a backup that was broken off, and is removed.`,
    progress: (bytes, of) => `  ${megabytes(bytes)} MB written, of a database of ${megabytes(of)} MB`,
    checking: '  reading back what was written …',
    made: ({ path, bytes, rows, checkpoint, seconds }) =>
      `${path}: ${megabytes(bytes)} MB, ${rows} rows, in ${seconds.toFixed(1)} s. ${
        checkpoint === null
          ? 'The ledger has no checkpoint yet.'
          : `Newest checkpoint: ${checkpoint.size} leaves, signed ${checkpoint.signedAt}.`
      }\nThe keys are not in it: keep the file of CREDIT_SECRETS elsewhere, or this backup cannot be read.`,
  },
  zh: {
    help: `备份数据库。备份中没有密钥：密钥文件须另处保存，没有它任何人都无法读取备份，包括您自己。

  npm run backup -- 目录 [--lang zh]

  目录    保存备份的目录，不存在时予以建立。每次备份在其中自成一个目录，以UTC时刻命名，例如20261127T023000Z
          （权限0700，文件0600）。取得该名称之时即为完整的备份。
  --lang  en | zh：本说明、错误和结果所用语言，默认为英文

PostgreSQL：BACKUP_URL指定能读取全部内容且不能写入的登录用户，所需SQL见gateway/RECOVERY.md。未设置BACKUP_URL的，使用
DATABASE_URL的用户，但其须能读取全部内容。导出之前核对能否读取全部内容，导出之后核对导出的内容。pg_dump取自PATH或者
/usr/lib/postgresql，不得旧于服务器。其间服务器照常运行。
内嵌数据库：由运行中的服务器复制，复制的片刻不应答请求；没有服务器运行的，由本命令复制。
进度显示于标准错误输出。被中断的备份留下名为.unfinished-…的目录，由下一次备份删除。

退出状态：0 备份完整；1 没有备份。`,
    nameOneFolder: '请指定一个目录。',
    removed: (path) => `${path}为被中断的备份所留，予以删除。`,
    progress: (bytes, of) => `  已写入${megabytes(bytes)} MB，数据库大小为${megabytes(of)} MB`,
    checking: '  正在读回所写内容……',
    made: ({ path, bytes, rows, checkpoint, seconds }) =>
      `${path}：${megabytes(bytes)} MB，${rows}行，用时${seconds.toFixed(1)}秒。${
        checkpoint === null
          ? '披露日志尚无检查点。'
          : `最新检查点：${checkpoint.size}个叶节点，签名时间${checkpoint.signedAt}。`
      }\n备份中没有密钥：请将CREDIT_SECRETS的文件另处保存，否则该备份无法读取。`,
  },
};
