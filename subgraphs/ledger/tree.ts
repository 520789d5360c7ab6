/** The stored tree: reads all nodes of a proof at once, by coordinates. */

import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Statement } from '../database/database.ts';
import { type Coordinate, completeSubtrees, type NodeOf, type Range, rangeHash } from './merkle.ts';

interface NodeRow extends Coordinate {
  readonly hash: Uint8Array;
}

/** Nodes at coordinates `$1` (levels) and `$2` (indexes). */
export const NODES: Statement = {
  name: 'ledger-nodes',
  text: `select n.level, n.index::int8::float8 as index, n.hash from ledger.node n
    join unnest($1::int[], $2::int8[]) as asked (level, index) on n.level = asked.level and n.index = asked.index`,
};

/** Runs statements in the transaction that is open. */
export type Ask = <Row>(statement: Statement, parameters: readonly unknown[]) => Promise<Row[]>;

/** Reads nodes. The returned function throws for one that the tree does not have. */
export async function readNodes(ask: Ask, coordinates: readonly Coordinate[]): Promise<NodeOf> {
  const key = ({ level, index }: Coordinate): string => `${level}:${index}`;
  const wanted = new Map(coordinates.map((coordinate) => [key(coordinate), coordinate]));
  const rows =
    wanted.size === 0
      ? []
      : await ask<NodeRow>(NODES, [
          [...wanted.values()].map(({ level }) => level),
          [...wanted.values()].map(({ index }) => index),
        ]);
  const nodes = new Map(rows.map((row) => [key(row), row.hash]));
  return (coordinate) => {
    const node = nodes.get(key(coordinate));
    if (node === undefined) throw new Error(`The ledger's tree has no node ${key(coordinate)}.`);
    return node;
  };
}

/** Hashes of many lists of ranges, with one statement. */
export async function hashLists(ask: Ask, lists: readonly (readonly Range[])[]): Promise<Buffer[][]> {
  const nodeOf = await readNodes(ask, lists.flat().flatMap(completeSubtrees));
  return lists.map((ranges) => ranges.map((range) => rangeHash(range, nodeOf)));
}

/** Reads through anything that has an open snapshot, such as the context of a resolver. */
export const askOf =
  (snapshot: { readonly query: Ask }): Ask =>
  (statement, parameters) =>
    snapshot.query(statement, parameters);

/** Coordinates of the peaks of a tree of this size. */
export function peakCoordinates(
  size: number,
  peaks: readonly { readonly level: number; readonly hash: Uint8Array }[],
): { at: Coordinate; hash: Uint8Array }[] {
  let from = 0;
  return peaks.map(({ level, hash }) => {
    const at = { level, index: from / 2 ** level };
    from += 2 ** level;
    if (from > size) throw new RangeError('The peaks are of a larger tree.');
    return { at, hash };
  });
}

/** Runs statements with `$1` placeholders in the transaction of an entity manager. */
export const askWith =
  (em: EntityManager): Ask =>
  async (statement: Statement, parameters) => {
    const parts = statement.text.split(/\$\d+/);
    const order = [...statement.text.matchAll(/\$(\d+)/g)].map((match) => parameters[Number(match[1]) - 1]);
    let query = sql`${sql.raw(parts[0] ?? '')}`;
    order.forEach((value, index) => {
      query = sql`${query}${value}${sql.raw(parts[index + 1] ?? '')}`;
    });
    return (await query.execute(em.getKysely())).rows as never[];
  };
