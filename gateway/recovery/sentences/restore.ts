/** What is said while a backup is restored. */
import type { Localized } from '../../../schema/localized.ts';
import type { Said } from '../../../schema/messages/said.ts';

const SHOWN = 3;

export const RESTORE = {
  noKeys: (folder: string): Localized => ({
    en: `There is no key file: a backup holds none. Name in CREDIT_SECRETS the file that was kept with it elsewhere; in development put it into ${folder} as secrets.json.`,
    zh: `没有密钥文件：备份中不含密钥。请在CREDIT_SECRETS中指定另处保存的文件；开发模式下请将其放入${folder}，命名为secrets.json。`,
  }),
  otherKeys: ({ message, help }: Said): Localized => ({
    en: `The keys are not those of this backup: ${message.en} ${help.en} Nothing was changed.`,
    zh: `密钥与该备份不符：${message.zh}${help.zh}没有作任何更改。`,
  }),
  newer: (version: string): Localized => ({
    en: `The backup was made by the newer version ${version}. Restore it with that version. Nothing was changed.`,
    zh: `该备份由更新的版本${version}制作，请使用该版本恢复。没有作任何更改。`,
  }),
  needsServer: {
    en: 'The backup is of a PostgreSQL database. Set DATABASE_URL to an empty one, of the user who will own it. Nothing was changed.',
    zh: '该备份取自PostgreSQL数据库。请将DATABASE_URL设为一个空的数据库，用户为其所有者。没有作任何更改。',
  },
  needsEmbedded: {
    en: 'The backup is of the embedded database. Leave DATABASE_URL unset, and set DATA_DIR to a folder without a database. Nothing was changed.',
    zh: '该备份取自内嵌数据库。请不设置DATABASE_URL，并将DATA_DIR设为没有数据库的目录。没有作任何更改。',
  },
  notEmpty: (place: string, names: readonly string[]): Localized => ({
    en: `${place} is not empty: it holds ${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}. A backup is restored into an empty one alone. Make another, or move what is there away. Nothing was changed.`,
    zh: `${place}不是空的：其中有${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? `等${names.length}项` : ''}。备份只恢复到空的数据库。请另建一个，或者移走其中的内容。没有作任何更改。`,
  }),
  otherUnfinished: (place: string): Localized => ({
    en: `${place} holds a restore of another backup that was broken off. Go on with that backup, or drop the database and make it anew. Nothing was changed.`,
    zh: `${place}中有另一备份未完成的恢复。请继续恢复该备份，或者删除数据库后重建。没有作任何更改。`,
  }),
  another: (place: string): Localized => ({
    en: `Another restore into ${place} is running. Wait for it.`,
    zh: `另一恢复正在向${place}进行。请等待其完成。`,
  }),
  olderServer: (server: number, made: string): Localized => ({
    en: `The server is PostgreSQL ${server}, and the backup comes from ${made}, which is newer. Restore it on a server that is not older. Nothing was changed.`,
    zh: `服务器为PostgreSQL ${server}，备份取自更新的${made}。请恢复到不旧于它的服务器。没有作任何更改。`,
  }),
  otherEmbedded: (made: string, cause: string): Localized => ({
    en: `The embedded database of this release does not open the copy, which was made by PostgreSQL ${made}: ${cause}. Nothing was left of it. See whether the disk of DATA_DIR is full; else restore it with the release that made it.`,
    zh: `本版本的内嵌数据库无法打开由PostgreSQL ${made}制作的副本：${cause}。没有留下任何内容。请查看DATA_DIR所在磁盘是否已满；未满的，请使用制作它的版本恢复。`,
  }),
  loadFailed: (cause: string): Localized => ({
    en: `The backup could not be loaded, and the database is empty as before: ${cause}. Put right what it says and run the command again.`,
    zh: `备份未能载入，数据库仍然为空：${cause}。请处理所述问题后重新执行。`,
  }),
  gone: {
    en: 'The database stopped, or the connection to it broke. Run the same command again when it answers: it goes on where it was.',
    zh: '数据库停止运行或者连接中断。请在数据库恢复应答后重新执行同一命令，将从中断处继续。',
  },
  noCheckpoint: (path: string): Localized => ({
    en: `${path} holds no checkpoint: { size rootHash signedAt keyId signature }, as ledgerCheckpoint, a proof or a manifest.json has it.`,
    zh: `${path}中没有检查点：{ size rootHash signedAt keyId signature }，即ledgerCheckpoint、证明或者manifest.json中的形式。`,
  }),
  foreignCheckpoint: (where: string): Localized => ({
    en: `The checkpoint of ${where} is not signed by a key of CREDIT_SECRETS: it is of another installation, or a signing key is missing there. Nothing was changed.`,
    zh: `${where}的检查点不是由CREDIT_SECRETS中的密钥签名：它属于另一平台，或者其中缺少签名密钥。没有作任何更改。`,
  }),
  journalUnread: (folder: string, code: string): Localized => ({
    en: `The journal of what ended in ${folder} cannot be read (${code}). Without it what was revoked since the backup would be in force again. Make it readable, or name another copy with --journal. Nothing was changed.`,
    zh: `无法读取${folder}中的终止日志（${code}）。没有它，备份之后撤销的内容将恢复效力。请使其可以读取，或者以--journal指定另一副本。没有作任何更改。`,
  }),
  brokenLedger: (fault: string, at: number | null): Localized => ({
    en: `The ledger of the backup does not hold: ${fault} at leaf ${at ?? '-'}. Nothing is served from it. Take an earlier backup, and keep this one as evidence (Article 17).`,
    zh: `备份中的披露日志不成立：第${at ?? '-'}号叶节点${fault}。不得据此提供服务。请使用更早的备份，并保存本备份作为证据（第十七条）。`,
  }),
  otherNewest: {
    en: 'The newest checkpoint of the restored ledger is not the one of the manifest. Nothing is served from it. Take another backup, and keep this one as evidence (Article 17).',
    zh: '恢复后的披露日志的最新检查点与清单不符。不得据此提供服务。请使用另一备份，并保存本备份作为证据（第十七条）。',
  },
} as const;
