/** The thing that an objection is about: a row of the subject's own, whatever it is displayed to (Article 39). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import {
  aboutThing,
  isAbout,
  type ObjectionField,
  type ObjectionSubject,
  type ThingKind,
} from '../../../../schema/law/matter/objections.ts';
import { objectionMessages } from '../../../../schema/messages/acts/rights/objections.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { StatementKind, SubjectRow } from '../../rows.ts';

export interface Thing {
  readonly kind: ThingKind;
  readonly heldIn: string;
  readonly item: string;
  /** The unit that answers for it. */
  readonly unit: string;
  readonly fell: boolean;
}

const FELL = (today: string) => sql`(display = 'ARCHIVED' or displayed_until < ${today}::date)`;

async function readThing(em: EntityManager, subjectId: string, id: string, today: string): Promise<Thing | undefined> {
  const own = sql`subject_id = ${subjectId}::uuid and id = ${id}::uuid`;
  const { rows } =
    await sql<Thing>`select case type when 'AssessmentRecord' then 'ASSESSMENT' else 'RECORD' end as kind, 'public_credit.record' as "heldIn",
      item, providing_unit as unit, coalesce(${FELL(today)}, false) as fell from public_credit.record where ${own} and current
    union all select 'NON_PUBLIC', 'non_public_credit.record', item, collector, coalesce(${FELL(today)}, false)
      from non_public_credit.record where ${own} and current
    union all select 'DESIGNATION', 'sanctions.designation', item, designating_unit, coalesce(${FELL(today)}, false)
      from sanctions.designation where ${own}
    union all select 'INCENTIVE', 'sanctions.incentive', item, designating_unit, coalesce(${FELL(today)}, false)
      from sanctions.incentive where ${own}`.execute(em.getKysely());
  return rows[0];
}

const OWNED = { record: 'record', designation: 'designation', statement: 'record', item: 'record' } as const;

/** Throws NOT_FOUND for what is not its own, BAD_USER_INPUT for a thing of another kind, CONFLICT for what fell. */
export async function thingInQuestion(
  em: EntityManager,
  {
    subjectId,
    about,
    field,
    id,
    today,
  }: {
    readonly subjectId: string;
    readonly about: ObjectionSubject;
    readonly field: ObjectionField;
    readonly id: string;
    readonly today: string;
  },
): Promise<Thing> {
  const thing = isId(id) ? await readThing(em, subjectId, id, today) : undefined;
  if (thing === undefined) throw notFound(OWNED[field]);
  if (!isAbout(about, thing.kind, field)) {
    const kind = aboutThing(thing.kind);
    throw badInput(
      'WRONG_KIND',
      objectionMessages.otherKind(about, kind, kind === 'DESIGNATION' ? 'designation' : 'record'),
      '39',
    );
  }
  if (thing.fell) throw conflict('FALLEN', objectionMessages.fallen);
  return thing;
}

/** Which of its statements is in question: the one that is named, or the only one. */
export function statementInQuestion(
  subject: SubjectRow,
  id: string,
  named: StatementKind | null | undefined,
): StatementKind {
  const kinds = [...new Set(subject.statements.filter((one) => one.recordId === id).map(({ kind }) => kind))];
  const [only] = kinds;
  const kind = named ?? (kinds.length === 1 ? only : undefined);
  if (kind === undefined || !kinds.includes(kind))
    throw badInput('STATEMENT_KIND', objectionMessages.statementKind(kinds), '39');
  return kind;
}
