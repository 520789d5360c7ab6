/** States of an agreement on conditional opening and the transitions between them (Article 23 (2)). Each change is stored with date and reason. */
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import { AGREEMENT_NEXT, agreementMessages } from '../../../../schema/messages/acts/catalog.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { newId } from '../../../request/request.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { AgreementEntity, AgreementEventEntity } from '../../entities.ts';
import type { AgreementRow, AgreementState } from '../../rows.ts';
import { checkItems, checkPurposes, checkReason, checkTerm, checkUnit, checkWhole } from '../checks.ts';
import { holdUnits, referenceOf } from '../units/unit-checks.ts';

export interface AgreementInput {
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
  /** Number of the contract; a trigger gives one where there is none. */
  readonly reference?: string;
}

/** What is agreed. Throws BAD_USER_INPUT with what is wrong. */
export function checkedAgreement(directory: Directory, input: AgreementInput): AgreementInput {
  checkUnit(directory, input.party, ['PARTY']);
  checkItems(directory, input.items);
  checkPurposes(directory, input.purposes);
  checkTerm(input.validFrom, input.validUntil);
  checkWhole('dailyQuota', input.dailyQuota, 1);
  for (const code of input.items)
    if (directory.items.get(code)?.openness === 'SELF_ONLY')
      throw badInput('ITEM_NOT_OPEN', agreementMessages.itemNotOpen(code), '23');
  const reference = input.reference === undefined ? {} : { reference: referenceOf('reference', input.reference) };
  return { ...input, ...reference, items: [...new Set(input.items)], purposes: [...new Set(input.purposes)] };
}

/** Who changes an agreement, and when. A province file says why, where a command does not. */
export interface Occasion {
  readonly at: Date;
  readonly unit: string;
  readonly reason?: string;
}

const occasionOf = ({ caller, platform }: Context): Occasion => ({ at: platform.now(), unit: caller.unit ?? '' });

const noteEvent = (
  em: EntityManager,
  { at, unit }: Occasion,
  agreementId: string,
  fromState: AgreementState | null,
  toState: AgreementState,
  reason: string,
): void => {
  em.create(AgreementEventEntity, {
    id: newId(),
    agreementId,
    at,
    fromState,
    toState,
    reason,
    unit,
  });
};

/** Stores a checked agreement in its first state. */
export async function storeAgreement(
  em: EntityManager,
  agreement: AgreementInput,
  state: AgreementState,
  occasion: Occasion,
): Promise<AgreementRow> {
  const row = {
    id: newId(),
    ...agreement,
    items: [...agreement.items],
    purposes: [...agreement.purposes],
    concludedAt: occasion.at,
    endedAt: null,
    endReason: null,
    state,
  };
  await holdUnits(em, [row.party]);
  em.create(AgreementEntity, row);
  noteEvent(em, occasion, row.id, null, state, occasion.reason ?? (state === 'DRAFT' ? '起草' : '订立'));
  await em.flush();
  return row;
}

/** Checks and stores a new agreement. */
export async function newAgreement(
  context: Context,
  input: AgreementInput,
  state: AgreementState,
): Promise<AgreementRow> {
  const agreement = checkedAgreement(context.snapshot.directory, input);
  const row = await context.request.write('control', (em) => storeAgreement(em, agreement, state, occasionOf(context)));
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

/** Ends every agreement of a party that ends, with the reason. Returns how many there were. */
export async function endAgreementsOf(
  em: EntityManager,
  party: string,
  reason: string,
  occasion: Occasion,
): Promise<number> {
  const agreements = await em.find(
    AgreementEntity,
    { party, state: { $ne: 'ENDED' } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const agreement of agreements) {
    noteEvent(em, occasion, agreement.id, agreement.state as AgreementState, 'ENDED', reason);
    agreement.state = 'ENDED';
    agreement.endedAt = occasion.at;
    agreement.endReason = reason;
  }
  await em.flush();
  return agreements.length;
}

const unknown = () => notFoundAs(agreementMessages.unknown);

/** Stores the next state of an agreement. Throws CONFLICT where its present state does not allow the command. */
export async function storeMove(
  em: EntityManager,
  command: keyof typeof TRANSITIONS,
  id: string,
  reason: string,
  occasion: Occasion,
): Promise<AgreementRow> {
  const { from, to } = TRANSITIONS[command];
  // The row is locked: of two commands at the same time, the second sees the state that the first one left.
  const agreement = await em.findOne(AgreementEntity, { id: String(id) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (agreement === null) throw unknown();
  const state = agreement.state as AgreementState;
  if (!(from as readonly AgreementState[]).includes(state))
    throw conflict(state, agreementMessages.cannotBecome(to, state, AGREEMENT_NEXT[state]));
  agreement.state = to;
  if (to === 'ENDED') {
    agreement.endedAt = occasion.at;
    agreement.endReason = reason;
  }
  noteEvent(em, occasion, agreement.id, state, to, reason);
  await em.flush();
  return { ...agreement, state: to, endedAt: agreement.endedAt ?? null };
}

/** Moves an agreement to its next state. */
export async function moveAgreement(
  context: Context,
  command: keyof typeof TRANSITIONS,
  id: string,
  reason: string,
): Promise<AgreementRow> {
  const checkedReason = checkReason(reason, '23');
  if (!isId(id)) throw unknown();
  const row = await context.request.write('control', (em) =>
    storeMove(em, command, id, checkedReason, occasionOf(context)),
  );
  context.snapshot = await context.request.snapshot();
  return row;
}
