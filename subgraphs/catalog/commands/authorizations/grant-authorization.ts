/** A subject grants an authorization (Articles 24 and 36 (1)). */
import { badInput } from '../../../../schema/errors.ts';
import { bundled, capFor } from '../../../../schema/law/asking/purpose-caps.ts';
import { addMonths } from '../../../../schema/law/clocks/calendar.ts';
import { authorizationMessages } from '../../../../schema/messages/acts/authorizations.ts';
import { capMessages } from '../../../../schema/messages/acts/catalog.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { AuthorizationEntity } from '../../entities.ts';
import type { AuthorizationRow } from '../../rows.ts';
import { checkItems, checkPurposes, checkTerm, checkUnit, checkWhole } from '../checks.ts';
import { callingSubject } from './calling-subject.ts';

export interface AuthorizationInput {
  readonly party: string;
  readonly purposes: readonly string[];
  readonly items: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly maximumUses?: number | null | undefined;
}

/** Refuses a bundle: purposes of unrelated services, or items that the purposes do not need (Articles 36 (1) and 52). */
function checkBundle(context: Context, input: AuthorizationInput): void {
  const { purposes, items } = context.snapshot.directory;
  const services = input.purposes.flatMap((code) => purposes.get(code) ?? []);
  // What is open to anyone needs no authorization and cannot be bundled.
  const needed = input.items.filter((code) => items.get(code)?.openness !== 'UNCONDITIONAL');
  const unrelated = bundled(services, needed);
  const [first] = services;
  if (unrelated.purposes.length > 0)
    throw badInput('BUNDLED', authorizationMessages.otherService(unrelated.purposes, String(first?.code)), '36');
  if (unrelated.items.length > 0)
    throw badInput('BUNDLED', authorizationMessages.notNeeded(unrelated.items, input.purposes), '36');
}

/** Limits the term (Article 36 (1)): no authorization is for life. For each purpose and item the most specific published cap applies. */
function checkCap(context: Context, input: AuthorizationInput): void {
  const { today } = context.request;
  if (input.validUntil < today) throw badInput('TERM', authorizationMessages.over(input.validUntil), '36');
  for (const purpose of input.purposes)
    for (const item of input.items) {
      const cap = capFor(context.snapshot.directory.caps, { purpose, item, party: input.party }, today);
      if (cap === undefined) throw badInput('PURPOSE_NOT_AUTHORIZABLE', capMessages.restOnDuty(purpose), '22');
      const latest = addMonths(input.validFrom, cap.maximumMonths);
      const rule = `${purpose}${cap.item === null ? '' : ` and ${cap.item}`}${cap.party === null ? '' : ` by ${cap.party}`}`;
      if (input.validUntil > latest)
        throw badInput(
          'TERM_TOO_LONG',
          authorizationMessages.tooLong(rule, cap.maximumMonths, latest, cap.publicationReference),
          cap.article,
        );
      if (cap.maximumUses !== null && (input.maximumUses ?? Number.POSITIVE_INFINITY) > cap.maximumUses)
        throw badInput(
          'TOO_MANY_USES',
          authorizationMessages.tooManyUses(rule, cap.maximumUses, cap.publicationReference),
          cap.article,
        );
    }
}

export async function grantAuthorization(context: Context, input: AuthorizationInput): Promise<AuthorizationRow> {
  const subjectId = callingSubject(context);
  const { directory } = context.snapshot;
  checkUnit(directory, input.party, ['PARTY']);
  checkItems(directory, input.items);
  checkPurposes(directory, input.purposes);
  checkTerm(input.validFrom, input.validUntil);
  checkBundle(context, input);
  checkCap(context, input);
  const maximumUses = input.maximumUses ?? null;
  if (maximumUses !== null) checkWhole('maximumUses', maximumUses, 1);
  const row = {
    id: newId(),
    party: input.party,
    items: [...new Set(input.items)],
    purposes: [...new Set(input.purposes)],
    validFrom: input.validFrom,
    validUntil: input.validUntil,
    maximumUses,
    uses: 0,
    grantedAt: context.platform.now(),
    revokedAt: null,
  };
  await context.request.write('control', async (em) => {
    em.create(AuthorizationEntity, { ...row, subjectId });
    await em.flush();
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
