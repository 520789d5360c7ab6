/** What is said of PostgreSQL's programs and of connections. */
import type { Localized } from '../../../schema/localized.ts';

export const PROGRAMS = {
  none: (name: string, least: number, found: readonly string[]): Localized => ({
    en: `${name} of PostgreSQL ${least} or newer is needed, and ${found.length === 0 ? 'none was found' : `only ${found.join(', ')} was found`}, in PATH and in /usr/lib/postgresql. Install postgresql-client-${least} or newer.`,
    zh: `需要PostgreSQL ${least}或者更新版本的${name}，在PATH和/usr/lib/postgresql中${found.length === 0 ? '均未找到' : `只找到${found.join('、')}`}。请安装postgresql-client-${least}或者更新版本。`,
  }),
  unreached: (setting: string, cause: string): Localized => ({
    en: `The database of ${setting} cannot be opened: ${cause}. Check user, password, name and whether the server runs.`,
    zh: `无法打开${setting}所指的数据库：${cause}。请核对用户、密码、名称以及服务器是否运行。`,
  }),
  gone: {
    en: 'The database stopped, or the connection to it broke. Nothing that could be taken for a whole backup was left. Run the command again when it answers.',
    zh: '数据库停止运行或者连接中断，没有留下可能被当作完整备份的内容。请在数据库恢复应答后重新执行。',
  },
} as const;
