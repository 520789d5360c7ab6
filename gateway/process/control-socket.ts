/**
 * A Unix socket through which a command on this machine hands a file to the running server, or asks for its units: only one process can open the
 * embedded database. The socket lies in DATA_DIR, in a folder that only its owner may enter. Whoever may read DATA_DIR holds the keys anyway.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { z } from 'zod';
import { hasEnded } from '../../schema/law/asking/unit-roles.ts';
import { LANGUAGES, type Language, type Localized } from '../../schema/localized.ts';
import { type ImportProgress, type ImportSummary, importProviderFile, LAYOUTS } from '../../subgraphs/import.ts';
import type { RequestAs } from '../../subgraphs/request/internal-request.ts';
import { KEYS, type KeyHands, keysOrdered } from '../keys/key-order.ts';
import { readBody } from '../message/body.ts';
import type { Counters } from '../metrics/counters.ts';
import { DUMP, sendDump } from './dump-order.ts';
import { handTo, type Reply } from './hand-over.ts';
import { PROVINCE, type ProvinceHands, provinceOrdered } from './province-order.ts';
import { socketOf, type ToldUnit, UNITS } from './units-of-server.ts';

const Order = z.strictObject({
  file: z.string().startsWith('/'),
  layout: z.enum(LAYOUTS),
  unit: z.string().min(1).max(64),
  trial: z.boolean(),
  language: z.enum(LANGUAGES),
});
export type FileOrder = z.infer<typeof Order>;

/** The longest path of a Unix socket is about a hundred bytes. */
const PATH_MAX = 100;

/** Largest order in bytes. It names a file and does not hold it. */
const ORDER_BYTES = 65_536;

async function unitsIn(requestAs: RequestAs): Promise<readonly ToldUnit[]> {
  const request = requestAs({ role: 'PUBLIC' });
  try {
    const { directory } = await request.snapshot();
    return [...directory.units.values()].map((unit) => ({
      code: unit.code,
      name: unit.name,
      kinds: unit.kinds,
      ended: hasEnded(unit, directory.today),
    }));
  } finally {
    await request.abandon();
  }
}

const STOPPED: Localized = {
  en: 'The server stopped while it imported. Start the import again: it goes on where it was.',
  zh: '导入过程中服务器停止运行。请重新执行导入，将从中断处继续。',
};

/** What a running server needs for the orders of commands. */
export interface ControlHands extends ProvinceHands, KeyHands {
  readonly requestAs: RequestAs;
}

/** Listens in DATA_DIR. Undefined where its path is too long for a socket. */
export async function openControl(
  folder: string,
  hands: ControlHands,
  counted: Counters['imported'] = () => undefined,
): Promise<{ close(): Promise<void> } | undefined> {
  const { requestAs } = hands;
  const path = socketOf(folder);
  if (Buffer.byteLength(path) > PATH_MAX) return undefined;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // A killed server leaves its socket file behind. This process holds the lock of the folder, so no server uses the file.
  rmSync(path, { force: true });
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const server = createServer(async (message, response) => {
    if (message.url === UNITS) {
      response.end(JSON.stringify(await unitsIn(requestAs).catch(() => [])));
      return;
    }
    const send = (reply: Reply<unknown, unknown>): void => void response.write(`${JSON.stringify(reply)}\n`);
    const disconnected = new AbortController();
    response.once('close', () => disconnected.abort());
    const signal = AbortSignal.any([disconnected.signal, stopping.signal]);
    let language: Language = 'en';
    const imported = async (asked: IncomingMessage): Promise<ImportSummary> => {
      const order = Order.parse(JSON.parse(await readBody(asked, ORDER_BYTES)));
      ({ language } = order);
      const open = () => requestAs({ role: 'PROVIDER', unit: order.unit });
      const onProgress = (progress: ImportProgress): void => send({ progress });
      const summary = await importProviderFile({ ...order, open, onProgress, signal });
      if (!order.trial) counted(summary);
      return summary;
    };
    const work = async (): Promise<void> => {
      try {
        const progressed = (progress: unknown): void => send({ progress });
        const orders: Readonly<Record<string, () => Promise<unknown>>> = {
          // A province file is applied in one transaction, which is not cut short.
          [PROVINCE]: () => provinceOrdered(hands, message, progressed),
          // Resealing stops between two slices. The same command goes on later.
          [KEYS]: () => keysOrdered(hands, message, progressed, () => !signal.aborted),
        };
        const summary = await (orders[message.url ?? ''] ?? (() => imported(message)))();
        send({ summary });
      } catch (error) {
        const told = error instanceof Error ? error.message : String(error);
        send({ fault: stopping.signal.aborted ? STOPPED[language] : told });
      }
      response.end();
    };
    const one = message.url === DUMP ? sendDump(hands.platform.database, response) : work();
    running.add(one);
    await one.finally(() => running.delete(one));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    // A running import stops between two batches. The same command continues it later.
    close: async () => {
      stopping.abort(new Error(STOPPED.en));
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all(running);
      await closed;
    },
  };
}

/** Hands a file to the server that has DATA_DIR open. Undefined where no server listens. Throws the fault that the server reports. */
export const handOver = (
  folder: string,
  order: FileOrder,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportSummary | undefined> =>
  handTo(folder, { path: '/import', order, stopped: STOPPED[order.language], onProgress });
