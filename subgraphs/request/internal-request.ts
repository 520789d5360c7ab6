/** Acting as somebody without a client: the importer, the seed, the tests. Roles and row policies hold as for everybody. */
import { randomUUID } from 'node:crypto';
import type { Caller, ClientRequest, House } from './context.ts';
import { openRequest } from './request.ts';
import type { DirectoryReader } from './snapshot.ts';

/** Opens a request of somebody. */
export type Act = (caller: Partial<Caller> & Pick<Caller, 'role'>) => ClientRequest;

export const actor =
  (house: House, directories: DirectoryReader): Act =>
  (caller) =>
    openRequest(house, directories, {
      unit: null,
      subject: null,
      purpose: null,
      caseReference: null,
      channel: 'WEB',
      requestId: randomUUID(),
      ...caller,
    });
