/** Callers of every combination, what the facts say of each row for them, and the rows that each wall in SQL alone lets through. */
import { KIND_OF_ROLE } from '../../schema/law/asking/unit-roles.ts';
import { OPENNESS, ROLES, type Role, SHARING } from '../../schema/law/facts.ts';
import type { Scope } from '../../schema/law/scope.ts';
import {
  asked,
  formFor,
  inForms,
  scopeCondition,
  scopeParametersOf,
  seenRows,
} from '../../subgraphs/authorization/scope-sql.ts';
import type { Database } from '../../subgraphs/database/database.ts';
import { readerRole } from '../../subgraphs/database/roles.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import type { Caller, Context } from '../../subgraphs/request/context.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import { bitsOf, CALLERS, DISPLAYS, factsAt, numberOf } from './combinations.ts';
import { session } from './facts-database.ts';
import {
  AGREEMENTS,
  controlId,
  DUTIES,
  type HeldRow,
  type HeldSubject,
  type HeldUnit,
  MATTER,
  PURPOSE,
  ROWS,
  SUBJECTS,
  UNITS,
} from './held-facts.ts';
import { lawful } from './law-by-articles.ts';
import type { FactsTable } from './plant.ts';

export interface FactsCaller {
  readonly role: Role;
  readonly unit: HeldUnit;
  readonly purposeStated: boolean;
  readonly caseStated: boolean;
  /** Whether it names the one of its matters. */
  readonly matterNamed: boolean;
  /** Id of the calling subject. */
  readonly self: string | null;
}

const BOTH = [false, true] as const;

/** A unit of this state that carries the role. The public and subjects have none: they send one all the same, and it must not count. */
const unitOf = (role: Role, agreements: HeldUnit['agreements'], duties: HeldUnit['duties']): HeldUnit => {
  const kind = role === 'PUBLIC' || role === 'SUBJECT' ? 'PARTY' : KIND_OF_ROLE[role];
  const found = UNITS.find(
    (unit) => unit.agreements === agreements && unit.duties === duties && unit.kinds.includes(kind),
  );
  if (found === undefined) throw new Error(`No unit carries the role ${role}.`);
  return found;
};

/** Every caller: role, state of agreements and duties, purpose, case, matter; of the role SUBJECT each held subject. */
export const FACTS_CALLERS: readonly FactsCaller[] = ROLES.flatMap((role) =>
  (role === 'SUBJECT' ? SUBJECTS.map(({ id }) => id) : [null]).flatMap((self) =>
    AGREEMENTS.flatMap((agreements) =>
      DUTIES.flatMap((duties) =>
        (duties === 'SEVERAL' ? BOTH : [false]).flatMap((matterNamed) =>
          BOTH.flatMap((purposeStated) =>
            BOTH.map((caseStated) => ({
              role,
              unit: unitOf(role, agreements, duties),
              purposeStated,
              caseStated,
              matterNamed,
              self,
            })),
          ),
        ),
      ),
    ),
  ),
);

export const sessionOf = ({ role, unit, purposeStated, caseStated, matterNamed, self }: FactsCaller): Session =>
  session(role, {
    unit: unit.code,
    purpose: purposeStated ? PURPOSE : null,
    caseReference: caseStated ? '1' : null,
    matter: matterNamed ? MATTER : null,
    subjectId: self,
  });

/** Whether a subject authorized the caller. */
type Authorizes = (subject: HeldSubject) => boolean;

/** The combination that a row is for a caller, from what was planted. */
export function combinationOf(
  caller: FactsCaller,
  { subject, item, fact }: HeldRow,
  authorizes: Authorizes = (one) => one.authorizes,
): number {
  const { role, unit, purposeStated, caseStated, matterNamed, self } = caller;
  const relation = self === subject.id ? 'SELF' : 'OTHER';
  const inForce = unit.agreements !== 'NONE';
  const purposeAgreed = purposeStated && unit.agreements === 'PURPOSE';
  const registered = purposeStated && unit.duties !== 'NONE';
  const matterStated = registered && (unit.duties === 'ONE' || matterNamed);
  return numberOf({
    caller: CALLERS.findIndex((one) => one.role === role && one.relation === relation),
    openness: OPENNESS.indexOf(item.openness),
    sharing: SHARING.indexOf(item.sharing),
    display: DISPLAYS.indexOf(fact),
    bits: bitsOf({
      personal: subject.personal,
      published: item.published,
      purposeStated,
      caseStated,
      inForce,
      purposeAgreed,
      itemAgreed: purposeAgreed && item.agreed,
      registered,
      matterStated,
      itemCovered: matterStated && item.covered,
      authorized: purposeStated && authorizes(subject),
    }),
  });
}

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort();

/** Ids of the rows that the law opens to the caller, and the combinations that were asked with it. */
export function expectedOf(
  caller: FactsCaller,
  authorizes?: Authorizes,
): { readonly open: string[]; readonly combinations: readonly number[] } {
  const combinations = ROWS.map((row) => combinationOf(caller, row, authorizes));
  return {
    open: ids(ROWS.filter((_, index) => lawful(factsAt(combinations[index] ?? 0)) === 'allow')),
    combinations,
  };
}

const callerOf = ({ role, unit, purpose, caseReference, matter = null, subjectId }: Session): Caller => ({
  role,
  unit,
  subject: subjectId === null ? null : { type: 'USCC', value: subjectId, id: subjectId },
  purpose,
  caseReference,
  matter,
  channel: 'WEB',
  requestId: controlId(0),
});

/** The scope of a caller, from its entitlements in the database. */
export async function scopeIn(database: Database, snapshots: SnapshotReader, as: Session): Promise<Scope> {
  const transaction = await database.read(as);
  try {
    return (await snapshots.read(transaction, callerOf(as), as.today)).scope;
  } finally {
    await transaction.close();
  }
}

/**
 * Rows that the scope lets through where no row policy withholds any: the statement runs as the role that ends displays, which may read every row of
 * these tables.
 */
export const throughScope = async (
  database: Database,
  as: Session,
  table: FactsTable,
  scope: Scope,
): Promise<string[]> =>
  ids(
    await database.execute(
      as,
      'due',
      { name: `scope-${table}`, text: `select t.id from ${table} t where ${scopeCondition('t', 1)}` },
      scopeParametersOf({ request: { today: as.today } } as Context, scope),
    ),
  );

/** The same for the statement that finds rows of these subjects by key, as the queries do. */
export async function throughKeys(database: Database, as: Session, table: FactsTable, scope: Scope): Promise<string[]> {
  const parameters = scopeParametersOf({ request: { today: as.today } } as Context, scope);
  const statement = inForms(`keys-${table}`, (form) => {
    const seen = seenRows(table, 't', 2, form);
    return `with ${asked('$1::uuid[]', 2, [table])} select t.id from ${seen.from} where ${seen.where}`;
  });
  const read = async (subjects: readonly string[]): Promise<string[]> =>
    ids(await database.execute(as, 'due', formFor(statement, subjects, parameters), [subjects, ...parameters]));
  const all = SUBJECTS.map(({ id }) => id);
  const each: string[] = [];
  for (const id of all) each.push(...(await read([id])));
  // One by one as all at once.
  const together = await read(all);
  if (each.sort().join() !== together.sort().join())
    throw new Error(`${table}: ${each.length} rows are found one subject at a time, and ${together.length} together.`);
  return together;
}

/** Rows that the row policies let through, with no condition of the statement. */
export const throughPolicies = async (database: Database, as: Session, table: string): Promise<string[]> =>
  ids(
    await database.execute(
      as,
      readerRole(as.role),
      { name: `policy-${table}`, text: `select t.id from ${table} t` },
      [],
    ),
  );
