/** Authorizations by subjects, Articles 24 and 36 (1). */
import { badInput, conflict, forbidden, notFound } from '../../../schema/errors.ts';
import { addMonths } from '../../../schema/law/calendar.ts';
import type { Context } from '../../context.ts';
import { newId } from '../../request.ts';
import { AuthorizationEntity } from '../entities.ts';
import type { AuthorizationRow } from '../rows.ts';
import { checkItems, checkPurposes, checkTerm, checkUnit, checkWhole, isId } from './checks.ts';

export interface AuthorizationInput {
  readonly party: string;
  readonly purposes: readonly string[];
  readonly items: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly maximumUses?: number | null | undefined;
}

const callingSubject = (context: Context): string => {
  if (context.caller.subject === null) throw forbidden('ROLE', '24');
  return context.caller.subject.id;
};

/** Article 36 (1): no lifetime authorization. The shortest cap of the purposes holds. */
function checkCap(context: Context, input: AuthorizationInput): void {
  if (input.validUntil < context.request.today)
    throw badInput(
      'TERM',
      `The term is over since ${input.validUntil}.`,
      'Send a term that reaches into the future.',
      '36',
    );
  for (const code of input.purposes) {
    const purpose = context.reading.directory.purposes.get(code);
    const cap = purpose?.authorizationMaximumMonths ?? null;
    if (cap === null)
      throw badInput(
        'PURPOSE_NOT_AUTHORIZABLE',
        `${code} rests on a duty; nobody authorizes it.`,
        'Name purposes of parties.',
        '22',
      );
    const latest = addMonths(input.validFrom, cap);
    if (input.validUntil > latest)
      throw badInput(
        'TERM_TOO_LONG',
        `An authorization for ${code} lasts ${cap} months at most: until ${latest}.`,
        `Send validUntil of ${latest} or earlier.`,
        '36',
      );
  }
}

export async function grantAuthorization(context: Context, input: AuthorizationInput): Promise<AuthorizationRow> {
  const subjectId = callingSubject(context);
  const { directory } = context.reading;
  checkUnit(directory, input.party, ['PARTY']);
  checkItems(directory, input.items);
  checkPurposes(directory, input.purposes);
  checkTerm(input.validFrom, input.validUntil);
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
    revokedAt: null,
  };
  await context.request.write('credit_control', async (em) => {
    em.create(AuthorizationEntity, { ...row, subjectId, grantedAt: context.house.now() });
    await em.flush();
  });
  context.reading = await context.request.reading();
  return row;
}

export async function revokeAuthorization(context: Context, id: string): Promise<AuthorizationRow> {
  const subjectId = callingSubject(context);
  if (!isId(id)) throw notFound('authorization');
  const row = await context.request.write('credit_control', async (em) => {
    const authorization = await em.findOne(AuthorizationEntity, { id: String(id), subjectId });
    if (authorization === null) throw notFound('authorization');
    if (authorization.revokedAt)
      throw conflict('REVOKED', 'The authorization has been revoked already.', 'Nothing is left to do.');
    authorization.revokedAt = context.house.now();
    await em.flush();
    return { ...authorization, maximumUses: authorization.maximumUses ?? null, revokedAt: authorization.revokedAt };
  });
  context.reading = await context.request.reading();
  return row;
}
