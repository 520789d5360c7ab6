/** Requests without an HTTP client: of the importer, the seed, the jobs and the tests. Roles and row policies apply to them as to every request. */
import { randomUUID } from 'node:crypto';
import type { Caller, ClientRequest, Platform } from './context.ts';
import { openRequest } from './request.ts';
import type { SnapshotReader } from './snapshot.ts';

/** Opens a request for a caller. */
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
