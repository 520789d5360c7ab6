/** What is said while a backup is made. */
import type { Localized } from '../../../schema/localized.ts';

const SHOWN = 3;

const listed = (names: readonly string[], comma: string, more: (count: number) => string): string =>
  `${names.slice(0, SHOWN).join(comma)}${names.length > SHOWN ? more(names.length - SHOWN) : ''}`;

const inEnglish = (names: readonly string[]): string => listed(names, ', ', (count) => ` and ${count} more`);
const inChinese = (names: readonly string[]): string => listed(names, '、', (count) => `等${count + SHOWN}个`);

const told = (forbidden: readonly string[], hidden: readonly string[]): string =>
  [
    ...(forbidden.length === 0 ? [] : [`: it has no grant on ${inEnglish(forbidden)}`]),
    ...(hidden.length === 0 ? [] : [`: no row policy shows it every row of ${inEnglish(hidden)}`]),
  ].join('');

const toldInChinese = (forbidden: readonly string[], hidden: readonly string[]): string =>
  [
    ...(forbidden.length === 0 ? [] : [`：对${inChinese(forbidden)}没有权限`]),
    ...(hidden.length === 0 ? [] : [`：没有行级策略向其显示${inChinese(hidden)}的全部行`]),
  ].join('');

export const BACKUP = {
  notAll: (role: string, forbidden: readonly string[], hidden: readonly string[], backup: string): Localized => ({
    en: `${role} may not read the whole database${told(forbidden, hidden)}. Nothing was backed up. Name in BACKUP_URL a login that is in the role ${backup}; gateway/RECOVERY.md has the SQL for it.`,
    zh: `${role}不能读取整个数据库${toldInChinese(forbidden, hidden)}。没有进行备份。请在BACKUP_URL中指定属于角色${backup}的登录用户，所需SQL见gateway/RECOVERY.md。`,
  }),
  notOurs: (place: string): Localized => ({
    en: `${place} holds no database of this gateway: it was never started over it. Name the one that the server uses.`,
    zh: `${place}中没有本网关的数据库：网关从未在其上启动。请指定服务器所用的数据库。`,
  }),
  noFolder: (folder: string): Localized => ({
    en: `There is no embedded database in ${folder}. Set DATA_DIR to the folder of the server, or BACKUP_URL and DATABASE_URL for PostgreSQL.`,
    zh: `${folder}中没有内嵌数据库。请将DATA_DIR设为服务器所用目录；使用PostgreSQL的，请设置BACKUP_URL和DATABASE_URL。`,
  }),
  dumpFailed: (cause: string): Localized => ({
    en: `The database could not be dumped: ${cause}. Nothing that could be taken for a whole backup was left. Put right what it says and run the command again.`,
    zh: `数据库未能导出：${cause}。没有留下可能被当作完整备份的内容。请处理所述问题后重新执行。`,
  }),
  otherRows: (table: string, dumped: number, counted: number): Localized => ({
    en: `The dump does not hold what was counted: ${table} has ${dumped} rows in it, and ${counted} in the database. It was removed. Run the command again, and report it if it stays so.`,
    zh: `导出内容与计数不符：${table}在导出文件中有${dumped}行，在数据库中有${counted}行。该文件已删除。请重新执行；仍然如此的，请予报告。`,
  }),
  inUse: (folder: string, pid: number): Localized => ({
    en: `Process ${pid} is writing a backup to ${folder}. Wait for it, or name another folder.`,
    zh: `进程${pid}正在向${folder}写入备份。请等待其完成，或者指定另一目录。`,
  }),
  stopped: {
    en: 'The server stopped while it wrote the dump. Nothing that could be taken for a whole backup was left. Run the command again.',
    zh: '服务器在导出过程中停止运行，没有留下可能被当作完整备份的内容。请重新执行。',
  },
} as const;
