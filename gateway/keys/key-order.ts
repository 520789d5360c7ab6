/** What commands about keys ask of the database. Carried out here, or by the server that has the embedded database open. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { keyMessages } from '../../schema/messages/keys.ts';
import type { Said } from '../../schema/messages/said.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { readBody } from '../message/body.ts';
import { type KeyMark, type KeyRows, keyMarks, retire, rowsByKey } from './key-rows.ts';
import { type Living, livingProcesses } from './presence.ts';
import { type Resealed, type ResealProgress, resealAll } from './reseal.ts';

/** Path under which the socket takes the order. */
export const KEYS = '/keys';

const ORDER_BYTES = 65_536;

const id = z.string().min(1).max(256);
const Order = z.discriminatedUnion('what', [
  /** What stands: with `counted` also what each key sealed, for which tables are read whole. */
  z.strictObject({ what: z.literal('standing'), counted: z.boolean() }),
  /** Moves everything to the key `to`, the first of the file. */
  z.strictObject({ what: z.literal('reseal'), to: id }),
  /** Takes the key out of use where nothing is sealed with it any more. */
  z.strictObject({ what: z.literal('retire'), id }),
]);
export type KeyOrder = z.infer<typeof Order>;

export interface Standing {
  readonly marks: readonly KeyMark[];
  readonly rows: readonly KeyRows[];
  /** All that have the database open but the command itself. */
  readonly processes: readonly Living[];
}

export type KeyResult =
  | { readonly standing: Standing }
  | { readonly resealed: Resealed }
  | { readonly retired: true }
  | { readonly refused: Said };

export interface KeyHands {
  readonly platform: Platform;
  /** Of the process that carries the order out. */
  readonly presence: { readonly id: string };
  /** The id of the key that it seals with. */
  readonly sealsWith: string;
}

const named = ({ host, pid }: Living): string => `${host} ${pid}`;

/** Rows and processes that still need a key, as a refusal; undefined where none does. */
async function needed({ platform: { database } }: KeyHands, key: string, others: readonly Living[]) {
  const rows = (await rowsByKey(database)).filter((one) => one.key === key);
  if (rows.length > 0)
    return keyMessages.rowsNeedKey(
      key,
      rows.map(({ place, rows: count }) => `${place}: ${count}`),
    );
  const sealing = others.filter(({ sealsWith }) => sealsWith === key);
  return sealing.length > 0 ? keyMessages.processesSeal(sealing.map(named), key) : undefined;
}

/**
 * Carries out an order. `own`: whether the process that carries it out is the command itself, which then is none of the processes that it asks about.
 */
export async function carryOutKeys(
  hands: KeyHands,
  order: KeyOrder,
  own: boolean,
  onProgress: (progress: ResealProgress) => void,
  goesOn: () => boolean,
): Promise<KeyResult> {
  const { platform, presence, sealsWith } = hands;
  const { database, secrets } = platform;
  const processes = await livingProcesses(database, own ? presence.id : undefined);
  if (order.what === 'standing')
    return {
      standing: {
        marks: await keyMarks(database),
        rows: order.counted ? await rowsByKey(database) : [],
        processes,
      },
    };
  if (order.what === 'reseal') {
    const behind = processes.filter((one) => one.sealsWith !== order.to);
    if (behind.length > 0) return { refused: keyMessages.processesSealOtherwise(behind.map(named), order.to) };
    // The command read another file than the process that it asks.
    if (sealsWith !== order.to) return { refused: keyMessages.processesSealOtherwise([sealsWith], order.to) };
    return { resealed: await resealAll({ database, secrets, to: order.to }, onProgress, goesOn) };
  }
  const refused = await needed(hands, order.id, processes);
  if (refused !== undefined) return { refused };
  await retire(database, order.id);
  return { retired: true };
}

/** Reads an order from the socket and carries it out. */
export const keysOrdered = async (
  hands: KeyHands,
  message: IncomingMessage,
  onProgress: (progress: ResealProgress) => void,
  goesOn: () => boolean,
): Promise<KeyResult> =>
  carryOutKeys(hands, Order.parse(JSON.parse(await readBody(message, ORDER_BYTES))), false, onProgress, goesOn);
