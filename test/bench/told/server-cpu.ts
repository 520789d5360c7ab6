/** What PostgreSQL does meanwhile: CPU time of a server on this machine, from /proc. Other load hardly changes it, and it shows what of an import is the database's. */
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** Ticks of a second in /proc, on every Linux. */
const TICKS = 100;

/** Fields of /proc/PID/stat from the state on; undefined where the process has ended. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

const sum = (stat: readonly string[], ...fields: readonly number[]): number =>
  fields.reduce((total, field) => total + Number(stat[field]), 0);

/** Returns a function that tells the seconds of CPU time of the server so far: of its processes, and of those that have ended. */
export async function serverCpu(url: string): Promise<() => number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const parent = Number(statOf(rows[0]?.pid ?? 0)?.[1]);
  await client.end();
  return () => {
    const children = readdirSync('/proc').flatMap((name) => {
      const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
      return stat !== undefined && Number(stat[1]) === parent ? [sum(stat, 11, 12)] : [];
    });
    const own = statOf(parent);
    return (
      (children.reduce((total, one) => total + one, 0) + (own === undefined ? 0 : sum(own, 11, 12, 13, 14))) / TICKS
    );
  };
}

/**
 * Returns a function that forgets whom parties asked about today. A subject is counted once a day, so that the first side of a run would pay for all that follow,
 * and a small province for none.
 */
export async function uncounted(url: string): Promise<{ forget: () => Promise<void>; end: () => Promise<void> }> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return {
    forget: async () => {
      await owner.query('truncate ledger.quota_subject, ledger.quota');
    },
    end: () => owner.end(),
  };
}
