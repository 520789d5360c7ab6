/**
 * Designates a subject as seriously untrustworthy: a decision with five parts, one of eight grounds, under a published standard (Articles 28, 29, 32
 * and 33).
 */

import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { type Ground, organKindOf, type ResponsibleRole } from '../../../../schema/law/measures/designations.ts';
import { designationMessages } from '../../../../schema/messages/acts/designations.ts';
import { fellDesignation } from '../../../../schema/messages/acts/rights/fallen.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { Identified, identify } from '../../../request/subjects/identify.ts';
import { storeSubjectRows } from '../../../request/subjects/subject-rows.ts';
import { UNLABELLED } from '../../../rights/claims/label.ts';
import { standardFor } from '../../queries/lists.ts';
import type { DesignationRow } from '../../rows.ts';
import { allSaid, checkDay, checkMonths, isTwice, named, said } from '../checks.ts';
import { type NewDesignation, namedIn, storeDesignations, untilOf } from '../designation-rows.ts';
import { type OrganInput, tellOrgans } from '../organs/organ-notices.ts';
import { type Basis, basisOf, knownOfEach } from '../said-of.ts';
import { holdDesignations, sortFallen } from './come-back.ts';

type Reference = Parameters<typeof identify>[1];

interface ResponsibleInput {
  readonly subject: Reference;
  readonly subjectName?: string | null | undefined;
  readonly role: ResponsibleRole;
  readonly evidence: string;
}

export interface DesignateInput {
  readonly subject: Reference;
  readonly subjectName?: string | null | undefined;
  readonly list: string;
  readonly ground: Ground;
  readonly decisionNumber: string;
  readonly reasons: string;
  readonly basisDocument: string;
  readonly months: number;
  readonly removalConditions: string;
  readonly remedies: string;
  readonly designatedOn?: string | null | undefined;
  readonly responsible?: readonly ResponsibleInput[] | null | undefined;
  readonly organ?: OrganInput | null | undefined;
}

function responsibleOf(context: Context, subject: Identified, inputs: readonly ResponsibleInput[]) {
  if (inputs.length > 0 && subject.type !== 'USCC')
    throw badInput('RESPONSIBLE', designationMessages.responsibleOfPerson, '33');
  const persons = inputs.map((input) => ({
    person: named(context, input),
    role: input.role,
    evidence: said('evidence', input.evidence, '33'),
  }));
  for (const { person } of persons)
    if (person.type === 'USCC') throw badInput('RESPONSIBLE', designationMessages.responsibleNoPerson, '33');
  if (new Set(persons.map(({ person }) => person.id)).size < persons.length)
    throw badInput('RESPONSIBLE', designationMessages.responsibleTwice, '33');
  return persons;
}

/** Article 32 applies to every subject whose credit code is that of a state organ, even where the input does not say so. */
function organOf({ type, value }: Identified, input: OrganInput | null | undefined): OrganInput | null {
  const kind = type === 'USCC' ? organKindOf(value) : undefined;
  if (input == null && kind !== undefined) throw badInput('ORGAN', designationMessages.organMissing(kind), '32');
  if (input != null && type !== 'USCC') throw badInput('ORGAN', designationMessages.personNoOrgan, '32');
  if (input != null && kind !== undefined && input.kind !== kind)
    throw badInput('ORGAN', designationMessages.otherOrgan(input.kind, kind), '32');
  return input ?? null;
}

/** Conduct that was waived for a document must not be punished later by the same document (Article 30 §2). */
async function checkNotSpared(em: EntityManager, subjectId: string, { mark, before }: Basis): Promise<void> {
  const { rows } = await sql`select from sanctions.waiver where subject_id = ${subjectId}::uuid
    and coalesce(encode(basis_mark, 'hex'), basis_document) in (${sql.join([mark, ...before])})`.execute(
    em.getKysely(),
  );
  if (rows.length > 0) throw conflict('WAIVED', designationMessages.conductSpared);
}

export async function designate(context: Context, input: DesignateInput): Promise<DesignationRow> {
  const { reasons, basisDocument, removalConditions, remedies } = input;
  allSaid({ reasons, basisDocument, removalConditions, remedies, decisionNumber: input.decisionNumber }, '28');
  const { list, standard } = await standardFor(context, input.list, 'SERIOUS_UNTRUSTWORTHINESS');
  if (!standard.grounds.includes(input.ground))
    throw badInput(
      'GROUND',
      designationMessages.groundNotCovered(list.code, input.ground, standard.edition, standard.grounds),
      '29',
    );
  const subject = named(context, input);
  const months = checkMonths(input.months, standard, '28') ?? input.months;
  const organ = organOf(subject, input.organ);
  const decision: NewDesignation = {
    id: newId(),
    subject,
    list: list.code,
    item: list.item,
    edition: standard.edition,
    ground: input.ground,
    decisionNumber: said('decisionNumber', input.decisionNumber, '28'),
    reasons: said('reasons', reasons, '28'),
    basisDocument: said('basisDocument', basisDocument, '28'),
    removalConditions: said('removalConditions', removalConditions, '28'),
    remedies: said('remedies', remedies, '28'),
    designatedOn: checkDay('designatedOn', input.designatedOn ?? context.request.today, context.request.today),
    months,
    responsible: responsibleOf(context, subject, input.responsible ?? []),
  };
  if (untilOf(decision) < context.request.today) throw badInput('PERIOD', designationMessages.periodOver, '28');
  const listedAlready = () => conflict('LISTED_ALREADY', designationMessages.listedAlready);
  const { secrets, now } = context.platform;
  const everybody = namedIn(decision);
  let basisForm: string;
  try {
    basisForm = await context.request.write('designate', async (em) => {
      await checkNotSpared(em, subject.id, basisOf(secrets, decision.basisDocument));
      const { own, held, standing } = await sortFallen(em, secrets, [decision]);
      if (standing.size > 0) throw listedAlready();
      const fell = own.get(decision.id);
      if (fell !== undefined) throw conflict('FELL', fellDesignation(fell.cause, fell.fellOn));
      await storeSubjectRows(em, now(), everybody);
      return withKnown(em, secrets, knownOfEach(everybody), async (known) => {
        const stored = await storeDesignations(
          em,
          context.platform,
          context.caller.unit ?? '',
          [decision],
          known,
          held,
        );
        const form = stored.get(decision.id);
        if (form === undefined) throw listedAlready();
        await holdDesignations(em, context, [decision], held);
        if (organ !== null) await tellOrgans(em, context, decision, organ, held.size > 0);
        return form;
      });
    });
  } catch (error) {
    throw isTwice(error) ? listedAlready() : error;
  }
  context.snapshot = await context.request.snapshot();
  return {
    ...decision,
    basisDocument: basisForm,
    subjectId: subject.id,
    personal: subject.personal,
    self: false,
    ...UNLABELLED,
    list,
    until: untilOf(decision),
    designatingUnit: context.caller.unit ?? '',
    standardEdition: standard.edition,
    responsibleAs: null,
    onAccountOf: null,
    accountPersonal: undefined,
    evidence: null,
  };
}
