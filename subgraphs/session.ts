/** Who a transaction speaks for, as the database is told: a role of its own and the variables that its row policies read. */
import type { Role } from '../schema/law/facts.ts';

export interface Session {
  readonly role: Role;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** Id of the calling subject. */
  readonly subjectId: string | null;
  /** Date in Asia/Shanghai. */
  readonly today: string;
}

/** Database role that a caller reads under. */
export const readerRole = (role: Role): string => `credit_${role.toLowerCase()}`;

/** Settings of a session, local to its transaction. */
export const settingsOf = (session: Session, databaseRole: string): readonly (readonly [string, string])[] => [
  ['credit.role', session.role],
  ['credit.unit', session.unit ?? ''],
  ['credit.purpose', session.purpose ?? ''],
  ['credit.case', session.caseReference ?? ''],
  ['credit.subject', session.subjectId ?? ''],
  ['credit.today', session.today],
  // Last: what follows runs under the role.
  ['role', databaseRole],
];
