/** What ends a backup or a restore: a sentence in each language that says what is wrong and what to do. */
import type { Localized } from '../../schema/localized.ts';

export class Refused extends Error {
  readonly said: Localized;
  constructor(said: Localized, cause?: unknown) {
    super(said.en, { cause });
    this.said = said;
  }
}

/** Codes of the system by which a disk or a quota is full. A limit on the size of files (`ulimit -f`) is told by EFBIG. */
const FULL = /^E(?:NOSPC|FBIG|DQUOT)$/;
const FORBIDDEN = /^E(?:ACCES|PERM|ROFS|NOTDIR|NOENT|NAMETOOLONG|ISDIR|EXIST|IO)$/;

/** Numbers by which the embedded database (WebAssembly, wasi) tells the same. */
const OF_EMBEDDED: Readonly<Record<number, string>> = { 19: 'EDQUOT', 22: 'EFBIG', 51: 'ENOSPC' };

function codeOf(error: unknown): string {
  const { code, errno, name, cause } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (code === undefined && name !== 'ErrnoError' && cause !== undefined && cause !== null) return codeOf(cause);
  return name === 'ErrnoError' ? (OF_EMBEDDED[Number(errno)] ?? '') : String(code ?? '');
}

export const isFull = (error: unknown): boolean => FULL.test(codeOf(error));

/** An error of writing below `path` as a sentence; any other as it is. */
export function writeFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (FULL.test(code))
    return new Refused(
      {
        en: `There is no room to write ${path} (${code}). Nothing that could be taken for a whole one was left. Make room, or name another folder.`,
        zh: `写入${path}时空间不足（${code}），没有留下可能被当作完整备份的内容。请腾出空间，或者指定另一目录。`,
      },
      error,
    );
  if (FORBIDDEN.test(code))
    return new Refused(
      {
        en: `${path} cannot be made or written (${code}). Name a folder that this user may write.`,
        zh: `${path}无法建立或者写入（${code}）。请指定当前用户可以写入的目录。`,
      },
      error,
    );
  return error;
}

/** PostgreSQL's classes of what happens when a server goes away, and Node's codes of a broken connection. */
const GONE = /^(?:57P0[123]|08\w{3}|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;

/** Whether the database stopped, or the connection to it broke. What was refused has its own sentence, whatever caused it. */
export const isGone = (error: unknown): boolean =>
  !(error instanceof Refused) &&
  (GONE.test(codeOf(error)) ||
    (error instanceof Error && /Connection terminated|connection error and is not queryable/.test(error.message)));
