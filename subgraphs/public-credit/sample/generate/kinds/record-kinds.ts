import type { RecordKind } from './record-kind.ts';
import { BREACH_RECORD_KINDS } from './record-kinds-breach.ts';
import { SERVICE_RECORD_KINDS } from './record-kinds-service.ts';

/** How to write a record of each item that is in neither the registration files nor the exchange form. */
export const RECORD_KINDS: readonly RecordKind[] = [...SERVICE_RECORD_KINDS, ...BREACH_RECORD_KINDS];
