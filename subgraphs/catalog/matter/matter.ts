/**
 * The query of a permit desk (Articles 43 and 44): who may ask, and about whom. The gateway fetches the parts from the other subgraphs;
 * `matter-answer.ts` composes them.
 */

import { GraphQLError } from 'graphql';
import { badInput, forbidden, repeated } from '../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../schema/law/asking/batch-sizes.ts';
import { inputMessages, sizeMessages } from '../../../schema/messages/acts/inputs.ts';
import { aboutNobody, type IdTable } from '../../authorization/ids.ts';
import { type Guard, gatewayOnly, inquiry, open, type Policy, roles } from '../../authorization/policy.ts';
import { matterKey, matterReference } from '../../matter/matter.ts';
import type { Context, Duty } from '../../request/context.ts';
import { identify } from '../../request/subjects/identify.ts';
import type { MatterRow } from '../rows.ts';
import type { Resolvers, ResolversParentTypes } from '../types.generated.ts';
import { type Given, given } from './matter-answer.ts';

/** Most subjects of one query. */
const BATCH_MAX = BATCH_SIZES.matterChecks;

/** The duty of the matter that the query asks about. Within the answer it decides alone, also where the header names no matter. */
function dutyFor(context: Context, matter: string): Duty {
  const named = context.caller.matter ?? null;
  if (named !== null && named !== matter)
    throw badInput('MATTER_DIFFERS', inputMessages.matterDiffers(repeated(named), repeated(matter)), '22');
  const duty = context.snapshot.grounds.nameable.find((one) => one.matter === matter);
  if (duty === undefined) throw forbidden('DUTY_REQUIRED', '22');
  return duty;
}

function question(context: Context, duty: Duty, subject: Parameters<typeof identify>[1]): MatterRow {
  const { id, personal } = identify(context.platform, subject);
  return { key: matterKey(context, id, personal, duty) };
}

/** Returns a refusal instead of throwing it: in a list it becomes the error of that element. */
function settled<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) return error as Value;
    throw error;
  }
}

export const matterQueries: Pick<NonNullable<Resolvers['Query']>, 'matterCheck' | 'matterChecks'> = {
  matterCheck: (_root, { subject, matter }, context) => question(context, dutyFor(context, matter), subject),
  matterChecks: (_root, { subjects, matter }, context) => {
    if (subjects.length > BATCH_MAX) throw badInput('BATCH_SIZE', sizeMessages.subjects(subjects.length, BATCH_MAX));
    const duty = dutyFor(context, matter);
    return subjects.map((subject) => settled(() => question(context, duty, subject)));
  },
};

type Answered = keyof Given;
const answered = <Field extends Answered>(field: Field) => ({
  [field]: async (row: MatterRow, _args: unknown, context: Context) => (await given(context, row))?.[field] ?? null,
});

export const matterResolvers: Pick<Resolvers, 'MatterCheck' | 'MatterFinding'> = {
  MatterCheck: {
    __resolveReference: (row) => {
      const { publicCreditPart, sanctionsPart } = row as unknown as MatterRow;
      const reference = matterReference(row);
      return reference === null ? null : { ...reference, publicCreditPart, sanctionsPart };
    },
    ...(Object.assign(
      {},
      ...(
        [
          'id',
          'answeredAt',
          'supersedes',
          'subjectFound',
          'findings',
          'measures',
          'pledge',
          'incentives',
          'supervision',
          'complete',
          'missingSources',
          'token',
        ] as const
      ).map(answered),
    ) as object),
  },
  MatterFinding: {
    item: ({ item }, _args, context) => {
      const { items, editions } = context.snapshot.directory;
      const found = items.get(item) ?? editions.find(({ code }) => code === item);
      if (found === undefined) throw new Error('A finding names an item that no edition of the catalog holds.');
      return found;
    },
  },
};

/** An answer is one department's own. What it found has the department's ids already (matter-answer.ts), because the token is signed over them. */
export const matterIds: IdTable<ResolversParentTypes>['fields'] = {
  MatterCheck: { key: aboutNobody, id: aboutNobody, supersedes: aboutNobody },
  MatterFinding: { recordId: aboutNobody, designationId: aboutNobody },
};

const department = roles('44', 'DEPARTMENT');
/** The matter is an argument of the query, so that it is not asked for a second time. */
const kind = inquiry('UNCONDITIONAL', undefined, { matterStated: true });
/** A department, for a registered duty, with a case reference (Articles 22 and 44). */
const desk: Guard = {
  name: 'desk-with-its-case',
  check: (context, parent, field) => department.check?.(context, parent, field) ?? kind.check?.(context, parent, field),
};

export const matterQueryPolicy: Record<'matterCheck' | 'matterChecks', Guard> = {
  matterCheck: desk,
  matterChecks: desk,
};

export const matterPolicy: Pick<
  Policy<Resolvers>,
  'MatterCheck' | 'MatterFinding' | 'MatterMeasure' | 'MatterIncentive' | 'PledgeEligibility' | 'Supervision'
> = {
  MatterCheck: {
    key: gatewayOnly,
    // Parts from other subgraphs. The generated resolver types leave these fields out.
    ...({ publicCreditPart: gatewayOnly, sanctionsPart: gatewayOnly } as object),
    id: desk,
    answeredAt: desk,
    supersedes: desk,
    subjectFound: desk,
    findings: desk,
    measures: desk,
    pledge: desk,
    incentives: desk,
    supervision: desk,
    complete: desk,
    missingSources: desk,
    token: desk,
  },
  MatterFinding: {
    kind: open,
    recordId: open,
    designationId: open,
    item: open,
    summary: open,
    article: open,
    objected: open,
    ownStatement: open,
  },
  MatterMeasure: {
    code: open,
    name: open,
    kind: open,
    listEdition: open,
    article: open,
    from: open,
    until: open,
    objected: open,
  },
  MatterIncentive: { code: open, name: open, article: open, objected: open },
  PledgeEligibility: { eligible: open, reasons: open },
  Supervision: { class: open, assessmentEdition: open, objected: open },
};
