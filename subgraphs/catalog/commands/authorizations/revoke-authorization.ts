/** A subject revokes an authorization (Article 24). */
import { conflict, notFound } from '../../../../schema/errors.ts';
import { authorizationMessages } from '../../../../schema/messages/acts/authorizations.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { AuthorizationEntity } from '../../entities.ts';
import type { AuthorizationRow } from '../../rows.ts';
import { callingSubject } from './calling-subject.ts';

export async function revokeAuthorization(context: Context, id: string): Promise<AuthorizationRow> {
  const subjectId = callingSubject(context);
  if (!isId(id)) throw notFound('authorization');
  const row = await context.request.write('control', async (em) => {
    const authorization = await em.findOne(AuthorizationEntity, { id: String(id), subjectId });
    if (authorization === null) throw notFound('authorization');
    if (authorization.revokedAt) throw conflict('REVOKED', authorizationMessages.revoked);
    authorization.revokedAt = context.platform.now();
    await em.flush();
    return { ...authorization, maximumUses: authorization.maximumUses ?? null, revokedAt: authorization.revokedAt };
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
