/** What `npm run restore` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface GapTold {
  readonly id: string;
  readonly fromSize: number;
  readonly fromAt: string | null;
  readonly toSize: number | null;
  readonly toAt: string;
}

interface Restored {
  readonly folder: string;
  readonly takenAt: string;
  readonly rows: number;
  readonly ledger: {
    readonly entries: number;
    readonly pending: number;
    readonly newest: { readonly size: number; readonly signedAt: string } | null;
    readonly endedAgain: number;
    readonly gap: GapTold | null;
  };
}

interface Texts {
  readonly help: string;
  readonly nameOneFolder: string;
  readonly checking: (name: string) => string;
  readonly again: string;
  readonly loaded: (bytes: number) => string;
  readonly verifying: string;
  readonly trial: (folder: string) => string;
  readonly restored: (restored: Restored) => string;
}

const FORGETS = {
  en: 'What a restore forgets stands in gateway/RECOVERY.md.',
  zh: '恢复所丢失的内容见gateway/RECOVERY.md。',
};

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Restores a backup into an empty database, and holds it against the ledger before anybody is served.

  npm run restore -- FOLDER [--journal FOLDER] [--checkpoint FILE] [--dry-run] [--lang zh]

  FOLDER        folder of one backup, such as backups/20261127T023000Z
  --journal     folder of the journal of what ended (JOURNAL_DIR, which is taken without it): what was revoked or ended since ends again
  --checkpoint  JSON file with a checkpoint that was kept elsewhere: as ledgerCheckpoint gave it, or a proof
  --dry-run     checks the backup, the keys and the target, and writes nothing
  --lang        en | zh: language of this text, of faults and of the result; English by default

Settings are those of the server: CREDIT_SECRETS with the keys of the backup, which holds none, and DATABASE_URL of an empty database, on any
server and of any name, or for the embedded database a DATA_DIR without one. Stop the servers first.
Before anything is written it is checked that every file is whole and unchanged, that this release may restore it, that the keys are its own, and
that the target is empty. A restore that was broken off goes on with the same command; until it has ended no server starts over it.
Then the database is brought to this release, its whole ledger verified, and what the journal knows ended again. Where a kept checkpoint is newer
than what was restored, the gap is told, and operators alone are answered until acknowledgeGap names it.

Exit status: 0 restored, or with --dry-run it could be; 1 not.`,
    nameOneFolder: 'Name the folder of one backup.',
    checking: (name) => `  ${name}: reading whether it is whole …`,
    again: '  A restore of this backup was broken off; this one goes on.',
    loaded: (bytes) => `  ${megabytes(bytes)} MB loaded`,
    verifying: '  verifying the ledger …',
    trial: (folder) => `${folder} can be restored with these settings. Nothing was written.`,
    restored: ({ folder, takenAt, rows, ledger: { entries, pending, newest, endedAgain, gap } }) =>
      `Restored ${rows} rows of ${takenAt} from ${folder}. The ledger holds: ${entries} entries, ${pending} without a place yet; ${
        newest === null ? 'no checkpoint' : `newest checkpoint ${newest.size} leaves, signed ${newest.signedAt}`
      }. Of what ended since, ${endedAgain} were ended again.\n${gap === null ? FORGETS.en : `The ledger lost entries: from ${gap.fromSize} leaves (${gap.fromAt ?? 'the beginning'}) to ${gap.toSize === null ? 'what followed' : `${gap.toSize} leaves`} (${gap.toAt}). Operators alone are answered until acknowledgeGap names the gap ${gap.id}. ${FORGETS.en}`}`,
  },
  zh: {
    help: `将备份恢复到空的数据库，并在提供服务之前与披露日志核对。

  npm run restore -- 目录 [--journal 目录] [--checkpoint 文件] [--dry-run] [--lang zh]

  目录          某一次备份的目录，例如backups/20261127T023000Z
  --journal     终止日志所在目录（不填时为JOURNAL_DIR）：备份之后撤销或者终止的内容重新终止
  --checkpoint  JSON文件：另处保存的检查点，即ledgerCheckpoint给出的形式，或者一个证明
  --dry-run     核对备份、密钥和目标，不作任何写入
  --lang        en | zh：本说明、错误和结果所用语言，默认为英文

设置与服务器相同：CREDIT_SECRETS为该备份的密钥（备份中没有密钥），DATABASE_URL为一个空的数据库，服务器和名称不限；内嵌数据库
则为没有数据库的DATA_DIR。请先停止服务器。
写入之前核对：每个文件完整且未更改，本版本可以恢复，密钥相符，目标为空。被中断的恢复以同一命令继续；恢复完成之前服务器不能启动。
随后将数据库升级至本版本，核验整个披露日志，并按终止日志重新终止。另处保存的检查点新于恢复内容的，告知缺口；以acknowledgeGap
确认该缺口之前，只答复公共信用工作机构。

退出状态：0 已恢复，或者使用--dry-run时可以恢复；1 未恢复。`,
    nameOneFolder: '请指定某一次备份的目录。',
    checking: (name) => `  ${name}：正在核对是否完整……`,
    again: '  该备份的恢复曾被中断，现予继续。',
    loaded: (bytes) => `  已载入${megabytes(bytes)} MB`,
    verifying: '  正在核验披露日志……',
    trial: (folder) => `${folder}可以按当前设置恢复。没有作任何写入。`,
    restored: ({ folder, takenAt, rows, ledger: { entries, pending, newest, endedAgain, gap } }) =>
      `已从${folder}恢复${takenAt}的${rows}行。披露日志成立：${entries}个条目，其中${pending}个尚无位置；${
        newest === null ? '没有检查点' : `最新检查点${newest.size}个叶节点，签名时间${newest.signedAt}`
      }。其后终止的事项重新终止${endedAgain}项。\n${gap === null ? FORGETS.zh : `披露日志有缺失：自${gap.fromSize}个叶节点（${gap.fromAt ?? '起始'}）至${gap.toSize === null ? '其后' : `${gap.toSize}个叶节点`}（${gap.toAt}）。以acknowledgeGap确认缺口${gap.id}之前，只答复公共信用工作机构。${FORGETS.zh}`}`,
  },
};
