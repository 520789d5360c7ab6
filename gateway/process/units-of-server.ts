/** Asks the running server for its units, through its socket in DATA_DIR (control-socket.ts). Imports little: a command that prints a token starts at once. */
import { request } from 'node:http';
import { join } from 'node:path';
import type { UnitKind } from '../../schema/law/facts.ts';

/** In a subfolder of mode 700. */
export const socketOf = (folder: string): string => join(folder, 'control', 'socket');

/** Path under which a command asks for the units. */
export const UNITS = '/units';

/** A command waits so long for the server to name its units. */
const ASK_TIMEOUT_MS = 3_000;

/** A registered unit, as a command reads it. */
export interface ToldUnit {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly UnitKind[];
  readonly ended: boolean;
}

/** The units of the server that has DATA_DIR open. Undefined where no server listens, or does not answer. */
export function unitsOfServer(folder: string): Promise<readonly ToldUnit[] | undefined> {
  return new Promise((resolve) => {
    const call = request({ socketPath: socketOf(folder), path: UNITS, timeout: ASK_TIMEOUT_MS }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => {
        try {
          resolve(JSON.parse(body) as ToldUnit[]);
        } catch {
          resolve(undefined);
        }
      });
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(undefined));
    call.end();
  });
}
