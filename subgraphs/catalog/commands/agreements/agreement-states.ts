/** States of an agreement on conditional opening and the transitions between them (Article 23 (2)). Each change is stored with date and reason. */
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { AgreementEntity, AgreementEventEntity } from '../../entities.ts';
import type { AgreementRow, AgreementState } from '../../rows.ts';
import { checkItems, checkPurposes, checkReason, checkTerm, checkUnit, checkWhole } from '../checks.ts';

export interface AgreementInput {
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
}

function checkAgreement(context: Context, input: AgreementInput): void {
  const { directory } = context.snapshot;
  checkUnit(directory, input.party, ['PARTY']);
  checkItems(directory, input.items);
  checkPurposes(directory, input.purposes);
  checkTerm(input.validFrom, input.validUntil);
  checkWhole('dailyQuota', input.dailyQuota, 1);
  for (const code of input.items)
    if (directory.items.get(code)?.openness === 'SELF_ONLY')
      throw badInput(
        'ITEM_NOT_OPEN',
        `${code} is open to the subject alone.`,
        'An agreement covers items of the tier AGREEMENT.',
        '23',
      );
}

const noteEvent = (
  context: Context,
  em: EntityManager,
  agreementId: string,
  fromState: AgreementState | null,
  toState: AgreementState,
  reason: string,
): void => {
  em.create(AgreementEventEntity, {
    id: newId(),
    agreementId,
    at: context.platform.now(),
    fromState,
    toState,
    reason,
    unit: context.caller.unit ?? '',
  });
};

/** Stores a new agreement in its first state. */
export async function newAgreement(
  context: Context,
  input: AgreementInput,
  state: AgreementState,
): Promise<AgreementRow> {
  checkAgreement(context, input);
  const row = {
    id: newId(),
    ...input,
    items: [...new Set(input.items)],
    purposes: [...new Set(input.purposes)],
    concludedAt: context.platform.now(),
    endedAt: null,
    endReason: null,
    state,
  };
  await context.request.write('control', async (em) => {
    em.create(AgreementEntity, row);
    noteEvent(context, em, row.id, null, state, state === 'DRAFT' ? '起草' : '订立');
    await em.flush();
  });
  context.snapshot = await context.request.snapshot();
  return row;
}

/** For each command: the states that it may start from, and the state that it leads to. */
const TRANSITIONS = {
  ACTIVATE: { from: ['DRAFT'], to: 'IN_FORCE' },
  SUSPEND: { from: ['IN_FORCE'], to: 'SUSPENDED' },
  RESUME: { from: ['SUSPENDED'], to: 'IN_FORCE' },
  END: { from: ['DRAFT', 'IN_FORCE', 'SUSPENDED'], to: 'ENDED' },
} as const satisfies Record<string, { from: readonly AgreementState[]; to: AgreementState }>;

const NEXT: Readonly<Record<AgreementState, string>> = {
  DRAFT: 'It is a draft: activateAgreement or endAgreement.',
  IN_FORCE: 'It is in force: suspendAgreement or endAgreement.',
  SUSPENDED: 'It is suspended: resumeAgreement or endAgreement.',
  ENDED: 'It has ended, and nothing is left to do; conclude a new one.',
};

const unknown = () => notFoundAs('No agreement has this id.', 'Ask agreements for the ids.');

/** Moves an agreement to its next state. Throws CONFLICT where its present state does not allow the command. */
export async function moveAgreement(
  context: Context,
  command: keyof typeof TRANSITIONS,
  id: string,
  reason: string,
): Promise<AgreementRow> {
  const checkedReason = checkReason(reason, '23');
  if (!isId(id)) throw unknown();
  const { from, to } = TRANSITIONS[command];
  const row = await context.request.write('control', async (em) => {
    // The row is locked: of two commands at the same time, the second sees the state that the first one left.
    const agreement = await em.findOne(AgreementEntity, { id: String(id) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (agreement === null) throw unknown();
    const state = agreement.state as AgreementState;
    if (!(from as readonly AgreementState[]).includes(state))
      throw conflict(state, `The agreement cannot become ${to} from ${state}.`, NEXT[state]);
    agreement.state = to;
    if (to === 'ENDED') {
      agreement.endedAt = context.platform.now();
      agreement.endReason = checkedReason;
    }
    noteEvent(context, em, agreement.id, state, to, checkedReason);
    await em.flush();
    return { ...agreement, state: to, endedAt: agreement.endedAt ?? null };
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
