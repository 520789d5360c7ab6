/** Only one process may open an embedded database: PGlite does not see a second one and both would write. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Takes the folder for this process; returns what gives it back. Throws if a living process holds it. */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const take = (): void => writeFileSync(file, String(process.pid), { flag: 'wx' });
  try {
    take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (Number.isInteger(holder) && alive(holder))
      throw new Error(
        `The embedded database in ${folder} is in use by process ${holder}. Stop that process first, or set DATABASE_URL to a PostgreSQL server that several processes can share.`,
      );
    // The process that held it is gone: it was killed before it could give the folder back.
    rmSync(file, { force: true });
    take();
  }
  return () => rmSync(file, { force: true });
}
