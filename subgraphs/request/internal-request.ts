/** Acting as somebody without a client: the importer, the seed, the tests. Roles and row policies hold as for everybody. */
import { randomUUID } from 'node:crypto';
import type { Caller, ClientRequest, Platform } from './context.ts';
import { openRequest } from './request.ts';
import type { SnapshotReader } from './snapshot.ts';

/** Opens a request of somebody. */
export type RequestAs = (caller: Partial<Caller> & Pick<Caller, 'role'>) => ClientRequest;

export const openRequestAs =
  (platform: Platform, snapshots: SnapshotReader): RequestAs =>
  (caller) =>
    openRequest(platform, snapshots, {
      unit: null,
      subject: null,
      purpose: null,
      caseReference: null,
      channel: 'WEB',
      requestId: randomUUID(),
      ...caller,
    });
