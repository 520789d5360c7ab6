/** The caller of a transaction, as settings of its database session: its database role, and the variables that row policies read. */
import type { Due } from '../../schema/law/clocks/calendar.ts';
import type { Role } from '../../schema/law/facts.ts';

export interface Session {
  readonly role: Role;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** Code of the matter that a department named; absent where it named none. */
  readonly matter?: string | null;
  /** Id of the calling subject; of the agent where it acts under a mandate. */
  readonly subjectId: string | null;
  /** The mandate, and what of it the transaction rests on: the database finds the principal. Absent where a subject asks for itself. */
  readonly acting?: { readonly mandate: string; readonly scopes: readonly string[] };
  /** Id of the question of which this is one part, where several processes answer it. */
  readonly question?: string;
  /** Date in Asia/Shanghai. */
  readonly today: string;
}

/** What a writing transaction passes to the triggers that notify recipients of corrections (Article 39). */
export interface Moment {
  /** Instant of the injected clock, ISO 8601. */
  readonly at: string;
  /** Due date of a notice that is written now. */
  readonly actBy: Due;
}

/** What the settings of a session are prepared under: their number depends on it. */
export const kindOf = ({ acting, question }: Session): string =>
  `${acting === undefined ? '' : '-acting'}${question === undefined ? '' : '-part'}`;

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
  ['credit.matter', session.matter ?? ''],
  ['credit.subject', session.subjectId ?? ''],
  ...(session.acting === undefined
    ? []
    : ([
        ['credit.mandate', session.acting.mandate],
        ['credit.scopes', session.acting.scopes.join()],
      ] as const)),
  ...(session.question === undefined ? [] : ([['credit.question', session.question]] as const)),
  ['credit.today', session.today],
  ...(moment === undefined
    ? []
    : ([
        ['credit.moment', moment.at],
        ['credit.act_by', JSON.stringify(moment.actBy)],
      ] as const)),
  // Last, because everything after it runs under the role.
  ['role', roleName],
];
