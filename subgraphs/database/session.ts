/** Who a transaction speaks for, as the database is told: a role of its own and the variables that its row policies read. */
import type { Due } from '../../schema/law/clocks/calendar.ts';
import type { Role } from '../../schema/law/facts.ts';

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

/** What a unit of work tells the triggers that carry corrections to recipients (Article 39). */
export interface Moment {
  /** Instant of the injected clock, ISO 8601. */
  readonly at: string;
  /** By when a notice that is written now must be acted on. */
  readonly actBy: Due;
}

/** Settings of a session, local to its transaction. `roleName` is a role's name on the server (roles.ts). */
export const settingsOf = (
  session: Session,
  roleName: string,
  moment?: Moment,
): readonly (readonly [string, string])[] => [
  ['credit.role', session.role],
  ['credit.unit', session.unit ?? ''],
  ['credit.purpose', session.purpose ?? ''],
  ['credit.case', session.caseReference ?? ''],
  ['credit.subject', session.subjectId ?? ''],
  ['credit.today', session.today],
  ...(moment === undefined
    ? []
    : ([
        ['credit.moment', moment.at],
        ['credit.act_by', JSON.stringify(moment.actBy)],
      ] as const)),
  // Last: what follows runs under the role.
  ['role', roleName],
];
