/** A dump of the embedded database without what no world reads: half of its files and bytes, and copying it is a third of opening a world. */
import { PGlite } from '@electric-sql/pglite';

const BLOCK = 512;
const text = (header: Buffer, from: number, to: number): string =>
  header.toString('latin1', from, to).replace(/\0.*$/s, '');

/** Files of the databases `template1` and `template0`, which nobody connects to; their folders and versions stay. */
const OF_TEMPLATES = /^\/?base\/[14]\/(?!PG_VERSION$).+/;

/** Leaves them out of a tar, and of the journal all but the segment of the checkpoint with which the database begins. */
function slim(tar: Buffer, segment: string): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    const name = text(header, 345, 500) + text(header, 0, 100);
    const size = Number.parseInt(text(header, 124, 136), 8) || 0;
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const [, journal] = /^\/?pg_wal\/([0-9A-F]{24})$/.exec(name) ?? [];
    if (!OF_TEMPLATES.test(name) && (journal === undefined || journal === segment)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** The dump as of a checkpoint, so that there is nothing to replay. */
export async function slimDump(dump: Blob): Promise<Buffer> {
  const copy = await PGlite.create({ dataDir: 'memory://', loadDataDir: dump });
  try {
    await copy.exec('checkpoint');
    const { rows } = await copy.query<{ segment: string }>(
      'select pg_walfile_name(redo_lsn) as segment from pg_control_checkpoint()',
    );
    const whole = await copy.dumpDataDir('none');
    return slim(Buffer.from(await whole.arrayBuffer()), rows[0]?.segment ?? '');
  } finally {
    await copy.close();
  }
}
