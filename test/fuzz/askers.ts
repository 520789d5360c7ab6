/** The callers of the fuzz tests: as holders of tokens (`Asker`, null for PUBLIC), and as the Caller that the subgraphs get (`callerOf`). */
import { randomUUID } from 'node:crypto';
import type { IdentifierType, Role } from '../../schema/law/facts.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import {
  ANALYST,
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  PERMIT_OFFICE,
  subject,
} from '../kit.ts';

export type Asker = Holder | null;

export const ASKERS: readonly Asker[] = [
  null,
  BANK_A,
  PERMIT_OFFICE,
  OPERATOR,
  ANALYST,
  MARKET_REGULATION,
  subject(MEI),
  subject(COMPANY),
];

const PURPOSES: Readonly<Record<string, string>> = { party: 'LOAN_ORIGINATION', department: 'PERMIT' };

export function callerOf(asker: Asker, subjectId: (type: IdentifierType, value: string) => string): Caller {
  const own = asker?.subject;
  return {
    role: (asker?.role.toUpperCase() ?? 'PUBLIC') as Role,
    unit: asker?.unit ?? null,
    subject: own === undefined ? null : { ...own, id: subjectId(own.type, own.value) },
    purpose: PURPOSES[asker?.role ?? ''] ?? null,
    matter: asker?.role === 'department' ? 'SPECIAL-OPERATION-PERMIT' : null,
    caseReference: asker?.role === 'department' ? '案1' : null,
    channel: 'TERMINAL',
    requestId: randomUUID(),
  };
}
